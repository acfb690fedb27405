"""The reading order of blocks of running text."""

from reader.importing.pdf.assembling.reading_order import in_reading_order
from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.pdf.weights.assembling import SURE_ORDER_MARGIN
from reader.importing.scripts import HAN, LATIN


def block(left, top, *texts, width=100.0):
    """Makes a block of lines 15 points apart, in 10 points; a text that begins with a blank is indented."""
    lines = [
        TextLine(
            text.strip(), left + 20 * text.startswith(" "), left + width, top + 15 * at, 10.0, "Song", False, 0, HAN
        )
        for at, text in enumerate(texts)
    ]
    return block_of(lines)


def order(blocks, headings=()):
    placed = in_reading_order(blocks, frozenset(map(id, headings)))
    return [blocks.index(each.block) for each in placed], [each.margin for each in placed]


def test_columns_are_read_from_the_left():
    right, left = block(200, 100, "岸上的人。", "都走了。"), block(50, 100, " 船来了，", "停在岸边。")
    assert order([right, left])[0] == [1, 0]


def test_bands_are_read_from_the_top_where_sentences_continue_in_them():
    blocks = [
        block(50, 100, " 渡船靠", "岸的时候，"),
        block(200, 100, "岸上的人都", "站起来。"),
        block(50, 400, " 天黑以前，", "老人把"),
        block(200, 400, "缆绳收好，", "点上灯。"),
    ]
    indices, margins = order(blocks)
    assert indices == [0, 1, 2, 3]
    assert all(margin >= SURE_ORDER_MARGIN for margin in margins)


def latin(left, top, *texts):
    lines = [
        TextLine(text, left, left + 100, top + 15 * at, 10.0, "Times", False, 0, LATIN) for at, text in enumerate(texts)
    ]
    return block_of(lines)


def test_columns_around_figures_under_a_heading_over_two_are_read_one_after_the_other():
    blocks = [
        latin(50, 100, "The boats came", "home late."),
        latin(50, 130, "Nobody had seen"),
        latin(200, 100, "the storm that", "was coming."),
        latin(50, 160, "Salt"),
        latin(50, 180, "The pans are", "empty."),
        latin(50, 300, "In the winter they", "are expected"),
        latin(200, 180, "to be covered", "with snow."),
        latin(200, 300, "Old nets are", "used for it."),
    ]
    assert order(blocks, [blocks[3]])[0] == list(range(8))


def test_an_order_that_is_hardly_better_is_doubted():
    blocks = [
        block(50, 100, "渡船靠岸。", "人走了。"),
        block(200, 100, "岸上有灯。", "灯亮着。"),
        block(50, 400, "天黑以前。", "风停了。"),
        block(200, 400, "缆绳收好。", "点上灯。"),
    ]
    indices, margins = order(blocks)
    assert indices == [0, 2, 1, 3]
    assert min(margins) < SURE_ORDER_MARGIN


def test_a_heading_is_read_before_the_text_under_it():
    heading, text, other = (
        block(200, 100, "码头"),
        block(200, 118, " 码头上，", "有灯。"),
        block(50, 100, " 船。", "来了。"),
    )
    assert order([text, heading, other], [heading])[0] == [2, 1, 0]
