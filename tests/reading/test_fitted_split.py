"""The split of the bundled articles, and of an article while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.fitting import fitted_split
from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.layout.spread import Spread
from reader.library import resolve
from reader.model.record import replace
from reader.reading.display import Display, ViewSize
from tests.reading.opening import look, open_article

if TYPE_CHECKING:
    from reader.library import Library

LANGUAGES = ("zh-Hans", "en")
SIZE = ViewSize(95, 40)


def test_pairs_of_the_bundled_articles_come_nearer_to_each_other_in_height(library: Library) -> None:
    """Blank rows beside a shorter counterpart become fewer than with equal columns."""
    for address in ("city-of-springs-08/springs", "lanes-and-rivers-03/old-bridges", "lanes-and-rivers-03/grand-canal"):
        target = resolve(library, address)
        assert target.article
        shown = flow(target.article, LANGUAGES)
        split = fitted_split(shown)
        assert split in (0.35, 0.4, 0.45)
        for width in (94, 130):
            even, fitted = Geometry(width), Geometry(width, split=split, fitted=True)
            assert blank_rows(Spread(shown, fitted)) < blank_rows(Spread(shown, even)) * 0.75


def blank_rows(spread: Spread) -> int:
    """Returns the number of rows on which one side of a pair has text and the other one has none."""
    (column,) = spread.columns
    found = 0
    for index, item in enumerate(column.items):
        if item.kind in ("paragraph", "quotation"):
            found += sum(bool(row.left.text) != bool(row.right.text) for row in column.rows(index))
    return found


def test_the_split_stays_while_one_reads_and_goes_with_the_languages(library: Library) -> None:
    opened = open_article(library)
    display = Display(flow(opened.article, opened.languages), look())
    geometry = display.viewport(SIZE).window.geometry
    display.go(SIZE, lambda viewport: viewport.window.go_to_end())
    assert display.viewport(SIZE).window.geometry == geometry
    display.show(flow(opened.article, opened.languages[::-1]), display._start)
    assert display.viewport(SIZE).window.geometry.columns_cells == geometry.columns_cells[::-1]


def test_a_moved_split_is_kept_in_another_article(library: Library) -> None:
    display = Display(flow(open_article(library).article, LANGUAGES), replace(look(), split=0.6))
    display.show(flow(open_article(library, "city-of-springs-08/springs").article, LANGUAGES), display._start)
    assert display.viewport(SIZE).window.geometry.split == 0.6
