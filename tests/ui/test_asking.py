"""The answers of the terminal are taken out of the typed text however they come."""

from __future__ import annotations

import os

from hypothesis import given
from hypothesis import strategies as st

from reader.folders import cache_folder
from reader.settings.known_terminals import CellAnswers, KnownTerminal, remember, remembered
from reader.ui.terminal.asking import AnswerFilter
from reader.ui.terminal.beginnings import ANSWER_SECONDS, ESCAPE_SECONDS, HELD_SECONDS

KEYS = st.lists(st.sampled_from(["j", "J", "1", ";", "[", "R", "石", "\x1b[A", "\x1b[1;5C", "\x1b[5~"]), max_size=4)
CELLS = st.tuples(*[st.sampled_from([1, 2])] * 3)


@given(st.tuples(KEYS, KEYS, KEYS, KEYS), CELLS, st.data())
def test_any_pieces_give_the_keys_and_the_answers(
    keys: tuple[list[str], ...], cells: tuple[int, int, int], data: st.DataObject
) -> None:
    typed = ["".join(part) for part in keys]
    answers = [f"\x1b[1;{width + 1}R" for width in cells]
    stream = "".join(a + b for a, b in zip(typed, [*answers, ""], strict=True))
    ends = sorted(data.draw(st.sets(st.integers(0, len(stream)), max_size=8)))
    asked = AnswerFilter(0.0)
    got = [asked.feed(stream[a:b], 0.1) for a, b in zip([0, *ends], [*ends, len(stream)], strict=True)]
    assert "".join(got) + asked.tick(1.0) == "".join(typed)
    assert asked.answers == CellAnswers(*cells)
    assert not asked.is_open


def test_an_escape_of_the_reader_is_given_back() -> None:
    asked = AnswerFilter(0.0)
    assert asked.feed("j\x1b", 1.0) == "j"
    assert asked.tick(1.0 + ESCAPE_SECONDS / 2) == ""
    assert asked.tick(1.1 + ESCAPE_SECONDS) == "\x1b"
    assert asked.feed("\x1b", ANSWER_SECONDS + 1) == "\x1b"
    assert not asked.is_open


def test_a_longer_beginning_waits_longer_than_escape() -> None:
    asked = AnswerFilter(0.0)
    assert asked.feed("\x1b[1", 1.0) == ""
    assert asked.tick(1.0 + ESCAPE_SECONDS) == ""
    assert asked.tick(1.0 + HELD_SECONDS) == "\x1b[1"


def test_a_place_in_another_row_is_no_answer() -> None:
    assert AnswerFilter(0.0).feed("\x1b[7;3R", 0.0) == "\x1b[7;3R"


def test_a_pipe_in_place_of_the_memory_is_not_waited_for() -> None:
    os.makedirs(cache_folder())
    os.mkfifo(os.path.join(cache_folder(), "terminals"))
    assert remembered({"TERM": "foot"}) == KnownTerminal()


def test_each_terminal_is_remembered_by_itself() -> None:
    xterm, other = {"TERM": "xterm", "LANG": "C"}, {"TERM": "xterm", "TERM_PROGRAM": "a b\n2 2 2 x"}
    remember(xterm, CellAnswers(1, 1, 1))
    remember(other, CellAnswers(2, 2, 0))
    remember(xterm, CellAnswers(2, 1, 1))
    assert remembered(xterm).cells == CellAnswers(2, 1, 1)
    assert remembered(other).cells == CellAnswers(2, 2, 0)
    assert remembered({"TERM": "foot"}) == KnownTerminal()
