from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.source import load_text
from reader.source.yaml_faults import without_article
from tests.drawing import examples
from tests.source.test_loading import SMALL

HEAD = (
    "format: 1\nid: x\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\n"
    "sections:\n  - id: s\n    title: S\n    articles:\n"
)
FAULTS = {
    "\t- zh-Hans: 泉": "tab",
    "          -\tzh-Hans: 泉": "tab",
    "          - zh-Hans：泉\n            en: x": "full-width colon",
    "          - paragraph：泉\n            id: x": "full-width colon",
    "          - zh-Hans:\u3000泉\n            en: x": "U+3000",
    "          - en:\u00a0泉\n            zh-Hans: x": "U+00A0",
    "          - quotation 泉\n            by: x": "colon is missing after 'quotation'",
    "          - en:Spring\n            zh-Hans: x": "space is missing after the colon of 'en'",
    "          - en: |\n          Spring\n            zh-Hans: x": "not indented",
    "          - {en: Ranked #1, zh-Hans: x}": "comment",
    '          - {en: "Spring, zh-Hans: x}': "quotation mark that begins here is not closed",
    "          - [a, b": "brackets that begin here are not closed",
}

OPEN_QUOTES = {
    '          - zh-Hans: 雪\n            en: "Snow.\n          - zh-Hans: 冰\n            en: "Ice."': (1, 17),
    '          - zh-Hans: 雪\n            en: "Snow.\n          - zh-Hans: 冰\n            en: An "ice" age.': (
        1,
        17,
    ),
    "          - zh-Hans: 雪\n            en: 'Snow.\n          - zh-Hans: 冰\n            en: It's cold.": (1, 17),
    '          - zh-Hans: "雪\n            en: "Snow, and more."': (0, 22),
    '          - {zh-Hans: 雪, en: "Snow}\n          - {zh-Hans: 冰, en: "Ice"}': (0, 30),
    '          - {zh-Hans: 雪, en: "Snow\\"}\n          - {zh-Hans: "冰", en: x}': (0, 30),
}
"""Marks that are not closed, and one in a later line that ends or begins another text: the line and column (from 1)."""

TYPED = {
    "          =======": (11, "a merge conflict"),
    "          - figure：map": (19, "U+FF1A, not a colon"),
    "          - page：61": (17, "U+FF1A, not a colon"),
    "          - {zh-Hans: 雪, en: 'it's cold'}": (33, "the text goes on after this quotation mark"),
    '          - {zh-Hans: 雪, en: "he said "no" to me"}': (39, "the text goes on after this quotation mark"),
    "          - zh-Hans: 雪\n            en: 'Snow' is cold": (22, "the text goes on after this quotation mark"),
    "          - {zh-Hans: 雪, en: Snow, en}": (36, "a text with a comma needs quotes"),
    "          - {zh-Hans 雪, en: Snow}": (14, "a colon is missing after zh-Hans"),
    "          - {zh-Hans:雪, en:Snow}": (14, "no space follows the colon of zh-Hans"),
    "          - {zh-Hans: 雪， en: Snow}": (24, "， is before 'en'"),
    "          - {zh-Hans: 雪; en: Snow}": (24, "; is before 'en'"),
    "          - {zh-Hans: x en: Snow}": (24, "a comma is missing before 'en'"),
    "          - ｛zh-Hans: 雪, en: Snow｝": (13, "a full-width bracket (｛)"),
    "          - {zh-Hans: 雪, en: Snow｝": (34, "a full-width bracket (｝)"),
    "          - {zh-Hans: 雪, en: Snow}}": (35, "} closes nothing"),
    "          - {zh-Hans: 雪, en: Snow]": (34, "] is where } belongs"),
    "          - {zh-Hans: 雪, en: Snow} and ice": (34, "the text goes on after this bracket"),
    "          - zh-Hans: 雪\n            en: [note] Snow": (22, "the text goes on after this bracket"),
    "          - list:\n          - {zh-Hans: 一, en: One}": (18, "indented more than the key"),
    "          - list:\n              - {zh-Hans: 一, en: I}\n             - 二": (14, "13 spaces"),
    "          - zh-Hans: 一\n             en: One": (14, "13 spaces"),
    "          - zh-Hans: 一\n           en: One": (12, "11 spaces"),
    "          - zh-Hans: 雪\n            en: > 5 springs": (17, "text follows > in its line"),
    "          - zh-Hans: 雪\n            en: | Snow is": (17, "text follows | in its line"),
    "          - zh-Hans: 雪\n            en: - Snow": (17, "in the line of its key"),
    "          - zh-Hans: 雪\n            en: ? Snow": (17, "a text cannot begin with ?"),
    "          - zh-Hans: 雪\n            en: *Snow* is": (22, "a text cannot begin with *"),
    "          - zh-Hans: 雪\n            en: @me": (17, "a text cannot begin with this character"),
    "          - zh-Hans: 雪\n            en: !Hello you": (17, "one that begins with ! needs quotes"),
    "          － {zh-Hans: 一, en: One}": (11, "－ does not begin an entry"),
    "          • {zh-Hans: 一, en: One}": (11, "• does not begin an entry"),
    "          – {zh-Hans: 一, en: One}": (11, "– does not begin an entry"),
    "\u3000\u3000- {zh-Hans: 一, en: One}": (1, "U+3000, not a space, is in the indent"),
    "          -\u00a0{zh-Hans: 一, en: One}": (12, "U+00A0, not a space, is in the indent"),
    '          - zh-Hans: 雪\n            en: "C:\\q"': (20, "mean nothing between double quotation marks"),
    "          // note\n          - {zh-Hans: 一, en: One}": (11, "no comment in YAML"),
    "<!-- note -->": (1, "no comment in YAML"),
    "          {zh-Hans: 一, en: One}": (11, "neither a key with a colon nor an entry"),
    "...": (1, "the document ends here"),
}


