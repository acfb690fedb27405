from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_without_a_terminal_there_is_no_preview(run: Run, folder: Path) -> None:
    code, out, err = run("preview", str(folder / "springs.yaml"))
    assert (code, out) == (1, "")
    assert err.startswith("reader: a preview needs a terminal")


def test_a_file_that_cannot_be_opened_is_checked(run: Run, broken: Path) -> None:
    code, out, err = run("preview", str(broken))
    assert code == 1
    assert f"{broken}:11:9: S302" in out
    assert err == "reader: the file cannot be opened yet: fix these first\n"


def test_preview_takes_one_file(run: Run) -> None:
    assert run("preview").code == 2
    assert run("preview", "a", "b", "c").code == 2
