"""Steps from one look to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.layout.geometry import Geometry
from reader.model.terms import Terms
from reader.reading.glossary import terms_in_sight
from reader.reading.look import measure_beside, next_mode, split_beside
from tests.reading.opening import open_article, window_on

if TYPE_CHECKING:
    from reader.library import Library


def test_modes_go_around_and_leave_out_what_there_is_no_room_for() -> None:
    mode, seen = "parallel", []
    for _ in range(5):
        mode = next_mode(Geometry(100, mode), parallel_fits=True)
        seen.append(mode)
    assert seen == ["interleaved", "left", "right", "reveal", "parallel"]
    assert next_mode(Geometry(60, "reveal"), parallel_fits=False) == "interleaved"
    assert next_mode(Geometry(60, "parallel"), parallel_fits=False) == "left"  # it is shown interleaved


@pytest.mark.parametrize(
    ("split", "by", "moved"),
    [(0.5, 0.05, 0.55), (0.55, -0.05, 0.5), (0.52, -0.01, 0.5), (0.2, -0.05, 0.2), (0.8, 1, 0.8)],
)
def test_the_split_stays_within_bounds_and_is_even_where_nearly_so(split: float, by: float, moved: float) -> None:
    assert split_beside(split, by) == moved


def test_the_measure_begins_with_the_columns_there_are() -> None:
    geometry = Geometry(100, "left", 68)
    assert measure_beside(geometry, 4) == 72
    assert measure_beside(geometry, 1_000) == 120
    assert measure_beside(geometry, -1_000) == 24
    fitted = Geometry(100, split=0.35, fitted=True)
    assert measure_beside(fitted, -4) == max(fitted.columns_cells) - 4


def test_terms_in_sight_begin_with_those_of_the_paragraph(library: Library) -> None:
    opened = open_article(library)
    found = terms_in_sight(window_on(opened, "p1"), Terms(opened.issue.glossary))
    assert found[0].term.plain("zh-Hans") == "赵州桥"
    assert len({id(entry) for entry in found}) == len(found)
