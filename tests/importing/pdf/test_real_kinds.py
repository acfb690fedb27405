"""Kinds of pages that documents of other makers have: papers, fact sheets, standards, newsletters."""

from itertools import pairwise

import pytest

from reader.importing.pdf.pipeline import read_pdf
from reader.importing.pdf.roles.authors import names_in
from reader.importing.pdf.roles.table_titles import is_table_note, is_table_title
from tests.importing import scenes
from tests.importing.press import BOLD, SONG, TIMES, Press, broken


def extraction(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    return read_pdf(str(path))


def bodies(article, tag="en"):
    return [(block.kind, block.text) for block in article.body[tag]]


def ruled(press, lefts, tops):
    """Draws the rules of a table, each cell's edges by themselves, as word processors do."""
    for top in tops:
        for left, right in pairwise(lefts):
            press.rule(left, top, right)
    for left in lefts:
        for top, bottom in pairwise(tops):
            press.canvas.line(left, press.height - top, left, press.height - bottom)


def test_headings_at_the_head_of_a_page_without_a_title_are_titles(tmp_path):
    press = Press()
    for at, title in enumerate(("Salt for the market", "Boats on the river")):
        press.text(46, 90 + 320 * at, title, BOLD, 13.5)
        press.flow(
            [(46, 115 + 320 * at, 200, 250)],
            [("para", text) for text in scenes.EN[3 * at : 3 * at + 3]],
            TIMES,
            9.6,
            13,
        )
    first, second = extraction(press, tmp_path).articles
    assert (dict(first.title), dict(second.title)) == ({"en": "Salt for the market"}, {"en": "Boats on the river"})
    assert bodies(second) == [("para", text) for text in scenes.EN[3:6]]


def test_a_numbered_heading_at_the_head_of_a_page_is_no_title(tmp_path):
    press = Press()
    press.text(46, 90, "2 Methods", BOLD, 13.5)
    press.flow([(46, 115, 480, 250)], [("para", text) for text in scenes.EN[:3]], TIMES, 9.6, 13)
    (article,) = extraction(press, tmp_path).articles
    assert not article.title
    assert bodies(article)[0] == ("heading", "2 Methods")


def test_the_english_title_below_the_chinese_text_is_of_the_same_article(tmp_path):
    press = Press()
    press.text(120, 100, "盐田里的镜子", SONG, 22)
    y = press.flow([(46, 140, 300, 300)], [("para", text) for text in scenes.ZH[:5]], SONG, 9.6, 15)
    press.text(110, y + 50, "Mirrors in the salt pans", BOLD, 13)
    press.flow([(46, y + 90, 300, 300)], [("para", text) for text in scenes.EN[:5]], TIMES, 9.6, 13)
    (article,) = extraction(press, tmp_path).articles
    assert dict(article.title) == {"zh-Hans": "盐田里的镜子", "en": "Mirrors in the salt pans"}
    assert len(article.body["en"]) == len(article.body["zh-Hans"]) == 5


def test_authors_are_the_byline_and_their_institutions_a_note(tmp_path):
    press = Press()
    press.text(46, 100, "The salt pans", BOLD, 24)
    press.text(46, 130, "ZHANG San, LI Si, Anna de Vries", TIMES, 9.6)
    press.text(46, 148, "(1. School of Energy, Example University, Springfield)", TIMES, 8)
    press.flow([(46, 180, 480, 300)], [("para", text) for text in scenes.EN[:5]], TIMES, 9.6, 13)
    (article,) = extraction(press, tmp_path).articles
    assert article.byline == ("ZHANG San, LI Si, Anna de Vries",)
    assert [aside.texts["en"] for aside in article.asides] == [
        ("(1. School of Energy, Example University, Springfield)",)
    ]
    assert bodies(article) == [("para", text) for text in scenes.EN[:5]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张三¹, 李四¹,², 王五²", ["张三", "李四", "王五"]),
        ("张三1,李四1,2,王五2", ["张三", "李四", "王五"]),
        ("Simon Preece", ["Simon Preece"]),
        ("J. R. Müller and Ana van der Berg", ["J. R. Müller", "Ana van der Berg"]),
        ("Key words", []),
        ("摘要", []),
        ("February 2024", []),
        ("The grass is growing", []),
    ],
)
def test_names_are_told_from_other_lines(text, names):
    assert names_in(text) == names


