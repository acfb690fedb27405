"""Captions in two scripts, the letters of which measure otherwise than the characters."""

import pytest

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.roles.continued_captions import with_captions_continued
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import HAN, LATIN

BODY = {HAN: 9.4, LATIN: 10.8}


def region(text, top, size, script, role):
    line = TextLine(text, 50, 200, top + size, size, "Roman", False, 0, script)
    return Region(block_of([line]), role)


@pytest.mark.parametrize(("size", "role"), [(9.2, "caption"), (8.0, "caption"), (8.6, "sidebar"), (10.8, "sidebar")])
def test_a_caption_goes_on_in_the_other_script_as_small_beside_its_text(size, role):
    chinese = region("旧港的灯。", 60, 8.0, HAN, "caption")
    english = region("The lamp of the old harbour", 71, size, LATIN, "sidebar")
    assert with_captions_continued([chinese, english], BODY)[1].role == role


def test_a_caption_in_the_same_script_goes_on_in_its_size():
    first = region("The lamp of the old harbour,", 60, 8.0, LATIN, "caption")
    second = region("seen from the lock", 71, 9.2, LATIN, "sidebar")
    assert with_captions_continued([first, second], BODY)[1].role == "sidebar"
