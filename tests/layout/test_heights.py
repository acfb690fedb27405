"""Heights: their sums, estimates that are correct to within a page, and a progress that stays as more is laid out."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.column import LONG_ITEMS, Place
from reader.layout.flow import flow
from reader.layout.geometry import MODES, Geometry
from reader.layout.heights import Heights
from reader.layout.spaces import ItemIndex
from reader.layout.spread import Spread
from reader.model.magazine import AlignedBody, Article, Paragraph
from reader.model.text import text_of
from tests.reading.opening import DRIVERS, open_article

if TYPE_CHECKING:
    from reader.library import Library

rows = st.lists(st.integers(1, 40), min_size=1, max_size=900)


@given(rows)
def test_sums_are_those_of_the_heights(estimates: list[int]) -> None:
    heights = Heights([float(k) for k in estimates])
    assert heights.total == sum(estimates)
    for index in range(0, len(estimates) + 1, 37):
        assert heights.above(index) == sum(estimates[:index])


@given(rows, st.floats(0, 1))
def test_the_item_at_a_height_holds_it(estimates: list[int], share: float) -> None:
    heights = Heights([float(k) for k in estimates])
    target = share * heights.total
    index, rest = heights.item_at(target)
    assert abs(heights.above(index) + rest - target) < 1e-6
    assert 0 <= rest <= heights[index] + 1e-6


def long_article(pairs: int) -> Article:
    chance = random.Random(5)
    chinese = "".join(chance.choice("泉水从石缝里来流到街上，。城北有湖南有山") for _ in range(3000))
    english = " ".join("".join(chance.choices("abcdefgh", k=chance.randrange(1, 9))) for _ in range(3000))

    def pair() -> dict[str, str]:
        start, words = chance.randrange(2500), chance.randrange(5000)
        left = chinese[start : start + chance.randrange(10, 260)]
        return {"zh-Hans": left, "en": english[words : words + chance.randrange(20, 700)]}

    blocks = tuple(Paragraph(text_of(pair())) for _ in range(pairs))
    return Article("a", text_of({"zh-Hans": "泉", "en": "Springs"}), AlignedBody(blocks))


def test_progress_is_right_to_within_a_page_from_the_first_frame() -> None:
    article, page = long_article(1500), 40
    for width in (60, 100, 150):
        for mode in MODES:
            spread = Spread(flow(article, ("zh-Hans", "en")), Geometry(width, mode))
            (column,) = spread.columns
            estimated = [column.heights.above(k) / column.heights.total for k in range(0, 1500, 50)]
            exact = [0]
            for index in range(len(column.items)):
                exact.append(exact[-1] + len(column.rows(index)))
            for number, share in enumerate(estimated):
                assert abs(share * exact[-1] - exact[50 * number]) < page, (width, mode, number)


def test_the_end_of_a_long_article_is_laid_out_when_it_comes_near() -> None:
    spread, height = Spread(flow(long_article(LONG_ITEMS + 200), ("zh-Hans", "en")), Geometry(100)), 40
    (column,) = spread.columns
    laid: list[int] = []
    lay = column._lay
    column._lay = lambda index, item: laid.append(index) or lay(index, item)
    places = [Place(), spread.move(Place(), 1, height), spread.at_progress(0.5, height)]
    shares = [spread.progress(place, height) for place in places]
    assert max(laid) < len(column.items) // 2 + 10
    assert shares[0] == 0 < shares[1] < shares[2]
    assert abs(shares[2] - 0.5) < 0.01
    near = Place(ItemIndex(len(column.items) - height))
    places += [near, spread.move(near, 1, height), spread.last(height)]
    shares = [spread.progress(place, height) for place in places]
    assert shares == sorted(shares)
    assert shares[-2] < 1 == shares[-1]
    assert spread.at_progress(1, height) == spread.move(places[2], 10**6, height) == places[-1]


class Square:
    """Room for pictures of 20 rows."""

    def cells(self, _figure: str, _width_cells: int) -> tuple[int, int]:
        return 40, 20


@pytest.mark.parametrize("address", ["lanes-and-rivers-03/old-spellings", "words-and-tools-01/cold-noodles", DRIVERS])
@pytest.mark.parametrize("width", [110, 58])
def test_the_progress_of_a_place_stays_and_is_about_that_of_its_rows(
    library: Library, address: str, width: int
) -> None:
    opened, height = open_article(library, address), 20
    spread = Spread(flow(opened.article, opened.languages), Geometry(width, figures=Square()))
    column = spread.columns[spread.longest(height)]
    place = spread.move(spread.first(), 20, height)
    early = spread.progress(place, height)
    rows = [len(column.rows(index)) for index in range(len(column.items))]
    above, last = (sum(rows[: p.item]) + p.row for p in (place, column.last(height)))
    assert spread.progress(place, height) == early
    assert abs(early - above / last) < 0.1
