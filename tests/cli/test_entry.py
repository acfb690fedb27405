"""The entry: which verb runs, what help says, and how every fault ends."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader import __version__, log
from reader.cli.console import Console
from reader.cli.declaration import COMMON
from reader.cli.declared import HIDDEN, VERBS, declaration
from reader.cli.declared.shared import THEMES
from reader.cli.help import overview
from reader.cli.main import main as entry
from reader.settings import Settings
from tests.cli.conftest import ROOT, Run

if TYPE_CHECKING:
    from reader.library import Library


def test_without_a_terminal_the_shelf_or_the_text_is_printed(run: Run, folder: Path) -> None:
    assert run() == run("list")
    assert run(str(folder)) == run("list")
    assert run("springs") == run("show", "springs")
    assert run("springs/water#p1", "--width", "70") == run("show", "springs/water#p1", "--width", "70")
    assert run("open", "springs/water") == run("springs/water")
    assert run("--json") == run("list", "--json")
    assert run("springs/water", "--json") == run("show", "springs/water", "--json")


def test_a_verb_goes_before_a_file_of_its_name(run: Run) -> None:
    Path("list").mkdir()
    assert "springs/water" in run("list").out
    assert "no issue files" in run("./list").err


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"reader {__version__}\n", "")
    assert run("list", "--version").out == f"reader {__version__}\n"


@pytest.mark.parametrize("name", VERBS)
def test_every_option_is_in_the_help_and_in_the_documentation(run: Run, name: str) -> None:
    code, out, err = run(name, "--help")
    assert (code, err) == (0, "")
    assert out == run(name, "-h").out
    assert out.startswith(f"usage: reader {name}")
    assert "examples:\n  reader " in out
    own = {option.name for option in (*declaration(name).options, *COMMON)}
    assert set(re.findall(r"--[a-z][a-z-]+", out)) == own
    assert max(map(len, out.splitlines())) <= 95
    assert f"`reader {name}" in (ROOT / "docs" / "COMMANDS.md").read_text("utf-8")


def test_the_overview_names_every_verb_but_the_hidden_ones(run: Run) -> None:
    assert run("--help") == (0, overview(), "")
    for name in VERBS:
        assert re.search(rf"^  {name}\b", overview(), re.MULTILINE)
    for name in HIDDEN:
        assert name not in overview()
    assert max(map(len, overview().splitlines())) <= 95


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["list", "--jsn"], "there is no option '--jsn'; did you mean --json?"),
        (["list", "-x"], "there is no option '-x'; a word that begins with - goes after --"),
        (["list", "word"], "list takes no word"),
        (["list", "--json=1"], "--json takes no value"),
        (["show"], "show needs an address"),
        (["show", "a", "b"], "one address, file or folder at a time, not 2"),
        (["show", "springs", "--width"], "--width needs a value: --width N"),
        (["show", "springs/water", "--width", "０"], "--width takes a number from 20 to 1000"),
        (["show", "springs/water", "--width", "9" * 5000], "--width takes a number from 20 to 1000"),
        (["search", "x", "--limit", "0"], "--limit takes a number from 1 "),
        (["--theme", "pink"], f"--theme takes {' or '.join(THEMES)}, not 'pink'"),
        (["--json", "list"], "the verb comes before its options: reader list"),
        (["serch", "a", "b"], "there is no verb 'serch'; did you mean reader search?"),
        (["lst"], "no issue 'lst' in the library; there are: essays, springs; did you mean reader list?"),
        (["lis/t.yaml"], "no such file or folder"),
    ],
)
def test_a_wrong_command_line_is_one_line_and_2(run: Run, argv: list[str], message: str) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert err.startswith("reader: ")
    assert message in err
    assert err.count("\n") == 1


def test_after_two_dashes_everything_is_a_word(run: Run) -> None:
    assert run("search", "--", "--nothing").err == "reader: nothing found for '--nothing'\n"


def test_an_unforeseen_fault_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> int:
        raise ValueError("bad\x1b[31m\nthing")

    monkeypatch.setattr("reader.cli.verbs.list.run", fails)
    code, out, err = run("list")
    assert (code, out) == (1, "")
    path = log.default_path()
    assert err == f"reader: an unforeseen fault: ValueError: bad�[31m thing; {path} has the traceback\n"
    assert "in fails" in Path(path).read_text("utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    assert run("list").err.endswith("; READER_DEBUG=1 shows where\n")
    monkeypatch.setenv("READER_DEBUG", "1")
    with pytest.raises(ValueError, match="bad"):
        entry(["list"])


def test_an_interruption_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.cli.verbs.list.run", interrupted)
    assert run("list") == (130, "", "")


class Screen:
    """Takes the place of the screen, and remembers how it was started."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.started: list[tuple[object, ...]] = []
        monkeypatch.setattr("reader.ui.run", self.run)
        monkeypatch.setattr(Console, "interactive", True)

    def run(self, library: Library, address: str = "", **options: object) -> int:
        assert isinstance(options.pop("settings"), Settings)
        assert callable(options.pop("report"))
        options.pop("taken", None)  # the terminal, where the first frame is drawn on it
        self.started.append((tuple(os.path.basename(s) for s in library.sources), address, options))
        return 7


DEFAULTS = {"mouse": True, "interface": "", "theme": "", "tour": False}


def test_on_a_terminal_the_screen_is_opened(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    outside = Path("mine.yaml")
    outside.write_text((folder / "springs.yaml").read_text("utf-8"), "utf-8")
    for argv in (
        [],
        ["springs/water#p1"],
        ["open", "springs"],
        [str(folder)],
        [str(folder / "springs.yaml")],
        ["mine.yaml"],
        ["--no-mouse", "--interface", "zh", "--theme=paper", "--tour"],
    ):
        assert run(*argv) == (7, "", "")
    assert screen.started == [
        (("library",), "", DEFAULTS),
        (("library",), "springs/water#p1", DEFAULTS),
        (("library",), "springs", DEFAULTS),
        (("library",), "", DEFAULTS),
        (("library",), "springs", DEFAULTS),
        (("mine.yaml",), "springs", DEFAULTS),
        (("library",), "", {"mouse": False, "interface": "zh", "theme": "paper", "tour": True}),
    ]


def test_what_asks_for_text_opens_no_screen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    for argv in (["--json"], ["--plain"], ["springs", "--width", "50"], ["list"], ["show", "springs"], ["--help"]):
        assert run(*argv).code == 0
    assert screen.started == []


def test_a_file_with_errors_opens_no_screen(run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    assert run(str(broken)).code == 1
    assert screen.started == []


@pytest.mark.parametrize(
    ("argv", "hardly"), [(["list", "--version"], True), (["open", "--version"], False), ([], False)]
)
def test_only_verbs_without_a_screen_hardly_collect(
    run: Run, monkeypatch: pytest.MonkeyPatch, argv: list[str], hardly: bool
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("gc.set_threshold", asked.append)
    monkeypatch.setattr("atexit.register", asked.append)
    monkeypatch.setattr(sys, "argv", ["reader", *argv])
    assert entry() == 0
    assert bool(asked) == hardly
