"""Entries for the paragraphs of a text that blank lines divide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.record import replace
from reader.model.translation_status import accepted_now, translation_statuses
from reader.source import load_text
from reader.source.editing import with_accepted
from reader.source.fixing import fixed
from reader.source.formatting import formatted
from reader.source.source_file import SourceFile
from tests.source.test_checks import START
from tests.source.test_rule_pages import BODY, whole

if TYPE_CHECKING:
    from reader.model.magazine import Issue

_STYLES = {
    "literal": "|\n    {0}\n\n    {1}",
    "folded": ">\n    {0}\n\n    {1}",
    "plain": "{0}\n\n    {1}",
    "single": "'{0}\n\n\n    {1}'",
    "double": '"{0}\n\n    {1}"',
    "escaped": '"{0}\\n\\n{1}"',
}
_SPLIT = """- zh-Hans: |
    泉水四季如常。
  en: |
    Springs stay the same.
- zh-Hans: |
    河水冬天结冰。
  en: |
    The river freezes.
"""


@pytest.mark.parametrize("style", _STYLES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_blank_line_in_both_languages_makes_two_entries(style: str, end: str) -> None:
    chinese = _STYLES[style].format("泉水四季如常。", "河水冬天结冰。")
    english = _STYLES[style].format("Springs stay the same.", "The river freezes.")
    text = whole(BODY, f"- zh-Hans: {chinese}\n  en: {english}\n- {{zh-Hans: 完, en: End}}\n").replace("\n", end)
    assert [d.code for d in load_text(text).diagnostics] == ["T708", "T708"]
    after = fixed(text)
    assert after == whole(BODY, _SPLIT + "- {zh-Hans: 完, en: End}\n").replace("\n", end)
    assert load_text(after).diagnostics == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('- {zh-Hans: "一\\n\\n二", en: ""}\n', '- zh-Hans: |\n    一\n  en: ""\n- zh-Hans: |\n    二\n  en: ""\n'),
        (
            "- id: x\n  paragraph:\n    zh-Hans: |\n      一\n\n      二\n    en: |\n      I\n\n      J\n",
            "- id: x\n  paragraph:\n    zh-Hans: |\n      一\n    en: |\n      I\n- zh-Hans: |\n    二\n  en: |\n    J",
        ),
    ],
)
def test_other_forms_of_entries(written: str, expected: str) -> None:
    assert fixed(whole(BODY, written)).rstrip() == whole(BODY, expected).rstrip()


@pytest.mark.parametrize(
    "written",
    [
        "- zh-Hans: |\n    一\n\n    二\n  en: One.\n",
        "- zh-Hans: |\n    一\n\n    二\n",
        "- zh-Hans: |\n    一\n\n    二\n  en: |\n    I\n\n    II\n\n    III\n",
        "- heading:\n    zh-Hans: |\n      一\n\n      二\n    en: |\n      I\n\n      II\n",
        "- zh-Hans: |\n    一\\\n\n    二\n  en: |\n    I\\\n\n    II\n",
        "- zh-Hans: |\n    一\n\n    二\n  # mine\n  en: |\n    I\n\n    II\n",
        "- paragraph:\n    zh-Hans: |\n      一\n\n      二\n    en: |\n      I\n\n      II\n  continued-on: 61\n",
        "- zh-Hans: &x |\n    一\n\n    二\n  en: |\n    I\n\n    II\n",
    ],
)
def test_texts_that_stay(written: str) -> None:
    text = whole(BODY, written)
    assert fixed(text) == text


def test_a_poem_is_not_reported_and_others_are() -> None:
    poem = "- zh-Hans: |\n    一\\\n\n    二\n  en: |\n    I\\\n\n    II\n"
    assert load_text(whole(BODY, poem)).diagnostics == ()


def test_a_paragraph_of_one_list_is_divided() -> None:
    keys = "        relation: summary\n        body:\n          zh-Hans:\n"
    keys += "            - |\n              一\n\n              二\n"
    after = fixed(START + keys + "          en: [Both]\n")
    issue = load_text(after).issue
    assert issue
    assert [[b.text.sides[0][1].text for b in blocks] for _, blocks in issue.article("springs").body.sides] == [
        ["一", "二"],
        ["Both"],
    ]


def test_accepted_translations_stay_accepted() -> None:
    body = _STYLES["literal"].replace("\n    ", "\n              ")
    chinese = body.format("泉水四季如常。", "河水冬天结冰。")
    english = body.format("Springs stay the same.", "The river freezes.")
    text = START + (
        f"        body:\n          - zh-Hans: {chinese}\n            en: {english}\n"
        "          - {zh-Hans: 完, en: End}\n"
    )
    issue = load_text(text).issue
    assert issue
    [(_, article)] = issue.articles()
    text = with_accepted(text, issue, {article.id: accepted_now(issue, article)})
    after = load_text(fixed(text)).issue
    assert after
    [(_, article)] = after.articles()
    assert len(article.body.blocks) == 3
    assert not any(status.needs_work for status in translation_statuses(after, article))
    assert all(status.accepted for status in translation_statuses(after, article)[1:])
    assert replace(article, translated=()) != article


_PARAGRAPHS = st.lists(st.text(alphabet="泉水aB，。*\\: #'\"", min_size=1, max_size=12), min_size=1, max_size=4)


@given(_PARAGRAPHS, _PARAGRAPHS)
def test_no_character_is_lost(chinese: list[str], english: list[str]) -> None:
    def block(parts: list[str]) -> str:
        lines = ("\n\n".join(parts)).split("\n")
        return "|\n" + "\n".join(("    " + line).rstrip() for line in lines)

    text = whole(BODY, f"- zh-Hans: {block(chinese)}\n  en: {block(english)}\n")
    before, after = load_text(text).issue, load_text(fixed(text)).issue
    if before is None:
        return
    assert after

    def letters(issue: Issue) -> list[str]:
        [(_, article)] = issue.articles()
        blocks = article.body.blocks
        return [
            "".join(c for block in blocks for c in block.text.plain(tag) if c.isalpha()) for tag in ("zh-Hans", "en")
        ]

    assert letters(before) == letters(after)


@pytest.mark.parametrize("style", _STYLES)
def test_formatting_keeps_the_blank_line(style: str) -> None:
    chinese = _STYLES[style].format("泉水四季如常。", "河水冬天结冰。")
    text = whole(BODY, f"- zh-Hans: {chinese}\n  en: Springs stay the same, and the river freezes.\n")
    after = formatted(SourceFile("x", text))
    assert after
    assert [d.code for d in load_text(after).diagnostics] == ["T708"]
