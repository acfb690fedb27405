"""Headings told by their like: the style of others, parts in a row, and numbered short lines."""

import pytest

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.roles.heading_series import with_headings_alike
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import HAN, LATIN, count_han

FULL = {
    LATIN: "Boats come up the river with salt and lamps for all",
    HAN: "船沿河而上运来盐和灯供全城的人家在冬天里使用",
}


def region(top, *texts, role="body", left=50.0, right=300.0, size=10.0, bold=False):
    """Lines one under another, 14 points apart."""
    lines = []
    for at, text in enumerate(texts):
        edge = right if len(text) > 20 else left + 6 * len(text)
        script = HAN if count_han(text) else LATIN
        lines.append(TextLine(text, left, edge, top + 14 * at, size, "Bold" if bold else "Roman", bold, 0, script))
    return Region(block_of(lines), role)


def heads(*regions):
    return [each.block.text for each in with_headings_alike(regions, []) if each.role == "heading"]


@pytest.mark.parametrize("role", ["pull", "byline", "other"])
def test_a_text_in_the_style_of_a_heading_and_over_text_is_a_heading(role):
    known = region(50, "Salt", role="heading", size=14, bold=True)
    text, more = region(80, *[FULL[LATIN]] * 2), region(180, *[FULL[LATIN]] * 2)
    assert heads(known, text, region(150, "Lamps", role=role, size=14, bold=True), more) == ["Salt", "Lamps"]
    assert heads(known, text, region(150, "Lamps", role=role, size=12, bold=True), more) == ["Salt"]
    assert heads(known, text, more, region(220, "Lamps", role=role, size=14, bold=True)) == ["Salt"]


@pytest.mark.parametrize(
    ("text", "is_head"),
    [
        ("Salt is sold here. Lamps are not.", True),
        ("Write to salt@lamps.example", False),
        ("DOI 10.5555/salt.7", False),
    ],
)
def test_bold_text_well_apart_in_the_style_of_headings_is_one_unless_it_is_an_entry(text, is_head):
    known = region(50, "Salt", role="heading", bold=True)
    bodies = region(66, *[FULL[LATIN]] * 3), region(140, *[FULL[LATIN]] * 3)
    assert heads(known, bodies[0], region(118, text, bold=True), bodies[1]) == ["Salt", text][: 1 + is_head]


def test_headings_in_a_row_over_one_text_are_one_heading():
    parts = [
        region(50, text, role="heading", left=left, bold=True) for text, left in (("May 2", 50.0), ("Salt", 150.0))
    ]
    text = region(66, *[FULL[LATIN]] * 2)
    assert heads(*reversed(parts), text) == ["May 2 Salt"]
    columns = [
        region(66, *[FULL[LATIN]] * 2, left=left, right=right) for left, right in ((50.0, 140.0), (150.0, 300.0))
    ]
    assert heads(*parts, *columns) == ["May 2", "Salt"]


@pytest.mark.parametrize(
    ("first", "second", "script"),
    [("1. 盐", "2. 灯", HAN), ("一、盐", "二、灯", HAN), ("（一）盐", "（二）灯", HAN), ("3. Salt", "4. Lamps", LATIN)],
)
def test_numbered_short_lines_over_text_are_headings_in_whatever_style(first, second, script):
    text = [FULL[script], FULL[script][:12] + ("。" if script == HAN else ".")]
    assert heads(region(50, first, *text, second, *text)) == [first, second]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. 盐", "2. 灯", "3. 船", FULL[HAN]],  # a list
        ["1. 盐", FULL[HAN], FULL[HAN]],  # a single number that may be anything
        ["1. 盐。", FULL[HAN], "2. 灯。", FULL[HAN]],  # sentences
        [FULL[HAN], "一、盐", FULL[HAN]],  # inside a sentence
        ["一、" + FULL[HAN], FULL[HAN]],  # a full line: a paragraph
    ],
)
def test_other_numbered_lines_are_no_headings(lines):
    assert heads(region(50, *lines)) == []


def test_a_numbered_line_may_head_text_with_a_number_of_another_kind():
    assert heads(region(50, "（三）盐", "1、" + FULL[HAN], FULL[HAN][:12] + "。")) == ["（三）盐"]


def test_a_heading_inside_a_block_parts_it():
    text = FULL[HAN][:12] + "。"
    found = with_headings_alike([region(50, text, "一、盐", FULL[HAN], text)], [])
    assert [(each.role, len(each.block.lines)) for each in found] == [("body", 1), ("heading", 1), ("body", 2)]
