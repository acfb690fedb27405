"""The name of a speaker before a paragraph."""

from __future__ import annotations

import pytest

from reader.model.magazine import AlignedBody, Article, Paragraph
from reader.model.passage import find
from reader.model.spoken import spoken_text
from reader.model.text import Prose, Span, Text, text_of
from reader.model.translatable import translatable_texts


@pytest.mark.parametrize(
    ("speaker", "text", "spoken"),
    [
        ({"zh-Hans": "记者", "en": "Desk"}, {"zh-Hans": "水？", "en": "Water?"}, ["记者：水？", "Desk: Water?"]),
        ({"zh-Hans": "问：", "en": "Q."}, {"zh-Hans": "水？", "en": "Water?"}, ["问：水？", "Q. Water?"]),
        ({"en": "Desk"}, {"zh-Hans": "水？", "en": ""}, ["水？", ""]),
        ("A", {"zh-Hans": "水？", "en": "Water?"}, ["A：水？", "A: Water?"]),
        ({"zh-Hans": "甲", "en": "A"}, "OK", ["甲：OK", "A: OK"]),
    ],
)
def test_a_name_is_set_before_a_text(
    speaker: dict[str, str] | str, text: dict[str, str] | str, spoken: list[str]
) -> None:
    found = spoken_text(Paragraph(text_of(text), speaker=text_of(speaker)))
    assert [found.plain(tag) for tag in ("zh-Hans", "en")] == spoken


def test_the_name_is_a_span_and_moves_those_of_the_text() -> None:
    text = Text((("en", Prose("so it is", (Span(0, 2, "emphasis"),))),))
    [(_, found)] = spoken_text(Paragraph(text, speaker=text_of("Q"))).sides
    assert found == Prose("Q: so it is", (Span(0, 2, "speaker"), Span(3, 5, "emphasis")))


def test_a_name_is_searched_with_its_paragraph_and_translated_by_itself() -> None:
    text, name = text_of({"zh-Hans": "水？", "en": "Water?"}), text_of({"zh-Hans": "记者", "en": "Desk"})
    article = Article("x", text, AlignedBody((Paragraph(text, speaker=name),)))
    passage = find(article, "p1")
    assert passage
    assert passage.text.plain("en") == "Desk: Water?"
    assert [(each.part, each.text) for each in translatable_texts(article) if each.in_body] == [
        ("speaker", name),
        ("", text),
    ]
