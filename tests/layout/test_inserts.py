"""Signs inside a text that are no part of it: the text breaks where it does without them, and loses nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.layout.graphemes import boundaries
from reader.layout.inserts import inserts_of, measured_with
from reader.layout.item import Cell, Item
from reader.layout.linebreak import opportunities
from reader.layout.parts import PART_CHARS, in_parts
from reader.layout.setting import set_cell
from reader.layout.typesetting import Typesetting
from reader.layout.width import cell_width
from reader.model.text import Prose, Span
from tests.layout.articles import texts

LABELS = ("¹", "²", "¹²", "³⁴⁵")


@st.composite
def marked(draw: st.DrawFn) -> Prose:
    text = draw(texts)
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    return Prose(text, tuple(Span(at, at, "footnote", draw(st.sampled_from(LABELS))) for at in offsets))


def lines_of(prose: Prose, width: int, how: Typesetting) -> list[list[tuple[str, int]]]:
    item = Item("paragraph", (Cell("zh-Hans", prose), None))
    cell = item.cells[0]
    assert cell
    return [[(piece.text, piece.start) for piece in line.pieces] for line in set_cell(item, cell, width, how)]


@settings(max_examples=60, deadline=None)
@given(marked(), st.integers(12, 60), st.booleans())
def test_every_sign_is_drawn_once_and_every_character_too(prose: Prose, width: int, justified: bool) -> None:
    how = Typesetting(justified=justified, hanging=False, indented=False)
    lines = lines_of(prose, width, how)
    drawn = [text for line in lines for text, start in line if start < 0 and text.strip(" -‐")]
    assert drawn == [insert.text for insert in inserts_of(prose)]
    shown = "".join(text for line in lines for text, start in line if start >= 0)
    assert shown.replace(" ", "") == prose.text.replace(" ", "").replace("\n", "")
    assert all(cell_width("".join(text for text, _ in line)) <= width for line in lines)


@settings(max_examples=60, deadline=None)
@given(marked())
def test_lines_may_end_where_they_do_without_signs(prose: Prose) -> None:
    text, _ = measured_with(prose, Typesetting())
    assert list(text.breaks) == opportunities(prose.text)
    assert text.width_cells == measured_with(Prose(prose.text), Typesetting())[0].width_cells + sum(
        cell_width(insert.text) for insert in inserts_of(prose)
    )


def test_a_line_ends_behind_a_sign_and_never_begins_with_one() -> None:
    prose = Prose("泉水四季如常。春夏秋冬", (Span(7, 7, "footnote", "¹"),))
    how = Typesetting(hanging=False, indented=False)
    lines = ["".join(text for text, _ in line) for line in lines_of(prose, 15, how)]
    assert lines == ["泉水四季如常。¹", "春夏秋冬"]
    assert next("".join(text for text, _ in line) for line in lines_of(prose, 14, how)) == "泉水四季如"


def test_a_sign_never_parts_a_cluster() -> None:
    prose = Prose("e\u0301a", (Span(1, 1, "footnote", "¹"),))
    assert [insert.offset for insert in inserts_of(prose)] == [2]
    assert 2 in boundaries(prose.text)


def test_each_part_of_a_long_text_has_its_own_signs() -> None:
    text = "水" * (PART_CHARS * 2)
    spans = tuple(Span(at, at, "footnote", "¹") for at in (0, PART_CHARS - 1, PART_CHARS, PART_CHARS + 1, len(text)))
    parts = [part.cells[0] for part in in_parts(Item("paragraph", (Cell("zh-Hans", Prose(text, spans)), None)))]
    found = [cell.offset + span.start for cell in parts if cell for span in cell.prose.spans]
    assert sorted(found) == [span.start for span in spans]
