"""Ends of lines that show where a paragraph ends."""

import pytest

from reader.importing.pdf.blocks.column_block import ColumnBlock
from reader.importing.pdf.blocks.paragraphs import paragraphs_of
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import LATIN


def line(text, number, right):
    return TextLine(text, 50, right, 100 + 13 * number, 10, "Roman", False, 0, LATIN)


@pytest.mark.parametrize(("end", "count"), [(250, 1), (180, 2)])
def test_a_sentence_at_the_end_of_a_justified_line_ends_no_paragraph_though_other_lines_reach_farther(end, count):
    lines = [
        line("The lamps beside the picture are", 0, 250),
        line("lit from June until the end of May.", 1, end),
        line("Then they are taken down and kept", 2, 250),
        line("in the store below the old bridge until the next year.", 3, 330),
    ]
    found = paragraphs_of([ColumnBlock(tuple(lines), 50, 330)], LATIN)
    assert len(found) == count


@pytest.mark.parametrize(("end", "count"), [(150, 2), (328, 1)])
def test_a_small_letter_after_a_gap_begins_a_text_if_it_had_room_on_the_line_above(end, count):
    lines = [
        line("Meeting of the keepers in the house", 0, 330),
        line("at the ferry, and then at the old bridge", 1, 329),
        line("(see the last page)", 2, end),
        line("lamps for the ferry are at the house", 3.6, 250),
    ]
    assert len(paragraphs_of([ColumnBlock(tuple(lines), 50, 330)], LATIN)) == count


@pytest.mark.parametrize(("extra", "count"), [(1.2, 3), (0.1, 1)])
def test_lines_a_little_farther_below_begin_paragraphs_if_only_ends_of_sentences_are_above_them(extra, count):
    texts = ["The lamps are lit", "in June, and burn until the end of May.", "They are taken down", "each year"]
    texts += ["and kept in the store.", "The store is", "below", "the old bridge."]
    lines, down = [], 100.0
    for at, text in enumerate(texts):
        down += 13 + (extra if at in (2, 5) else 0)
        lines.append(TextLine(text, 50, 326 - at % 2, down, 10, "Roman", False, 0, LATIN))
    assert len(paragraphs_of([ColumnBlock(tuple(lines), 50, 330)], LATIN)) == count


def test_a_text_over_the_items_of_a_list_runs_on():
    items = ["• Keep the lamp in the house until the", "boats are at the ferry.", "• Take it down in May, and"]
    texts = ["The keepers of the ferry have few rules,", "and these are all of them:", *items, "clean it."]
    lines = [
        TextLine(text, 50 if at in (0, 1, 2, 4) else 60, 300, 100 + 13 * at, 10, "Roman", False, 0, LATIN)
        for at, text in enumerate(texts)
    ]
    found = paragraphs_of([ColumnBlock(tuple(lines), 50, 300)], LATIN)
    assert [paragraph.text.split()[0] for paragraph in found] == ["The", "•", "•"]


def test_a_text_left_of_the_last_item_of_a_list_is_none_of_it():
    item = TextLine("• Keep the lamps in the house.", 70, 300, 100, 10, "Roman", False, 0, LATIN)
    below = TextLine("Read more in the book of the ferry", 50, 290, 113, 10, "Roman", False, 0, LATIN)
    found = paragraphs_of([ColumnBlock((item,), 70, 300), ColumnBlock((below,), 50, 300)], LATIN)
    assert [paragraph.text for paragraph in found] == [item.text, below.text]
