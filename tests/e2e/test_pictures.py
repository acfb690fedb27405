"""Pictures on a pseudo-terminal that answers: their streams are parsed, and what is left at the end is looked at."""

from __future__ import annotations

import re
import signal
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest

from reader.pictures.placeholders import PLACEHOLDER, marks
from tests.e2e.terminal import patient
from tests.pictures.streams import KittyScreen, graphics, kitty_commands

if TYPE_CHECKING:
    from tests.e2e.terminal import Start, Terminal

ADDRESS = "lanes-and-rivers-03/old-bridges#arch"
KITTY = "\x1bP>|kitty(0.38.1)\x1b\\\x1b_Gi=2130303;OK\x1b\\\x1b[4;720;1000t\x1b[6;20;10t\x1b[?62;c"
FOOT = "\x1bP>|foot(1.13.1)\x1b\\\x1b[4;720;1000t\x1b[6;20;10t\x1b[?62;4;22c"
ITERM2 = "\x1bP>|iTerm2 3.5.14\x1b\\\x1b[?64;1;2;4c"
QUESTION, BLOCK = b"\x1b[?1;1;0S\x1b[c", "▀".encode()
HELP = "Down a page"
WALL = "reader.confined.WALL_FACTOR"
"""The limit of the decoder by the clock, of which a busy machine leaves it little."""


def opened(start: Start, answer: str, *options: str) -> Terminal:
    """Opens an article at a picture, and answers the question about pictures."""
    terminal = start(ADDRESS, *options, columns=100, rows=36, program=patient(WALL))
    terminal.wait_until(lambda: QUESTION in terminal.output)
    terminal.press(answer)
    return terminal


def stream(terminal: Terminal) -> str:
    return terminal.output.decode("utf-8", "replace")


def test_kitty_gets_the_picture_and_gives_it_back_whatever_lies_over_it(start: Start) -> None:
    terminal = opened(start, KITTY)
    terminal.wait_until(lambda: bool(re.search(rb"a=p[^\x1b]*\x1b\\", terminal.output)), "the picture, whole")
    screen = KittyScreen()
    screen.feed(stream(terminal))
    [(_, row, keys)] = screen.placements.values()
    assert row >= 2
    assert keys["w"] == "450"
    terminal.press("?")
    terminal.wait_until(lambda: b"a=d,d=i" in terminal.output)
    terminal.press("\x1b")
    terminal.wait_until(lambda: terminal.output.count(b"a=p") == 2)
    assert terminal.output.count(b"a=t") == 1
    terminal.press("q")
    assert terminal.wait() == 0
    assert terminal.output.count(b"d=I") == 1
    terminal.assert_given_back()


@pytest.mark.parametrize(("answer", "kind"), [(FOOT, "sixel"), (ITERM2, "iterm2")])
def test_painted_pictures_are_drawn_and_the_terminal_is_given_back_on_a_signal(
    start: Start, answer: str, kind: str
) -> None:
    terminal = opened(start, answer)
    mark = {"sixel": b"\x1bP0;1;0q", "iterm2": b"\x1b]1337;File="}[kind]
    terminal.wait_until(lambda: mark in terminal.output)
    terminal.wait_until(lambda: any(g.kind == kind for g in graphics(stream(terminal))))
    terminal.kill(signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM
    terminal.assert_given_back()


STRINGS = f"\x1bP>|q{'q' * 5000}\x1b\\\x1b_Gi=2130303;{'?' * 300}\x1b\\"
HOSTILE = f"{STRINGS}\x1b[4;99999;99999t\x1b[?2;0;0;0S\x1b[?{'4;' * 10_000}c\x1b_Gi=2130304;EINVAL"


@pytest.mark.parametrize(("answer", "kind"), [(KITTY, "kitty"), (FOOT, "sixel")])
def test_a_late_answer_makes_half_blocks_sharp_and_a_hostile_one_types_nothing(
    start: Start, answer: str, kind: str
) -> None:
    program = patient("reader.ui.terminal.cutting.HALF_SECONDS", WALL)
    terminal = start(ADDRESS, columns=100, rows=36, program=program)
    terminal.wait_until(lambda: BLOCK in terminal.output)
    asked = stream(terminal).index("\x1b[c") + 3
    for piece in (HOSTILE, "\x1b\\", answer[:9], answer[9:]):
        assert not graphics(stream(terminal)[asked:])
        terminal.press(piece)
    terminal.wait_until(lambda: any(g.kind == kind for g in graphics(stream(terminal)[asked:])))
    terminal.wait_until(lambda: not terminal.sees(BLOCK.decode()), "other cells below the picture")
    terminal.press(HOSTILE)
    terminal.press("\x1b\\?")
    terminal.wait_to_see(HELP)
    terminal.press("\x1b")
    terminal.wait_until(lambda: not terminal.sees(HELP))
    terminal.press("q")
    assert terminal.wait() == 0


def test_nothing_is_asked_where_no_picture_is_in_sight_or_none_is_wanted(start: Start) -> None:
    for address, options in ((ADDRESS, ("--pictures", "off")), (ADDRESS, ("--pictures", "blocks"))):
        terminal = start(address, *options, columns=100, rows=36, program=patient(WALL))
        terminal.wait_for("Four small arches")
        if options[1] == "blocks":
            terminal.wait_until(lambda terminal=terminal: BLOCK in terminal.output)
        terminal.press("q")
        assert terminal.wait() == 0
        assert QUESTION not in terminal.output


def test_through_tmux_a_picture_is_passed_on_and_its_cells_are_in_the_text(start: Start) -> None:
    tmux = {"TMUX": "/tmp/none,1,0", "TERM": "tmux-256color"}
    terminal = start(ADDRESS, "--pictures", "placeholders", columns=100, rows=36, program=patient(WALL), **tmux)
    terminal.wait_until(lambda: PLACEHOLDER.encode() in terminal.output)
    wrapped = re.findall(r"\x1bPtmux;((?:[^\x1b]|\x1b\x1b)*)\x1b\\", stream(terminal))
    sent, put = kitty_commands("".join(wrapped).replace("\x1b\x1b", "\x1b"))
    assert b64decode(sent.data).startswith(b"\x89PNG")

    def rows() -> list[str]:
        return re.findall(f"\x1b\\[38;5;{put.keys['i']}m((?:{PLACEHOLDER}..)+)\x1b\\[m", stream(terminal))

    terminal.wait_until(lambda: len(rows()) == int(put.keys["r"]))
    assert [row[1] for row in rows()] == list(marks()[: int(put.keys["r"])])
    assert {row[2::3] for row in rows()} == {marks()[: int(put.keys["c"])]}
    terminal.press("q")
    assert terminal.wait() == 0
    assert b"d=I" in terminal.output
