"""Pictures through tmux: what it passes on is one picture in the cells of its placeholders."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.width import cell_width
from reader.pictures import placeholders
from reader.pictures.fitting import CellBox
from reader.pictures.placeholders import PLACEHOLDER, marks
from tests.drawing import examples
from tests.pictures.streams import kitty_commands

WRAPPED = re.compile(r"\x1bPtmux;((?:[^\x1b]|\x1b\x1b)*)\x1b\\")


def passed_on(stream: str) -> str:
    """Returns the text that tmux passes on to its terminal; nothing else may be in the stream."""
    assert not WRAPPED.sub("", stream)
    return "".join(found.replace("\x1b\x1b", "\x1b") for found in WRAPPED.findall(stream))


@examples(20)
@given(st.binary(max_size=9000), st.integers(100, 255), st.integers(1, 300), st.booleans())
def test_a_picture_is_sent_whole_for_its_cells_and_no_fault_is_answered(
    data: bytes, image: int, columns: int, in_tmux: bool
) -> None:
    stream = "".join(placeholders.sent(image, data, CellBox(columns, 9), in_tmux=in_tmux))
    sent, put = kitty_commands(passed_on(stream) if in_tmux else stream)
    assert b64decode(sent.data, validate=True) == data
    assert (sent.keys["i"], sent.keys["q"]) == (str(image), "2")
    assert put.keys == {"a": "p", "U": "1", "i": str(image), "c": str(columns), "r": "9", "q": "2"}
    [gone] = kitty_commands(passed_on(placeholders.forgotten(image, in_tmux=True)))
    assert (gone.keys["d"], gone.keys["i"]) == ("I", str(image))


@pytest.mark.parametrize(("number", "columns"), [(0, 1), (3, 160), (296, 297), (5, 310)])
def test_a_row_has_a_placeholder_a_cell_with_its_row_and_column(number: int, columns: int) -> None:
    row = placeholders.row(120, number, columns)
    found = re.fullmatch(f"\x1b\\[38;5;120m((?:{PLACEHOLDER}[^{PLACEHOLDER}\x1b]*)+)\x1b\\[m", row)
    assert found
    cells = found[1].split(PLACEHOLDER)[1:]
    assert len(cells) == columns
    for column, cell in enumerate(cells[: len(marks())]):
        assert cell == marks()[number] + marks()[column]
    assert not any(cells[len(marks()) :])


def test_the_marks_are_those_of_the_protocol() -> None:
    assert len(set(marks())) == 297
    assert (marks()[0], marks()[5], marks()[-1]) == ("\u0305", "\u033d", "\U0001d244")
    assert all(cell_width(mark) == 0 for mark in marks())
    assert placeholders.row(120, 297, 4) == "    "
