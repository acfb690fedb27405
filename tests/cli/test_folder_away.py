"""The folder of the library goes away after a command has begun: one line and exit code 2, never an empty answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.cli import opening
from reader.cli.verbs import index

if TYPE_CHECKING:
    from pathlib import Path

    from reader.cli.arguments import Arguments
    from reader.library import Library
    from tests.cli.conftest import Run

VERBS = {
    "list": ("list",),
    "list as JSON": ("list", "--json"),
    "search": ("search", "泉水"),
    "index": ("index",),
    "check": ("check",),
    "status": ("status",),
    "shelf": ("open", "--plain"),
}


@pytest.mark.parametrize("is_known", [True, False], ids=["known", "unknown"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_folder_that_goes_away_is_told(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, verb: str, is_known: bool
) -> None:
    if is_known:
        assert run("index").code == 0
    at = opening.library_at

    def library_that_goes_away(given: Arguments) -> Library:
        made = at(given)
        folder.rename(folder.with_name("away"))
        return made

    for module in (opening, index):
        monkeypatch.setattr(module, "library_at", library_that_goes_away)
    code, out, err = run(*VERBS[verb])
    assert code == 2
    assert out == ""
    assert err == f"reader: {folder}: cannot be read: No such file or directory\n"


def test_what_was_read_can_still_be_shown(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run("list").out
    folder.rename(folder.with_name("away"))
    assert run("list").code == 2
    folder.with_name("away").rename(folder)
    assert run("list").out == before
    assert run("index").out.startswith("2 files: 0 read")
