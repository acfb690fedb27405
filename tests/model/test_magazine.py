from __future__ import annotations

import pytest

from reader.model.magazine import AlignedBody, Article, Aside, Figure, FreeBody, Issue, Paragraph, Section, Table
from reader.model.text import EVERY_LANGUAGE, Prose, Text, text_of

ONE = (Paragraph(text_of("One")),)


def article(body: AlignedBody | FreeBody, languages: tuple[str, ...] = ()) -> Article:
    figures = (Figure("valley", text_of("Valley")), Figure("map", text_of("Map")))
    return Article("springs", text_of("Springs"), body, languages=languages, figures=figures)


def in_languages(*tags: str) -> AlignedBody:
    return AlignedBody((*ONE, *(Paragraph(text_of({tag: "One"})) for tag in tags)))


def issue(*articles: Article) -> Issue:
    section = Section("focus", text_of("Focus"), articles)
    return Issue("x", ("zh-Hans", "en", "ja"), text_of("City"), text_of("August"), (section,))


@pytest.mark.parametrize(
    ("made", "languages"),
    [
        (article(AlignedBody(ONE)), ("zh-Hans", "en")),
        (article(AlignedBody(ONE), ("ja", "en")), ("ja", "en")),
        (article(in_languages("zh-Hans", "ja")), ("zh-Hans", "ja")),
        (article(in_languages("ja", "en", "zh-Hans")), ("zh-Hans", "en", "ja")),
        (article(in_languages("ja")), ("zh-Hans", "ja")),
        (article(AlignedBody((Aside(None, (Table((), ((text_of({"en": "Ice", "ja": "氷"}),),)),)),))), ("en", "ja")),
        (article(FreeBody((("en", ONE), ("ja", ONE)))), ("en", "ja")),
        (article(FreeBody((("en", ONE),))), ("en", "zh-Hans")),
        (article(FreeBody((("zh-Hans", ONE),))), ("zh-Hans", "en")),
        (article(FreeBody((("en", ONE),)), ("en", "ja")), ("en", "ja")),
    ],
)
def test_the_languages_of_an_article(made: Article, languages: tuple[str, ...]) -> None:
    assert issue(made).languages_of(made) == languages


def test_articles_and_figures_are_found_by_id() -> None:
    made = article(AlignedBody(ONE))
    assert issue(made).article("springs") is made
    assert issue(made).article("other") is None
    assert made.figure("map") is made.figures[1]
    assert made.figure("other") is None
    assert list(issue(made).articles()) == [(issue(made).sections[0], made)]


def test_a_text_gives_the_side_of_a_language() -> None:
    text = text_of({"zh-Hans": "泉", "en": "Spring"})
    assert text.get("en") == Prose("Spring")
    assert text.get("ja") is None
    assert text.plain("zh-Hans") == "泉"
    assert text.plain("ja") == ""
    assert text.languages == ("zh-Hans", "en")


def test_a_shared_text_is_in_every_language() -> None:
    text = text_of("Baotu")
    assert text.languages == (EVERY_LANGUAGE,)
    assert text.plain("ja") == text.plain("en") == text.best(()) == "Baotu"


def test_the_best_side_is_the_first_that_is_written_else_any() -> None:
    text = text_of({"zh-Hans": "泉", "en": "Spring"})
    assert text.best(("ja", "en", "zh-Hans")) == "Spring"
    assert text.best(("ja",)) == "泉"
    assert Text(()).best(("en",)) == ""
