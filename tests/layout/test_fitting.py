"""The split that follows the lengths of the texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.fitting import EVEN_SPLIT, MIN_FITTED_SPLIT, fitted_split
from reader.layout.flow import flow
from reader.layout.geometry import MIN_FITTED_COLUMN_CELLS, MIN_PARALLEL_CELLS, Geometry
from reader.model.magazine import AlignedBody, Article, Heading, Paragraph
from reader.model.text import text_of
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, articles

CHINESE, ENGLISH = LANGUAGES
splits = st.integers(35, 65).map(lambda percent: percent / 100)


def of_pairs(*pairs: tuple[str, str]) -> Article:
    blocks = tuple(Paragraph(text_of({CHINESE: left, ENGLISH: right})) for left, right in pairs)
    return Article("a", text_of({CHINESE: "泉", ENGLISH: "Springs"}), AlignedBody(blocks))


@given(articles())
@examples(80)
def test_a_split_is_within_bounds_and_its_rest_for_swapped_languages(article: Article) -> None:
    here, there = fitted_split(flow(article, LANGUAGES)), fitted_split(flow(article, LANGUAGES[::-1]))
    assert MIN_FITTED_SPLIT <= here <= 1 - MIN_FITTED_SPLIT
    assert abs(here + there - 1) < 1e-9


@given(st.integers(MIN_PARALLEL_CELLS, 400), splits, st.integers(44, 120))
def test_fitted_columns_are_readable_and_swap_with_the_sides(width: int, split: float, measure: int) -> None:
    geometry = Geometry(width, measure_cells=measure, split=split, fitted=True)
    swapped = Geometry(width, measure_cells=measure, split=1 - split, fitted=True)
    left, right = geometry.columns_cells
    assert (right, left) == swapped.columns_cells
    assert min(left, right) >= MIN_FITTED_COLUMN_CELLS
    assert max(left, right) <= measure
    assert left + right <= sum(Geometry(width, measure_cells=measure).columns_cells)
    assert (left < right) <= (split < EVEN_SPLIT)


def test_the_longer_language_has_the_wider_column() -> None:
    short, long = "水从石缝里来。" * 10, "Water from the stones. " * 20
    assert fitted_split(flow(of_pairs((short, long)), LANGUAGES)) < EVEN_SPLIT
    assert fitted_split(flow(of_pairs((short, "Water. " * 20)), LANGUAGES)) == EVEN_SPLIT
    assert fitted_split(flow(of_pairs((long, short)), LANGUAGES)) > EVEN_SPLIT


def test_the_split_is_even_where_there_is_nothing_to_compare() -> None:
    only_heading = Article("a", text_of("泉"), AlignedBody((Heading(text_of({CHINESE: "水", ENGLISH: "Water"})),)))
    assert fitted_split(flow(only_heading, LANGUAGES)) == EVEN_SPLIT
    one_sided = Article("a", text_of("泉"), AlignedBody((Paragraph(text_of({CHINESE: "水" * 300})),)))
    assert fitted_split(flow(one_sided, LANGUAGES)) == EVEN_SPLIT


def test_only_a_sample_of_a_long_article_is_measured() -> None:
    shown = flow(of_pairs(*(("水" * 40, "water " * 20),) * 3000), LANGUAGES)
    made: list[int] = []
    items = shown.sides[0]
    body = items.segments[-1][1]
    of_block = body.of_block
    body.of_block = lambda block: made.append(block) or of_block(block)
    fitted_split(shown)
    assert len(made) <= 4 * 48
