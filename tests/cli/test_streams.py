"""The content and the encoding of the two streams; in processes and terminals of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.gate import first_forbidden
from tests.cli.conftest import ROOT, Run

VERBS = (
    ["list"],
    ["show", "springs"],
    ["show", "springs/hostile"],
    ["show", "springs/water"],
    ["search", "文"],
    ["check"],
)
NEVER = ("textual", "rich", "dataclasses", "inspect", "typing", "pathlib", "logging", "argparse", "shutil", "locale")


def is_safe(text: str) -> bool:
    return first_forbidden(text) == -1


@pytest.mark.parametrize("argv", VERBS, ids=" ".join)
@pytest.mark.parametrize("form", [[], ["--json"], ["--plain"]], ids=str)
def test_nothing_hostile_gets_out(run: Run, broken: Path, argv: list[str], form: list[str]) -> None:
    _, out, err = run(*argv, *form)
    assert is_safe(out)
    assert is_safe(err)


def test_square_brackets_are_text(run: Run) -> None:
    assert "[/bold] [red]x" in run("show", "springs/hostile", "--lang", "en").out


@pytest.mark.skipif(os.name == "nt", reason="no such file names there")
def test_a_hostile_file_name_and_one_that_is_not_utf_8(shell: Run, folder: Path) -> None:
    hostile = folder / "a\x1b]52;c;x\x07.yaml"
    hostile.write_text("x: 1", "utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/b\xff.yaml")).write_text("x: 1", "utf-8")
    for argv in VERBS:
        _, out, err = shell(*argv)
        assert is_safe(out + err)
        _, out, err = shell(*argv, "--json")
        assert is_safe(out + err)


@pytest.mark.parametrize("argv", VERBS, ids=" ".join)
def test_the_locale_changes_nothing(shell: Run, argv: list[str]) -> None:
    usual = shell(*argv, LC_ALL="C.UTF-8")
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": None}
    assert shell(*argv, **bare) == usual
    assert shell(*argv, LC_ALL="C.UTF-8", PYTHONIOENCODING="latin-1") == usual


@pytest.mark.parametrize(
    "argv", [*VERBS, ["--help"], ["--version"], ["springs"], ["list", "--json"], ["check", "--json"]]
)
def test_no_verb_imports_the_screen_or_what_is_slow(folder: Path, argv: list[str]) -> None:
    code = (
        "import sys\nfrom reader.cli.main import main\n"
        f"main({argv!r})\n"
        f"print(*(name for name in {NEVER!r} if name in sys.modules), file=sys.stderr)\n"
    )
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n" + code],
                          env=env, capture_output=True, text=True, encoding="utf-8", check=True)  # fmt: skip
    assert done.stderr.splitlines()[-1:] == [""]


@pytest.mark.skipif(os.name == "nt", reason="no pipes of that kind")
@pytest.mark.parametrize("argv", ["list", "list --json", "show springs/water --json", "search 泉", "check"])
def test_a_reader_that_goes_away_is_no_fault(folder: Path, argv: str) -> None:
    many = "\n".join(f"          - {{zh-Hans: 泉水{n}。, en: Spring {n}}}" for n in range(4000))
    text = (folder / "essays.yaml").read_text("utf-8").replace("[en, zh-Hant, zh-Hans]", "[zh-Hans, en]")
    text = text.partition("        body:")[0].replace("zh-Hant: 字詞, ", "")
    (folder / "essays.yaml").write_text(f"{text}        body:\n{many}\n", "utf-8")
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    command = f"set -o pipefail; {sys.executable} -m reader {argv} 2>err | head -n 1 >first; cat err"
    done = subprocess.run(["bash", "-c", command], env=env, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    assert "Broken" not in done.stdout + done.stderr
    assert Path("first").read_text("utf-8").count("\n") == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_a_full_disk_is_one_line(folder: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "reader", "list"], env=env, stdout=full, stderr=subprocess.PIPE,
                              text=True, check=False)  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "reader: the output cannot be written: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="no closed streams of that kind")
def test_closed_streams_are_no_fault(folder: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        command = f"{sys.executable} -m reader list {closed}"
        done = subprocess.run(["bash", "-c", command], env=env, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def on_a_terminal(*argv: str, columns: int = 80, **environment: str) -> str:
    """Returns what a command writes to a terminal of its own, its input from the same."""
    pty = pytest.importorskip("pty")
    termios = pytest.importorskip("termios")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "TERM")}
    env |= {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"} | environment
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", *argv], env=env, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    data = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        data += part
    os.close(ours)
    process.wait()
    return data.decode("utf-8").replace("\r\n", "\n")


def test_colour_is_on_a_terminal_only_and_the_text_is_the_same(folder: Path, run: Run) -> None:
    coloured = on_a_terminal("show", "springs/water", columns=90)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert coloured != bare
    assert is_safe(bare)
    assert bare == run("show", "springs/water", "--width", "90").out
    assert "\x1b[1;7m家家\x1b[0m" in on_a_terminal("search", "家家")
    assert "\x1b[1;36m^\x1b[0m" in on_a_terminal("check")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}])
def test_no_colour(folder: Path, environment: dict[str, str]) -> None:
    assert "\x1b" not in on_a_terminal("list", **environment)


def test_plain_has_no_colour_on_a_terminal(folder: Path) -> None:
    assert "\x1b" not in on_a_terminal("list", "--plain")
    assert "\x1b" in on_a_terminal("list", NO_COLOR="")


def test_a_dumb_terminal_gets_the_shelf_in_its_width(folder: Path, run: Run) -> None:
    assert on_a_terminal(TERM="dumb", columns=45) == run("list", "--width", "45").out
