from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.source import load_text
from reader.source.yaml_faults import without_article

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
    '          - {en: "Spring, zh-Hans: x}': "close the quotes",
    "          - [a, b": "close the bracket",
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


@settings(max_examples=60, deadline=None)
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
    "sign", ["- ", "-", "|", "| ", "{ ", "#", " #", "a", "a: ", "：", "\t", "|0", "en ", "<<<<<<< "]
)
def test_a_long_line_of_one_sign_beside_a_fault_is_passed_over(sign: str) -> None:
    text = HEAD + "      - id: a\n        title: |\n          " + sign * 200_000 + "\n       x\n     - : y\n"
    assert load_text(text).diagnostics
