"""Keys come through, in order and only a moment late, while two answers are expected."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.terminal.answers import without_answers
from reader.ui.terminal.asking import AnswerFilter
from reader.ui.terminal.beginnings import ESCAPE_SECONDS, HELD_SECONDS
from reader.ui.terminal.ground import GroundFilter


def test_escape_is_late_but_once() -> None:
    ground, cells = GroundFilter(0.0), AnswerFilter(0.0)
    assert without_answers("\x1b", 1.0, ground, cells) == ""
    assert without_answers("", 1.0 + ESCAPE_SECONDS, ground, cells) == "\x1b"


def test_a_key_does_not_overtake_one_that_is_held() -> None:
    ground, cells = GroundFilter(0.0), AnswerFilter(0.0)
    assert without_answers("\x1b[1", 1.0, ground, cells) == ""
    assert without_answers("\x1b", 1.0, ground, cells) == ""
    assert without_answers("", 1.0 + ESCAPE_SECONDS, ground, cells) == "\x1b[1\x1b"


@given(
    st.lists(st.sampled_from(["j", "\x1b", "\x1b[", "\x1b[1", "\x1b[?9", "\x1b]11;", "石", ""]), max_size=12),
    st.sampled_from([0.01, 0.15, 0.6, 3.0]),
)
def test_nothing_typed_is_lost_or_moved(pieces: list[str], pause: float) -> None:
    ground, cells = GroundFilter(0.0), AnswerFilter(0.0)
    now = [pause * number for number in range(len(pieces) + 2)]
    got = [without_answers(piece, at, ground, cells) for piece, at in zip(pieces, now, strict=False)]
    end = now[-1] + HELD_SECONDS
    got += [without_answers("", end, ground, cells), without_answers("", end + HELD_SECONDS, ground, cells)]
    assert "".join(got) == "".join(pieces)


def test_without_a_question_all_is_typed() -> None:
    assert without_answers("\x1b", 0.0, None, None) == "\x1b"
