"""Kinds of Chinese pages: letter-spaced titles, labels of abstracts, names in a row, captions without a number."""

import pytest

from reader.importing.pdf.blocks.numbered_lines import is_numbered_heading
from reader.importing.pdf.text_lines.letter_spacing import without_spaces
from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.press import BOLD, SONG, TIMES, Press, width

LONG = "船工说，河边的灯要在天黑以前点好，不然过桥的人看不见台阶，孩子们也不敢从渡口那边跑回来吃饭"
"""A sentence without its end."""


def blocks(found, side="zh-Hans"):
    return [(each.kind, each.text) for article in found.articles for each in article.body[side]]


def texts_under(top=200, size=9.6):
    press = Press()
    press.flow([(46, top, 400, 600)], [("para", text) for text in scenes.ZH[:6]], SONG, size, 16)
    return press


@pytest.mark.parametrize(
    ("number", "title", "gap_em", "expected"),
    [
        ("", "参考文献", 1.3, "参考文献"),
        ("", "目次", 2.0, "目次"),
        ("1", "引言", 1.5, "1 引言"),
        ("§2.", "引言", 1.5, "§2. 引言"),
    ],
)
def test_a_letter_spaced_title_is_one_heading(number, title, gap_em, expected, tmp_path):
    press, x = texts_under(), 150
    if number:
        press.text(x, 170, number, SONG, 13)
        x += width(number, SONG, 13) + 13
    for at, char in enumerate(title):
        press.text(x + at * 13 * (1 + gap_em), 170, char, SONG, 13)
    found = read(press, tmp_path)
    assert [text for kind, text in blocks(found) if kind == "heading"] + [
        text for article in found.articles for text in article.title.values()
    ] == [expected]


def test_single_characters_of_a_table_stay_cells(tmp_path):
    press = texts_under()
    for row, cells in enumerate(("项目", "早", "晚"), 1):
        press.text(60, 520 + 16 * row, f"第{row}天的船", SONG, 9.6)
        press.text(200, 520 + 16 * row, cells[0], SONG, 9.6)
        press.text(290, 520 + 16 * row, "有", SONG, 9.6)
    whole = str(read(press, tmp_path))
    assert "早有" not in whole
    assert "晚有" not in whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("参 考 文 献", "参考文献"),
        ("1 引 言", "1 引言"),
        ("张 三", "张三"),
        ("春 天 Spring", "春 天 Spring"),
        ("夜空 星光", "夜空 星光"),
    ],
)
def test_blanks_between_the_characters_of_a_title_are_its_spacing(text, expected):
    assert without_spaces(text) == expected


def test_a_label_is_joined_to_its_abstract_which_is_running_text_in_small_print(tmp_path):
    press = texts_under(300)
    for row, (label, text) in enumerate((("摘　要", LONG + "。"), ("关键词", "河边；渡口；灯；台阶"))):
        press.text(66, 230 + 22 * row, label, SONG, 8)
        press.text(66 + width(label, SONG, 8) + 9, 230 + 22 * row, text[:36], SONG, 8)
    texts = [text for _, text in blocks(read(press, tmp_path))]
    assert any(text.startswith("摘") and "船工说" in text for text in texts)
    assert "关键词 河边；渡口；灯；台阶" in texts


def test_names_apart_in_a_row_under_a_title_are_bylines(tmp_path):
    press = texts_under()
    press.text(150, 120, "河边的灯", SONG, 20)
    press.text(140, 150, "周明远", SONG, 12)
    press.text(230, 150, "林溪", SONG, 12)
    (article,) = read(press, tmp_path).articles
    assert article.byline == ("周明远", "林溪")


def test_a_caption_without_a_number_says_that_it_is_one(tmp_path):
    press = Press()
    press.picture(120, 90, 200, 120)
    press.text(150, 232, "圖、渡口的燈", SONG, 9.6)
    press.flow([(46, 270, 400, 600)], [("para", text) for text in scenes.ZH[:6]], SONG, 9.6, 16)
    found = read(press, tmp_path)
    assert [list(figure.caption.values()) for figure in found.articles[0].figures] == [["圖、渡口的燈"]]


