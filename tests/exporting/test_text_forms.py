"""Text in Markdown is read by CommonMark as that text, whatever it holds; plain text has every word."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.exporting.as_text import markdown, plain_text
from reader.exporting.text_forms import MarkdownForm, TextForm
from reader.gate import clean
from reader.model.kept_lines import parse_verse
from reader.model.markup import parse
from reader.model.text import Prose, Span
from tests.exporting.hostile import hostile_edition

MARKS = [
    "\n",
    " ",
    "\\",
    "<b>",
    "</b>",
    "<!--",
    "&lt;",
    "&#10;",
    "1.",
    "2)",
    "http://x.org",
    "javascript:x",
    "- ",
    "===",
    "\x1b",
]
WORDS = st.lists(st.sampled_from([*MARKS, *"*_`[]()!#+-~|>:.$^{}@\"'泉a9"]), max_size=12).map("".join)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(written: str) -> str:
    """Returns the words of Markdown that is one paragraph of text."""
    tokens = PARSER.parse(written)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"]), written
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "hardbreak", "softbreak", "text_special"}, written
    return "".join(child.content or " " for child in children)


@given(WORDS)
def test_any_text_is_read_as_itself(text: str) -> None:
    form = MarkdownForm({})
    assert read(form.prose(Prose(text))).split() == clean(text).split()
    assert read(form.words(text)).split() == clean(text).split()


@given(WORDS, WORDS.filter(str.strip))
def test_markup_of_the_program_is_read_as_such(before: str, words: str) -> None:
    words = "泉" + words.replace("\n", " ") + "a"
    prose = Prose(before + words, (Span(len(before), len(before + words), "strong"),))
    tokens = PARSER.parse(MarkdownForm({}).prose(prose))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    kinds = [child.type for child in tokens[1].children or ()]
    assert kinds.count("strong_open") + kinds.count("html_inline") in (1, 2)


def test_the_hostile_issue_has_no_markup_but_its_own() -> None:
    written = markdown(hostile_edition(), {})
    tokens = [each for token in PARSER.parse(written) for each in (token, *(token.children or ()))]
    tags = {each.content.strip("</>") for each in tokens if each.type == "html_inline"}
    assert {tag for tag in tags if not re.fullmatch(r'a( id="[a-z0-9.]+")?', tag)} <= {"sup", "sub", "strong"}
    assert not [each for each in tokens if each.type == "html_block"]
    links = {each.attrs["href"] for each in tokens if each.type == "link_open"}
    assert {each for each in links if each[0] != "#"} == {
        "https://x.org/?a=1&b=%22%3C%3E%60",
        "https://doi.org/10.1000/182",
        "https://x.org/?a=1",
    }
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert "\ufffd" in written


def test_both_languages_notes_pages_and_lists_are_there() -> None:
    written = markdown(hostile_edition(), {"traps--map": "x-pictures/traps--map.png"})
    for part in (
        "文�字�\\]52;c;x� *强* **很强** 趵突 (bào tū)",
        "m<sup>3</sup> H<sub>2</sub>O",
        "[^traps-1]\n",
        '[^traps-1]: <a id="traps.note.n"></a>注 / \\<note\\> *n*',
        "1. 甲\n2. 乙\n   - 丙",
        "月\n\n— 诗人\n\n",
        "— \\<i\\>poet\\</i\\> #\n",
        "`````html\n```\n",
        "| x\\|y | ℃ |\n| --- | --- |",
        '> ![替 / " onload="alert(1)](x-pictures/traps--map.png)',
        "*— 61 —*",
        '*English*\n\n<a id="apart.en.p1"></a>\n\nBoth in one\n',
    ):
        assert part in written, part
    assert written == markdown(hostile_edition(), {"traps--map": "x-pictures/traps--map.png"})


def test_verse_keeps_its_lines_and_indents() -> None:
    verse = parse_verse("hill\n  - *water*\n\nmoon")
    assert MarkdownForm({}).verse(verse) == "hill\\\n\u00a0\u00a0\\- *water*\n\nmoon"
    assert TextForm({}).verse(verse) == "  hill\n    - water\n\n  moon"


def test_plain_text_has_the_words_and_signs_of_notes() -> None:
    assert TextForm({"n": "1"}).prose(parse("a[^n] [b](https://x.org/) {趵|bào}")) == "a[1] b <https://x.org/> 趵 (bào)"
    written = plain_text(hostile_edition())
    assert "\n1.2 <b>Q</b> answer (continues on p. 70)\n" in written
    assert "\n[traps-1] 注 / <note> n\n" in written
    assert "\x1b" not in written
