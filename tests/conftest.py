"""No test touches the folders of the person who runs it; programs on pseudo-terminals."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.e2e.terminal import Start, Terminal

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")  # how busy a machine is says nothing about the program


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    own = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("cache", "config", "data", "state")}
    own["HOME"] = str(home)
    before = {name: os.environ.get(name) for name in (*own, "READER_LIBRARY")}
    os.environ.update(own)
    os.environ.pop("READER_LIBRARY", None)
    yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program on a pseudo-terminal, which is closed with the test."""
    from tests.e2e.terminal import Terminal

    opened: list[Terminal] = []

    def open_terminal(
        *arguments: str,
        columns: int = 120,
        rows: int = 36,
        home: Path = tmp_path,
        program: tuple[str, ...] = ("-m", "reader"),
        **environment: str | None,
    ) -> Terminal:
        opened.append(Terminal(list(arguments), columns, rows, home, environment, program))
        return opened[-1]

    yield open_terminal
    for terminal in opened:
        terminal.close()
