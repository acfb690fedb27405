"""Footnotes are numbered by the order of their marks, the same in every language."""

from __future__ import annotations

import pytest

from reader.model.footnotes import in_order, numbered
from reader.model.magazine import AlignedBody, Article, Footnote, FreeBody, Paragraph, Table
from reader.model.markup import parse, source_runs
from reader.model.markup_writing import render
from reader.model.passage import find, passages, streams
from reader.model.text import Prose, Span, Text, text_of
from reader.model.translatable import TranslatableText
from reader.model.translation_status import text_hash


def pair(chinese: str, english: str) -> Text:
    return Text((("zh-Hans", parse(chinese, True)), ("en", parse(english, False))))


def numbers(article: Article) -> dict[str, int]:
    return {note.id: note.number for note in article.footnotes}


NOTES = tuple(Footnote(name, text_of(name)) for name in ("c", "b", "a", "unused"))


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("泉水[^a]四季", "泉水四季", [(2, "a")]),
        ("泉水。[^a][^b-2]\n四季", "泉水。四季", [(3, "a"), (3, "b-2")]),
        ("water [^a] wells", "water wells", [(5, "a")]),
        ("[^1]water", "water", [(0, "1")]),
        ("water[^1]", "water", [(5, "1")]),
        ("*a*[^n]*b*", "ab", [(1, "n")]),
        ("[words[^n]](https://x.org/)", "words", [(5, "n")]),
        (r"\[^a] [^A] [^a b] [^] [^-a]", "[^a] [^A] [^a b] [^] [^-a]", []),
        ("a\\\n[^n]b", "a\nb", [(2, "n")]),
        ("[^a]", "", []),
    ],
)
def test_marks_have_no_length(source: str, text: str, marks: list[tuple[int, str]]) -> None:
    prose = parse(source)
    assert prose.text == text
    assert [(s.start, s.target) for s in prose.spans if s.kind == "footnote"] == marks
    assert all(s.start == s.end for s in prose.spans if s.kind == "footnote")
    assert parse(render(prose)) == prose
    assert source_runs(source)[0] == (0, 0)


def test_numbers_follow_the_first_marks_over_both_languages_and_tables() -> None:
    table = Table((pair("井[^c]", "Well"),), ((pair("东", "East[^a]"),),), pair("表[^a]", "Table"))
    body = AlignedBody((Paragraph(pair("水[^b]", "Water[^a]")), table, Paragraph(pair("水[^b]", "Water"))))
    article = numbered(Article("wells", text_of("Wells"), body, footnotes=NOTES))
    assert numbers(article) == {"b": 1, "a": 2, "c": 3, "unused": 0}
    assert [note.id for note in in_order(article.footnotes)] == ["b", "a", "c", "unused"]
    assert {note.id: note.marked_in for note in article.footnotes}["a"] == ("en", "zh-Hans")
    assert numbered(article) == article


def test_footnotes_are_passages_after_the_body_with_addresses_of_their_own() -> None:
    body = AlignedBody((Paragraph(pair("水[^b]", "Water")), Paragraph(pair("水[^a]", "Water"))))
    article = numbered(Article("wells", text_of("Wells"), body, footnotes=NOTES[1:3]))
    found = [(p.number, p.anchor, p.kind, p.ordinal) for p in passages(article)]
    assert found[2:] == [(3, "note.b", "footnote", 1), (4, "note.a", "footnote", 2)]
    passage = find(article, "note.a")
    assert passage
    assert passage.text == NOTES[2].text
    assert find(article, "p3") is None
    assert streams(article)[-1].passage(2) == passage


def test_a_side_of_a_free_body_has_the_footnotes_that_it_marks() -> None:
    sides = (("zh-Hans", "水[^a]，井[^b]"), ("en", "Water[^b]"))
    body = FreeBody(tuple((tag, (Paragraph(Text(((tag, parse(source)),))),)) for tag, source in sides))
    article = numbered(Article("wells", text_of("Wells"), body, footnotes=NOTES[1:3]))
    assert numbers(article) == {"a": 1, "b": 2}
    assert [p.anchor for p in passages(article, "en")] == ["en.p1", "note.b"]
    assert [p.anchor for p in passages(article)] == ["p1", "en.p1", "note.a", "note.b"]


def test_marks_beside_each_other_and_other_spans_are_written_and_read() -> None:
    prose = Prose("ab", (Span(0, 1, "emphasis"), Span(1, 1, "footnote", "x"), Span(1, 2, "emphasis")))
    assert parse(render(prose)).text == "ab"
    assert {span.kind for span in parse(render(prose)).spans} == {"emphasis", "footnote"}


def test_a_mark_and_a_reading_make_no_translation_stale() -> None:
    texts = [TranslatableText("p1", "", pair(source, "Water")) for source in ("井水", "{井|jǐng}水[^a]")]
    assert text_hash(texts[0], "zh-Hans") == text_hash(texts[1], "zh-Hans")
