from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model.markup import parse, parse_plain, source_runs
from reader.model.markup_writing import render
from reader.model.raised_text import on_the_line
from reader.model.scripts import joins_lines
from reader.model.text import Prose, Span
from reader.source.wrapping import lines_of
from tests.drawing import examples
from tests.model.strategies import PIECES, raw_texts

sources = st.one_of(raw_texts, st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
LINK = "https://example.org/"


@pytest.mark.parametrize(
    ("source", "text", "spans"),
    [
        ("plain", "plain", ()),
        ("*a* b", "a b", (Span(0, 1, "emphasis"),)),
        ("**a** b", "a b", (Span(0, 1, "strong"),)),
        ("***a***", "a", (Span(0, 1, "strong"), Span(0, 1, "emphasis"))),
        ("***a* b**", "a b", (Span(0, 3, "strong"), Span(0, 1, "emphasis"))),
        ("***a** b*", "a b", (Span(0, 3, "emphasis"), Span(0, 1, "strong"))),
        ("**a *b***", "a b", (Span(0, 3, "strong"), Span(2, 3, "emphasis"))),
        ("**a***b*", "ab", (Span(0, 1, "strong"), Span(1, 2, "emphasis"))),
        ("*a***b** c", "ab c", (Span(0, 1, "emphasis"), Span(1, 2, "strong"))),
        ("**a*** b", "a* b", (Span(0, 1, "strong"),)),
        (f"[a *b*]({LINK})", "a b", (Span(0, 3, "link", LINK), Span(2, 3, "emphasis"))),
        (f"*[a]({LINK})*", "a", (Span(0, 1, "link", LINK), Span(0, 1, "emphasis"))),
        ("[a](#p3) [b](wells#en.p2)", "a b", (Span(0, 1, "link", "#p3"), Span(2, 3, "link", "wells#en.p2"))),
        ("[a](lanes-03/wells#page-A3)", "a", (Span(0, 1, "link", "lanes-03/wells#page-A3"),)),
        (
            "see https://example.org/a?b=c#d.",
            "see https://example.org/a?b=c#d.",
            (Span(4, 31, "link", f"{LINK}a?b=c#d"),),
        ),
        ("见https://example.org/，完", "见https://example.org/，完", (Span(1, 21, "link", LINK),)),
        (f"[a {LINK} b]({LINK})", f"a {LINK} b", (Span(0, 24, "link", LINK),)),
        (f"*{LINK}*", LINK, (Span(0, 20, "link", LINK), Span(0, 20, "emphasis"))),
        ("[a](MAILTO:b@c)", "a", (Span(0, 1, "link", "MAILTO:b@c"),)),
        (r"\*a\* \[b] \\", r"*a* [b] \\"[:-1], ()),
        ("*重*点", "重点", (Span(0, 1, "emphasis"),)),
        ("`a` b", "a b", (Span(0, 1, "code"),)),
        ("``a`b`` c", "a`b c", (Span(0, 3, "code"),)),
        ("`` `a` ``", "`a`", (Span(0, 3, "code"),)),
        (r"`\*a*  [b](" + LINK + ")` c", r"\*a*  [b](" + LINK + ") c", (Span(0, 31, "code"),)),
        ("*a `b*c` d*", "a b*c d", (Span(0, 7, "emphasis"), Span(2, 5, "code"))),
        (f"[`a`]({LINK})", "a", (Span(0, 1, "link", LINK), Span(0, 1, "code"))),
        ("`a\n  b`", "a b", (Span(0, 3, "code"),)),
        ("`中`\n`文`", "中文", (Span(0, 1, "code"), Span(1, 2, "code"))),
        (r"\``a`", "`a", (Span(1, 2, "code"),)),
    ],
)
def test_whole_marks_are_spans(source: str, text: str, spans: tuple[Span, ...]) -> None:
    assert parse(source) == Prose(text, spans)


@pytest.mark.parametrize(
    "source",
    [
        *(
            "2 * 3 * 4",
            "a * b",
            "*",
            "**",
            "a*",
            "*a",
            "****a****",
            "[",
            "[a]",
            "[a](",
            "[a](2)",
            "[a](2018-08)",
            "[a](b/)",
            "[a](#P)",
        ),
        *("[a](#p0)", "[a](B)", "http://", "https:// x", "xhttp://a", "a@https://b", "ftp://a.org"),
        *(
            "[a](javascript:alert(1))",
            "[a](https://x.org/a b)",
            "](https://x.org/)",
            "a\\b",
            "\\",
            "[/]",
            "[red]x[/red]",
            "`",
            "a`b",
            "``a`",
            "` `",
            "```a```",
        ),
    ],
)
def test_a_mark_without_its_other_end_is_plain_text(source: str) -> None:
    assert parse(source) == Prose(source)


def test_marks_that_would_cross_are_left_plain() -> None:
    assert parse("*a **b* c**") == Prose("a **b c**", (Span(0, 5, "emphasis"),))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("泉水\n四季", "泉水四季"),
        ("泉水，\n  四季", "泉水，四季"),
        ("泉水\n\n四季\n", "泉水四季"),
        ("Spring\nwater\n", "Spring water"),
        ("泉水\nwater", "泉水water"),
        ("水温是\n18℃", "水温是18℃"),
        ("装了WiFi。\nAI来了", "装了WiFi。AI来了"),
        ("刊于《\nScience》的\n文章", "刊于《Science》的文章"),
        ("他问“\nOK”吗", "他问“OK”吗"),
        ("用了App——\nUI很新", "用了App——UI很新"),
        ("泉水，\nHello\nworld。", "泉水，Hello world。"),
        ("人工智能，\n한국", "人工智能，한국"),
        ("한국\n한국", "한국 한국"),
        ("the old word 泉\nmeans spring", "the old word 泉 means spring"),
        ("the word “泉”\nmeans spring", "the word “泉” means spring"),
        ("泉水…\n四季", "泉水…四季"),
        ("“\n泉水", "“泉水"),
        ("泉 水", "泉 水"),
        ("  a \t b  ", "a b"),
        ("カナ\nかな", "カナかな"),
    ],
)
def test_line_ends_join_chinese_and_are_spaces_elsewhere(source: str, text: str) -> None:
    assert parse(source).text == text
    assert parse_plain(source).text == text


