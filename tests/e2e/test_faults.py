"""Faults of a terminal, a user, a disk or another program: the reader goes on, or ends with one line and its code."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.gate import first_forbidden
from tests.drawing import seeds
from tests.e2e.terminal import KITTY_QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.e2e.terminal import Start, Terminal

SEED = 20181
ARTICLE = "lanes-and-rivers-03/old-bridges"
FIRST_WORDS = "洨河不宽"
OURS = re.compile(
    r"\x1b\]52;c;[A-Za-z0-9+/=]*\x07|\x1b\]11;\?\x1b\\|"
    r"\x1b\[[0-9;?<>=$]*[a-zA-Z]|\x1b\]8;[^;\x1b]*;[!-~]*\x1b\\|\x1b\]22;[a-z]*(\x07|\x1b\\)|\r\n|\r|\n"
)
INTERRUPT = "\x03"


def assert_text_only(terminal: Terminal) -> None:
    """Looks at all that the terminal was sent: our own sequences, and text."""
    rest = OURS.sub("", terminal.output.decode("utf-8").replace(KITTY_QUESTION, ""))
    assert first_forbidden(rest) == -1, repr(rest[first_forbidden(rest) - 20 :][:60])


def assert_well(terminal: Terminal, home: Path) -> None:
    """Ends the program, and looks at what it has left."""
    terminal.press(INTERRUPT)
    assert_ended(terminal, home, 130)


def assert_ended(terminal: Terminal, home: Path, *wanted: int) -> None:
    """Waits for the end of the program, and looks at what it has left."""
    code = terminal.wait()
    assert [path.read_text("utf-8") for path in home.rglob("reader.log")] == []
    assert code in wanted
    terminal.assert_given_back()
    assert_text_only(terminal)
    assert "Traceback" not in terminal.text


def is_drawn_anew(terminal: Terminal) -> None:
    """Waits until the program has drawn a screen of another size: it is alive."""
    terminal.read_what_came()
    before = len(terminal.output)
    terminal.resize(97, 31)
    terminal.wait_until(lambda: b"\x1b[31;1H" in terminal.output[before:], "another screen")


# -- the terminal ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["", ARTICLE, "city-of-springs-08/springs"])
def test_a_storm_of_sizes(start: Start, tmp_path: Path, address: str) -> None:
    chance = random.Random(SEED)
    terminal = start(*filter(None, [address]))
    terminal.wait_for("Lanes" if not address else "¶1/")
    sizes = [(1, 1), (2, 1), (1, 40), (300, 1)] + [(chance.randint(1, 200), chance.randint(1, 60)) for _ in range(60)]
    for size in sizes:
        terminal.resize(*size)
        terminal.press(chance.choice(["j", " ", "G", "g", "v", "t", "c", "\t", "+", "x"]))
    terminal.resize(1, 1)
    terminal.press("jjGg")
    is_drawn_anew(terminal)
    assert_well(terminal, tmp_path)


KEYS = [
    *map(chr, range(0x20, 0x7F)),
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x1bOP", "\x1b[3~"),
    *("\r", "\t", "\x1b", "\x7f", "\x01", "\x0c", "\x0f", "\x10", "\x12", "\x13", "\x14", "\x15", "\x17", "\x1b\x1b"),
    *("泉", "”", "é", "👩‍👩‍👧", "\u202e", "\xa0"),
    *("\x1b[<0;20;10M", "\x1b[<0;30;12m", "\x1b[<64;9;9M", "\x1b[<65;9;9M", "\x1b[<35;200;90M", "\x1b[<0;0;0M"),
    *("\x1b[200~[red]\x1b[2J\x9b\x1b[201~", "\x1b[I", "\x1b[O", "\x1b[999;999R", "\x1b[?62c"),
]


@pytest.mark.parametrize("seed", seeds(5, SEED))
def test_a_thousand_keys(start: Start, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    terminal = start(ARTICLE)
    terminal.wait_for(FIRST_WORDS)
    keys = [chance.choice(KEYS) for _ in range(1000)]
    for begin in range(0, 1000, 20):
        terminal.press("".join(key for key in keys[begin : begin + 20] if key not in "qy" and key != "Y"))
        terminal.press("\x1b")
        terminal.read_what_came()
    if not terminal.has_ended:  # Quit stands in the lists of help and of the palette, too
        terminal.press(INTERRUPT)
    assert_ended(terminal, tmp_path, 0, 130)


def test_bytes_that_are_no_keys(start: Start, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    terminal = start(ARTICLE)
    terminal.wait_for(FIRST_WORDS)
    for _ in range(20):
        noise = bytes(chance.randrange(256) for _ in range(40)).translate(None, b"q\x03")
        os.write(terminal.descriptor, noise + b"\x1b[201~\x1b")
        terminal.read_what_came()
    is_drawn_anew(terminal)
    assert_well(terminal, tmp_path)


HOSTILE = "[red][/x][@click=app.quit]\x1b]52;c;aGk=\x07\x9b2J\u202eabc\u2066 \" * OR NEAR( '; -- \\ {x} %s"
INPUTS = {
    "find": ("/", "find in this article"),
    "search": ("s", "search the library"),
    "palette": ("\x10", "a command, by its name"),
}


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("way", ["typed", "pasted"])
def test_hostile_strings_in_every_input(start: Start, tmp_path: Path, name: str, way: str) -> None:
    key, prompt = INPUTS[name]
    terminal = start(ARTICLE)
    terminal.wait_for(FIRST_WORDS)
    terminal.press(key)
    terminal.wait_for(prompt)
    if way == "pasted":
        terminal.press(f"\x1b[200~{HOSTILE}\r\n{HOSTILE}\x1b[201~")
    else:
        terminal.press(HOSTILE.replace("\x1b", "").replace("\x07", ""))
    terminal.wait_for("[red]")
    terminal.press("\r")
    is_drawn_anew(terminal)
    assert_well(terminal, tmp_path)


def test_what_goes_to_the_standard_error_is_no_screen(start: Start, tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = f"import os, sys; os.dup2(os.open({str(told)!r}, os.O_WRONLY | os.O_CREAT), 2); "
    program += "from reader.cli.main import main; sys.exit(main(sys.argv[1:]))"
    terminal = start(ARTICLE, program=("-c", program))
    terminal.wait_for(FIRST_WORDS)
    terminal.press("q")
    assert terminal.wait() == 0
    terminal.assert_given_back()
    assert told.read_bytes() == b""


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": None}, {"LC_ALL": "en_US.ISO-8859-1"}, {"PYTHONIOENCODING": "ascii"}],
    ids=str,
)
def test_any_locale_gets_utf_8(start: Start, tmp_path: Path, environment: dict[str, str | None]) -> None:
    terminal = start(ARTICLE, **environment)
    terminal.wait_for(FIRST_WORDS)
    assert_well(terminal, tmp_path)


@pytest.mark.parametrize("term", ["dumb", "", None])
def test_a_terminal_that_can_draw_no_screen_gets_text(start: Start, term: str | None) -> None:
    terminal = start(ARTICLE, TERM=term)
    assert terminal.wait() == 0
    assert FIRST_WORDS in terminal.output.decode("utf-8")
    assert b"\x1b" not in terminal.output


def test_without_colour_there_are_only_attributes(start: Start, tmp_path: Path) -> None:
    terminal = start(ARTICLE, NO_COLOR="1")
    terminal.wait_for(FIRST_WORDS)
    used = {code for codes in re.findall(rb"\x1b\[([0-9;]+)m", terminal.output) for code in codes.split(b";")}
    assert b"1" in used
    assert used <= {b"0", b"1", b"3", b"4", b"7"}
    assert_well(terminal, tmp_path)


# -- the disk and other programs ---------------------------------------------------------------------------


def read_and_leave(start: Start, **options: object) -> Terminal:
    """Reads an article to its end and leaves; the terminal is given back and nothing but text was drawn."""
    terminal = start(ARTICLE, **options)
    terminal.wait_for(FIRST_WORDS)
    terminal.press("G")
    terminal.wait_for("100%")
    terminal.press("q")
    assert terminal.wait() == 0
    terminal.assert_given_back()
    assert_text_only(terminal)
    assert "Traceback" not in terminal.text
    return terminal


def test_after_it_was_killed_it_starts_as_ever(start: Start) -> None:
    for moment in ("\x1b[?1049h", FIRST_WORDS):
        terminal = start(ARTICLE)
        terminal.wait_until(
            lambda moment=moment, terminal=terminal: moment in terminal.output.decode("utf-8", "replace")
        )
        terminal.kill(signal.SIGKILL)
        assert terminal.exit_code() == -signal.SIGKILL
    read_and_leave(start)


def test_a_home_that_cannot_be_written(start: Start) -> None:
    read_and_leave(start, HOME="/proc/self/none")


def test_a_full_disk(start: Start) -> None:
    program = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); "
    program += "from reader.cli.main import main; sys.exit(main(sys.argv[1:]))"
    read_and_leave(start, program=("-c", program))


def test_two_at_once(start: Start) -> None:
    both = [start(ARTICLE), start(ARTICLE)]
    for terminal in both:
        terminal.wait_for(FIRST_WORDS)
    for terminal in both:
        terminal.press("q")
        assert terminal.wait() == 0
        terminal.assert_given_back()


def missing(path: Path) -> None:
    path.unlink()


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100 : len(data) // 2] = b"\x55" * (len(data) // 2 - 100)
    path.write_bytes(data)


def no_database(path: Path) -> None:
    path.write_bytes(b"\x1b]52;c;eA==\x07" * 1000)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("change", [missing, damaged, no_database, newer, a_folder], ids=lambda change: change.__name__)
def test_the_catalogue_may_be_anything(start: Start, tmp_path: Path, change: Callable[[Path], None]) -> None:
    index = start("index")
    assert index.wait() == 0
    (path,) = (tmp_path / ".cache").rglob("*.sqlite")
    change(path)
    read_and_leave(start)


def test_a_locked_catalogue(start: Start, tmp_path: Path) -> None:
    index = start("index")
    assert index.wait() == 0
    (path,) = (tmp_path / ".cache").rglob("*.sqlite")
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        read_and_leave(start)
