"""Pages of Chinese reports, handouts and manuals: sections with numbers, lines in the margins, addresses in the text."""

import pytest

from reader.importing.scripts import script_of, split_by_script
from tests.importing import scenes
from tests.importing.drafts import read, texts
from tests.importing.press import SONG, Press

SHORT = ("渡口的灯亮了。", "船还没有回来。", "孩子们在桥上等。", "风从北边吹过来。")


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


@pytest.mark.parametrize(("bold", "kind"), [(True, "heading"), (False, "para")])
def test_a_bold_line_with_a_colon_over_text_is_its_heading(tmp_path, bold, kind):
    press = column((80, 240, 330, 420))
    press.text(60, 224, "渡口的灯：", SONG, 10.5, bold=bold)
    assert "渡口的灯：" in "".join(texts(read(press, tmp_path), kind))


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


@pytest.mark.parametrize("text", ["Python入门", "Arduino课程", "多粒度控制（MSRL）", "分类号：TP391"])
def test_a_latin_name_before_chinese_words_or_in_brackets_is_a_part_of_them(text):
    assert split_by_script(text) == {"han": text}


def paragraph(press, top, lines, left=60, size=12):
    for at, text in enumerate(lines):
        press.text(left, top + 19 * at, text, SONG, size)


FULL = (
    "渡口的守灯人每天晚上都把船的名字写在纸上贴在桥边的木板上请大家去看，",
    "孩子们路过的时候会念出那些名字，然后跑回家告诉老人今天有几只船回来，",
    "老人听了就点头，说明天的风会小一些，过河的人可以早一点出门去赶集，",
)
"""Full lines of one width, in which no sentence ends."""


def test_a_line_of_justified_chinese_text_that_is_cut_short_ends_a_paragraph(tmp_path):
    press = Press()
    paragraph(press, 200, [*FULL, "守灯人的事", *FULL[1:], "有三件。", *FULL])
    texts_found = texts(read(press, tmp_path), "para")
    assert [text[-5:] for text in texts_found[:2]] == ["守灯人的事", "，有三件。"]
    assert len(texts_found) == 3


def test_a_line_before_a_long_latin_word_may_be_short(tmp_path):
    press = Press()
    paragraph(
        press, 200, [*FULL, "守灯人写下的那些名字里有一只船叫做", "Lamplighter-of-the-old-ferry，它每年春天来一次。"]
    )
    assert len(texts(read(press, tmp_path), "para")) == 1


def test_items_with_numbers_and_chinese_marks_are_paragraphs(tmp_path):
    press = Press()
    paragraph(press, 200, [FULL[0], FULL[1], "1、点灯的人要早到", "2、守灯的人要记船", "3.修灯的人要有梯子"])
    assert [text[:2] for text in texts(read(press, tmp_path), "para")[-3:]] == ["1、", "2、", "3."]


@pytest.mark.parametrize("text", ["第 5 页 共 25 页", "第5页，共25页", "第 5 頁（共 25 頁）"])
def test_a_page_number_may_be_before_the_number_of_pages(text, tmp_path):
    press = column((120, 270))
    press.text(260, 790, text, SONG, 9)
    assert read(press, tmp_path).articles[0].pages == ("5",)


def test_a_sentence_below_the_last_heading_in_the_margin_is_text(tmp_path):
    press = column((120, 270, 420))
    press.text(60, 740, "守灯的人", SONG, 14, bold=True)
    press.text(81, 770, "下面写守灯的人每天要做的事情，从天黑一直写到天亮的时候：", SONG, 10.5)
    assert texts(read(press, tmp_path), "para")[-1].startswith("下面写守灯")


def test_texts_beside_a_logo_in_the_margin_are_furniture(tmp_path):
    press = column((120, 270, 420))
    press.text(130, 46, "渡口与灯的比赛委员会编", SONG, 10.5)
    press.picture(250, 26, 60, 26)
    press.text(314, 46, "河边守灯人的联合会印刷", SONG, 10.5)
    found = read(press, tmp_path)
    assert not any(article.figures for article in found.articles)


