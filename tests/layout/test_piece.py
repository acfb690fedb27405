"""Pieces of a line: cut at spans, with blanks between them, and clipped to a window."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.graphemes import boundaries
from reader.layout.piece import ORNAMENT, Line, Marked, Piece, clipped
from reader.layout.width import cell_width, prefix_widths
from reader.model.markup import parse
from reader.model.text import Prose, Span
from tests.drawing import examples


def test_marks_become_pieces_with_their_place() -> None:
    prose = parse("a **b *c* d** e")
    found = [(piece.text, piece.start, piece.style) for piece in Marked(prose).pieces(0, len(prose.text), 10)]
    assert found == [
        ("a ", 10, ""),
        ("b ", 12, "strong"),
        ("c", 14, "strong emphasis"),
        (" d", 15, "strong"),
        (" e", 17, ""),
    ]


def test_a_blank_has_the_marks_of_both_its_sides() -> None:
    prose = Prose("中文AI中", (Span(0, 5, "strong"), Span(0, 2, "emphasis"), Span(2, 4, "link")))
    found = [
        (p.text, p.start, p.style) for p in Marked(prose).pieces(1, 5, style="head", blanks=[(2, 1), (3, 2), (4, 1)])
    ]
    assert found == [
        ("文", 1, "head strong emphasis"),
        (" ", ORNAMENT, "head strong"),
        ("A", 2, "head strong link"),
        ("  ", ORNAMENT, "head strong link"),
        ("I", 3, "head strong link"),
        (" ", ORNAMENT, "head strong"),
        ("中", 4, "head strong"),
    ]


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(("strong", "emphasis", "link")))),
    st.data(),
)
@examples(200)
def test_pieces_are_the_text_with_the_marks_over_each(spans: list[tuple[int, int, str]], data: st.DataObject) -> None:
    kept: list[Span] = []
    for start, end, kind in sorted(spans, key=lambda span: (span[0], -span[1])):
        if all(end <= other.end or start >= other.end for other in kept):
            kept.append(Span(start, max(start, end), kind))
    prose = Prose("".join(chr(97 + k % 26) for k in range(40)), tuple(kept))
    start = data.draw(st.integers(0, 40))
    end = data.draw(st.integers(start, 40))
    found = Marked(prose).pieces(start, end)
    assert "".join(piece.text for piece in found) == prose.text[start:end]
    for piece in found:
        stop = piece.start + len(piece.text)
        assert piece.text == prose.text[piece.start : stop] != ""
        over = [span.kind for span in kept if span.start <= piece.start and stop <= span.end]
        assert piece.style == " ".join(over)
        assert not any(
            piece.start < edge < stop for span in kept if span.start < span.end for edge in (span.start, span.end)
        )


def test_many_marks_cost_their_own_pieces_only() -> None:
    """A quadratic step would take minutes."""
    text = "ab" * 20_000
    prose = Prose(text, (Span(0, 40_000, "strong"), *(Span(2 * k, 2 * k + 1, "link") for k in range(20_000))))
    began = time.process_time()
    marked = Marked(prose)
    count = sum(len(marked.pieces(start, start + 40)) for start in range(0, 40_000, 40))
    assert count == 40_000
    assert time.process_time() - began < 5


def test_a_window_cuts_pieces_and_halves_of_characters() -> None:
    line = Line((Piece("ab", 3), Piece("  "), Piece("中文字", 10, "head")), wide=True)
    assert clipped(line, 0, 20) == line
    assert clipped(line, 1, 4) == Line((Piece("b", 4), Piece("  "), Piece(" ", style="head")), True)
    assert clipped(line, 5, 4) == Line(
        (Piece(" ", style="head"), Piece("文", 11, "head"), Piece(" ", style="head")), True
    )
    assert clipped(line, 5, 1) == Line((Piece(" ", style="head"),), True)
    assert clipped(line, 10, 5) == Line((), True)
    assert clipped(line, 6, 0) == Line((), True)


@pytest.mark.parametrize("text", ["e\u0301中👩‍🚒🇨🇳한글", "plain", "中文AI"])
def test_a_window_never_splits_a_cluster(text: str) -> None:
    line, edges, cells = Line((Piece(text, 0),)), boundaries(text), prefix_widths(text)
    for first, width in ((first, width) for first in range(12) for width in range(12)):
        shown = clipped(line, first, width)
        assert cell_width(shown.text) == max(0, min(width, cells[-1] - first))
        whole = [text[a:b] for a, b in pairwise(edges) if first <= cells[a] and cells[b] <= first + width]
        assert "".join(piece.text for piece in shown.pieces if piece.start >= 0) == "".join(whole)
        assert all(text.startswith(piece.text, piece.start) for piece in shown.pieces if piece.start >= 0)
