"""Lines unlike those around them: Latin items in Chinese lists, marks of notes set apart, heads right over heads."""

from reader.importing.bullets import is_item
from tests.importing import scenes
from tests.importing.drafts import notes_of, read, texts
from tests.importing.press import SONG, TIMES, Press

TEXT = "".join(scenes.ZH[:3])


def paragraph(press, top, text=TEXT):
    """Prints a paragraph with an indent, and returns the place of its last line."""
    return press.flow([(60, top, 470, 300)], [("para", text)], SONG, 10.5, 16)


def test_an_item_in_latin_letters_is_an_item_of_its_list(tmp_path):
    press = Press()
    top = paragraph(press, 90) + 24
    items = [
        "1、渡口的语言：船夫的话",
        "2、渡口的工具：缆绳",
        "3、渡口的船：两只",
        "4、IDE: CodeBlocks, Eclipse",
        "5、每人一台船",
    ]
    for item in items:
        press.text(81, top, item, SONG, 10.5)
        top += 16
    found = read(press, tmp_path)
    assert texts(found, "para") == [TEXT, *items]
    assert notes_of(found) == []


def test_a_line_that_begins_in_latin_letters_is_of_its_paragraph(tmp_path):
    press = Press()
    top = paragraph(press, 90) + 30
    first = "sample-ferry-maker (https://river.example/ferries/sample-ferry-maker) by River 的"
    press.text(530 - 418, top, first, SONG, 10.5)
    press.text(530 - 418, top + 16, "官方渡口的示例。", SONG, 10.5)
    paragraph(press, top + 46)
    assert any(
        text.endswith("官方渡口的示例。") and text.startswith("sample") for text in texts(read(press, tmp_path), "para")
    )


def test_marks_of_notes_may_be_apart_and_the_number_of_the_page_close_under_them(tmp_path):
    press = Press()
    press.flow([(60, 80, 470, 480)], [("para", text) for text in scenes.ZH[:12]], SONG, 10.5, 18)
    press.rule(60, 640, 200)
    notes = ["木料的价钱见水利所的年报。", "渡口的图在邮局的墙上。", "船只的数目见统计。"]
    for at, (mark, note) in enumerate(zip("①②③", notes, strict=True)):
        press.text(70, 654 + 12 * at, mark, SONG, 8)
        press.text(92, 654 + 12 * at, note, SONG, 8)
    press.text(62, 691, "· 120 ·", TIMES, 8)
    found = read(press, tmp_path)
    assert [note.replace(" ", "") for note in notes_of(found)] == [f"{m}{n}" for m, n in zip("①②③", notes, strict=True)]
    assert "· 120 ·" in found.running


def test_a_number_under_all_text_at_its_outer_edge_is_that_of_the_page(tmp_path):
    press = Press()
    press.flow([(124, 90, 388, 500)], [("para", text) for text in scenes.ZH[:14]], SONG, 10.5, 16)
    press.text(124, 700, "4", TIMES, 10.5)
    found = read(press, tmp_path)
    assert found.running == ("4",)


def test_a_head_right_over_a_head_of_another_level_is_one(tmp_path):
    press = Press()
    heads = ["一、渡口的统计", "（一）渡口的数量", "（二）渡口的年份"]
    press.text(81, 90, heads[0], SONG, 10.5)
    top = 90
    for head in heads[1:]:
        press.text(81, top + 16, head, SONG, 10.5)
        top = paragraph(press, top + 32)
    assert texts(read(press, tmp_path), "heading") == heads


def test_items_with_the_numbers_of_contracts_are_paragraphs(tmp_path):
    press = Press()
    items = ["壹、渡口", "甲、船夫的渡口和他的两只旧船", "乙、木匠的桥"]
    top = paragraph(press, 90) + 24
    for item in items:
        press.text(60, top, item, SONG, 10.5)
        top += 16
    assert texts(read(press, tmp_path), "para") == [TEXT, *items]
    assert not is_item("甲、乙双方的约定")