def test_a_full_chinese_line_in_a_margin_is_running_text(tmp_path):
    texts = [("para", text) for text in scenes.ZH[:6]]
    end = Press().flow([(46, 90, 400, 700)], texts, SONG, 9.6, 16)
    press = Press()
    press.flow([(46, 90 + 724 - end, 400, 700)], texts, SONG, 9.6, 16)
    press.text(46, 752, LONG[:36], SONG, 9.6)
    press.text(200, 790, "18", SONG, 8)
    found = read(press, tmp_path)
    assert not any(LONG[:10] in text for text in found.running)
    assert any(LONG[:10] in text for _, text in blocks(found))


def test_a_heading_in_latin_letters_belongs_to_the_only_language_of_the_text(tmp_path):
    press = texts_under()
    press.text(46, 180, "3.2 XML", BOLD, 12)
    found = read(press, tmp_path)
    assert ("heading", "3.2 XML") in blocks(found)
    assert blocks(found, "en") == []


def test_a_numbered_heading_in_the_size_of_the_text_is_no_part_of_the_paragraph_under_it(tmp_path):
    press, y = texts_under(), 420
    for x, text in ((46, "2.3 渡口的灯"), (65.2, LONG[:35]), (46, LONG[:37]), (46, "就这样过了很多年。")):
        press.text(x, y, text, SONG, 9.6)
        y += 16
    found = blocks(read(press, tmp_path))
    assert ("heading", "2.3 渡口的灯") in found
    assert any(kind != "heading" and text.startswith(LONG[:20]) for kind, text in found)


def test_a_name_over_its_institution_is_an_author(tmp_path):
    press = texts_under(260)
    press.text(150, 120, "河边的灯和桥", SONG, 20)
    for y, name, place in (
        (150, "周明", "江城大学历史学院, 江城 430000"),
        (196, "林溪远", "河口师范大学, 河口 661300"),
    ):
        press.text(200, y, name, SONG, 12)
        press.text(150, y + 18, place, SONG, 8)
    (article,) = read(press, tmp_path).articles
    assert article.byline == ("周明", "林溪远")


def test_lines_in_a_row_with_a_running_head_are_furniture_too(tmp_path):
    press = texts_under(260)
    for x, y, text, font in (
        (46, 60, "第 12 卷第 3 期", SONG),
        (200, 60, "河边杂志", SONG),
        (46, 76, "2011 年 9 月", SONG),
        (180, 76, "RIVERSIDE REVIEW", TIMES),
        (370, 60, "Vol. 12", TIMES),
        (370, 76, "Sep., 2011", TIMES),
    ):
        press.text(x, y, text, font, 10)
    press.text(150, 140, "河边的灯和桥", SONG, 20)
    found = read(press, tmp_path)
    assert "RIVERSIDE" in " ".join(found.running)
    assert blocks(found, "en") == []
    assert not any(kind == "heading" for kind, _ in blocks(found))


def test_the_source_of_a_caption_may_be_on_a_line_of_its_own(tmp_path):
    press = Press()
    press.picture(120, 90, 200, 120)
    press.text(150, 232, "圖、渡口的燈", SONG, 9.6)
    press.text(170, 248, "來源：", SONG, 9.6)
    press.flow([(46, 290, 400, 600)], [("para", text) for text in scenes.ZH[:6]], SONG, 9.6, 16)
    found = read(press, tmp_path)
    assert not any("渡口的燈" in text for _, text in blocks(found))


def test_a_bold_heading_flush_with_its_text_at_the_head_of_a_page_is_no_furniture(tmp_path):
    press = Press()
    press.text(46, 40, "Lamps 河边的灯", SONG, 13, bold=True)
    press.flow([(46, 64, 400, 600)], [("para", text) for text in scenes.ZH[:6]], SONG, 13, 20, indent=0.0)
    found = read(press, tmp_path)
    assert not any("河边的灯" in text for text in found.running)


