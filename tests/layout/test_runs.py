"""Lines of runs: titles without orphans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.runs import packed, width_of, with_ellipsis, without_orphan, wrap
from reader.layout.width import cell_width

if TYPE_CHECKING:
    from reader.layout.runs import Run


def letters(lines: list[list[Run]]) -> list[str]:
    return "".join(text for line in lines for text, _ in line).split()


@given(st.text("中文字a b", min_size=1, max_size=60), st.integers(10, 40))
def test_no_letter_is_lost_and_no_line_more_is_needed(text: str, width: int) -> None:
    usual, better = wrap(((text, ""),), width), without_orphan(((text, ""),), width)
    assert "".join(letters(better)) == "".join(letters(usual))
    assert len(better) == len(usual)
    assert all(width_of(line) <= width for line in better)


def test_the_last_letter_of_a_title_is_not_left_alone() -> None:
    assert letters(without_orphan((("给老城换上新动能", ""),), 14)[1:]) == ["新动能"]


@given(st.text("中文ab ·", max_size=30), st.integers(1, 30))
def test_an_ellipsis_fits_the_line(text: str, width: int) -> None:
    line = "".join(part for part, _ in with_ellipsis([(text[:7], ""), (text[7:], "muted")], width))
    assert line.endswith("…")
    assert cell_width(line) <= width
    assert text.startswith(line[:-1])


@given(st.lists(st.text("中文ab ", min_size=1, max_size=12), max_size=8), st.integers(4, 40))
def test_no_name_is_torn_and_all_are_there(names: list[str], width: int) -> None:
    lines = packed(names, width)
    assert [part for line in lines for part in line.replace("·", " ").split()] == [
        part for name in names for part in name.split()
    ]
    for line in lines:
        held = line.removesuffix(" ·")
        assert cell_width(held) <= width or held in names
        assert cell_width(line) <= width or cell_width(held) > width  # its dot is never on a line of its own
