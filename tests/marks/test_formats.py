"""Marks for other programs: all marks are written, and none of their texts becomes markup."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.marks.formats import ANKI_COLUMNS, CSV_COLUMNS, anki, escaped, markdown, pinyin
from reader.marks.formats import csv as to_csv
from reader.marks.mark import TextQuote
from tests.marks.made import mark

CITATION = "泉城 City of Springs · 8月刊 · 专题 Focus · 桥 Bridges · P.60 · rivers/bridges#p1"
BOTH = (TextQuote("p1", "zh-Hans", "洨河不宽。"), TextQuote("p1", "en", "The Xiao River is not wide."))
SENTENCES = (("zh-Hans", "工匠李春把拱做得又平又宽。"), ("en", "Li Chun made the arch flat."))


def word(exact: str = "工匠", language: str = "zh-Hans", **fields: object) -> object:
    return mark(
        "w", "word", quotations=(TextQuote("p1", language, exact),), beside=SENTENCES, citation=CITATION, **fields
    )


def test_markdown_holds_both_languages_the_note_and_the_citation() -> None:
    marks = [mark(quotations=BOTH, note="A note.", citation=CITATION), word(note="craftsman"), mark("p", "place")]
    assert markdown(marks) == (
        "## 泉城 City of Springs · 8月刊 · 专题 Focus · 桥 Bridges\n\n"
        "> 洨河不宽。\n>\n> The Xiao River is not wide.\n\nA note.\n\n"
        "— 泉城 City of Springs · 8月刊 · 专题 Focus · 桥 Bridges · P.60 · rivers/bridges\\#p1\n\n"
        "**工匠** — craftsman\n\n> 工匠李春把拱做得又平又宽。\n>\n> Li Chun made the arch flat.\n\n"
        "— 泉城 City of Springs · 8月刊 · 专题 Focus · 桥 Bridges · P.60 · rivers/bridges\\#p1\n"
    )
    assert markdown([]) == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"),
        ("[x](http://y.org) ![i](j)", "\\[x\\](http:\\//y.org) !\\[i\\](j)"),
        ("<script>&amp;", "\\<script\\>\\&amp;"),
        ("www.a.org a@b.org", "www\\.a.org a\\@b.org"),
        ("# h\n- l\n+ l\n1. l\n2) l\n===", "\\# h\n\\- l\n\\+ l\n1\\. l\n2\\) l\n\\==="),
        ("    code\n\t- x", "code\n\\- x"),
        ("a|b\\", "a\\|b\\\\"),
        ("2019 年，3.5 - 4", "2019 年，3.5 - 4"),
    ],
)
def test_in_markdown_text_is_text(text: str, wanted: str) -> None:
    assert escaped(text) == wanted


def test_lines_of_a_note_and_of_a_quotation_stay_in_place() -> None:
    shown = markdown([mark(quotations=(TextQuote("p1", "en", "one\n> two"),), note="# a\nb\n \n- c\\\r\nd\u2028e")])
    assert "> one\\\n> \\> two\n" in shown
    assert "\n\\# a\\\nb\n\n\\- c\\\\\\\nd\\\ne\n" in shown


def test_the_lines_of_a_meaning_are_kept_and_a_name_has_one_line() -> None:
    assert "**工匠** — one\\\ntwo\n" in markdown([word(note="one\ntwo")])
    assert "\n**a b**\n" in markdown([mark(kind="bookmark", name="a\nb")])
    assert markdown([mark(citation="One\nTwo · P.1 · a/b")]).startswith("## One Two\n\n> ")


def test_paragraphs_of_a_quotation_stay_in_it() -> None:
    two = (TextQuote("p1", "en", "one"), TextQuote("p2", "en", "two"))
    assert "> one\n>\n> two\n\n—" in markdown([mark(quotations=two)])


def test_a_table_reads_back_cell_by_cell() -> None:
    marks = [mark(quotations=BOTH, note='two "lines",\nand a comma', name="n", citation=CITATION), word()]
    table = to_csv(marks)
    assert table.encode().startswith(b"\xef\xbb\xbf")  # by which Excel knows that it is UTF-8
    head, first, second = csv.reader(io.StringIO(table.encode().decode("utf-8-sig")))
    assert tuple(head) == CSV_COLUMNS
    row = dict(zip(head, first, strict=True))
    assert row["text"] == "洨河不宽。"
    assert row["beside"] == "The Xiao River is not wide."
    assert row["note"] == 'two "lines",\nand a comma'
    assert row["made"] == "1970-01-01T00:00:01Z"
    assert row["address"] == "rivers/bridges#p1"
    assert second[0] == "word"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "－1"])
def test_no_cell_is_a_formula(text: str) -> None:
    for mark_ in (mark(note=text), mark(quotations=(TextQuote("p1", "en", text),)), mark(name=text)):
        rows = list(csv.reader(io.StringIO(to_csv([mark_]))))
        assert "'" + text in rows[1]
        assert text not in rows[1]


def test_anki_gets_words_with_pinyin_and_both_sentences() -> None:
    head = "#separator:Tab\n#html:false\n#guid column:1\n#tags column:8\n#columns:" + "\t".join(ANKI_COLUMNS) + "\n"
    assert anki([mark(), word(note="craftsman")]) == head + "\t".join(
        (
            "w",
            "工匠",
            "gōng jiàng",
            "craftsman",
            SENTENCES[0][1],
            SENTENCES[1][1],
            CITATION,
            "reader rivers rivers::bridges\n",
        )
    )


def test_an_english_word_has_no_pinyin_and_its_own_sentence_first() -> None:
    fields = anki([word("arch", "en")]).splitlines()[-1].split("\t")
    assert fields[1:6] == ["arch", "", "", SENTENCES[1][1], SENTENCES[0][1]]


@pytest.mark.parametrize("note", ["a\tb", 'say "x"', "#tag", '"', "a\nb", "a\n\n#b", 'a\n"b"\tc', "<br>\n&"])
def test_no_field_is_more_than_a_field_and_its_lines_are_kept(note: str) -> None:
    table = anki([word(note=note)]).split("\n", 5)[5]
    (fields,) = csv.reader(io.StringIO(table), delimiter="\t")
    assert len(fields) == len(ANKI_COLUMNS)
    assert fields[3] == note.replace("\t", " ")


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), min_size=1, max_size=4))
def test_every_line_end_of_a_note_is_a_line_feed_in_a_table(lines: list[str]) -> None:
    for end in ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"):
        note = end.join(lines)
        (fields,) = csv.reader(io.StringIO(anki([word(note=note)]).split("\n", 5)[5]), delimiter="\t")
        assert fields[3] == "\n".join(lines)
        row = list(csv.reader(io.StringIO(to_csv([word(note=note)]))))[1]
        assert row[5].removeprefix("'") == "\n".join(lines).removeprefix("'")


def test_pinyin_has_tones() -> None:
    assert pinyin("泉水") == "quán shuǐ"
    assert pinyin("长大") == "zhǎng dà"
