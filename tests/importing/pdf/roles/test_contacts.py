"""Bold lines that head nothing: names over their addresses, and last lines of boxes."""

import pytest

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.roles.contacts import with_contacts
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import LATIN

FRAME = Box(40, 40, 300, 300)


def region(text, top, role="body", frame=FRAME):
    line = TextLine(text, 50, 200, top + 8, 10, "Bold" if role == "heading" else "Roman", role == "heading", 0, LATIN)
    return Region(block_of([line]), role, 0 if frame else None, frame)


def shown(*regions):
    return [(each.role, each.block.text) for each in with_contacts(regions)]


@pytest.mark.parametrize(
    "address", ["ann@example.org", "Tel: 01932 300106", "www.example.org/lamps", "电话：010 6655 4433"]
)
def test_a_name_over_its_address_is_one_entry(address):
    assert shown(region("Ann Lee, keeper", 60, "heading"), region(address, 75)) == [
        ("other", f"Ann Lee, keeper {address}")
    ]


def test_a_heading_over_text_with_an_address_in_it_is_one():
    found = shown(region("Who to ask", 60, "heading"), region("Write to ann@example.org in time.", 75))
    assert [role for role, _ in found] == ["heading", "body"]
    for time in ("1 June 2012", "10.30-12.00", "2016-2017"):
        assert shown(region("When to come", 60, "heading"), region(time, 75))[0][0] == "heading"


def test_a_bold_line_at_the_end_of_a_box_heads_nothing():
    text, last = region("The lamps are lit from June.", 60), region("By 15 January", 75, "heading")
    assert [role for role, _ in shown(text, last)] == ["body", "body"]
    assert [role for role, _ in shown(region("Lamps", 60, "heading"))] == ["heading"]
    free = region("By 15 January", 75, "heading", None)
    assert [role for role, _ in shown(region("The lamps are lit.", 60, frame=None), free)] == ["body", "heading"]
