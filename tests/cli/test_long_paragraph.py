"""A very long paragraph, which is set in parts, is one paragraph in a pipe and goes on without a gap on a page."""

from __future__ import annotations

from reader.cli.reporting.page import View, page_lines, paragraphs
from reader.layout.flow import flow
from reader.layout.parts import PART_CHARS
from reader.model.magazine import AlignedBody, Article, Paragraph
from reader.model.text import text_of

CHINESE, ENGLISH = LANGUAGES = ("zh-Hans", "en")
LONG = "泉水从石缝里来，" * PART_CHARS
ARTICLE = Article(
    "a",
    text_of({CHINESE: "泉", ENGLISH: "Springs"}),
    AlignedBody((Paragraph(text_of({CHINESE: LONG, ENGLISH: "Water."})), Paragraph(text_of({CHINESE: "完。"})))),
)


def test_in_a_pipe_it_is_one_line() -> None:
    assert list(paragraphs(flow(ARTICLE, LANGUAGES))) == ["泉", "", LONG, "", "完。"]


def test_on_a_page_no_line_of_it_is_empty() -> None:
    lines = [
        "".join(text for text, _ in line)
        for line in page_lines(flow(ARTICLE, LANGUAGES), View(LANGUAGES, both=False), 60)
    ]
    first, last = (next(k for k, line in enumerate(lines) if words in line) for words in ("泉水从", "完。"))
    assert all(line.strip() for line in lines[first : last - 1])
    assert "".join("".join(lines[first:last]).split()) == LONG
