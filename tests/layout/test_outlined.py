"""The items of an outline: as many and as long as those that are made of the blocks."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given

from reader.layout.body import words_of
from reader.layout.flow import flow
from reader.layout.outlined import in_shares
from reader.layout.parts import PART_CHARS
from reader.layout.sampling import GROUPS, sampled
from reader.layout.spaces import SIDES
from reader.model.magazine import AlignedBody, Article, Aside, Figure, Heading, Paragraph, Placement, Quotation, Verse
from reader.model.text import Prose, Text, text_of
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, articles

CHINESE, ENGLISH = LANGUAGES
LONG = "泉" * (2 * PART_CHARS + 5)
OF_LONG = text_of({CHINESE: LONG, ENGLISH: "Springs"})
CAPTION = text_of({CHINESE: LONG, ENGLISH: ""})
LONG_BLOCKS = (
    Quotation(OF_LONG, OF_LONG),
    Paragraph(text_of({CHINESE: "水", ENGLISH: LONG}), continued_from="3", continued_on="yes"),
    Verse(OF_LONG, by=OF_LONG),
    Aside(OF_LONG, (Placement("spring"), Heading(OF_LONG), Placement("missing"))),
    Placement("spring"),
)


@given(articles())
@examples(100)
def test_the_outline_has_the_number_and_the_length_of_each_item(article: Article) -> None:
    shown = flow(article, LANGUAGES)
    for items in (*shown.sides, *shown.bodies):
        made = list(items)
        assert len(items) == len(made)
        for side in SIDES:
            words = [words_of(item, side) for item in made]
            assert items.texts(side) == items.texts_at(range(len(items)), side) == words
            assert [*items.lengths(side)] == list(map(len, words))


def test_texts_in_parts_have_about_the_lengths_of_their_parts() -> None:
    article = Article("springs", OF_LONG, AlignedBody(LONG_BLOCKS), figures=(Figure("spring", CAPTION),))
    items = flow(article, LANGUAGES).sides[0]
    made = list(items)
    assert len(items) == len(made) > 2 * len(LONG_BLOCKS)
    for side in SIDES:
        words = [len(words_of(item, side)) for item in made]
        assert sum(items.lengths(side)) == sum(words)
        assert [*items.lengths(side)] == pytest.approx(words, abs=2)


def test_shares_are_even_and_lose_no_character() -> None:
    assert in_shares(10, 0) == [(10, 0)]
    shares = in_shares(PART_CHARS * 2 + 1, 7)
    assert len(shares) == 3
    assert [sum(side) for side in zip(*shares, strict=True)] == [PART_CHARS * 2 + 1, 7]


@pytest.mark.parametrize("count", [0, 7, 47, 48, 49, 1000])
def test_a_sample_is_all_or_groups_of_neighbours(count: int) -> None:
    found = sampled(count, 48)
    assert found == sorted(set(found))
    assert all(0 <= index < count for index in found)
    assert len(found) == min(count, 48)
    if count > 10 * 48:
        steps = [after - before for before, after in pairwise(found)]
        assert sum(step > 1 for step in steps) == GROUPS - 1


def test_many_languages_and_a_text_without_any_keep_their_slots() -> None:
    texts = (Text(()), Text((("fr", Prose("source")),)), text_of({CHINESE: "水"}), text_of("1952"))
    items = flow(Article("a", OF_LONG, AlignedBody(tuple(map(Paragraph, texts)))), LANGUAGES).sides[0]
    first = next(index for index, item in enumerate(items) if item.number)
    assert [*items.lengths(0)][first:] == [0, 0, 1, 4]
    assert [*items.lengths(1)][first:] == [0, 0, 0, 4]
    assert [*accumulate(items.lengths(0))][-1] == len(LONG) + 5
