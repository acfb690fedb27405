"""The lines of an entry, with its run at the right end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.runs import width_of
from reader.ui.lists.entry import ListEntry, laid_out

TITLE = (("○ ", "faint"), ("水从石缝里来", ""))
ENGLISH = (("  ", ""), ("Water", "muted"))


def lines(room_cells: int, right: str) -> list[str]:
    entry = ListEntry((TITLE, ENGLISH), 1, hang_cells=2, right=(right, "muted"))
    return ["".join(text for text, _ in line) for line in laid_out(entry, room_cells)]


def test_the_right_end_is_on_the_first_line_that_has_room() -> None:
    assert lines(22, "74–75") == ["○ 水从石缝里来   74–75", "  Water"]
    assert lines(18, "74–75") == ["○ 水从石缝里来", "  Water      74–75"]


def test_where_no_line_has_room_the_first_one_is_broken() -> None:
    assert lines(11, "74–75") == ["○ 水  74–75", "从石", "缝里", "来", "  Water"]


@given(st.integers(12, 60), st.text("0123456789–% ", max_size=10))
def test_the_right_end_is_whole_and_at_the_edge(room_cells: int, right: str) -> None:
    right = right.strip()
    drawn = laid_out(ListEntry((TITLE, ENGLISH), 1, hang_cells=2, right=(right, "muted")), room_cells)
    ends = [line for line in drawn if line[-1] == (right, "muted")]
    assert len(ends) == (1 if right else 0)
    assert all(width_of(line) == room_cells for line in ends)
