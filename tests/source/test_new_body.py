"""New bodies in issue files: comments stay with their texts, and what stays is written as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.magazine import AlignedBody, FreeBody, Paragraph
from reader.model.record import replace
from reader.model.text import Text
from reader.source.loading import load_text
from reader.source.new_body import with_body

if TYPE_CHECKING:
    from reader.model.magazine import Article, Block, Issue

HEAD = """\
format: 1
id: springs-01
languages: [zh-Hans, en]
magazine: {zh-Hans: 泉, en: Springs}
label: {zh-Hans: 一, en: One}
sections:
  - id: focus
    title: {zh-Hans: 专题, en: Focus}
    articles:
      - id: water
        title: {zh-Hans: 水, en: Water}
"""
ALIGNED = """\
        body:  # beside the key
          # over the first
          - zh-Hans: |  # beside the first
              甲
              # no comment
            # over its English
            en: two
          # over the second
          - {zh-Hans: 乙, en: one}  # beside the second
          # over the third
          - zh-Hans:   丙
            en: three  # beside the third
          # at the end
"""
FREE = """\
        relation: adapted
        body:
          en:
            - one
            # over a page
            - page: 3
            # over two
            - two
          # over the Chinese
          zh-Hans:
            - 甲
            # over 乙
            - 乙
"""


def issue_of(text: str) -> tuple[Issue, Article]:
    issue = load_text(text).issue
    assert issue
    article = issue.article("water")
    assert article
    return issue, article


def paired(one: Block, other: Block) -> Paragraph:
    """The Chinese of a block beside the English of another."""
    assert isinstance(one, Paragraph)
    assert isinstance(other, Paragraph)
    chinese, english = one.text.get("zh-Hans"), other.text.get("en")
    assert chinese
    assert english
    return Paragraph(Text((("zh-Hans", chinese), ("en", english))))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_go_with_the_first_text_of_their_block(end: str) -> None:
    text = (HEAD + ALIGNED).replace("\n", end)
    issue, article = issue_of(text)
    assert isinstance(article.body, AlignedBody)
    first, second, third = article.body.blocks
    new = replace(article, body=AlignedBody((paired(second, first), paired(first, second), third)))
    assert with_body(text, issue, new).split("        body:")[1].split(end) == [
        "  # beside the key",
        "          # over the second",
        "          # beside the second",
        "          - zh-Hans: 乙",
        "            en: two",
        "          # over the first",
        "          # beside the first",
        "          # over its English",
        "          - zh-Hans: 甲# no comment",
        "            en: one",
        "          # over the third",
        "          - zh-Hans:   丙",
        "            en: three  # beside the third",
        "          # at the end",
        "",
    ]


def test_comments_of_two_sides_stay_also_those_over_blocks_that_are_gone() -> None:
    text = HEAD + FREE
    issue, article = issue_of(text)
    assert isinstance(article.body, FreeBody)
    sides = dict(article.body.sides)
    pairs = [paired(sides["zh-Hans"][0], sides["en"][0]), paired(sides["zh-Hans"][1], sides["en"][2])]
    new = replace(article, body=AlignedBody(tuple(pairs)), relation="")
    assert with_body(text, issue, new).removeprefix(HEAD).splitlines() == [
        "        body:",
        "          # over the Chinese",
        "          - zh-Hans: 甲",
        "            en: one",
        "          # over a page",
        "          # over two",
        "          # over 乙",
        "          - zh-Hans: 乙",
        "            en: two",
    ]


def test_a_line_separator_inside_a_text_that_stays_is_no_line_end() -> None:
    text = (HEAD + ALIGNED).replace("丙", '"丙\u2028丁"')
    issue, article = issue_of(text)
    assert isinstance(article.body, AlignedBody)
    first, second, third = article.body.blocks
    new = replace(article, body=AlignedBody((paired(second, first), paired(first, second), third)))
    assert '          - zh-Hans:   "丙\u2028丁"\n' in with_body(text, issue, new)


def test_outdated_comments_are_left_out_over_new_pairs_only() -> None:
    text = HEAD + ALIGNED
    issue, article = issue_of(text)
    assert isinstance(article.body, AlignedBody)
    first, second, third = article.body.blocks
    new = replace(article, body=AlignedBody((paired(second, first), paired(first, second), third)))
    written = with_body(text, issue, new, {"# over the second", "# over the third"})
    assert "# over the second" not in written
    assert "# beside the second" in written
    assert "# over the third" in written