@pytest.mark.parametrize(("unspaced", "text"), [(True, "Springs of 泉城and more"), (False, "Springs of 泉城 and more")])
def test_the_language_decides_where_it_is_known(unspaced: bool, text: str) -> None:
    for read in (parse, parse_plain):
        assert read("Springs of 泉城\nand more", unspaced).text == text


def permitted(text: str, unspaced: bool) -> list[tuple[int, int]]:
    """The places where a line of a source may end, each as the span that the line end replaces.

    In a language with word spaces a line ends at a space. In one without, a line also ends beside a character of it;
    a space beside such a character is kept on its line.
    """
    found = []
    for index in range(1, len(text) - 1):
        before, here, after = text[index - 1], text[index], text[index + 1]
        if here == " " and not joins_lines(before, after, unspaced):
            found.append((index, index + 1))
        elif here != " " != before and "\\" not in (before, here) and joins_lines(before, here, unspaced):
            found.append((index, index))
    return found


words = st.sampled_from(["泉", "水温", "かな", "GPU", "AI", "18℃", "C#", "Hello world", "한국", "“", "”", "——", "……"])
marks = st.sampled_from(["", "", "，", "。", "《", "》", "（", "）", " ", "·", ", "])


@examples(300)
@given(st.lists(st.tuples(words, marks), min_size=2, max_size=9), st.sampled_from([True, False]), st.data())
def test_every_wrapping_of_a_paragraph_is_one_text(
    pieces: list[tuple[str, str]], unspaced: bool, data: st.DataObject
) -> None:
    text = "".join(word + mark for word, mark in pieces).strip()
    places = permitted(text, unspaced)
    chosen = data.draw(st.lists(st.sampled_from(places), unique=True)) if places else []
    source = text
    for start, end in sorted(chosen, reverse=True):
        source = source[:start] + data.draw(st.sampled_from(["\n", " \n", "\n  "])) + source[end:]
    for read in (parse, parse_plain):
        assert read(source, unspaced).text == text
    for known in (unspaced, None):
        assert parse_plain(source, known) == parse_plain("\n".join(lines_of(source, "sentence", known)), known)


def test_backslash_keeps_a_line_end() -> None:
    assert parse("one \\\n  two").text == "one\ntwo"
    assert parse("一\\\n二").text == "一\n二"