def test_the_last_number_of_a_series_at_the_foot_of_a_page_is_a_heading(tmp_path):
    press = Press()
    heads = ("一、点灯", "二、守灯", "三、修灯")
    for top, head in zip((120, 280, 700), heads, strict=True):
        press.text(60, top, head, SONG, 12)
    for top in (145, 305):
        paragraph(press, top, [*FULL, "他们都在河边。"])
    assert texts(read(press, tmp_path), "heading") == list(heads)


def test_chinese_text_with_a_name_in_capitals_is_no_heading(tmp_path):
    press = Press()
    paragraph(press, 120, [*FULL, "他们都在河边。"])
    press.text(82, 240, "这本手册介绍 FERRY 的灯，主要有下面的几件事：", SONG, 12)
    paragraph(press, 280, [*FULL, "他们都在河边。"])
    assert texts(read(press, tmp_path), "heading") == []


def test_chinese_titles_of_one_style_in_one_column_are_an_outline(tmp_path):
    press = column((120, 250, 380, 510))
    heads = ("渡口的灯怎样点亮", "人和河", "船和桥", "灯和风")
    for top, head in zip((100, 235, 365, 495), heads, strict=True):
        press.text(60, top, head, SONG, 22)
    found = read(press, tmp_path)
    assert titles(found) == [heads[0]]
    assert texts(found, "heading") == list(heads[1:])


def test_later_lines_of_an_item_may_begin_left_of_its_number(tmp_path):
    press = Press()
    paragraph(press, 200, [*FULL, "他们都在河边。"])
    for at, text in enumerate(("1. " + FULL[0][:28], "然后再把它们都擦干净。", "2. " + FULL[1][:28], "然后回家。")):
        press.text(60 + (60 if at % 2 == 0 else 36), 280 + 19 * at, text, SONG, 12)
    found = texts(read(press, tmp_path), "para")
    assert [text[-3:] for text in found[-2:]] == ["干净。", "回家。"]


def test_roman_numbers_in_lower_case_begin_items_of_chinese_text(tmp_path):
    press = Press()
    paragraph(press, 200, [*FULL, "i. 点灯的人", "ii. 守灯的人", "iii. 修灯的人"])
    assert texts(read(press, tmp_path), "para")[-2:] == ["ii. 守灯的人", "iii. 修灯的人"]


def test_verses_are_running_text(tmp_path):
    press = Press()
    press.text(250, 100, "渡口的灯", SONG, 24)
    for at in range(9):
        press.text(230, 160 + 32 * at, SHORT[at % 4][:-1], SONG, 18)
    found = read(press, tmp_path)
    assert texts(found, "para")
    assert not any(article.deck for article in found.articles)


def test_a_caption_with_a_number_at_the_head_of_a_page_is_no_furniture(tmp_path):
    press = column((120, 270, 420))
    press.text(240, 50, "图3-24 渡口与桥的位置", SONG, 9)
    assert read(press, tmp_path).running == ()


def test_a_numbered_formula_is_no_heading(tmp_path):
    press = Press()
    for top, head in ((120, "1. 船的速度 v = s"), (260, "2. 灯的高度 h = g")):
        press.text(60, top, head, SONG, 12)
        paragraph(press, top + 24, [*FULL, "他们都在河边。"])
    assert texts(read(press, tmp_path), "heading") == []


def test_two_sentences_on_a_page_of_their_own_are_running_text(tmp_path):
    press = Press()
    press.picture(60, 60, 470, 480)
    press.text(60, 600, scenes.ZH[0][:20] + "。", SONG, 16)
    press.text(60, 700, scenes.ZH[1][:20] + "。", SONG, 16)
    found = read(press, tmp_path)
    assert texts(found, "para") == [scenes.ZH[0][:20] + "。", scenes.ZH[1][:20] + "。"]
