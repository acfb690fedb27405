"""Soft hyphens: none is drawn within a line, and a hyphen where a line ends at one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.gate import drawn_line
from reader.layout.lines import measured
from reader.layout.runs import wrap
from reader.layout.width import cell_width

SHY = "\u00ad"
WORD = SHY.join(("Donau", "dampf", "schiff", "fahrt"))
TEXTS = st.lists(st.sampled_from(["ab", "c", SHY, SHY, " ", "泉水", "，"]), max_size=30).map("".join)


def drawn(text: str, width_cells: int) -> list[str]:
    return [drawn_line("".join(part for part, _ in line)) for line in wrap(((text, ""),), width_cells)]


@pytest.mark.parametrize(
    ("width_cells", "lines"),
    [
        (30, ["Donaudampfschifffahrt"]),
        (20, ["Donaudampfschiff-", "fahrt"]),
        (17, ["Donaudampfschiff-", "fahrt"]),
        (16, ["Donaudampf-", "schifffahrt"]),
        (6, ["Donau-", "dampf-", "schif", "ffahrt"]),
    ],
)
def test_a_word_is_divided_at_its_soft_hyphens(width_cells: int, lines: list[str]) -> None:
    assert drawn(WORD, width_cells) == lines


def test_the_last_line_has_none() -> None:
    assert drawn(f"spring{SHY}", 20) == ["spring"]
    assert cell_width(WORD) == len(WORD) - 3


@given(TEXTS, st.integers(4, 30))
@example(f"abab{SHY * 3}ab", 4)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width_cells: int) -> None:
    lines = drawn(text, width_cells)
    assert all(cell_width(line) <= width_cells for line in lines)
    assert not any(SHY in line for line in lines)
    letters = "".join(lines).replace("-", "").replace(" ", "")
    assert letters == text.replace(SHY, "").replace(" ", "")


@given(TEXTS)
def test_without_room_to_fill_the_text_is_one_line(text: str) -> None:
    assert measured(text).width_cells == cell_width(text.replace(SHY, ""))
