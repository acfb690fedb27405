"""Footnotes under a short rule: asides, not text of the article nor captions, whatever their size."""

import pytest

from tests.importing import scenes
from tests.importing.drafts import notes_of, read
from tests.importing.press import SONG, TIMES, Press

NOTES = ["1 See the report of the harbour board, which names each lamp.", "2 The boatmen say so too."]
HAN_NOTES = ["收稿日期：2020-02-01；基金项目：河边的灯研究", "作者简介：王船，男，船工。"]


def page(notes, size, font=TIMES, texts=scenes.EN, rule=180):
    press = Press()
    press.flow([(60, 80, 475, 480)], [("para", text) for text in texts[:5]], font, 10, 13)
    press.rule(60, 640, 60 + rule)
    for at, note in enumerate(notes):
        press.text(60, 654 + at * 1.25 * size, note, font, size)
    return press


def body(found):
    return " ".join(each.text for article in found.articles for blocks in article.body.values() for each in blocks)


@pytest.mark.parametrize("size", [7.5, 8, 10])
@pytest.mark.parametrize("notes", [NOTES, NOTES[:1], ["* Supported by the harbour board."]], ids=["two", "one", "star"])
def test_notes_under_a_short_rule_are_asides(notes, size, tmp_path):
    found = read(page(notes, size), tmp_path)
    assert notes_of(found) == notes
    assert notes[0] not in body(found)
    assert not any(article.figures for article in found.articles)


@pytest.mark.parametrize("size", [8, 10])
def test_data_on_an_article_are_notes(size, tmp_path):
    found = read(page(HAN_NOTES, size, SONG, scenes.ZH), tmp_path)
    assert notes_of(found) == HAN_NOTES


def test_the_number_of_the_page_is_no_note(tmp_path):
    press = page(NOTES, 8)
    press.text(130, 775, "12", TIMES, 8)
    found = read(press, tmp_path)
    assert notes_of(found) == NOTES
    assert found.running == ("12",)


@pytest.mark.parametrize("size", [10, 12])
def test_text_without_a_mark_goes_on_under_a_rule(size, tmp_path):
    text = "The boatmen say that the lamps are lit before dark."
    assert notes_of(read(page([text], size), tmp_path)) == []


def test_a_rule_over_the_whole_column_is_none_over_notes(tmp_path):
    assert notes_of(read(page(["1 The boatmen say that the lamps are lit."], 10, rule=475), tmp_path)) == []


def test_a_mark_by_itself_begins_its_note(tmp_path):
    press = page([], 8)
    press.text(66, 649, "*", TIMES, 6)
    press.text(72, 654, "Supported by the harbour board.", TIMES, 8)
    press.text(60, 664, "The lamps were lit by the boatmen.", TIMES, 8)
    assert " ".join(notes_of(read(press, tmp_path))).startswith("* Supported by the harbour board.")


def test_marks_of_notes_under_each_other_begin_one_each(tmp_path):
    press = page([], 8)
    for at, name in enumerate(("lamps.example/one", "lamps.example/two")):
        press.text(60, 650 + 9 * at, str(at + 1), TIMES, 5.5)
        press.text(66, 654 + 9 * at, name, TIMES, 8)
    assert notes_of(read(press, tmp_path)) == ["1 lamps.example/one", "2 lamps.example/two"]


def test_an_underlined_line_is_no_note(tmp_path):
    press = page([], 8)
    press.text(60, 638.5, "The list of lamps is by the harbour board.", TIMES, 10)
    assert notes_of(read(press, tmp_path)) == []


def test_a_rule_of_several_parts_is_that_of_a_table_and_over_no_notes(tmp_path):
    press = Press()
    press.flow([(60, 80, 475, 480)], [("para", text) for text in scenes.ZH[:5]], SONG, 10, 16)
    for at in range(4):
        press.rule(60 + 118 * at, 640, 60 + 118 * (at + 1))
    press.text(80, 662, "（5）渡口：河边的灯都在天黑以前点好，过桥的人看得见台阶。", SONG, 10)
    assert notes_of(read(press, tmp_path)) == []
