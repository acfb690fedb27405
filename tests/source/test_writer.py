from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from reader.model.magazine import AlignedBody, Article, Heading, Issue, Paragraph, Section
from reader.model.markup import parse
from reader.model.text import Prose, Text, text_of
from reader.source import load_text
from reader.source.writer import dump
from tests.drawing import examples
from tests.model.strategies import issues
from tests.source.test_loading import ISSUES

if TYPE_CHECKING:
    from pathlib import Path


def issue_of(*blocks: object, title: Text | None = None) -> Issue:
    article = Article("springs", title or text_of("Springs"), AlignedBody(blocks))
    section = Section("focus", text_of("Focus"), (article,))
    return Issue("x", ("zh-Hans", "en"), text_of("City"), text_of("August"), (section,))


@examples(120)
@given(issues())
def test_a_written_issue_is_read_as_an_equal_issue(issue: Issue) -> None:
    loaded = load_text(dump(issue))
    assert list(map(str, loaded.errors)) == []
    assert loaded.issue == issue


@examples(20)
@given(issues())
def test_writing_again_gives_the_same_file(issue: Issue) -> None:
    once = dump(issue)
    loaded = load_text(once).issue
    assert loaded is not None
    assert dump(loaded) == once


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.stem)
def test_the_bundled_issues_are_written_without_loss(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    issue = load_text(text, str(path)).issue
    assert issue is not None
    again = load_text(dump(issue), str(path))
    assert again.issue == issue
    assert again.diagnostics == ()


@pytest.mark.parametrize(
    "title", ["*New*", r"a \* b", "[a](https://x.org/)", "x" * 80, "*" * 80, "- a", "#a", "no", "1:30", "a\\", "泉: 水"]
)
def test_plain_texts_are_written_as_they_are(title: str) -> None:
    issue = issue_of(Paragraph(text_of("One")), title=text_of(title))
    assert load_text(dump(issue)).issue == issue


@pytest.mark.parametrize(
    "text", ["a" * 80 + "\\", "one\ntwo", "\\", "# a", "- a", "'", '"', "a: b", "𠀀" * 70, "a\u00a0" * 40 + "b"]
)
def test_awkward_texts_are_read_as_equal_texts(text: str) -> None:
    issue = issue_of(Heading(text_of({"zh-Hans": text, "en": "*"})), Paragraph(text_of(text)))
    assert load_text(dump(issue)).issue == issue


def test_long_texts_are_literal_blocks_and_short_ones_are_on_one_line() -> None:
    issue = issue_of(Paragraph(text_of("Spring water " * 10 + "flows.")), Paragraph(text_of("Short.")))
    written = dump(issue)
    assert "- |\n" in written
    assert "- Short.\n" in written


def test_a_language_that_has_none_on_purpose_is_written_empty() -> None:
    block = Paragraph(Text((("zh-Hans", Prose("只有中文。")), ("en", Prose("")))))
    loaded = load_text(dump(issue_of(block, title=text_of({"zh-Hans": "", "en": "English only"}))))
    assert loaded.issue == issue_of(block, title=text_of({"zh-Hans": "", "en": "English only"}))
    assert loaded.diagnostics == ()


def test_a_language_that_was_left_out_stays_left_out() -> None:
    issue = issue_of(Paragraph(Text((("zh-Hans", Prose("只有中文。")),))))
    loaded = load_text(dump(issue))
    assert loaded.issue == issue
    assert [diagnostic.code for diagnostic in loaded.diagnostics] == ["L601"]


def test_equal_texts_are_written_twice_not_as_aliases() -> None:
    paragraph = Paragraph(Text((("zh-Hans", parse("*一*")), ("en", parse("*one*")))))
    written = dump(issue_of(paragraph, paragraph))
    assert "&id" not in written
    assert load_text(written).issue == issue_of(paragraph, paragraph)