def article(name: str, entry: str = "          - {zh-Hans: 泉, en: Spring}") -> str:
    return f"      - id: {name}\n        title: {name}\n        body:\n{entry}\n"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_on_its_line_and_hides_nothing_elsewhere(fault: str) -> None:
    wrong = "          - {zh-Hans: 泉,水, en: Spring}"
    text = HEAD + article("a", wrong) + article("b", fault) + article("c", "          - figure: map")
    loaded = load_text(text)
    assert loaded.issue is None
    found = {d.code: d for d in loaded.diagnostics}
    first = text[: text.index(fault)].count("\n") + 1
    assert first <= found["Y201"].line <= first + fault.count("\n")
    assert FAULTS[fault] in str(found["Y201"])
    assert "the rest of this article was not read" in found["Y201"].hint
    assert {"R402"} <= set(found)
    assert [d.code for d in loaded.diagnostics if d.code.startswith("S3")] == ["S307"]


@pytest.mark.parametrize("typed", TYPED)
def test_a_typing_mistake_is_named_where_it_is(typed: str) -> None:
    column, named = TYPED[typed]
    text = HEAD + article("a") + article("b", "          - {zh-Hans: 泉, en: Spring}\n" + typed) + article("c")
    found = [d for d in load_text(text).diagnostics if named in str(d)]
    assert found, [str(d) for d in load_text(text).diagnostics]
    first = text[: text.index(typed)].count("\n") + 1
    assert first <= found[0].line <= first + typed.count("\n")
    assert found[0].column == column


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> x", "||||||| 1a2b", "%%%%%%% Changes", "+++++++"])
def test_one_mark_of_a_merge_conflict_is_enough(mark: str) -> None:
    for end in ("\n", "\r\n"):
        text = (HEAD + article("a") + mark + "\n" + article("b")).replace("\n", end)
        [diagnostic] = load_text(text).diagnostics
        assert "a merge conflict" in diagnostic.message
        assert (diagnostic.line, diagnostic.column) == (14, 1)


def test_a_line_of_a_text_is_no_merge_conflict() -> None:
    entry = "          - zh-Hans: |\n              泉\n              =======\n            en: Spring ======="
    assert [d.code for d in load_text(HEAD + article("a", entry)).diagnostics] == []


def test_a_mark_is_under_the_fault_in_a_long_line() -> None:
    line = "          - {zh-Hans: " + "泉" * 300 + "水, en: x #1}"
    diagnostic = load_text(HEAD + article("a", line)).diagnostics[0]
    assert diagnostic.excerpt[diagnostic.mark :].startswith("#1}")


def test_a_merge_conflict_is_named_at_its_first_mark() -> None:
    text = HEAD + article("a").replace("        body", "<<<<<<< HEAD\n        body") + "=======\n>>>>>>> other\n"
    assert [(d.code, d.line, d.column) for d in load_text(text).diagnostics] == [("Y201", 12, 1)]


@pytest.mark.parametrize("text", ["她说：泉水。", "en route: no", "zh：x", "12:30", "https://example.org"])
def test_good_texts_are_not_taken_for_keys(text: str) -> None:
    entry = f"          - {{zh-Hans: '{text}', en: '{text}'}}"
    assert [d.code for d in load_text(HEAD + article("a", entry)).diagnostics] == []


@pytest.mark.parametrize("wrong", ["zh-Hans：泉。", "en:Spring", "en:\u3000Spring", "zh-hans\u3000泉"])
def test_a_key_that_became_text_is_reported(wrong: str) -> None:
    diagnostics = load_text(HEAD + article("a", f"          - {wrong}")).diagnostics
    assert [(d.code, d.line) for d in diagnostics] == [("T710", 13)]


