"""The reports of the terminal's ground are taken out of the typed text however and whenever they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings.known_terminals import CellAnswers, KnownTerminal, remember, remembered
from reader.ui.terminal.beginnings import ANSWER_SECONDS, ESCAPE_SECONDS, HELD_SECONDS
from reader.ui.terminal.ground import GroundFilter, is_asked

TYPED = [
    "j",
    "J",
    "1",
    ";",
    "[",
    "]",
    "R",
    "石",
    "\x1b[A",
    "\x1b[1;5C",
    "\x1b[5~",
    "\x1bj",
    "\x1b[<0;3;4M",
    "\x1b[?2026;0$y",
]
KEYS = st.lists(st.sampled_from(TYPED), max_size=4)
REPORTS = {
    "\x1b]11;rgb:0000/0000/0000\x1b\\": "dark",
    "\x1b]11;rgb:ffff/ffff/ffff\x07": "light",
    "\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\": "light",
    "\x1b]11;rgb:00/2b/36\x07": "dark",
    "\x1b]11;rgba:ffff/ffff/ffff/8000\x07": "light",
    "\x1b[?997;1n": "dark",
    "\x1b[?997;2n": "light",
}


@given(KEYS, KEYS, st.sampled_from([*REPORTS]), st.data(), st.booleans())
def test_any_pieces_give_the_keys_and_the_ground(
    before: list[str], after: list[str], report: str, data: st.DataObject, late: bool
) -> None:
    first, rest = "".join(before), "".join(after)
    stream = first + report + rest
    now = ANSWER_SECONDS + 100 if late else 0.1
    ends = data.draw(st.sets(st.integers(0, len(stream)), max_size=8))
    # A report that comes when none is expected may be cut anywhere but behind its Escape, which is a key then.
    ends -= {len(first) + 1, len(first) + len(report) - 1} if late else set()
    ends = {end for end in ends if not late or stream[end - 1 : end] != "\x1b"}
    asked = GroundFilter(0.0)
    pieces = zip([0, *sorted(ends)], [*sorted(ends), len(stream)], strict=True)
    got = [asked.feed(stream[a:b], now) for a, b in pieces]
    assert "".join(got) + asked.tick(now + 1) == first + rest
    assert asked.ground == REPORTS[report]


@given(st.lists(st.sampled_from([*TYPED, "\x1b", "\x1b]", "\x1b]1", "\x1b[?9"]), max_size=12))
def test_nothing_typed_is_lost_or_delayed_for_long(keys: list[str]) -> None:
    asked = GroundFilter(0.0)
    got = ""
    for number, key in enumerate(keys):
        got += asked.feed(key, number / 10)
    assert got + asked.tick(len(keys) / 10 + HELD_SECONDS) == "".join(keys)
    assert not asked.ground


def test_escape_is_held_only_as_long_as_an_answer_is_expected() -> None:
    asked = GroundFilter(0.0)
    assert asked.feed("j\x1b", 1.0) == "j"
    assert asked.tick(1.0 + ESCAPE_SECONDS / 2) == ""
    assert asked.tick(1.0 + ESCAPE_SECONDS) == "\x1b"
    assert asked.feed("\x1b]11;rgb:0/0/0\x07", 2.0) == ""
    assert asked.feed("\x1b", 2.1) == "\x1b"
    assert GroundFilter(0.0).feed("\x1b", ANSWER_SECONDS + 1) == "\x1b"


def test_escape_is_not_held_once_a_later_question_is_answered() -> None:
    reports = GroundFilter(0.0)
    assert reports.feed("\x1b", 0.1) == ""
    assert reports.tick(9.0) == "\x1b"
    reports.expect_no_answer()
    assert reports.feed("\x1b", 0.2) == "\x1b"
    assert reports.feed("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", 0.3) == ""
    assert reports.ground == "light"


@pytest.mark.parametrize(("term", "asked"), [("xterm", True), ("linux", False), ("dumb", False), ("", False)])
def test_a_terminal_that_could_print_the_question_is_not_asked(term: str, asked: bool) -> None:
    assert is_asked({"TERM": term}) == asked


def test_the_ground_and_the_cells_are_remembered_apart() -> None:
    xterm, other = {"TERM": "xterm"}, {"TERM": "other"}
    remember(xterm, ground="light")
    assert remembered(xterm) == KnownTerminal(CellAnswers(), "light")
    remember(xterm, CellAnswers(2, 1, 1))
    remember(other, CellAnswers(1, 1, 1))
    assert remembered(xterm) == KnownTerminal(CellAnswers(2, 1, 1), "light")
    remember(xterm, ground="dark")
    assert remembered(xterm) == KnownTerminal(CellAnswers(2, 1, 1), "dark")
    assert remembered(other) == KnownTerminal(CellAnswers(1, 1, 1))


def test_answers_that_an_earlier_version_kept_are_read() -> None:
    import os

    from reader.folders import cache_folder

    os.makedirs(cache_folder(), exist_ok=True)
    remember({"TERM": "a"}, CellAnswers(1, 2, 1))
    with open(os.path.join(cache_folder(), "terminals"), encoding="utf-8") as file:
        kept = file.read()
    assert kept.startswith("1 2 1 - ")
    with open(os.path.join(cache_folder(), "terminals"), "w", encoding="utf-8") as file:
        file.write(kept.replace("1 2 1 - ", "1 2 1 ") + "9 9 9 light x\n1 light\n")
    assert remembered({"TERM": "a"}) == KnownTerminal(CellAnswers(1, 2, 1))
