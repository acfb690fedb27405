"""The bytes that a terminal gets: no more colours than it has, and light or dark as it is."""

import re
from pathlib import Path

import pytest

from reader.ui.terminal.ground import QUESTION
from tests.e2e.terminal import Start, Terminal, patient

ADDRESS = "lanes-and-rivers-03/old-bridges"
WHITE, BLACK = "rgb:ffff/ffff/ffff", "rgb:0000/0000/0000"
PAGE_OF = {"dark": b"48;2;20;22;26", "light": b"48;2;252;252;250"}
"""The ground of the text in each theme."""


def colours_in(output: bytes) -> set[str]:
    """Returns each colour that a terminal got, such as ``48;5;17``, ``31`` or ``49``."""
    found: set[str] = set()
    for sequence in re.findall(rb"\x1b\[([0-9;]+)m", output):
        rest = sequence.decode()
        while rest:
            whole = re.match(r"(?:[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+)", rest)
            assert whole, rest
            if whole[0] not in ["0", "1", "2", "3", "4", "7"]:
                found.add(whole[0])
            rest = rest[whole.end() :].removeprefix(";")
    return found


@pytest.mark.parametrize(
    ("environment", "allowed"),
    [
        ({"COLORTERM": "truecolor"}, r"[34]8;2;\d+;\d+;\d+"),
        ({"COLORTERM": None}, r"[34]8;5;(1[6-9]|[2-9]\d|1\d\d|2[0-4]\d|25[0-5])"),
        ({"COLORTERM": None, "TERM": "linux"}, r"3\d|4\d|9[0-7]|10[0-7]"),
        ({"NO_COLOR": "1"}, r""),
    ],
)
@pytest.mark.parametrize("theme", ["auto", "paper"])
def test_a_terminal_gets_no_more_colours_than_it_has(
    start: Start, environment: dict[str, str | None], allowed: str, theme: str
) -> None:
    terminal = start(ADDRESS, "--theme", theme, columns=120, rows=36, **environment)
    terminal.wait_for("¶1/")
    for keys, sign in (("/", "find in this article"), ("the\r", " 1/")):
        terminal.press(keys)
        terminal.wait_to_see(sign)
    terminal.press("q")
    assert terminal.wait() == 0
    found = colours_in(terminal.output)
    assert all(re.fullmatch(allowed, colour) for colour in found), found
    assert bool(found) == bool(allowed)
    assert b"\x1b[7m" in terminal.output or b";7m" in terminal.output or environment != {"NO_COLOR": "1"}


def go_there_and_back(terminal: Terminal) -> None:
    """Goes to the end and back: a change of the theme would be drawn behind the first of the keys."""
    for key, progress in (("G", "100%"), ("g", "· 0%")):
        terminal.press(key)
        terminal.wait_to_see(progress)


def test_light_or_dark_follows_the_terminal_now_and_at_the_next_start(start: Start, tmp_path: Path) -> None:
    terminal = start(ADDRESS, home=tmp_path)
    terminal.ground = WHITE
    terminal.wait_until(lambda: PAGE_OF["light"] in terminal.output, "the light theme")
    terminal.press("q")
    assert terminal.wait() == 0
    terminal.assert_given_back()
    again = start(ADDRESS, home=tmp_path)
    again.wait_for("¶1/")
    again.press("q")
    again.wait()
    assert PAGE_OF["light"] in again.output
    assert PAGE_OF["dark"] not in again.output
    assert "100%" not in again.text


def test_a_change_of_the_terminal_is_followed_until_a_theme_is_chosen(start: Start) -> None:
    terminal = start(ADDRESS)
    terminal.ground = BLACK
    terminal.wait_for("¶1/")
    terminal.wait_until(
        lambda: b"\x1b]11;?" in terminal.output, "the question"
    )  # else the change is told before the answer
    assert PAGE_OF["light"] not in terminal.output
    terminal.press("\x1b[?997;2n")
    terminal.wait_until(lambda: PAGE_OF["light"] in terminal.output, "the light theme")
    terminal.press("T")
    terminal.wait_for("Theme: paper")
    before = len(terminal.output)
    terminal.press("\x1b[?997;1n")
    go_there_and_back(terminal)
    terminal.press("q")
    assert terminal.wait() == 0
    assert PAGE_OF["dark"] not in terminal.output[before:]


@pytest.mark.parametrize("setting", ["dark", "paper"])
def test_a_theme_that_is_set_does_not_follow(start: Start, setting: str) -> None:
    terminal = start(ADDRESS, "--theme", setting)
    terminal.ground = WHITE
    terminal.wait_for("¶1/")
    terminal.press("\x1b[?997;2n")
    go_there_and_back(terminal)
    terminal.press("q")
    assert terminal.wait() == 0
    assert PAGE_OF["light"] not in terminal.output


def test_a_report_in_pieces_types_nothing(start: Start) -> None:
    times = (f"reader.ui.terminal.beginnings.{name}_SECONDS" for name in ("ESCAPE", "HELD"))
    terminal = start(ADDRESS, "--pictures", "off", program=patient(*times))
    terminal.wait_for("¶1/")
    terminal.wait_until(lambda: QUESTION.encode() in terminal.output, "the question for the ground")
    terminal.wait_until(lambda: terminal.has_taken_all, "the program to read all answers")  # none is within a report
    for piece in ("\x1b]11;rgb:ffff/", "ffff/ffff", "\x1b", "\\\x1b[?99", "7;2nG"):
        terminal.press(piece)
        terminal.wait_until(lambda: terminal.has_taken_all, "the program to read it")
    terminal.wait_for("100%")
    terminal.wait_until(lambda: PAGE_OF["light"] in terminal.output, "the light theme")
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_setting_of_the_number_of_colours_comes_first(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "bilingual-magazine-reader"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('colours = "256"\n', encoding="utf-8")
    terminal = start(ADDRESS, home=tmp_path, NO_COLOR="1")
    terminal.wait_for("¶1/")
    terminal.press("q")
    terminal.wait()
    assert {colour[:4] for colour in colours_in(terminal.output)} == {"38;5", "48;5"}
