"""A publisher on this machine, and a home of its own for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.subscriptions.bounds import Times
from reader.subscriptions.fetching import Fetcher
from reader.subscriptions.subscribing import LocalIssues
from reader.subscriptions.updating import UpdateWay
from tests.subscriptions.publisher import Publisher, publisher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROXIES = ("https_proxy", "http_proxy", "all_proxy", "no_proxy")


@pytest.fixture
def site() -> Iterator[Publisher]:
    yield from publisher()


@pytest.fixture
def fetcher(monkeypatch: pytest.MonkeyPatch) -> Fetcher:
    """A fetcher that is patient enough for a busy machine."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return Fetcher(Times(connect=300, stall=300, feed=300, file=300))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own data folder, and a library of own issues that is empty; the folder of the subscriptions is returned."""
    for name in ("data", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    (tmp_path / "own").mkdir()
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "own"))
    return tmp_path / "data" / "bilingual-magazine-reader" / "subscriptions"


@pytest.fixture
def way(fetcher: Fetcher, home: Path) -> UpdateWay:
    return UpdateWay(fetcher, LocalIssues().elsewhere)
