"""Crowded pages: their boxes and blocks are found by place, with the result of looking at each pair of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.importing.pdf.assembling import reading_order
from reader.importing.pdf.assembling.reading_order import in_reading_order
from reader.importing.pdf.blocks.text_blocks import block_of, blocks_of
from reader.importing.pdf.page import box_index
from reader.importing.pdf.page.box_index import BoxIndex
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.text_lines.drop_caps import with_drop_caps_joined
from reader.importing.pdf.text_lines.text_line import TextLine

PLACES = st.one_of(st.integers(-40, 640), st.sampled_from([-100_000, 100_000]))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(PLACES), draw(PLACES)
    return Box(left, top, left + draw(st.integers(0, 400)), top + draw(st.integers(0, 400)))


def line(left: float, baseline: float, text: str = "some words", size: float = 10, width: float = 50) -> TextLine:
    return TextLine(text, left, left + width, baseline, size, "F", False, 0, "latin")


lines = st.builds(line, PLACES, PLACES, size=st.sampled_from([9.0, 10.0, 10.2, 30.0]), width=st.integers(1, 300))


@given(st.lists(boxes(), max_size=30), st.lists(boxes(), min_size=1, max_size=15))
def test_the_boxes_around_a_part_are_found(held_by: list[Box], parts: list[Box]) -> None:
    index = BoxIndex(held_by, parts)
    for part in parts:
        assert index.holders(part) == tuple(at for at, box in enumerate(held_by) if box.holds(part))


@given(st.lists(lines, min_size=1, max_size=30), st.lists(boxes(), max_size=10))
def test_blocks_are_those_of_comparing_all_lines(given_lines: list[TextLine], held_by: list[Box]) -> None:
    assert blocks_of(given_lines, held_by) == compared_blocks(given_lines, held_by)


def compared_blocks(given_lines: list[TextLine], held_by: list[Box]) -> list[object]:
    """Returns the blocks by comparing each line with every block so far."""
    from reader.importing.pdf.blocks.text_blocks import _continues
    from reader.importing.pdf.blocks.wide_leading import page_leading_em, wide_leadings_em

    index = BoxIndex(held_by, given_lines)
    growing: list[list[TextLine]] = []
    ordered = sorted(given_lines, key=lambda one: (one.baseline, one.left))
    leading, wide = page_leading_em(ordered), wide_leadings_em(ordered)
    for each in ordered:
        above = [block for block in growing if _continues(block, each, index, wide.get(id(each), leading))]
        if above:
            min(above, key=lambda block: (each.baseline - block[-1].baseline, abs(block[-1].left - each.left))).append(
                each
            )
        else:
            growing.append([each])
    return [block_of(block) for block in growing]


def test_few_boxes_are_looked_at_for_a_part() -> None:
    small = [Box(x * 5, y * 5, x * 5 + 4, y * 5 + 4) for x in range(100) for y in range(100)]
    index = BoxIndex(small, [Box(0, 0, 1, 1), Box(500, 500, 501, 501)])
    assert max(map(len, index._cells.values())) < 4 * len(small) / box_index._CELLS**2


def test_each_drop_cap_is_joined_once_also_where_caps_overlap() -> None:
    rest = [line(40, 110 + 12 * at, f"est {at} of the text") for at in range(3)]
    caps = [line(10, 134, "T", size=40, width=28), line(40, 122, "B", size=22, width=10)]
    found = with_drop_caps_joined([*caps, *rest])
    assert [each.text for each in found if each.has_drop_cap][:1] == ["Test 0 of the text"]
    assert "".join(sorted("".join(each.text for each in found).replace(" ", ""))) == "".join(
        sorted("".join(each.text for each in (*caps, *rest)).replace(" ", ""))
    )


def test_cuts_inside_each_other_end_at_the_bound() -> None:
    blocks, left, top, right, bottom = [], 0.0, 0.0, 100_000.0, 100_000.0
    for level in range(600):
        if level % 2:
            blocks.append(block_of([line(left, top + 10, width=right - left)]))
            top += 160
        else:
            blocks.append(block_of([line(left, y, width=100) for y in (top + 10, bottom - 5)]))
            left += 160
    found = in_reading_order(blocks, frozenset())
    assert {id(each.block) for each in found} == {id(block) for block in blocks}
    assert len(found) == len(blocks) > 2 * reading_order.MAX_DEPTH


def test_the_labels_of_many_shapes_are_found_by_place() -> None:
    from reader.importing.pdf.blocks.diagrams import labels_of
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage

    shapes = tuple(Box(x, y, x + 5, y + 5) for x in range(0, 590, 6) for y in range(0, 300, 6))
    labels = [line(20.0 + 90 * at, 100, "river", 6, 20) for at in range(5)]
    page = PrintedPage("1", 0, 600, 800, tuple(labels), shapes, (), 1, shapes, False)
    away = line(20, 600, "river", 6, 20)
    assert [block.lines[0] for block in labels_of([*labels, away], page, (), 9.0)] == labels
