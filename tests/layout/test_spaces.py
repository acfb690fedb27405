from __future__ import annotations

import pytest

from reader.layout.geometry import MODES, mode_named
from reader.layout.spaces import LEFT, RIGHT, SIDES, ColumnRow, ItemIndex, TextOffset, other_side


def test_spaces_are_plain_numbers_while_a_program_runs() -> None:
    assert type(ItemIndex(3)) is type(TextOffset(3)) is int
    assert type(ColumnRow(0.5)) is float


def test_sides() -> None:
    assert SIDES == (LEFT, RIGHT) == (0, 1)
    assert [other_side(side) for side in SIDES] == [RIGHT, LEFT]


def test_ways_to_read_have_names() -> None:
    assert tuple(map(mode_named, MODES)) == MODES
    with pytest.raises(ValueError, match="not in"):
        mode_named("sideways")