@pytest.mark.parametrize("source", ["a\\\n", "\\\na", " \\\n \\\n a \\\n"])
def test_line_ends_at_the_ends_of_a_text_are_dropped(source: str) -> None:
    assert parse(source).text == "a"


def test_text_of_nothing_but_line_ends_is_empty() -> None:
    assert parse("\\\n\\\n").text == ""


def test_plain_texts_know_no_marks() -> None:
    assert parse_plain(r"*a* \* [b](https://x.org/)") == Prose(r"*a* \* [b](https://x.org/)")


@pytest.mark.parametrize("source", ["2 * 3", "[a]", "a\\b", "*", "](https://x.org/)"])
def test_rendering_escapes_only_what_must_be(source: str) -> None:
    assert render(parse(source)) == source


def test_rendering_keeps_neighbouring_marks_apart() -> None:
    prose = Prose("泉水", (Span(0, 1, "emphasis"), Span(1, 2, "strong")))
    assert parse(render(prose)) == prose


@examples(400)
@given(sources)
@example("x*\\\n**a** b*")
@example("*中*\n*文*")
@example("*\\\n\u3000a*")
@example("**[a](http://x.org/)***b*")
def test_rendered_text_is_read_as_the_same(source: str) -> None:
    prose = parse(source)
    assert parse(render(prose)) == prose


@examples(300)
@given(sources)
def test_spans_lie_in_the_text_in_order_and_never_cross(source: str) -> None:
    prose = parse(source)
    spans = prose.spans
    assert list(spans) == sorted(spans, key=lambda span: (span.start, -span.end))
    for span in spans:
        assert bool(span.target) == (span.kind in ("link", "footnote", "reading"))
        if span.kind == "footnote":
            assert 0 <= span.start == span.end <= len(prose.text) > 0
            assert prose.text[span.start - 1 : span.start] != " "
            continue
        assert 0 <= span.start < span.end <= len(prose.text)
        assert not prose.text[span.start].isspace()
        assert not prose.text[span.end - 1].isspace()
    for index, first in enumerate(spans):
        for second in spans[index + 1 :]:
            assert second.start >= first.end or second.end <= first.end


@examples(300)
@given(sources)
@example("`  `")
@example("a ` \t\n `` b")
def test_text_has_single_spaces_and_none_at_its_ends(source: str) -> None:
    for prose in (parse(source), parse_plain(source)):
        assert "  " not in prose.without_code()
        assert "\t" not in prose.text
        assert prose.text.strip(" \n") == prose.text


@examples(200)
@given(sources, st.sampled_from([True, False, None]), st.booleans())
@example(r"a\\* [b](https://a.example/b) b", None, True)
@example("***a** b*", None, True)
def test_each_character_of_a_text_has_its_place_in_the_source(source: str, unspaced: bool | None, marked: bool) -> None:
    text = (parse if marked else parse_plain)(source, unspaced).text
    runs = source_runs(source, unspaced, marked)
    starts = [start for start, _ in runs]
    assert starts == sorted(starts)
    places = []
    for offset, character in enumerate(text):
        start, place = runs[bisect_right(starts, offset) - 1]
        places.append(place + offset - start)
        written = source[places[-1]]
        on_its_line = on_the_line(on_the_line(character, "superior"), "inferior")
        same = {character, on_its_line, {"(": "{", ")": "}", "-": "−"}.get(on_its_line, "")}
        assert written in same or (character in " \n" and written in "\\ \t\n"), (offset, text)
    assert places == sorted(set(places))


@given(sources)
def test_plain_parsing_is_idempotent_and_keeps_every_other_character(source: str) -> None:
    once = parse_plain(source)
    assert parse_plain(once.text) == once
    assert once.spans == ()
    assert [c for c in once.text if c != " "] == [c for c in source if c not in " \t\n"]


@pytest.mark.parametrize(
    "piece",
    ["*a ", "**", "[", "](", "\\ ", "\\", "***a", "[a](x", "*a **b ", "](a:", " ", "\n", "\\\n", "[a](http://x)"],
)
def test_long_hostile_sources_take_no_quadratic_time(piece: str) -> None:
    prose = parse(piece * 50_000)  # minutes if time were quadratic
    assert len(prose.text) <= len(piece) * 50_000
