"""Turns: two languages that are not in pairs, in one column."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.column import SIGN_ROWS
from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.layout.spaces import LEFT, RIGHT, SIDES
from reader.layout.spread import Spread
from reader.layout.turns import MAX_MEASURED_CHARS, LanguageTurn, SideHeights, Turns, in_turns, planned
from reader.model.magazine import Article, FreeBody, Heading, Paragraph
from reader.model.text import text_of
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, articles

CHINESE, ENGLISH = LANGUAGES
TITLE = text_of({CHINESE: "泉水", ENGLISH: "Springs"})
rows = st.lists(st.integers(1, 30), max_size=30)


def heights(texts: list[int], *headings: tuple[int, int]) -> SideHeights:
    return SideHeights(texts, [1] * len(texts), headings, frozenset(index + 1 for index, _ in headings))


@given(rows, rows, st.integers(1, 50), st.data())
def test_a_plan_has_each_item_once_in_order_and_no_turn_above_a_screen(
    left: list[int], right: list[int], room: int, data: st.DataObject
) -> None:
    sides = []
    for texts in (left, right):
        count = data.draw(st.integers(0, len(texts)))
        sides.append([(k, 1) for k in sorted(data.draw(st.permutations(range(len(texts))))[:count])])
    both = heights(left, *sides[0]), heights(right, *sides[1])
    turns = planned(*both, room)
    for side, texts in zip(SIDES, (left, right), strict=True):
        held = [(turn.start, turn.end) for turn in turns if turn.side == side]
        assert [k for start, end in held for k in range(start, end)] == list(range(len(texts)))
    assert all(len(turn) == 1 or both[turn.side].of(turn.start, turn.end) <= room for turn in turns)


def test_sections_with_the_same_headings_are_together() -> None:
    right = heights([1, 9, 1, 2], (0, 1), (2, 1))
    turns = planned(heights([1, 4, 4, 1, 4], (0, 1), (3, 1)), right, 30)
    assert turns == [
        LanguageTurn(LEFT, 0, 3),
        LanguageTurn(RIGHT, 0, 2),
        LanguageTurn(LEFT, 3, 5),
        LanguageTurn(RIGHT, 2, 4),
    ]
    other = planned(heights([1, 4, 4, 1, 4], (0, 1), (3, 2)), right, 30)  # a heading of another level is no counterpart
    assert other == [LanguageTurn(LEFT, 0, 5), LanguageTurn(RIGHT, 0, 4)]


def test_without_headings_the_languages_are_in_proportion() -> None:
    turns = planned(heights([4] * 8), heights([9] * 4), 15)
    assert [turn.side for turn in turns] == [LEFT, RIGHT] * 4
    assert [len(turn) for turn in turns] == [2, 1] * 4


def test_a_heading_is_not_parted_from_its_text() -> None:
    for turn in planned(heights([5, 1, 5, 5], (1, 1)), heights([5, 5]), 10):
        assert turn.side == RIGHT or turn.end != 2


@given(articles(free=True), st.sampled_from((20, 40, 60, 100)), st.integers(6, 45))
@examples(60)
def test_no_turn_on_a_screen_is_higher_than_it_unless_it_is_one_paragraph(
    article: Article, width: int, height: int
) -> None:
    spread = Spread(flow(article, LANGUAGES), Geometry(width, "interleaved"), height=height)
    (column,) = spread.columns
    items = column.items
    assert isinstance(items, Turns)
    shown = list(items)
    for side in SIDES:
        own = [item for item in shown[len(spread.flow.head) :] if item.cells[side]]
        assert own == [item for item in spread.flow.bodies[side] if item.cells[side]]
    begun = [k for k in range(len(items)) if items.sign_above(k)]
    for start, end in pairwise([*begun, len(items)]):
        count = sum(len(column.rows(k)) for k in range(start, end))
        assert count - (SIGN_ROWS - 1 if start == 0 else 0) <= height or end - start == 1
    for k, item in enumerate(shown):
        if item.anchor and item.number:
            assert shown[items.index_of(item.anchor)].anchor == item.anchor
            assert k in items.indices(item.kind, item.anchor)


def free(left: int, right: int) -> Article:
    sides = (
        (CHINESE, tuple(Paragraph(text_of({CHINESE: f"第{k}段。" + "水" * 60})) for k in range(left))),
        (ENGLISH, tuple(Paragraph(text_of({ENGLISH: f"No. {k}. " + "water " * 30})) for k in range(right))),
    )
    return Article("a", TITLE, FreeBody(sides))


def picture(spread: Spread, height: int) -> list[str]:
    return [row.left.text for row in spread.window(spread.places(spread.first(), height), height)]


def test_a_sign_names_the_language_and_the_paragraph_at_which_the_other_goes_on() -> None:
    spread = Spread(flow(free(4, 2), LANGUAGES), Geometry(44, "interleaved"), height=14)
    signs = [text for text in picture(spread, 200) if "─" in text]
    assert signs[0].split(" ─")[0] == "中文"
    assert signs[0].endswith("─ English ↓ ¶1")
    assert signs[1].startswith("English ─")
    assert signs[1].endswith("─ 中文 ↓ ¶3")
    assert signs[-1].endswith("中文 ↑ ¶3")
    assert picture(spread, 3) == ["泉水", "▏ Springs", ""]


def test_an_article_in_one_language_has_no_signs() -> None:
    article = Article("a", TITLE, FreeBody(((CHINESE, (Paragraph(text_of({CHINESE: "水"})),)),)))
    spread = Spread(flow(article, LANGUAGES), Geometry(40, "interleaved"))
    assert picture(spread, 20) == ["泉水", "▏ Springs", "", "仅有中文", "▏ In Chinese only", "", "    水"]


def test_an_unknown_number_of_headings_and_a_long_article_are_shared_out_by_estimates() -> None:
    article = free(900, 700)
    shown = flow(article, LANGUAGES)
    assert sum(shown.bodies[0].lengths(0)) + sum(shown.bodies[1].lengths(1)) > MAX_MEASURED_CHARS
    items = in_turns(shown, Geometry(60, "interleaved"), 24)
    assert isinstance(items, Turns)
    assert len(items.turns) > 200
    for before, after in pairwise(items.turns):
        assert before.side != after.side
    assert len(items.texts(0)) == len(items.lengths(1)) == len(items) == 1601


def test_the_sides_of_a_swapped_article_begin_with_the_other_language() -> None:
    shown = flow(free(3, 3), LANGUAGES[::-1])
    items = in_turns(shown, Geometry(60, "interleaved"), 24)
    assert items.sign_of(0).here == "English"


def test_a_free_heading_is_found_where_both_sides_have_it() -> None:
    sides = tuple(
        (tag, (Heading(text_of({tag: word})), Paragraph(text_of({tag: word * 3})), Heading(text_of({tag: word}))))
        for tag, word in ((CHINESE, "水"), (ENGLISH, "water "))
    )
    items = in_turns(flow(Article("a", TITLE, FreeBody(sides)), LANGUAGES), Geometry(60, "interleaved"), 24)
    assert [item.kind for item in items][1:] == ["heading", "paragraph"] * 2 + ["heading"] * 2