@pytest.mark.parametrize("head", ["参考文献", "References", "致谢"])
def test_a_part_at_the_end_of_an_article_is_no_article(head, tmp_path):
    press = texts_under()
    press.text(150, 120, "河边的灯", SONG, 20)
    press.text(46, 560, head, SONG, 15)
    press.flow([(46, 580, 400, 200)], [("para", scenes.ZH[7])], SONG, 9.6, 16)
    found = read(press, tmp_path)
    assert [article.title for article in found.articles] == [{"zh-Hans": "河边的灯"}]
    assert ("heading", head) in blocks(found)


@pytest.mark.parametrize("size", [12, 16])
def test_a_large_numbered_text_between_paragraphs_heads_a_section(size, tmp_path):
    press = Press()
    press.flow([(46, 90, 400, 300)], [("para", text) for text in scenes.ZH[:3]], SONG, 9.6, 16)
    head = "3.4 采茶的人天不亮就出门"
    press.text(223 - width(head, SONG, size) / 2, 340, head, SONG, size)
    press.flow([(46, 370, 400, 600)], [("para", text) for text in scenes.ZH[3:6]], SONG, 9.6, 16)
    found = read(press, tmp_path)
    assert ("heading", head) in blocks(found)
    assert not found.articles[0].asides


def test_large_numbered_texts_are_headings_and_no_titles(tmp_path):
    press = Press()
    for at, head in enumerate(("一、渡口简介", "二、夜里的灯", "三、石阶下面")):
        press.text(46, 80 + 160 * at, head, SONG, 20)
        press.flow([(46, 110 + 160 * at, 400, 220 + 160 * at)], [("para", scenes.ZH[at])], SONG, 9.6, 16)
    found = read(press, tmp_path)
    assert [text for kind, text in blocks(found) if kind == "heading"] == [
        "一、渡口简介",
        "二、夜里的灯",
        "三、石阶下面",
    ]
    assert len(found.articles) == 1


def test_a_large_numbered_text_under_a_running_head_is_no_furniture(tmp_path):
    press = texts_under(130)
    press.text(46, 30, "渡口年报", SONG, 8)
    press.text(390, 30, "3", SONG, 8)
    press.text(180, 52, "1 渡口的灯", SONG, 13)
    assert ("heading", "1 渡口的灯") in blocks(read(press, tmp_path))


def test_the_only_larger_text_over_an_abstract_is_the_title(tmp_path):
    press = Press()
    press.text(130, 80, "河边渡口照明系统的设计", SONG, 12.5)
    press.text(210, 140, "摘 要", SONG, 11.5)
    press.flow([(46, 170, 400, 420)], [("para", text) for text in scenes.ZH[:4]], SONG, 9.6, 16)
    found = read(press, tmp_path)
    assert found.articles[0].title == {"zh-Hans": "河边渡口照明系统的设计"}


def test_chinese_marks_that_hang_over_the_edges_are_no_indents(tmp_path):
    press = Press()
    lines = [
        (65.2, LONG[:36]),
        (46, LONG[2:38]),
        (46, LONG[1:37] + "，"),
        (46 - 4.8, "（" + LONG[3:38] + "）"),
        (46, LONG[4:30] + "。"),
    ]
    for at, (x, text) in enumerate(lines):
        press.text(x, 200 + 16 * at, text, SONG, 9.6)
    assert blocks(read(press, tmp_path)) == [("para", "".join(text for _, text in lines))]


def test_lines_that_hang_under_a_numbered_paragraph_belong_to_it(tmp_path):
    press = texts_under(300)
    for at, text in enumerate((f"一、{LONG[:35]}", LONG[1:36], LONG[5:20] + "。")):
        press.text(46 if at == 0 else 65.2, 200 + 16 * at, text, SONG, 9.6)
    assert blocks(read(press, tmp_path))[0] == ("para", f"一、{LONG[:35]}{LONG[1:36]}{LONG[5:20]}。")


