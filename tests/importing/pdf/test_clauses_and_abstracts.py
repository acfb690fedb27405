"""Clauses with numbers, abstracts in small print, and headings beside icons."""

from reader.importing.pdf.pipeline import read_pdf
from tests.importing import scenes
from tests.importing.press import BOLD, SONG, TIMES, Press, broken


def extraction(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    return read_pdf(str(path))


def bodies(article):
    return [(block.kind, block.text) for block in article.body["en"]]


def test_clauses_numbered_at_the_margin_are_paragraphs(tmp_path):
    press, y = Press(), 130.0
    press.text(46, 90, "The lamps of the town", BOLD, 20)
    clauses = [" ".join(scenes.EN[:2]), scenes.EN[2], " ".join(scenes.EN[3:5])]
    for number, clause in enumerate(clauses, 1):
        press.text(46, y, f"2.{number}", TIMES, 10)
        for line in broken(clause, TIMES, 10, 380, 0, hyphens=False):
            press.text(82, y, line, TIMES, 10)
            y += 14
        y += 8
    (article,) = extraction(press, tmp_path).articles
    assert bodies(article) == [("para", f"2.{number} {clause}") for number, clause in enumerate(clauses, 1)]


def test_an_abstract_in_small_print_is_running_text(tmp_path):
    press = Press()
    press.text(46, 90, "The lamps of the town", BOLD, 20)
    press.text(130, 130, "Abstract", BOLD, 12)
    press.flow([(63, 148, 200, 300)], [("para", " ".join(scenes.EN[:5]))], TIMES, 9, 11)
    press.text(46, 300, "1 Introduction", BOLD, 12)
    press.flow([(46, 318, 234, 400)], [("para", " ".join(scenes.EN[5:10]))], TIMES, 10.5, 13)
    (article,) = extraction(press, tmp_path).articles
    assert bodies(article) == [
        ("heading", "Abstract"),
        ("para", " ".join(scenes.EN[:5])),
        ("heading", "1 Introduction"),
        ("para", " ".join(scenes.EN[5:10])),
    ]
    assert not article.asides


def test_the_heading_of_a_text_beside_icons_is_no_label(tmp_path):
    press = Press()
    press.text(46, 60, "Who watches the lamps", BOLD, 24)
    press.flow([(46, 84, 460, 60)], [("para", scenes.EN[5])], TIMES, 10, 13)
    for at in range(4):
        y = 150 + 110 * at
        for part in range(6):
            press.picture(100, y + 10 * part, 22, 9)
        press.text(126, y + 8, f"Keeper {'ABCD'[at]}", BOLD, 10)
        press.flow([(126, y + 22, 380, 80)], [("para", scenes.EN[at])], TIMES, 10, 13)
    (article,) = extraction(press, tmp_path).articles
    assert [text for kind, text in bodies(article) if kind == "heading"] == [f"Keeper {letter}" for letter in "ABCD"]


def test_the_title_of_a_paper_may_be_little_larger_than_its_headings(tmp_path):
    press = Press()
    press.text(60, 80, "Lamps at the Pier: a Study of their Keepers by the Lists of the Harbour", BOLD, 13.5)
    press.text(200, 104, "Anna Weber", BOLD, 11)
    press.text(262, 99, "∗", TIMES, 6)
    press.text(320, 104, "Li Ming, Ada Hill", BOLD, 11)
    press.flow([(46, 140, 480, 300)], [("para", " ".join(scenes.EN[5:10]))], TIMES, 10.5, 13)
    (article,) = extraction(press, tmp_path).articles
    assert dict(article.title) == {"en": "Lamps at the Pier: a Study of their Keepers by the Lists of the Harbour"}
    assert set(article.byline) == {"Anna Weber", "Li Ming, Ada Hill"}
    assert not article.figures


def test_the_unit_of_a_table_is_no_paragraph(tmp_path):
    press = Press()
    press.text(46, 70, "公司年度报告", SONG, 22, bold=True)
    press.flow([(46, 110, 500, 100)], [("para", "".join(scenes.ZH[:3]))], SONG, 10.5, 16)
    press.text(46, 220, "八、前十名股东持股情况", SONG, 10.5, bold=True)
    press.text(495, 238, "单位：股", SONG, 10.5)
    press.flow([(46, 262, 500, 200)], [("para", "".join(scenes.ZH[3:6]))], SONG, 10.5, 16)
    (article,) = extraction(press, tmp_path).articles
    assert [block.kind for block in article.body["zh-Hans"]] == ["para", "heading", "para"]
    assert [aside.texts["zh-Hans"] for aside in article.asides] == [("单位：股",)]
