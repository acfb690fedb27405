"""First pages of articles of western journals: the journal over the title, two titles, labels in other languages."""

import pytest

from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.press import BOLD, SONG, TIMES, Press

ABSTRACT = (
    "The lights at a ferry are seen from the steps of a bridge, and this paper counts them in every month of a year."
)


def blocks(found, kind):
    return [each.text for article in found.articles for each in article.body["en"] if each.kind == kind]


def flowing(press, top):
    press.text(46, top, "1. Introduction", BOLD, 11)
    press.flow([(46, top + 22, 480, 740)], [("para", text) for text in scenes.EN[:6]], TIMES, 10, 13)


def journal_over(press):
    press.text(200, 70, "Contents lists available at Old Roads Online", TIMES, 8)
    press.text(200, 95, "River and Harbour Review", TIMES, 17)
    press.text(200, 118, "journal homepage: www.oldroads.example/river", TIMES, 8)


@pytest.mark.parametrize("label", ["A B S T R A C T", "Resumen", "Zusammenfassung"])
def test_a_journal_with_its_address_is_furniture_and_the_text_under_it_the_title(label, tmp_path):
    press = Press()
    journal_over(press)
    press.text(46, 160, "Lights at the ferry in every month", TIMES, 15)
    press.text(46, 182, "Ming Zhou a,b, Xi Lin b, Ada Reed", TIMES, 12)
    press.text(46, 200, "School of River Studies, University of Old Roads, Old Roads", TIMES, 7)
    press.text(46, 222, label, TIMES, 8)
    press.flow([(46, 246, 480, 320)], [("para", ABSTRACT)], TIMES, 8, 10)
    flowing(press, 330)
    (article,) = read(press, tmp_path).articles
    assert list(article.title.values()) == ["Lights at the ferry in every month"]
    assert article.byline == ("Ming Zhou a,b, Xi Lin b, Ada Reed",)
    assert ABSTRACT in [each.text for each in article.body["en"]]


def test_a_title_in_a_second_western_language_is_a_heading_of_the_same_article(tmp_path):
    press = Press()
    press.text(46, 100, "Las luces del puerto y los pasos de la gente", BOLD, 14)
    press.text(46, 138, "The lights of the harbour and the steps of the people", BOLD, 14)
    press.text(46, 164, "Pardo-Vega, Lucía; de León, Ana M.; Ríos, Nora del Río", TIMES, 12)
    press.text(
        46, 190, "RESUMEN: Las luces del puerto se ven desde los pasos del puente, y aquí se cuentan todas.", TIMES, 9
    )
    press.text(46, 206, "Palabras clave: luces, puerto, pasos", TIMES, 9)
    flowing(press, 240)
    found = read(press, tmp_path)
    (article,) = found.articles
    assert list(article.title.values()) == ["Las luces del puerto y los pasos de la gente"]
    assert article.byline == ("Pardo-Vega, Lucía; de León, Ana M.; Ríos, Nora del Río",)
    assert blocks(found, "heading")[0] == "The lights of the harbour and the steps of the people"


def test_the_largest_text_over_an_abstract_is_the_title_whatever_is_over_it(tmp_path):
    press = Press()
    press.text(46, 90, "River Online - Journal of the Old Roads Chamber", TIMES, 10)
    press.text(46, 104, "www.oldroads.example", TIMES, 10)
    press.text(46, 130, "Sample paper on how to count the lights", BOLD, 13)
    press.text(46, 152, "Ming Zhou, Xi Lin", BOLD, 10)
    press.text(46, 180, "Abstract. The lights at a ferry are seen from the steps of a bridge.", TIMES, 10)
    flowing(press, 215)
    (article,) = read(press, tmp_path).articles
    assert list(article.title.values()) == ["Sample paper on how to count the lights"]
    assert article.byline == ("Ming Zhou, Xi Lin",)


def test_a_number_before_a_heading_is_of_it_though_a_column_of_other_text_is_near(tmp_path):
    press = Press()
    press.flow([(46, 60, 235, 700)], [("para", text) for text in scenes.EN[:8]], TIMES, 10, 13)
    press.flow([(300, 60, 235, 180)], [("para", text) for text in scenes.EN[8:11]], TIMES, 10, 13)
    press.text(300, 203, "2", BOLD, 12)
    press.text(322, 203, "Lights in harbours", BOLD, 12)
    press.flow([(300, 225, 235, 700)], [("para", text) for text in scenes.EN[11:15]], TIMES, 10, 13)
    assert "2 Lights in harbours" in blocks(read(press, tmp_path), "heading")


def test_bold_lines_with_numbers_of_sections_are_headings_by_themselves(tmp_path):
    press = Press()
    press.text(46, 80, "1.", BOLD, 12)
    press.text(64, 80, "LIGHTS", BOLD, 12)
    press.text(46, 100, "1.1", BOLD, 12)
    press.text(72, 100, "Lights in harbours", BOLD, 12)
    press.flow([(46, 122, 480, 700)], [("para", text) for text in scenes.EN[:6]], TIMES, 10, 13)
    assert blocks(read(press, tmp_path), "heading") == ["1. LIGHTS", "1.1 Lights in harbours"]


def test_a_latin_line_with_a_colon_begins_the_chinese_title_under_it(tmp_path):
    press = Press()
    press.text(180, 90, "HarbourLight：", SONG, 18)
    press.text(150, 118, "过桥的人怎样看见台阶", SONG, 18)
    press.flow([(46, 160, 480, 700)], [("para", text) for text in scenes.ZH[:6]], SONG, 10, 16)
    (article,) = read(press, tmp_path).articles
    assert article.title == {"zh-Hans": "HarbourLight：过桥的人怎样看见台阶"}


def test_names_in_a_row_under_a_larger_title_are_bylines(tmp_path):
    press = Press()
    press.text(150, 90, "HarbourLight：过桥的人怎样看见台阶", SONG, 17)
    for x, name in ((60, "Ming Zhou"), (200, "Xi Lin"), (330, "Ada Reed")):
        press.text(x, 120, name, TIMES, 12)
    press.text(270, 150, "摘要", SONG, 10, bold=True)
    press.flow([(80, 168, 400, 260)], [("para", text) for text in scenes.ZH[:2]], SONG, 9, 14)
    press.flow([(46, 280, 480, 700)], [("para", text) for text in scenes.ZH[2:8]], SONG, 11, 17)
    (article,) = read(press, tmp_path).articles
    assert article.byline == ("Ming Zhou", "Xi Lin", "Ada Reed")


def test_the_text_under_an_abstract_with_a_heading_is_running_text_though_it_is_larger(tmp_path):
    press = Press()
    press.text(150, 90, "过桥的人怎样看见台阶", SONG, 17)
    press.text(270, 130, "摘要", SONG, 9, bold=True)
    press.flow([(80, 148, 400, 420)], [("para", text) for text in scenes.ZH[:8]], SONG, 9, 14)
    press.text(46, 450, "1 渡口的灯", SONG, 13, bold=True)
    press.flow([(46, 475, 480, 600)], [("para", scenes.ZH[8])], SONG, 10.5, 17)
    press.text(67, 640, "渡口的灯这样定义", SONG, 10.5)
    press.text(200, 665, "a = b + c", TIMES, 10.5)
    found = read(press, tmp_path)
    assert "渡口的灯这样定义" in [each.text for article in found.articles for each in article.body["zh-Hans"]]
