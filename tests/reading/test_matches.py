"""Finding in long articles: piece by piece, and the same as all at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.body import unshared_words_of
from reader.layout.flow import flow
from reader.layout.geometry import MODES, Geometry
from reader.layout.spread import Spread
from reader.model.magazine import AlignedBody, Article, Paragraph
from reader.model.text import text_of
from reader.reading import matches as finding
from reader.reading.matches import Match, Matches, Words
from reader.reading.viewport import Viewport
from reader.reading.window import Window
from reader.search.query import parse_query, phrase
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, articles

wanted = st.sampled_from(["泉", "a", "the", "水", "“", "1", "zzz", "泉水"])


def plain(spread: Spread, query: str) -> list[Match]:
    """Returns the matches by going over every text."""
    found = []
    for number, column in enumerate(spread.columns):
        for index, item in enumerate(column.items):
            for side in column.sides:
                cell = item.cells[side]
                if cell and not cell.note:
                    is_both = len(column.sides) > 1  # a table in two languages shows a text of both once
                    text = unshared_words_of(item, side) if is_both else cell.prose.text
                    spans = phrase(query).spans(text)
                    found += [Match(number, index, side, *span) for span in spans]
    return found


@given(articles(), wanted, st.sampled_from(MODES), st.booleans())
@examples(80)
def test_every_match_is_found_in_reading_order(article: Article, query: str, mode: str, known: bool) -> None:
    spread = Spread(flow(article, LANGUAGES), Geometry(100, mode))
    words = Words(spread)
    while known and words.learn():
        pass
    matches = Matches(words, phrase(query))
    matches.finish()
    assert [words.match(*span) for span in matches.spans] == plain(spread, query)


def long_article(pairs: int) -> Article:
    texts = ({"zh-Hans": f"第{k}段泉水。" * 30, "en": f"Paragraph {k} of water. " * 20} for k in range(pairs))
    return Article("a", text_of("t"), AlignedBody(tuple(Paragraph(text_of(sides)) for sides in texts)))


def test_the_first_match_is_known_before_the_last_one_is_counted() -> None:
    viewport = Viewport(Window(flow(long_article(1200), LANGUAGES), Geometry(100), 40))
    viewport.window.go_to_share(0.5)
    assert len(viewport.words.text) > 2 * finding.STEP_CHARS
    viewport.find(phrase("泉水"))
    assert viewport.match is not None
    assert viewport.match.item >= viewport.window.place.item
    matches = viewport.matches
    assert matches is not None
    assert not matches.complete
    assert viewport.current is not None
    assert matches.index_of(viewport.current) is None  # not known yet
    first = viewport.current
    steps = 0
    while not matches.complete:
        matches.go_on()
        steps += 1
    assert steps > 2
    assert len(matches.spans) == 1200 * 30
    assert matches.spans[matches.index_of(first) or 0] == first


def test_what_is_not_there_is_told_at_once_and_next_does_nothing() -> None:
    viewport = Viewport(Window(flow(long_article(1200), LANGUAGES), Geometry(100), 40))
    viewport.find(phrase("没有"))
    assert viewport.match is None
    viewport.next_match(1)
    viewport.next_match(-1)
    assert viewport.match is None


def test_next_and_previous_go_around_the_ends_of_a_long_article() -> None:
    viewport = Viewport(Window(flow(long_article(1200), LANGUAGES), Geometry(100), 40))
    viewport.find(phrase("第0段"))
    first = viewport.current
    viewport.next_match(-1)
    last = viewport.current
    assert first is not None
    assert last is not None
    assert last > first
    viewport.next_match(1)
    assert viewport.current == first


def test_a_query_of_several_words_lights_texts_that_hold_all_of_them() -> None:
    texts = ({"zh-Hans": "泉水", "en": "spring and water"}, {"zh-Hans": "泉", "en": "a spring"})
    article = Article("a", text_of("t"), AlignedBody(tuple(Paragraph(text_of(sides)) for sides in texts)))
    viewport = Viewport(Window(flow(article, LANGUAGES), Geometry(100), 40))
    viewport.light(parse_query("water spring"))
    assert viewport.matches is not None
    viewport.matches.finish()
    assert [viewport.words.match(*span)[1:] for span in viewport.matches.spans] == [(1, 1, 0, 6), (1, 1, 11, 16)]