def test_items_with_letters_may_begin_with_a_figure(tmp_path):
    press = texts_under(300)
    items = [f"p) 16：{LONG[:34]}", f"{LONG[8:15]}；", f"q) 17：{LONG[15:30]}；", f"r) 18：{LONG[2:19]}。"]
    for at, text in enumerate(items):
        press.text(65.2 if at == 1 else 46, 200 + 16 * at, text, SONG, 9.6)
    assert [text for _, text in blocks(read(press, tmp_path))[:3]] == [items[0] + items[1], *items[2:]]


@pytest.mark.parametrize("heads", [("1.2既存的路",), ("2. 夜里的灯", "2.1 石阶"), ("1.2 渡口", "1.2.1 石阶")])
def test_numbered_headings_in_the_size_of_the_text_are_apart_from_it(heads, tmp_path):
    press = Press()
    rows = [(56.6, LONG[:34]), (46, LONG[1:20] + "。"), *((46, head) for head in heads), (56.6, LONG[3:37])]
    for at, (x, text) in enumerate([*rows, (46, LONG[5:25] + "。")]):
        press.text(x, 200 + 16 * at, text, SONG, 9.6)
    found = blocks(read(press, tmp_path))
    assert [text for _, text in found[1:-1]] == list(heads)
    assert found[-2][0] == "heading"


def test_a_quantity_at_the_beginning_of_a_line_is_no_number_of_a_heading():
    assert is_numbered_heading("2.3石阶")
    assert not is_numbered_heading("2.3万人来过渡口")


def test_items_without_a_blank_after_their_number_are_paragraphs(tmp_path):
    press = texts_under(300)
    items = ["主要的事：", f"1.{LONG[:34]}", f"{LONG[4:12]}。", f"2.{LONG[7:20]}；", f"3、{LONG[9:25]}。"]
    for at, text in enumerate(items):
        press.text(46, 200 + 16 * at, text, SONG, 9.6)
    expected = [items[0], items[1] + items[2], *items[3:]]
    assert [text for _, text in blocks(read(press, tmp_path))[:4]] == expected


def test_the_heading_of_an_abstract_is_no_title(tmp_path):
    press = Press()
    press.text(210, 100, "摘 要", SONG, 18)
    press.flow([(46, 140, 400, 420)], [("para", text) for text in scenes.ZH[:5]], SONG, 9.6, 16)
    found = read(press, tmp_path)
    assert found.articles[0].title == {}
    assert blocks(found)[0] == ("heading", "摘要")


def test_a_number_under_the_last_text_is_that_of_the_page(tmp_path):
    press = Press()
    press.flow([(46, 60, 400, 440)], [("para", text) for text in scenes.ZH[:6]], SONG, 9.6, 16)
    press.text(243, 480, "4", SONG, 9.6)
    found = read(press, tmp_path)
    assert "4" in found.running
    assert not blocks(found)[-1][1].endswith("4")


def test_lines_with_a_ground_of_their_own_are_no_table(tmp_path):
    press = Press()
    for at in range(8):
        press.picture(46, 100 + 16 * at, 354, 16, grey=1.0)
        press.picture(60, 100 + 16 * at, 330, 16, grey=1.0)
    for at in range(8):
        press.text(62, 112 + 16 * at, LONG[at : at + 30], SONG, 9.6)
    assert not read(press, tmp_path).articles[0].asides


@pytest.mark.parametrize("number", ["表 1", "图3-1"])
def test_the_number_of_a_caption_is_joined_to_its_words_beside_it(number, tmp_path):
    press = texts_under(200)
    press.text(150, 120, number, SONG, 9.6)
    press.text(150 + width(number, SONG, 9.6) + 14, 120, "渡口的灯和石阶", SONG, 9.6)
    whole = str(read(press, tmp_path))
    assert f"{number} 渡口的灯和石阶" in whole