def test_the_cells_of_a_ruled_table_may_be_joined_and_hold_several_lines(tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 120)], [("para", text) for text in scenes.EN[:4]], TIMES, 9.6, 13)
    press.text(120, 232, "Table 3 Land for rest areas", BOLD, 9.6)
    ruled(press, (46, 140, 260, 400), (240, 270, 290, 310))
    for x, y, text in (
        (60, 252, "Class of"),
        (60, 264, "the road"),
        (150, 258, "Lanes"),
        (270, 258, "Area"),
        (60, 284, "motorway"),
        (150, 284, "eight"),
        (270, 284, "2.5"),
        (60, 304, "main road"),
        (150, 304, "six"),
        (270, 304, "1.3"),
    ):
        press.text(x, y, text, TIMES, 9)
    press.text(60, 324, "Note: all areas in hectares.", TIMES, 8)
    press.flow([(46, 350, 480, 120)], [("para", text) for text in scenes.EN[4:8]], TIMES, 9.6, 13)
    (article,) = extraction(press, tmp_path).articles
    table, note = article.asides
    assert table.rows == (
        ("Class of the road", "Lanes", "Area"),
        ("motorway", "eight", "2.5"),
        ("main road", "six", "1.3"),
    )
    assert (table.texts["en"], note.texts["en"]) == (
        ("Table 3 Land for rest areas",),
        ("Note: all areas in hectares.",),
    )
    assert bodies(article) == [("para", text) for text in scenes.EN[:8]]


def test_a_heading_under_a_table_heads_the_text_that_follows(tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 120)], [("para", text) for text in scenes.EN[:4]], TIMES, 9.6, 13)
    ruled(press, (46, 140, 260), (240, 260, 280))
    for x, y, text in ((60, 254, "lanes"), (150, 254, "area"), (60, 274, "eight"), (150, 274, "2.5")):
        press.text(x, y, text, TIMES, 9)
    press.text(46, 298, "4 Results", BOLD, 11)
    press.flow([(46, 316, 480, 120)], [("para", text) for text in scenes.EN[4:8]], TIMES, 9.6, 13)
    (article,) = extraction(press, tmp_path).articles
    assert ("heading", "4 Results") in bodies(article)


def test_words_in_a_diagram_belong_to_nothing(tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 120)], [("para", text) for text in scenes.EN[:4]], TIMES, 9.6, 13)
    for at, label in enumerate(("pump", "tank", "nozzle", "valve", "drain")):
        press.canvas.rect(60 + 90 * at, press.height - 300, 60, 40)
        press.rule(120 + 90 * at, 280, 150 + 90 * at)
        press.text(70 + 90 * at, 284, label, TIMES, 8)
    press.text(160, 320, "Figure 2 Parts of the works", TIMES, 8)
    press.flow([(46, 350, 480, 120)], [("para", text) for text in scenes.EN[4:8]], TIMES, 9.6, 13)
    found = extraction(press, tmp_path)
    (article,) = found.articles
    assert sorted(found.unplaced) == ["drain", "nozzle", "pump", "tank", "valve"]
    assert [dict(figure.caption) for figure in article.figures] == [{"en": "Figure 2 Parts of the works"}]
    assert not article.asides


@pytest.mark.parametrize(("font", "size"), [(TIMES, 8), (BOLD, 10)])
def test_all_parts_of_a_tree_belong_to_one_diagram(tmp_path, font, size):
    """Its trunk is as long as the rule under a running head, its branches are far apart, and its caption is near."""
    press = Press()
    press.flow([(46, 80, 480, 120)], [("para", text) for text in scenes.EN[:4]], TIMES, 9.6, 13)
    press.canvas.rect(250, press.height - 240, 80, 18)
    press.text(270, 235, "works", TIMES, 8)
    press.canvas.line(290, press.height - 240, 290, press.height - 254)
    press.rule(75, 254, 515)
    parts = ("pump", "tank", "nozzle", "valve", "drain")
    for at, label in enumerate(parts):
        press.canvas.line(75 + 110 * at, press.height - 254, 75 + 110 * at, press.height - 280)
        press.canvas.rect(45 + 110 * at, press.height - 310, 60, 30)
        press.text(60 + 110 * at, 302, label, font, size)
    press.text(160, 320, "Figure 2 Parts of the works", TIMES, 8)
    press.flow([(46, 350, 480, 120)], [("para", text) for text in scenes.EN[4:8]], TIMES, 9.6, 13)
    found = extraction(press, tmp_path)
    (article,) = found.articles
    assert sorted(found.unplaced) == sorted((*parts, "works"))
    assert [dict(figure.caption) for figure in article.figures] == [{"en": "Figure 2 Parts of the works"}]


