"""Text in the boxes of a page set in boxes: its usual size, and the short lines that head it."""

import pytest

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.roles.box_layout import with_boxed_text
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import LATIN

LONG = "The keepers of the lamps meet every spring and decide where new lamps will be set up"


def region(text, top, size=10.0, role=None):
    line = TextLine(text, 50, 300, top + 0.8 * size, size, "Roman", False, 0, LATIN)
    return Region(block_of([line]), role, 0, Box(40, 40, 400, 400))


def roles(*regions):
    return [each.role for each in with_boxed_text(regions, {LATIN: 10.0})]


@pytest.mark.parametrize("role", [None, "body"])
def test_a_short_line_apart_over_the_text_of_a_box_heads_it(role):
    assert roles(region("Lamps in spring", 50, role=role), region(LONG, 80)) == ["heading", "body"]


@pytest.mark.parametrize(
    ("text", "top"), [("Lamps in spring", 66), ("Dear keepers,", 50), ("Lamps are lit.", 50), ("ann@example.org", 50)]
)
def test_other_first_lines_are_text(text, top):
    assert roles(region(text, top), region(LONG, 80)) == ["body", "body"]


def test_text_in_the_usual_size_of_its_box_is_running_text_though_it_is_large():
    assert roles(region(LONG, 50, 14), region("Come in time.", 80, 14)) == ["body", "body"]
    assert roles(region("Come in time.", 80, 14)) == [None]
