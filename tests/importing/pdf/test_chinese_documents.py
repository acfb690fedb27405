"""Pages of Chinese reports, handouts and manuals: sections with numbers, lines in the margins, addresses in the text."""

import pytest

from reader.importing.pdf.pipeline import read_pdf
from reader.importing.scripts import script_of, split_by_script
from tests.importing import scenes
from tests.importing.press import SONG, Press

SHORT = ("渡口的灯亮了。", "船还没有回来。", "孩子们在桥上等。", "风从北边吹过来。")


def read(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    return read_pdf(str(path))


def texts(found, kind):
    return [each.text for article in found.articles for each in article.body["zh-Hans"] if each.kind == kind]


def titles(found):
    return [text for article in found.articles for text in article.title.values()]


def column(tops, size=10.5):
    """Prints a paragraph of four lines at each top, over the whole width of the page."""
    press = Press()
    for top, text in zip(tops, scenes.ZH, strict=False):
        press.flow([(60, top, 470, 72)], [("para", text)], SONG, size, 18)
    return press


def test_lines_in_the_margins_that_are_in_step_with_the_text_are_running_text(tmp_path):
    press = Press()
    for at in range(32):
        press.text(60, 40 + 24 * at, SHORT[at % 4], SONG, 10.5)
    press.text(294, 800, "7", SONG, 9)
    found = read(press, tmp_path)
    assert len(texts(found, "para")) == 32
    assert found.articles[0].pages == ("7",)


def test_a_running_head_is_farther_from_the_text_than_its_paragraphs(tmp_path):
    press = Press()
    press.text(60, 40, "渡口与桥的故事", SONG, 10.5)
    for at in range(20):
        press.text(60, 90 + 24 * at, SHORT[at % 4], SONG, 10.5)
    assert "渡口与桥的故事" in read(press, tmp_path).running


@pytest.mark.parametrize("heads", [("2. 历史", "3. 做法", "3.1 材料"), ("（一）历史", "（二）做法", "①材料")])
def test_large_headings_with_numbers_of_sections_are_no_titles(heads, tmp_path):
    press = column((120, 270, 420))
    for top, head in zip((110, 260, 410), heads, strict=True):
        press.text(60, top, head, SONG, 18, bold=True)
    found = read(press, tmp_path)
    assert texts(found, "heading") == list(heads)
    assert titles(found) == []


def test_a_large_number_and_a_name_over_all_text_are_the_title_of_a_chapter(tmp_path):
    press = column((200, 300))
    press.text(60, 140, "8 渡口", SONG, 26)
    assert titles(read(press, tmp_path)) == ["8 渡口"]


def test_a_heading_of_one_column_may_repeat_words_of_the_text(tmp_path):
    words = scenes.ZH[1][:9]
    press = column((80, 240, 330))
    press.text(60, 215, words, SONG, 16, bold=True)
    found = read(press, tmp_path)
    assert texts(found, "heading") == [words]
    assert not any(article.asides for article in found.articles)


def test_titles_of_lower_levels_are_headings(tmp_path):
    press = column((190, 330, 470))
    press.text(60, 90, "灯的课程", SONG, 27, bold=True)
    press.text(60, 130, "第一部分：渡口", SONG, 21, bold=True)
    for top, text in ((170, "点灯"), (315, "守灯"), (455, "修灯")):
        press.text(60, top, text, SONG, 18, bold=True)
    found = read(press, tmp_path)
    assert titles(found) == ["灯的课程"]
    assert texts(found, "heading") == ["第一部分：渡口", "点灯", "守灯", "修灯"]


def test_an_address_of_the_net_in_chinese_text_is_in_its_paragraph(tmp_path):
    press = Press()
    lines = [
        "渡口的守灯人每天晚上都把船的名字写在纸上，贴在桥边的木板上，请大家去看。",
        "报名详见 https://example.org/s/the-lamp-at-the-ferry-and-the-boat-of-the-keeper-x",
        "Zt4/evening，截止到月底。",
    ]
    for at, text in enumerate([*lines, *SHORT[:2]]):
        press.text(60, 200 + 18 * at + (12 if at > 2 else 0), text, SONG, 12)
    found = read(press, tmp_path)
    assert [text[:4] for text in texts(found, "para")] == ["渡口的守", "渡口的灯", "船还没有"]


def test_an_address_counts_as_one_word():
    assert script_of("详见：https://example.org/a/b-c/d-e/f-g/h") == "han"
    assert script_of("https://example.org/a/b") == "latin"


@pytest.mark.parametrize("text", ["Python入门", "Arduino课程"])
def test_a_latin_name_right_before_chinese_words_is_a_part_of_them(text):
    assert split_by_script(text) == {"han": text}