def test_a_line_in_the_other_script_stays_in_its_paragraph(tmp_path):
    press = Press()
    lines = (
        "喷嘴的几何结构参数是影响内部流动的重要因素，喷孔直径和",
        "长度等参数对流动特性的影响很大，喷孔的长度为",
        "10mm long。",
    )
    press.flow([(46, 80, 240, 200)], [("para", text) for text in scenes.ZH[:3]], SONG, 9.6, 15)
    for at, line in enumerate(lines):
        press.text(46, 300 + 15 * at, line, SONG, 9.6)
    (article,) = extraction(press, tmp_path).articles
    assert bodies(article, "zh-Hans")[-1][1].endswith("喷孔的长度为10mm long。")
    assert not article.body["en"]


def test_the_boxes_of_a_form_have_their_places_on_the_page(tmp_path):
    from reader.importing.pdf.page.document import PdfDocument

    press = Press()
    press.canvas.beginForm("inner")
    press.canvas.rect(0, 0, 40, 30)
    press.canvas.endForm()
    press.canvas.saveState()
    press.canvas.translate(100, press.height - 230)
    press.canvas.doForm("inner")
    press.canvas.restoreState()
    press.text(46, 80, "Salt", TIMES, 9)
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    (box,) = PdfDocument(str(path)).page(1).boxes
    assert [round(edge) for edge in (box.left, box.top, box.right, box.bottom)] == pytest.approx(
        [100, 200, 140, 230], abs=1
    )


def test_the_titles_and_the_notes_of_tables_are_told_by_their_beginning():
    assert [is_table_title(text) for text in ("表 7.5 指标", "Table 3: areas", "表格很长")] == [True, True, False]
    assert [is_table_note(text) for text in ("注：表中", "Note: all", "Notable")] == [True, True, False]


def test_a_numbered_caption_in_the_size_of_the_text_is_a_caption(tmp_path):
    press = Press()
    press.flow([(46, 80, 240, 300)], [("para", text) for text in scenes.EN[:4]], TIMES, 9.6, 13)
    press.picture(46, 420, 240, 120)
    press.text(60, 560, "Figure 3 The flow inside of the nozzle", TIMES, 9.6)
    press.flow([(46, 590, 240, 200)], [("para", text) for text in scenes.EN[4:6]], TIMES, 9.6, 13)
    (article,) = extraction(press, tmp_path).articles
    assert [dict(figure.caption) for figure in article.figures] == [{"en": "Figure 3 The flow inside of the nozzle"}]
    assert bodies(article) == [("para", text) for text in scenes.EN[:6]]


def test_a_paragraph_that_is_indented_as_a_whole_is_one(tmp_path):
    press = Press()
    y = press.flow([(80, 100, 400, 200)], [("para", text) for text in scenes.EN[:2]], TIMES, 9.6, 13, indent=0)
    press.flow([(66, y + 30, 430, 300)], [("para", text) for text in scenes.EN[2:6]], TIMES, 9.6, 13)
    (article,) = extraction(press, tmp_path).articles
    assert [text for _, text in bodies(article)] == scenes.EN[:6]


def test_a_paragraph_that_begins_with_bold_words_over_a_line_is_one(tmp_path):
    press = Press()
    press.flow([(46, 100, 200, 200)], [("para", text) for text in scenes.EN[:3]], TIMES, 9.6, 13)
    press.text(46, 340, "Reform the markets of the coast to meet Em-", BOLD, 9.6)
    press.text(46, 353, "ployer needs. The salt of the pans is sold by", TIMES, 9.6)
    press.text(46, 366, "weight, and the price of it is read aloud.", TIMES, 9.6)
    (article,) = extraction(press, tmp_path).articles
    kind, text = bodies(article)[-1]
    assert kind == "para"
    assert text.startswith("Reform the markets of the coast to meet Employer needs.")


