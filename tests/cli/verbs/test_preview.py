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


def test_a_file_that_is_not_there_is_one_line_that_says_how_to_make_it(run: Run, folder: Path) -> None:
    told = "reader: my-issues/winter-01.yaml: no such file; reader new my-issues/winter-01 makes an issue\n"
    assert run("preview", "my-issues/winter-01.yaml") == (2, "", told)
    code, out, err = run("preview", str(folder))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "is a folder; preview takes one issue file in it" in err


def test_preview_takes_one_file(run: Run) -> None:
    assert run("preview").code == 2
    assert run("preview", "a", "b", "c").code == 2
