"""Progress as a bar."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.runs import width_of
from reader.reading.progress import BAR_CELLS, DONE_SIGN, LEFT_SIGN, bar, progress_bar


@given(st.floats(0, 1))
def test_a_bar_has_one_width_and_is_full_only_at_the_end(share: float) -> None:
    text = "".join(part for part, _ in bar(share))
    assert width_of(bar(share)) == BAR_CELLS
    assert (DONE_SIGN in text) == (share > 0)
    assert (LEFT_SIGN in text) == (share < 1)


def test_the_percentage_is_beside_the_bar() -> None:
    assert progress_bar(420, is_finished=False)[-1] == (" 42%", "muted")
    assert progress_bar(3, is_finished=False)[-1] == (" 1%", "muted")
    assert progress_bar(420, is_finished=True)[-1] == (" 100%", "muted")
