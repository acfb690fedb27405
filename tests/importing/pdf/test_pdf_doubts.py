"""Doubts about a printed page are noted where a person should look, and nowhere else."""

from itertools import chain

import pytest

from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.pipeline import note_on_unnamed, read_pdf
from tests.importing import layouts, scenes
from tests.importing.press import SONG, TIMES, Press

PLAIN = [
    scenes.three_and_three,
    scenes.spread,
    scenes.boxed,
    scenes.traditional,
    scenes.english_only,
    scenes.chinese_only,
    scenes.interview,
    scenes.reviews,
    scenes.stacked,
    scenes.two_pages,
    scenes.pull_between,
    scenes.gap_paras,
    layouts.five_columns,
    layouts.english_above,
    layouts.box_beside,
    layouts.table_without_rules,
    layouts.caption_beside,
    layouts.traditional_columns,
    layouts.bold_questions,
    layouts.goes_on,
    layouts.two_bands,
    layouts.noted,
    layouts.by_turns,
    layouts.speakers,
]


def doubts(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    found = [
        part
        for piece in read_pdf(str(path)).articles
        for part in (*chain(*piece.body.values()), *piece.figures, *piece.asides)
    ]
    assert all(bool(part.doubt) == (part.confidence < 1) for part in found if part.confidence < 0.75)
    return [part.doubt for part in found if part.doubt]


@pytest.mark.parametrize("seed", [11, 12])
@pytest.mark.parametrize("scene", PLAIN, ids=lambda scene: scene.__name__)
def test_nothing_is_doubted_on_a_plain_page(scene, seed, tmp_path):
    assert doubts(scene(seed)[0], tmp_path) == []


def four_corners(gap, ends="。"):
    """Two columns over two columns, whose paragraphs all end where they stand, or none."""
    press = Press()
    for at, (x, y) in enumerate(((46, 100), (46, 200 + gap), (310, 100), (310, 200 + gap))):
        text = scenes.ZH[at][:-1] + "，" + scenes.ZH[at + 4][:-1] + "，" + scenes.ZH[at + 8][:-1] + ends
        press.flow([(x, y, 240, 100)], [("para", text)], SONG, 9.6, 16)
    return press


def test_columns_that_may_as_well_be_bands_are_doubted(tmp_path):
    assert set(doubts(four_corners(80), tmp_path)) == {"the order of columns is unsure here"}


def test_columns_with_gaps_as_between_paragraphs_are_not(tmp_path):
    assert doubts(four_corners(-35), tmp_path) == []


def test_a_quotation_over_both_columns_makes_their_order_unsure(tmp_path):
    assert "the order of columns is unsure here" in doubts(layouts.pull_across(11)[0], tmp_path)


def with_text(press, x=46, y=400):
    press.flow([(x, y, 240, 300)], [("para", text) for text in scenes.ZH[:6]], SONG, 9.6, 16)
    press.flow([(x + 260, y, 240, 300)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.4, 13)
    return press


def captioned(press, x, y, zh, en=""):
    press.text(x, y, zh, SONG, 7.5)
    if en:
        press.text(x, y + 11, en, TIMES, 7.5)


def test_a_caption_by_no_picture_is_doubted(tmp_path):
    press = with_text(Press())
    press.picture(46, 90, 200, 100)
    captioned(press, 46, 202, "渡口的早晨", "The ferry at dawn")
    press.text(320, 760 - 420, "茶山上的雾", SONG, 7.5)
    assert doubts(press, tmp_path) == ["small text that stands in no box: it may be a caption, or running text"]


def test_a_caption_in_one_language_beside_others_in_two_is_doubted(tmp_path):
    press = with_text(Press())
    for x, zh, en in ((46, "渡口的早晨", "The ferry at dawn"), (220, "盐田", "Salt pans"), (390, "旧船票", "")):
        press.picture(x, 90, 150, 100)
        captioned(press, x, 202, zh, en)
    assert doubts(press, tmp_path) == ["in one language only, unlike the others on its page"]


def test_captions_hardly_apart_may_be_one(tmp_path):
    press = with_text(Press())
    press.picture(46, 90, 400, 100)
    for y, line in ((202, "渡口的早晨，船工解开缆绳，准备载客过江"), (213, "到对岸去"), (228, "旧船票")):
        press.text(46, y, line, SONG, 7.5)
    assert set(doubts(press, tmp_path)) == {"it may be one caption, or two"}


def test_a_caption_between_two_pictures_is_doubted(tmp_path):
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("RGB", (80, 60), "red"))
    press = with_text(Press())
    for x in (46, 300):
        press.canvas.drawImage(picture, x, press.height - 190, 200, 100)
    captioned(press, 249, 150, "盐田", "Salt")
    captioned(press, 46, 202, "渡口的早晨", "The ferry at dawn")
    assert "which picture it belongs to is unsure" in doubts(press, tmp_path)


@pytest.mark.parametrize(
    ("text", "counted"), [("salt", ""), ("sa\ufffdt", "has a letter"), ("\ufffd\ufffd", "has 2 letters")]
)
def test_letters_that_a_font_does_not_name_are_told_with_their_page(text, counted):
    notes = note_on_unnamed(7, [Glyph(char, 0, 5, 100, 10) for char in text])
    assert [note.partition(" without")[0] for note in notes] == ([f"page 7 of the file {counted}"] if counted else [])
