"""Placeholders of a new issue: a side that was left is no translation."""

from __future__ import annotations

import pytest

from reader.model.magazine import AlignedBody, Article, Issue, Paragraph, Section
from reader.model.placeholders import is_left
from reader.model.text import Prose, Text
from reader.model.translation_status import translation_statuses

TAGS = ("zh-Hans", "en")


def text(*sides: str) -> Text:
    return Text(tuple(zip(TAGS, map(Prose, sides), strict=True)))


@pytest.mark.parametrize(
    ("sides", "left"),
    [
        (("这里写第一段。", "Here the first paragraph is written."), TAGS),
        (("泉水", "Here the first paragraph is written.\n"), ("en",)),
        (("文章标题", "Springs"), ("zh-Hans",)),
        (("栏目", "Section"), TAGS),
        (("分科", "Section"), ()),  # a word that anybody may write
        (("1月刊", "January issue"), ()),  # the right text of each January
        (("这里写第一段", "Here the first paragraph is written"), ()),
    ],
)
def test_the_sides_that_are_left(sides: tuple[str, ...], left: tuple[str, ...]) -> None:
    assert tuple(tag for tag in TAGS if is_left(text(*sides), tag)) == left


def test_a_placeholder_is_no_translation() -> None:
    body = AlignedBody(
        (Paragraph(text("泉水", "Here the first paragraph is written.")), Paragraph(text("水", "Water")))
    )
    article = Article("a", text("标题", "A title"), body)
    issue = Issue("x", TAGS, text("刊", "M"), text("期", "I"), sections=(Section("s", text("栏", "S"), (article,)),))
    original, english = translation_statuses(issue, article)
    assert (original.state, len(original.missing)) == ("original", 0)
    assert (english.state, len(english.missing)) == ("partial", 1)