@examples(60)
@given(st.lists(st.sampled_from([*FAULTS, ""]), min_size=1, max_size=4), st.integers(0, 30))
def test_a_placeholder_keeps_the_number_of_lines(entries: list[str], number: int) -> None:
    text = (
        HEAD + "".join(article(f"a{n}", entry or "          - x") for n, entry in enumerate(entries)) + "glossary: []\n"
    )
    lines = text.split("\n")
    changed = without_article(lines, min(number, len(lines) - 1))
    if changed is not None:
        assert len(changed) == len(lines)
        assert changed[-2:] == lines[-2:]
        assert changed[:9] == lines[:9]
        assert re.findall(r"id: a\d", "\n".join(changed)) == re.findall(r"id: a\d", text)


def test_a_fault_after_the_last_line_has_a_place() -> None:
    for end in range(len(HEAD), len(HEAD) + 60):
        loaded = load_text((HEAD + article("a", '          - "泉'))[:end])
        assert loaded.issue is None or not loaded.errors
    lines = (HEAD + article("a")).split("\n")
    assert without_article(lines, len(lines)) is not None


@pytest.mark.parametrize("mark", ["", "\t", " ", "- ", "|"])
def test_long_lines_are_searched_in_little_time(mark: str) -> None:
    text = HEAD + article("a", "          - {x: " + mark * 200_000 + '"') + article("b", ": : :")
    assert load_text(text).issue is None


@pytest.mark.parametrize("fault", FAULTS, ids=FAULTS.values())
def test_the_cause_is_found_in_a_line_of_any_length(fault: str) -> None:
    long = "".join(line + " word" * 20_000 + "\n" if "Spring" in line else line + "\n" for line in fault.split("\n"))
    found = load_text(HEAD + "      - id: a\n        title: A\n        body:\n" + long).diagnostics
    assert any(FAULTS[fault] in f"{d.message} {d.hint}" for d in found)


@pytest.mark.parametrize(
    "sign",
    [
        *("- ", "-", "|", "| ", "{ ", "#", " #", "a", "a: ", "：", "\t", "|0", "en ", "<<<<<<< "),
        *(" ", "{", "{｝", "[]", "{a", ", en", "，", "{'", "{'''", '{"\\"', "- [", "> ", "•", "//", "\u3000"),
    ],
)
def test_a_long_line_of_one_sign_beside_a_fault_is_passed_over(sign: str) -> None:
    text = HEAD + "      - id: a\n        title: |\n          " + sign * 200_000 + "\n       x\n     - : y\n"
    assert load_text(text).diagnostics


def test_brackets_in_a_comment_beside_a_fault_are_not_counted() -> None:
    text = HEAD + article("a", "          - list: [a] # ]\n          - {en: Snow, zh-Hans: 'a' b}")
    assert any("the text goes on after this quotation mark" in str(d) for d in load_text(text).diagnostics)


@pytest.mark.parametrize("written", OPEN_QUOTES)
def test_an_unclosed_quotation_mark_is_reported_where_it_begins(written):
    """YAML goes on to the next mark, which may be many entries below, and fails at the text behind that."""
    text = HEAD + article("a", f"{written}\n          - zh-Hans: 风\n            en: Wind")
    line, column = OPEN_QUOTES[written]
    start = text[: text.index(written)].count("\n") + 1
    [diagnostic] = load_text(text).diagnostics
    assert (diagnostic.code, diagnostic.line, diagnostic.column) == ("Y201", start + line, column)
    assert "the quotation mark that begins here is not closed" in str(diagnostic)


def test_a_quoted_text_of_several_lines_is_not_blamed_for_a_later_fault():
    entries = (
        '          - zh-Hans: 雪\n            en: "Snow\n              en: falls"\n          - {zh-Hans: 冰, en: "a" b}'
    )
    [diagnostic] = load_text(HEAD + article("a", entries)).diagnostics
    assert "the text goes on after this quotation mark" in str(diagnostic)


def test_a_line_of_a_longer_text_is_no_unclosed_quotation():
    entries = (
        '          - zh-Hans: 雪\n            en: |\n              "Snow falls.\n              en: ice\n'
        '          - zh-Hans: 冰\n            en: "a" b'
    )
    [diagnostic] = load_text(HEAD + article("a", entries)).diagnostics
    assert "the text goes on after this quotation mark" in str(diagnostic)


@pytest.mark.parametrize("space", ["\u00a0", "\u3000"])
def test_another_space_in_an_indent_is_reported_once(space: str) -> None:
    text = SMALL.replace("        title: ", f"{space}       title: ", 1)
    assert text != SMALL
    found = [each for each in load_text(text).diagnostics if each.code == "Y201"]
    assert len(found) == 1
