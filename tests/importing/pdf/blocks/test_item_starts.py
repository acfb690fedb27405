"""Items of lists by their Chinese numbers."""

import pytest

from reader.importing.pdf.blocks.item_starts import counted_items
from reader.importing.pdf.text_lines.text_line import TextLine


def text_line(text, baseline, left=60.0):
    return TextLine(text, left, left + 10 * len(text), baseline, 10.0, "Song", False, 0, "han")


@pytest.mark.parametrize(
    ("texts", "counted"),
    [
        (["一、渡口的灯", "二、桥上的船", "三、旧路"], [0, 1, 2]),
        (["（九）渡口的灯", "在夜里亮着", "（十）桥上的船", "（十一）旧路"], [0, 2, 3]),
        (["一、渡口的灯", "三、旧路"], []),
        (["一、渡口的灯", "（二）桥上的船"], []),
        (["十九、渡口的灯", "二十、桥上的船", "二十一、旧路"], [0, 1, 2]),
        (["一百、渡口的灯", "一条船"], []),
    ],
)
def test_chinese_numbers_that_count_on_begin_items(texts, counted):
    lines = [text_line(text, 100 + 20 * at) for at, text in enumerate(texts)]
    found = counted_items(lines)
    assert [at for at, line in enumerate(lines) if id(line) in found] == counted


def test_numbers_at_other_edges_do_not_count_on():
    lines = [text_line("一、渡口的灯", 100, left=40), text_line("二、桥上的船", 120, left=90)]
    assert not counted_items(lines)
