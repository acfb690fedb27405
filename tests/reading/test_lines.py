"""The head line and the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.runs import width_of
from reader.layout.width import cell_width
from reader.model.naming import both
from reader.reading.headings import source_forms, title_forms
from reader.reading.lines import Hint, head_line, message_pieces, plain_parts, status_line

if TYPE_CHECKING:
    from reader.layout.runs import Run
    from reader.library import Library

HINTS = [Hint("?", "help"), Hint("/", "find"), Hint("s", "search"), Hint("t", "contents"), Hint("f", "figure")]
PARTS = (("P.4", "strong"), ("¶1/9", "muted"), ("0%", "muted"), ("3 min left", "muted"), ("next: 桥 Bridges", "muted"))
NAMES = st.lists(st.text("ab 中文", min_size=1, max_size=30), min_size=1, max_size=3)


def shown(runs: list[Run]) -> str:
    return "".join(text for text, _ in runs)


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (40, " 桥 Bridges         City · Springs · 8 "),
        (30, " 桥 Bridges   City · Springs "),
        (20, " 桥 Bridges    City "),
        (14, " 桥 Bridges"),
        (9, " 桥"),
    ],
)
def test_the_name_comes_first_and_the_facts_as_far_as_they_fit(width: int, line: str) -> None:
    asides = ("City · Springs · 8", "City · Springs", "City")
    assert shown(head_line(("桥 Bridges", "桥"), asides, width)).split() == line.split()


def test_a_name_that_never_fits_is_cut_with_an_ellipsis() -> None:
    assert shown(head_line(("水从石缝里来",), (), 9)) == " 水从石…"


@given(NAMES, NAMES, st.integers(4, 60))
def test_a_head_line_is_never_wider_than_the_window(names: list[str], asides: list[str], width: int) -> None:
    runs = head_line(names, asides, width)
    assert width_of(runs) <= width
    assert runs[0][1] == "strong"
    assert all(style == "muted" for text, style in runs[1:] if text.strip())


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (
            100,
            " P.4 · ¶1/9 · 0% · 3 min left · next: 桥 Bridges    f figure  t contents  s search  / find  ? help",
        ),
        (60, " P.4 · ¶1/9 · 0% · 3 min left    s search  / find  ? help"),
        (40, " P.4 · ¶1/9 · 0% · 3 min left   ? help"),
        (20, " P.4 · ¶1/9   ? help"),
        (6, " P.4"),
    ],
)
def test_the_next_article_is_named_where_the_first_hints_have_room(width: int, line: str) -> None:
    drawn = shown(status_line(PARTS, HINTS, width))
    assert "  ".join(drawn.split()) == "  ".join(line.split())


@given(st.lists(st.text("ab 中", min_size=1, max_size=12)), st.integers(0, 6), st.integers(6, 90))
def test_a_status_line_fills_the_window_and_ends_with_the_first_hint(texts: list[str], hints: int, width: int) -> None:
    runs = status_line(plain_parts(*texts), HINTS[:hints], width)
    assert width_of(runs) <= width
    if any(text == "help" for text, _ in runs):
        assert shown(runs).endswith("? help ")


def test_titles_and_sources_get_shorter(library: Library) -> None:
    _, issue = next(iter(library.issues()))
    section, article = next(iter(issue.articles()))
    shown = ("en", "zh-Hans")
    assert source_forms(issue, section, shown)[0].startswith(
        f"{both(section.title, shown)} · {issue.magazine.plain('en')}"
    )
    sources = (source_forms(issue, section), source_forms(issue), source_forms(issue, section, shown))
    for forms in (title_forms(article, issue.languages), *sources):
        assert forms
        lengths = [len(form) for form in forms]
        assert lengths == sorted(lengths, reverse=True)


def test_a_message_that_is_too_long_comes_in_pieces() -> None:
    message = "No editor is set: set VISUAL or EDITOR, for example EDITOR=nano"
    assert message_pieces(message, 100) == (message,)
    assert message_pieces(message, 40) == ("No editor is set: set VISUAL or…", "EDITOR, for example EDITOR=nano")
    pieces = message_pieces("现在读不到文件夹，仍显示之前读到的内容", 24)
    assert pieces == ("现在读不到文件夹，仍…", "显示之前读到的内容")


@given(st.text("ab ,中。·/-", min_size=1, max_size=120), st.integers(8, 60))
def test_each_piece_of_a_message_fits_and_no_word_is_lost(message: str, width: int) -> None:
    pieces = message_pieces(message, width)
    assert all(cell_width(piece) <= width - 2 for piece in pieces)
    joined = "".join([piece.removesuffix("…") for piece in pieces[:-1]] + [*pieces[-1:]])
    assert joined.replace(" ", "") == message.replace(" ", "")


def test_the_only_part_of_a_status_line_is_cut_with_an_ellipsis() -> None:
    assert shown(status_line(plain_parts("A folder that cannot be read"), HINTS, 16)) == " A folder that… "