def test_curves_over_a_page_frame_no_text(tmp_path):
    press = Press()
    press.flow([(46, 100, 400, 300)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.6, 13)
    for at in range(8):
        y = press.height - 120 - 9 * at
        path = press.canvas.beginPath()
        path.moveTo(-20, y)
        path.curveTo(150, y + 60, 300, y - 60, 620, y + 20)
        press.canvas.drawPath(path)
    (article,) = extraction(press, tmp_path).articles
    assert bodies(article) == [("para", text) for text in scenes.EN[:6]]


def test_a_page_set_in_boxes_has_its_text_as_paragraphs_box_by_box(tmp_path):
    press = Press()
    texts = [" ".join(scenes.EN[at : at + 2]) for at in range(0, 8, 2)]
    for at, text in enumerate(texts):
        x, y = 46 + 260 * (at % 2), 90 + 120 * (at // 2)
        press.canvas.rect(x - 6, press.height - y - 90, 250, 100)
        press.flow([(x, y + 6, 236, 80)], [("para", text)], TIMES, 9.6, 13, indent=0)
    (article,) = extraction(press, tmp_path).articles
    assert {text for _, text in bodies(article)} == set(texts)
    assert not article.asides


def test_a_number_in_the_first_row_below_the_margin_is_of_the_page(tmp_path):
    press = Press()
    press.text(46, 96, "254", TIMES, 9)
    press.text(180, 96, "A. Lane / Journal of Salt 310 (2005) 253–265", TIMES, 8.4)
    press.flow([(46, 130, 400, 300)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.6, 13)
    found = extraction(press, tmp_path)
    assert found.articles[0].pages == ("254",)
    assert found.running == ("254", "A. Lane / Journal of Salt 310 (2005) 253–265")
    assert bodies(found.articles[0]) == [("para", text) for text in scenes.EN[:6]]


def test_paragraphs_under_a_title_are_no_deck(tmp_path):
    press = Press()
    press.flow([(46, 500, 480, 250)], [("para", text) for text in scenes.EN[2:8]], TIMES, 9.6, 13)
    press.text(46, 100, "Salt for the market", BOLD, 22)
    press.flow([(46, 130, 240, 250)], [("para", " ".join(scenes.EN[:2]))], TIMES, 10.6, 15)
    (article,) = extraction(press, tmp_path).articles
    assert not article.deck
    assert bodies(article)[0] == ("para", " ".join(scenes.EN[:2]))


def test_a_foot_on_the_ground_of_the_page_is_no_caption(tmp_path):
    press = Press()
    press.canvas.setFillGray(0.95)
    press.canvas.rect(0, 0, press.width, press.height, fill=1, stroke=0)
    press.flow([(46, 100, 400, 300)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.6, 13)
    press.text(180, 770, "Salt Makers Association • www.example.org", TIMES, 8)
    found = extraction(press, tmp_path)
    assert found.running == ("Salt Makers Association • www.example.org",)


@pytest.mark.parametrize("dots", ["." * 40, " ." * 30, "·" * 30, "…" * 10])
def test_entries_of_contents_are_paragraphs_with_their_numbers(dots, tmp_path):
    press = Press()
    entries = ["1. Salt pans", "1.1 The market", "2. Boats on the river", "Tea hills", "3. The school"]
    press.text(240, 100, "Contents", BOLD, 16)
    for at, entry in enumerate(entries):
        y = 140 + 16 * at
        press.text(46, y, entry, TIMES, 10)
        press.text(200, y, dots, TIMES if dots.isascii() else SONG, 6)
        press.text(500, y, str(3 + at), TIMES, 10)
    press.text(46, 250, "Appendix", BOLD, 10)
    press.text(500, 250, "9", BOLD, 10)
    found = extraction(press, tmp_path)
    texts = [text for article in found.articles for _, text in bodies(article)]
    assert [text.replace(" ", "") for text in texts] == [
        *(f"{entry}…{3 + at}".replace(" ", "") for at, entry in enumerate(entries)),
        "Appendix…9",
    ]


def test_dots_of_a_sentence_stay(tmp_path):
    press = Press()
    press.flow(
        [(46, 100, 400, 300)], [("para", f"{text} and so on... or not...") for text in scenes.EN[:5]], TIMES, 9, 13
    )
    (article,) = extraction(press, tmp_path).articles
    assert [text for _, text in bodies(article)] == [f"{text} and so on... or not..." for text in scenes.EN[:5]]


def test_a_drop_cap_in_a_box_begins_the_text_beside_the_box(tmp_path):
    press = Press()
    press.canvas.setFillGray(0.8)
    press.canvas.rect(46, press.height - 150, 60, 60, fill=1, stroke=0)
    press.text(66, 136, "R", BOLD, 44)
    for at, line in enumerate(
        [
            "obert sits by the window in",
            "his rooms over the market,",
            "and looks at the salt pans",
            "that lie along the coast,",
        ]
    ):
        press.text(118, 97 + 14 * at, line, TIMES, 9.6)
    press.text(46, 97 + 14 * 4 + 3, "white in the sun, as they have for a hundred", TIMES, 9.6)
    y = 97 + 14 * 5 + 3
    press.text(46, y, "years.", TIMES, 9.6)
    press.flow([(46, y + 14, 230, 300)], [("para", text) for text in scenes.EN[:4]], TIMES, 9.6, 14)
    (article,) = extraction(press, tmp_path).articles
    assert not article.title
    assert bodies(article)[0][1].startswith(
        "Robert sits by the window in his rooms over the market, and looks at the salt"
    )
    assert bodies(article)[0][1].endswith("for a hundred years.")


def test_a_long_large_text_over_all_is_the_deck(tmp_path):
    press = Press()
    deck = (
        "On the day on which the salt of the coast comes to the market, the oldest of its makers tells of his way into "
    )
    words = broken(deck + "one of the largest works of the land", BOLD, 16, 480, 0, False)
    for at, line in enumerate(words):
        press.text(46, 110 + 20 * at, line, BOLD, 16)
    press.flow([(46, 190, 480, 300)], [("para", text) for text in scenes.EN[:5]], TIMES, 9.6, 13)
    (article,) = extraction(press, tmp_path).articles
    assert article.deck["en"] == deck + "one of the largest works of the land"


def test_a_long_cell_makes_no_table_into_text(tmp_path):
    press = Press()
    lefts, tops = [46, 110, 200, 400], [100, 120, 330, 360]
    ruled(press, lefts, tops)
    for at, text in enumerate(["No.", "Name", "Conditions"]):
        press.text(lefts[at] + 4, 114, text, TIMES, 9)
    cell = broken(" ".join(scenes.EN[:6]), TIMES, 9, 190, 0, False)[:16]
    for at, line in enumerate(cell):
        press.text(204, 134 + 12 * at, line, TIMES, 9)
    press.text(50, 220, "1", TIMES, 9)
    press.text(114, 220, "Salt works", TIMES, 9)
    for at, text in enumerate(["2", "Tea hills", "None"]):
        press.text(lefts[at] + 4, 346, text, TIMES, 9)
    press.flow([(46, 400, 480, 300)], [("para", text) for text in scenes.EN[6:10]], TIMES, 9.6, 13)
    (article,) = extraction(press, tmp_path).articles
    (table,) = article.asides
    assert table.rows[0] == ("No.", "Name", "Conditions")
    assert table.rows[1][:2] == ("1", "Salt works")
    assert table.rows[1][2].startswith(scenes.EN[0][:60])


def test_text_beside_a_large_table_in_small_print_is_the_running_text(tmp_path):
    press = Press()
    lefts, tops = [46, 200, 350, 520], [120 + 24 * at for at in range(14)]
    ruled(press, lefts, tops)
    for row, top in enumerate(tops[:-1]):
        for column, left in enumerate(lefts[:-1]):
            press.text(left + 4, top + 15, f"the salt of pan {row} in {column} years", TIMES, 7.6)
    press.flow([(46, 470, 480, 200)], [("para", text) for text in scenes.EN[:4]], TIMES, 11, 15)
    (article,) = extraction(press, tmp_path).articles
    assert bodies(article) == [("para", text) for text in scenes.EN[:4]]
