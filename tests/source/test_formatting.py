"""The one layout: it keeps the content and every comment, and laying it out again changes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from reader.source import load_text
from reader.source.formatting import formatted, most_line_ends
from reader.source.source_file import SourceFile
from reader.source.syntax_tree import parse_syntax
from reader.source.wrapping import WRAPS, lines_of
from reader.source.writer import dump
from tests.drawing import examples
from tests.model.strategies import issues, raw_texts
from tests.source.test_bad_files import FILES
from tests.source.test_loading import ISSUES

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model.magazine import Issue


def laid_out(text: str, wrap: str = "sentence") -> str:
    source = SourceFile("x", text)
    result = formatted(source, wrap)
    assert result is not None, source.diagnostics
    return result


def comments(text: str) -> list[str]:
    entries = parse_syntax(text).walk()
    return sorted(c for entry in entries for c in (*entry.before, entry.beside, *entry.after) if c)


HEAD = "format: 1\nid: x\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n"
ARTICLE = "  - id: all\n    title: All\n    articles:\n      - id: a\n        title: A\n        body:\n"
START = HEAD + ARTICLE
MIXED = (
    START
    + "          - zh-Hans: |\n              水。\n\n              河。\n            en: a\n\n\n          - b # c\n"
)


@examples(60, phases=[Phase.reuse, Phase.generate])
@given(issues(), st.sampled_from(WRAPS), st.data())
def test_a_layout_keeps_the_content_and_is_stable(issue: Issue, wrap: str, data: st.DataObject) -> None:
    lines = dump(issue).split("\n")
    for number in range(data.draw(st.integers(0, 6))):
        index = data.draw(st.integers(0, len(lines) - 1))
        indent = data.draw(st.sampled_from([0, 2, 4, 6, 8, 10, 12]))
        kind = data.draw(st.sampled_from(["own", "beside", "blank"]))
        if kind == "own":
            lines.insert(index, " " * indent + f"# comment {number}")
        elif kind == "beside":
            lines[index] += f" # comment {number}"
        else:
            lines.insert(index, "")
    text = "\n".join(lines)
    loaded = load_text(text)
    if loaded.issue is None:
        return  # a comment cut a text in two
    once = laid_out(text, wrap)
    assert load_text(once).issue == loaded.issue
    assert laid_out(once, wrap) == once
    assert comments(once) == comments(text)


@examples(300)
@given(
    raw_texts.map(lambda text: re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", "", text)),
    st.sampled_from([True, False, None]),
)
def test_the_lines_of_a_text_keep_its_content(text: str, unspaced: bool | None) -> None:
    from reader.model.markup import parse, parse_plain

    for wrap in WRAPS:
        lines = "\n".join(lines_of(text, wrap, unspaced))
        if not re.search(r"\\[ \t]*(\n|$)", text):
            assert all(read(lines, unspaced) == read(text, unspaced) for read in (parse, parse_plain))
            assert "\n".join(lines_of(lines, wrap, unspaced)) == lines


def test_nothing_is_written_where_nothing_was() -> None:
    """A blank is a text that is missing; quotes would make one of it that is absent on purpose."""
    kept = "label: {zh-Hans: 文, en: }\ntitle: {en: Snow, ice and more, zh-Hans: 雪}\n"
    assert laid_out("magazine:\n    zh-Hans: 文\n    en:   # later\n" + kept) == (
        "magazine:\n  zh-Hans: 文\n  en: # later\n" + kept
    )


def test_a_text_in_braces_stays_on_one_line() -> None:
    source = "{井。水|a. B} 第二句。Is it {well|one. Two}? Yes."
    assert lines_of(source, "sentence", unspaced=False) == [
        "{井。水|a. B} 第二句。Is it {well|one. Two}?",
        "Yes.",
    ]
    assert lines_of("{井|jǐng. B}水。第二句。", "sentence", unspaced=True) == ["{井|jǐng. B}水。", "第二句。"]


def test_line_ends_beside_chinese_depend_on_the_language() -> None:
    text = START + (
        "          - zh-Hans: |\n              水温是\n              18℃。\n              AI时代的泉\n"
        "            en: |\n              The old word 泉\n              means spring.\n"
    )
    assert laid_out(text, "paragraph") == START + (
        "          - zh-Hans: 水温是18℃。AI时代的泉\n            en: The old word 泉 means spring.\n"
    )


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.stem)
@pytest.mark.parametrize("wrap", WRAPS)
def test_the_bundled_issues(path: Path, wrap: str) -> None:
    text = path.read_text(encoding="utf-8")
    once = laid_out(text, wrap)
    assert load_text(once).issue == load_text(text).issue
    assert laid_out(once, wrap) == once
    assert comments(once) == comments(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_with_faults_keep_their_faults(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    source = SourceFile("x", text)
    result = formatted(source)
    if result is None:
        assert source.diagnostics
        return

    def codes(text: str) -> list[str]:
        return sorted(diagnostic.code for diagnostic in load_text(text).diagnostics)

    assert [c for c in codes(result) if c not in ("T703", "T711", "I801")] == [
        c for c in codes(text) if c not in ("T703", "T711", "I801")
    ]


def test_one_sentence_a_line() -> None:
    text = START + (
        "          - zh-Hans: 泉水四季如常。街坊们问：“水凉吗？”不凉！夏天凉，冬天暖。\n"
        "            en: >-\n              The springs keep one temperature. “Is it cold?”\n"
        "              No! Mr. Li drinks it... every day\n"
    )
    assert laid_out(text) == START + (
        "          - zh-Hans: |\n"
        "              泉水四季如常。\n              街坊们问：“水凉吗？”\n              不凉！\n"
        "              夏天凉，冬天暖。\n"
        "            en: |\n"
        "              The springs keep one temperature.\n              “Is it cold?”\n              No!\n"
        "              Mr.\n              Li drinks it... every day\n"
    )
    assert laid_out(laid_out(text), "paragraph") == START + (
        "          - zh-Hans: 泉水四季如常。街坊们问：“水凉吗？”不凉！夏天凉，冬天暖。\n"
        "            en: The springs keep one temperature. “Is it cold?” No! Mr. Li drinks it... every day\n"
    )


RUNS = "。！？；…—.!?⋯"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("他说。。。然后走了。", ["他说。。。", "然后走了。"]),
        ("他说。。。(注)然后*走*了。", ["他说。。。(注)然后*走*了。"]),
        ("他说。。。*然后*走了。好。", ["他说。。。*然后*走了。", "好。"]),
        ("唉…… ……走。好。", ["唉…… ……", "走。", "好。"]),
        ("唉……[走](https://example.org/)。好。", ["唉……[走](https://example.org/)。", "好。"]),
        ("他走了……——然后——回来。", ["他走了……", "——然后——回来。"]),
        ("真的？!真的。...好。⋯⋯好。", ["真的？!真的。...好。⋯⋯好。"]),
        ("用了。.NET很好。是。", ["用了。.NET很好。", "是。"]),
        ("走了。\n。。\n…\n…走", ["走了。。。……", "走"]),
    ],
)
def test_a_run_of_marks_stays_on_one_line(text: str, lines: list[str]) -> None:
    assert lines_of(text, "sentence", unspaced=True) == lines


@examples(300)
@given(st.text(st.sampled_from(RUNS + "水a ”*()[]{|}"), max_size=20), st.sampled_from([True, False, None]))
def test_no_line_end_is_put_into_a_run_of_marks(text: str, unspaced: bool | None) -> None:
    before, end = "", ""
    for character in "\n".join(lines_of(text, "sentence", unspaced)):
        assert not (end and before in RUNS[:5] and character == before)
        before, end = (before, character) if character == "\n" else (character, "")


def test_comments_stay_beside_their_entries() -> None:
    text = (
        "# yaml-language-server: $schema=x\n\n# the issue\nformat: 1   # the only one\nid: x\n\n\n"
        "languages: [zh-Hans, en]\n"
        "magazine: {zh-Hans: 泉,   # the name\n  en: Springs}\nlabel: L # in print\n"
        "sections: # two\n- id: all\n  title: All # every one\n  articles:\n  # first\n  - id: a\n"
        "    title: A\n    body:\n"
        "    - {zh-Hans: 泉, en: Spring} # short\n    - |  # long\n      Text\n    # - to come\n  # - id: b\n"
        "# the end\n"
    )
    assert laid_out(text) == (
        "# yaml-language-server: $schema=x\n\n# the issue\nformat: 1 # the only one\nid: x\n\n"
        "languages: [zh-Hans, en]\n"
        "magazine:\n  zh-Hans: 泉 # the name\n  en: Springs\nlabel: L # in print\n"
        "sections: # two\n  - id: all\n    title: All # every one\n    articles:\n      # first\n      - id: a\n"
        "        title: A\n        body:\n          - {zh-Hans: 泉, en: Spring} # short\n          - Text # long\n"
        "          # - to come\n      # - id: b\n# the end\n"
    )


def test_anchors_aliases_quotes_and_windows_line_ends() -> None:
    text = (
        "format: '1'\r\nid: x\r\nlanguages: [ zh-Hans,en ]\r\n"
        "magazine: &m {zh-Hans: \"泉: 水\", en: 'no # comment'}\r\n"
        "label: *m\r\ntitle: \"\\u0031 \\x41\"\r\nsections:\r\n- {id: all, title: '- A', articles: "
        "[{id: a, title: ':a', body: [{figure: f}, {list: [a, \"b, c\"]}], figures: [{id: f, caption: ''''}]}]}\r\n"
    )
    assert laid_out(text) == (
        "format: 1\nid: x\nlanguages: [zh-Hans, en]\nmagazine: &m {zh-Hans: '泉: 水', en: 'no # comment'}\nlabel: *m\n"
        "title: 1 A\nsections:\n  - id: all\n    title: '- A'\n    articles:\n      - id: a\n        title: ':a'\n"
        "        body:\n          - figure: f\n          - list: [a, 'b, c']\n        figures:\n          - id: f\n"
        "            caption: ''''\n"
    ).replace("\n", "\r\n")


@pytest.mark.parametrize(("crlf", "lf", "kept"), [(3, 0, "\r\n"), (2, 1, "\r\n"), (1, 2, "\n"), (0, 0, "\n")])
def test_line_ends_stay_those_of_most_lines(crlf: int, lf: int, kept: str) -> None:
    assert most_line_ends("a\r\n" * crlf + "a\n" * lf) == kept


def test_a_checkout_with_windows_line_ends_has_the_same_layout() -> None:
    text = laid_out(MIXED)
    assert laid_out(text.replace("\n", "\r\n")) == text.replace("\n", "\r\n")


def test_a_layout_that_is_only_compared_is_the_same() -> None:
    assert formatted(SourceFile("x", MIXED), compared=False) == formatted(SourceFile("x", MIXED))


def test_a_file_that_is_not_a_mapping_is_reported() -> None:
    source = SourceFile("x", "- a\n")
    assert formatted(source) is None
    assert [diagnostic.code for diagnostic in source.diagnostics] == ["S301"]
