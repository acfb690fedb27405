"""Steps between styles of a terminal: the shortest, and blanks that need none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.terminal.pens import Pen, for_blanks, pen, pen_of, step
from tests.drawing import examples
from tests.e2e.emulator import Emulator, Style, seen

COLOURS = ("", "31", "38;5;17", "38;2;1;2;3")
PENS = st.builds(
    pen,
    st.frozensets(st.sampled_from([1, 2, 3, 4, 7, 9, 21, 53]), max_size=3),
    st.sampled_from(COLOURS),
    st.sampled_from(["", "41", "107", "48;5;231", "48;2;1;2;3"]),
    st.sampled_from(["", "id=1;https://a.example/", "id=2;https://b.example/"]),
)


def on_screen(output: str) -> Style:
    """Returns the style of a character after some output."""
    emulator = Emulator(1, 1)
    emulator.feed(output + "x")
    return emulator.styles[0][0]


def as_style(own: Pen) -> Style:
    return Style(frozenset(map(str, own.attributes)), own.ink, own.ground, own.link.partition(";")[2])


@examples(60)
@given(PENS, PENS)
def test_a_step_leads_from_any_pen_to_any_other(before: Pen, after: Pen) -> None:
    assert on_screen(step(pen(), before) + step(before, after)) == as_style(after)
    assert step(after, after) == ""


@examples(60)
@given(PENS, PENS)
def test_blanks_look_as_they_should(before: Pen, wanted: Pen) -> None:
    for own in (for_blanks(before, wanted), wanted.on_blanks):
        assert seen(" ", as_style(own)) == seen(" ", as_style(wanted))
        assert own.on_blanks is wanted.on_blanks


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("38;2;1;2;3;48;2;4;5;6", "38;2;9;9;9;48;2;4;5;6", "\x1b[38;2;9;9;9m"),
        ("48;2;4;5;6", "1;48;2;4;5;6", "\x1b[1m"),
        ("1;48;5;17", "48;5;17", "\x1b[0;48;5;17m"),
        ("1;31", "", "\x1b[m"),
    ],
)
def test_only_a_difference_is_written(before: str, after: str, expected: str) -> None:
    assert step(pen_of(before), pen_of(after)) == expected


def test_no_more_is_changed_for_blanks_than_their_ground() -> None:
    word, blank = pen_of("1;31;44"), pen_of("44")
    assert for_blanks(word, blank) is word
    assert for_blanks(word, pen_of("32;45")) is pen_of("1;31;45")
    assert for_blanks(word, pen_of("4;32;45")) is pen_of("4;32;45")
