"""Recognised lines become glyphs: their sizes, places, gaps and strokes, by the ink of their letters."""

import pytest

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.recognition.line_extents import extent_of, odd_letters, wide_ems
from reader.importing.pdf.recognition.recognised_line import LineInk, RecognisedLine
from reader.importing.pdf.recognition.recognised_pages import page_of_lines
from reader.importing.pdf.text_lines.lines import lines_of


def latin(text, size, foot, *, left=40.0, right=240.0, stroke=0.08, gaps=(), colour=0):
    """Returns a line of Latin letters as it is measured, with its own extents."""
    extent = extent_of(text)
    box = Box(left, foot - extent.up * size, right, foot + extent.down * size)
    ink = LineInk(box, foot, stroke * size, colour, gaps=gaps)
    return RecognisedLine(text, Box(box.left - 1, box.top - 1, box.right + 1, box.bottom + 1), ink)


def han(text, size, foot, *, flat=1.0, left=40.0, stroke=0.05):
    """Returns a line of Han characters, which are lower than wide if ``flat`` is below 1."""
    top, bottom = foot - 0.83 * size * flat, foot + 0.09 * size * flat
    box = Box(left, top, left + size * (wide_ems(text) or len(text)), bottom)
    return RecognisedLine(text, Box(left - 1, top - 1, box.right + 1, bottom + 1), LineInk(box, bottom, stroke * size))


def set_lines(*lines):
    return {line.text: line for line in lines_of(page_of_lines(lines, (), 1, 600, 800).glyphs)}


def test_the_size_of_latin_letters_does_not_hang_on_their_tails():
    found = set_lines(
        latin("of installed solar capacity", 9, 100),
        latin("on some inner moon", 9, 112),
        latin("page by page", 9, 300),
        latin("More than 26 million", 14, 400, stroke=0.14),
    )
    assert {text: line.size for text, line in found.items()} == pytest.approx(
        {"of installed solar capacity": 9, "on some inner moon": 9, "page by page": 9, "More than 26 million": 14}
    )
    assert [line.text for line in found.values() if line.bold] == ["More than 26 million"]
    assert found["page by page"].baseline == pytest.approx(300)


def test_flat_characters_have_the_size_of_their_width():
    found = set_lines(han("子标题一", 12, 100, flat=0.8), han("运河在这里拐了一个弯，弯里便是旧港。", 10, 200))
    assert found["子标题一"].size == pytest.approx(12, abs=0.2)
    assert found["运河在这里拐了一个弯，弯里便是旧港。"].size == pytest.approx(10, abs=0.2)


def test_spaced_characters_have_the_size_of_their_height():
    line = han("摘要", 10, 100)
    wide = RecognisedLine("摘要", line.box, LineInk(Box(40, line.ink.box.top, 80, line.ink.box.bottom), line.ink.foot))
    assert set_lines(wide)["摘要"].size == pytest.approx(10, abs=0.2)


@pytest.mark.parametrize("text", ["压力 流量", "压力流量"])
def test_a_wide_gap_divides_a_line(text):
    box = Box(40, 91.7, 160, 100.9)
    ink = LineInk(box, 100.9, gaps=((60.0, 140.0),))
    found = set_lines(RecognisedLine(text, Box(39, 91, 161, 102), ink))
    assert {line.text: (line.left, line.right) for line in found.values()} == {"压力": (40, 60), "流量": (140, 160)}


def test_a_gap_that_the_text_leaves_out_is_a_blank():
    ink = LineInk(Box(40, 91.7, 101, 100.9), 100.9, gaps=((70.0, 81.0),))
    found = set_lines(RecognisedLine("第二章学习", Box(39, 91, 102, 102), ink))
    assert list(found) == ["第二章 学习"]
    assert found["第二章 学习"].size == pytest.approx(10, abs=0.3)


def test_the_blank_half_of_a_sign_is_no_blank():
    ink = LineInk(Box(40, 91.7, 105, 100.9), 100.9, gaps=((63.0, 77.0),))
    assert list(set_lines(RecognisedLine("旧港，新船东", Box(39, 91, 106, 102), ink))) == ["旧港，新船东"]


def test_stretched_lines_have_the_size_of_their_characters():
    stretched = han("运河在这里拐了一个弯，弯里便是旧港。", 10, 100)
    box = Box(40, stretched.ink.box.top, stretched.ink.box.right + 18, stretched.ink.box.bottom)
    ink = LineInk(box, stretched.ink.foot, gaps=((60.0, 69.0), (80.0, 89.0), (150.0, 156.0)))
    (line,) = set_lines(RecognisedLine(stretched.text, box, ink)).values()
    assert line.size == pytest.approx(10, abs=0.3)


def test_bold_text_is_told_beside_lines_that_are_not_measured():
    lines = [RecognisedLine("在照片上的一行字而已", Box(40, 30 * at, 140, 30 * at + 11)) for at in range(1, 9)]
    found = set_lines(*lines, han("运河在这里拐弯", 10, 400), han("旧港的灯", 10, 500, stroke=0.11))
    assert [text for text, line in found.items() if line.bold] == ["旧港的灯"]


def test_letters_and_characters_have_sizes_of_their_own():
    found = set_lines(
        *(han("运河在这里拐了一个弯，弯里便是旧港。", 9.4, 100 + 40 * at) for at in range(3)),
        latin("A wooden boat", 9.9, 300),
    )
    assert found["A wooden boat"].size == pytest.approx(9.9)


def test_a_gap_beside_no_character_divides_nothing():
    ink = LineInk(Box(40, 91.7, 400, 100.9), 100.9, gaps=((41.0, 380.0),))
    assert "".join(set_lines(RecognisedLine("运", Box(39, 91, 401, 102), ink))) == "运"


def test_a_line_of_both_scripts_has_the_size_of_the_paragraph_that_it_ends():
    lines = [latin("and so on for a long while", 10.9, 100 + 14 * at) for at in range(4)]
    last = latin("vitae", 10.9, 156)
    box = last.ink.box
    mixed = RecognisedLine("vitae. 内容填充", last.box, LineInk(Box(box.left, 148.6, box.right, 156.5), 156.0))
    assert set_lines(*lines, mixed)["vitae. 内容填充"].size == pytest.approx(10.9)


def test_the_colour_of_a_line_divides_it_from_others():
    (line,) = set_lines(latin("a pull quote", 12, 100, colour=0xFF0000)).values()
    assert line.color == 0xFF0000


def test_lines_on_pictures_are_set_by_their_boxes():
    spaced = RecognisedLine("into the world", Box(40, 90, 190, 110))
    crooked = RecognisedLine("into the world", Box(40, 200, 130, 260))
    sizes = [line.size for line in lines_of(page_of_lines([spaced, crooked], (), 1, 600, 800).glyphs)]
    assert max(sizes) < 25


@pytest.mark.parametrize(
    ("text", "odd"),
    [("运河（旧）", (2, 2)), ("共 3 页，pp", (0, 3)), ("no (Han) here", (0, 0))],
)
def test_letters_that_reach_beyond_characters_are_counted(text, odd):
    assert odd_letters(text) == odd


def test_signs_that_fill_half_a_square_make_a_line_narrower():
    assert wide_ems("《运河》") == pytest.approx(wide_ems("旧港运河") - 1)
    assert wide_ems("运") is wide_ems("a long line 运") is None
