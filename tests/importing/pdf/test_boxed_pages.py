"""Pages set in boxes, slides, newspapers and bulletins."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from reader.importing.bullets import is_item
from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.confined_pdf import read_confined_pdf
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.page.glyphs import Glyph, PdfPage
from reader.importing.pdf.page.usual_weight import with_usual_weight
from reader.importing.pdf.pipeline import read_pdf
from reader.importing.pdf.roles.box_layout import in_boxes
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.text_lines.cutting_boxes import without_cutting_boxes
from reader.importing.pdf.text_lines.gutters import narrow_gutters
from reader.importing.pdf.text_lines.text_line import TextLine
from tests.importing import layouts, scenes
from tests.importing.press import BOLD, TIMES, Press

LETTERS = "salt of the coast"


def line(left, baseline, text="The salt is carried to the market", right=None, **fields):
    given = {"font": "F", "bold": False, "color": 0, "script": "latin"} | fields
    return TextLine(text, left, right or left + 5 * len(text), baseline, 10.0, **given)


def extraction(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    return read_pdf(str(path))


def region(at, box):
    inside = block_of([line(box.left + 5, box.top + 20)])
    return Region(inside, "body", at, box)


@pytest.mark.parametrize(
    ("boxes", "order"),
    [
        ([(0, 0, 90, 50), (100, 0, 190, 50), (0, 60, 90, 99), (100, 60, 190, 99)], [0, 1, 2, 3]),
        ([(0, 0, 90, 50), (100, 0, 190, 30), (0, 60, 90, 99), (100, 40, 190, 99)], [0, 2, 1, 3]),
        ([(0, 0, 190, 50), (0, 60, 90, 90), (100, 60, 190, 120), (0, 95, 90, 120)], [0, 1, 3, 2]),
    ],
    ids=["rows", "columns", "a band over columns"],
)
def test_boxes_are_read_in_rows_if_they_are_even_and_in_columns_if_not(boxes, order):
    groups = in_boxes([region(at, Box(*box)) for at, box in enumerate(boxes)])
    assert [group[0].box for group in groups] == order


def test_text_in_boxes_is_running_text_where_nothing_is_beside_them(tmp_path):
    """In each box the text has a size of its own, and a heading."""
    press = Press()
    press.text(46, 60, "Notes of the week", BOLD, 18)
    for at, size in enumerate((9.0, 10.0, 11.0)):
        top = 90 + 200 * at
        press.canvas.rect(40, press.height - top - 180, 300, 180, stroke=1, fill=0)
        press.text(50, top + 20, ("Ferry", "Wells", "Salt")[at], BOLD, size + 1)
        press.flow([(50, top + 38, 280, 130)], [("para", " ".join(scenes.EN[4 * at : 4 * at + 4]))], TIMES, size, 14)
    (article,) = extraction(press, tmp_path).articles
    assert not article.asides
    assert [(block.kind, block.text) for block in article.body["en"]] == [
        each
        for at in range(3)
        for each in (("heading", ("Ferry", "Wells", "Salt")[at]), ("para", " ".join(scenes.EN[4 * at : 4 * at + 4])))
    ]


def test_a_wide_screen_is_one_page(tmp_path):
    press = Press((960, 540))
    press.text(60, 60, "Ferries", BOLD, 30)
    for x in (60, 520):
        press.flow([(x, 120, 380, 300)], [("para", scenes.EN[0]), ("para", scenes.EN[1])], TIMES, 12, 16)
    assert [article.pages for article in extraction(press, tmp_path).articles] == [("1",)]


def test_the_name_of_a_newspaper_over_its_headlines_is_furniture(tmp_path):
    press = Press()
    press.text(180, 70, "The Salt Times", TIMES, 44)
    for at, head in enumerate(("The ferry stops", "Wells of the town", "Boats on the river")):
        press.text(46, 130 + 210 * at, head, BOLD, 21)
        press.flow(
            [(46, 150 + 210 * at, 480, 150)],
            [("para", text) for text in scenes.EN[3 * at : 3 * at + 3]],
            TIMES,
            9.6,
            13,
        )
    found = extraction(press, tmp_path)
    assert [dict(article.title) for article in found.articles] == [
        {"en": "The ferry stops"},
        {"en": "Wells of the town"},
        {"en": "Boats on the river"},
    ]
    assert "The Salt Times" in found.running


def test_an_area_whose_edge_cuts_a_paragraph_frames_nothing():
    lines = [line(20, 20 + 12 * at) for at in range(6)]
    cut, whole = Box(10, 5, 300, 48), Box(10, 5, 300, 90)
    page = PdfPage(1, 400, 400, boxes=(cut, whole, Box(-60, 5, 300, 90)))
    assert without_cutting_boxes(page, lines).boxes == (whole,)


def test_the_usual_font_of_a_page_is_not_bold():
    glyphs = [Glyph("a", at, at + 1, 10, 9, "usual", True) for at in range(500)]
    glyphs += [Glyph("b", at, at + 1, 30, 9, "other", True) for at in range(60)]
    assert {glyph.font for glyph in with_usual_weight(glyphs) if glyph.bold} == {"other"}
    assert with_usual_weight(glyphs[:300]) == glyphs[:300]


def test_a_gap_at_one_place_in_many_rows_is_a_gutter():
    def row(baseline, gap):
        return [
            Glyph("a", 10.0 * at + (gap if at > 9 else 0), 10.0 * at + 10 + (gap if at > 9 else 0), baseline, 10.0)
            for at in range(20)
        ]

    rows = [row(12 * at, 6) for at in range(7)]
    assert narrow_gutters(rows) == {id(each): [106.0] for each in rows}
    assert not narrow_gutters(rows[:4])
    assert not narrow_gutters([*rows[:4], row(48, 0), *rows[5:]])


def test_a_bullet_before_a_number_begins_an_item():
    assert is_item("• 11-bit converter")
    assert not is_item("3. 14 of them")


def test_the_last_row_of_a_table_may_be_open_below(tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 60)], [("para", text) for text in scenes.EN[:2]], TIMES, 9.6, 13)
    for at, row in enumerate((("spec", "most"), ("supply", "1.5 V"), ("signal", "1.1 V"))):
        for x, cell in zip((50, 150), row, strict=True):
            press.text(x, 213 + 20 * at, cell, TIMES, 9.6)
        press.rule(46, 200 + 20 * at, 246)
    for x in (46, 146, 246):
        press.canvas.line(x, press.height - 200, x, press.height - 262)
    (aside,) = extraction(press, tmp_path).articles[0].asides
    assert aside.rows == (("spec", "most"), ("supply", "1.5 V"), ("signal", "1.1 V"))


def test_a_page_with_vertical_text_is_told_by_its_number(tmp_path):
    press, _ = layouts.vertical(1)
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    found = read_confined_pdf(str(path))
    assert found.doubted == ("page 1 is set vertically, in part or whole: look at the place and order of that text",)
    assert not found.skipped


def test_a_run_in_head_begins_a_paragraph(tmp_path):
    """Bold words after a line that is cut short, and a programme by the hour."""
    press = Press()
    press.flow([(46, 80, 300, 100)], [("para", scenes.EN[0])], TIMES, 9.6, 13)
    for at, (head, rest) in enumerate((("HARBOUR", "Tuesday at seven"), ("MARKET", "Wednesday at six"))):
        press.text(46, 200 + 13 * at, head, BOLD, 9.6)
        press.text(49 + stringWidth(head, BOLD, 9.6), 200 + 13 * at, rest, TIMES, 9.6)
    for at, entry in enumerate(("9.30 Ferry", "10.15 Wells", "11.00 Salt")):
        press.text(46, 260 + 13 * at, entry, TIMES, 9.6)
    texts = [block.text for block in extraction(press, tmp_path).articles[0].body["en"]]
    assert texts[1:] == [
        "HARBOUR Tuesday at seven",
        "MARKET Wednesday at six",
        "9.30 Ferry",
        "10.15 Wells",
        "11.00 Salt",
    ]


def test_lines_that_begin_with_capitals_and_end_no_sentence_are_a_list(tmp_path):
    press = Press()
    press.flow([(46, 80, 300, 60)], [("para", scenes.EN[0])], TIMES, 9.6, 13)
    entries = [
        "Opening prayer and song",
        "Silence and confession",
        "Prayer for forgiveness",
        "Readings and songs",
        "Joys and concerns",
    ]
    for at, entry in enumerate(entries):
        press.text(46, 200 + 13 * at, entry, TIMES, 9.6)
    (article,) = extraction(press, tmp_path).articles
    assert [block.text for block in article.body["en"]][1:] == entries


def test_clauses_under_each_other_are_paragraphs(tmp_path):
    press = Press()
    press.flow([(46, 80, 300, 60)], [("para", scenes.EN[0])], TIMES, 9.6, 13)
    for at, entry in enumerate(("2.1: Integrate the ferries", "2.2: Prepare", "2.3: Scale the wells")):
        press.text(46, 200 + 13 * at, entry, TIMES, 9.6)
    (article,) = extraction(press, tmp_path).articles
    assert [block.text for block in article.body["en"]][1:] == [
        "2.1: Integrate the ferries",
        "2.2: Prepare",
        "2.3: Scale the wells",
    ]


def test_a_bold_head_alone_in_its_style_is_the_title_and_bold_clauses_are_no_heading(tmp_path):
    press, clauses = Press(), "Celebrate by the river, as the elders do; rest there; and come again"
    press.text(46, 90, "Celebrate the feast", BOLD, 11.5)
    for at in range(4):
        press.flow([(46, 120 + 70 * at, 480, 50)], [("para", " ".join(scenes.EN[at : at + 2]))], TIMES, 10, 13)
    press.text(46, 250, clauses, BOLD, 10)
    (article,) = extraction(press, tmp_path).articles
    assert dict(article.title) == {"en": "Celebrate the feast"}
    assert ("para", clauses) in [(block.kind, block.text) for block in article.body["en"]]
