"""Kinds of pages of papers: their heads in two languages, formulas, references, and labels inside a figure."""

import pytest

from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.press import BOLD, SONG, TIMES, Press, width

SYMBOL = "Symbol"
AUTHORS = "Ming Zhou, Xi Lin"
PLACE = "(School of River Studies, University of Old Roads, Old Roads 438000)"


def texts(found, side="zh-Hans", kinds=("para", "heading", "fragment")):
    return [each.text for article in found.articles for each in article.body[side] if each.kind in kinds]


def asides(found):
    return [
        text for article in found.articles for aside in article.asides for own in aside.texts.values() for text in own
    ]


def flowing(press, top, count=5, x=46, wide=480):
    press.flow([(x, top, wide, 700)], [("para", text) for text in scenes.ZH[:count]], SONG, 10, 16)


def paper_head(press, chinese="渡口的灯光研究", english="Lights at the Ferry"):
    """Draws the head of a paper in Chinese and in English: the English title is hardly larger than the text."""
    press.text(46, 100, "河边学报 第12卷 第3期", SONG, 8)
    press.text(330, 100, "Journal of River Studies, Vol. 12, No. 3", TIMES, 8)
    press.text(200, 140, chinese, SONG, 18)
    press.text(220, 165, "周明远, 林溪", SONG, 12)
    press.text(170, 185, "(旧路大学 河流研究学院, 旧路 438000)", SONG, 8)
    press.text(60, 210, "摘要：本文研究渡口的灯光，以及过桥的人在夜里怎样看见台阶。", SONG, 9)
    press.text(60, 228, "关键词：渡口；灯光；台阶", SONG, 9)
    press.text(60, 244, "MR(2000) 主题分类 62G05; 62N01", SONG, 9)
    press.text(60, 260, "中图分类号 O212.7", SONG, 9)
    press.text(215, 290, english, BOLD, 11)
    press.text(235, 312, AUTHORS, TIMES, 14)
    press.text(150, 330, PLACE, TIMES, 8)
    press.text(60, 355, "Abstract In this paper we study the lights at a ferry and the steps.", TIMES, 10)
    press.text(60, 372, "Keywords ferry; lights; steps", TIMES, 10)


def test_both_titles_of_a_paper_are_titles_of_one_article_and_its_authors_are_named(tmp_path):
    press = Press()
    paper_head(press)
    press.text(46, 415, "1 引言", SONG, 13)
    flowing(press, 440)
    found = read(press, tmp_path)
    (article,) = found.articles
    assert set(article.title.values()) == {"渡口的灯光研究", "Lights at the Ferry"}
    assert any("周明远" in name for name in article.byline)
    assert AUTHORS in article.byline
    assert texts(found, kinds=("heading",)) == ["1 引言"]


def test_labels_of_a_paper_begin_paragraphs_of_their_own(tmp_path):
    press = Press()
    paper_head(press)
    flowing(press, 440)
    found = read(press, tmp_path)
    blocks = texts(found) + asides(found)
    for label in ("摘要", "关键词", "MR(2000)", "中图分类号"):
        assert any(text.startswith(label) for text in blocks)
    assert {text[:8] for text in texts(found, "en")} == {"Abstract", "Keywords"}


def test_the_name_and_number_of_a_journal_over_a_paper_are_furniture(tmp_path):
    press = Press()
    paper_head(press)
    flowing(press, 440)
    running = " ".join(read(press, tmp_path).running)
    assert "河边学报" in running
    assert "Vol. 12" in running


def symbols(press, x, y, text, size=10):
    """Draws characters of the font for signs; returns where they end."""
    press.canvas.setFont(SYMBOL, size)
    press.canvas.drawString(x, press.height - y, text)
    return x + press.canvas.stringWidth(text, SYMBOL, size)


def formula(press, x, y, left, right, number=""):
    """Draws a formula with indices under its letters."""
    for letter, index in (left, right):
        press.text(x, y, letter, TIMES, 10)
        x += width(letter, TIMES, 10)
        press.text(x, y + 2.5, index, TIMES, 6)
        x += width(index, TIMES, 6) + 4
        if letter == left[0]:
            x = symbols(press, x, y, "=") + 4
    if number:
        press.text(400, y, number, TIMES, 10)


def test_a_formula_with_its_number_is_one_paragraph_in_its_place(tmp_path):
    press = Press()
    flowing(press, 100, 3)
    formula(press, 240, 165, ("h", "t"), ("2o", "t"), "(3.1)")
    formula(press, 240, 185, ("c", "t"), ("4i", "t"), "(3.2)")
    press.text(46, 207, "其中，左边是河水的高度，右边是渡口的灯数，两者都在天黑以前量好。", SONG, 10)
    found = texts(read(press, tmp_path))
    at = [text.replace(" ", "") for text in found].index("ht=2ot(3.1)")
    assert found[at + 1].replace(" ", "") == "ct=4it(3.2)"
    assert found[at + 2].startswith("其中")


def test_a_fraction_in_a_formula_is_no_line_of_its_own(tmp_path):
    press = Press()
    flowing(press, 100, 3)
    press.text(230, 340, "v =", TIMES, 10)
    press.text(252, 333, "s + r", TIMES, 10)
    press.text(258, 347, "2t", TIMES, 10)
    flowing(press, 380, 3)
    found = [text.replace(" ", "") for text in texts(read(press, tmp_path))]
    assert "v=s+r2t" in found


def test_a_line_of_text_with_an_equals_sign_is_no_formula(tmp_path):
    press = Press()
    flowing(press, 100, 3)
    press.text(46, 330, "若 a = b，则河水不涨也不落，过桥的人照常在夜里看见台阶，孩子们也照常回来。", SONG, 10)
    found = texts(read(press, tmp_path))
    assert any(text.startswith("若 a = b，则河水") for text in found)


@pytest.mark.parametrize("x", [46, 300])
def test_references_over_several_lines_are_one_paragraph_each_in_one_list(x, tmp_path):
    press = Press()
    flowing(press, 100, 4)
    press.text(x, 440, "参考文献", SONG, 12)
    lines = (
        ("[1]", "Zhou M, Lin X. Lights at the ferry and how the steps"),
        ("", "are seen from it[J]. River Studies, 2011, 12(3): 1–9."),
        ("[2]", "周明远, 林溪. 图 3 中的渡口与台阶[J]. 河边学报, 2012,"),
        ("", "21(8): 18–34."),
        ("[3]", "Fig. 2 of old roads and what they cost. 2014."),
    )
    for row, (number, text) in enumerate(lines):
        press.text(x, 462 + 14 * row, number, TIMES, 8)
        press.text(x + 20, 462 + 14 * row, text, SONG, 8)
    found = read(press, tmp_path)
    items = [text for text in texts(found) if text.startswith("[")]
    assert [item[:3] for item in items] == ["[1]", "[2]", "[3]"]
    assert items[0].endswith("1–9.")
    assert items[1].endswith("18–34.")
    assert not any(article.figures for article in found.articles)


def test_a_reference_goes_on_in_the_next_column(tmp_path):
    press = Press()
    flowing(press, 100, 4)
    for column, lines in enumerate(
        (
            ("[1] Zhou M. The ferry. 2011.", "[2] Lin X. The lights. 2012.", "[3] Wu P. The steps of the"),
            ("     old roads. 2014.", "[4] Qi R. The bridge. 2015.", "[5] He B. The water. 2016."),
        )
    ):
        for row, text in enumerate(lines):
            indent = 20 if text.startswith(" ") else 0
            press.text(46 + 260 * column + indent, 420 + 14 * row, text.strip(), TIMES, 8)
    found = [text for text in texts(read(press, tmp_path)) if text.startswith("[")]
    assert found[2] == "[3] Wu P. The steps of the old roads. 2014."
    assert len(found) == 5


def test_raised_numbers_of_references_stay_in_their_line(tmp_path):
    press = Press()
    flowing(press, 100, 4)
    press.text(46, 420, "这一方法由周明远提出", SONG, 10)
    x = 46 + width("这一方法由周明远提出", SONG, 10)
    press.text(x, 415, "[1-3,7]", TIMES, 5)
    press.text(x + width("[1-3,7]", TIMES, 5) + 1, 420, "，后来由林溪改进，用于渡口的灯光。", SONG, 10)
    found = texts(read(press, tmp_path))
    assert any("提出[1-3,7]" in text.replace(" ", "") and text.endswith("灯光。") for text in found)


def test_letters_before_the_items_of_a_list_are_joined_to_them(tmp_path):
    press = Press()
    flowing(press, 100, 3)
    for row, (letter, text) in enumerate(
        (("a)", "热天的河水：根据渡口的灯，"), ("", "看见水的高低"), ("b)", "冷天的河水：根据台阶"))
    ):
        press.text(70, 330 + 16 * row, letter or " ", TIMES, 10)
        press.text(92, 330 + 16 * row, text, SONG, 10)
    found = texts(read(press, tmp_path))
    assert "a) 热天的河水：根据渡口的灯，看见水的高低" in found
    assert "b) 冷天的河水：根据台阶" in found


def test_short_words_inside_a_diagram_are_labels_of_it(tmp_path):
    press = Press()
    press.canvas.setStrokeColorRGB(0, 0, 0)
    press.canvas.rect(150, press.height - 300, 300, 200, fill=0)
    press.canvas.line(150, press.height - 229, 440, press.height - 229)
    for at, word in enumerate(("渡口", "台阶", "河灯")):
        press.canvas.rect(170 + 90 * at, press.height - 240, 60, 22, fill=0)
        press.canvas.line(200 + 90 * at, press.height - 218, 200 + 90 * at, press.height - 180)
        press.text(180 + 90 * at, 226, word, SONG, 8)
    press.text(210, 125, "上游", SONG, 8)
    press.text(270, 322, "图 1 渡口", SONG, 9)
    flowing(press, 350)
    found = read(press, tmp_path)
    assert {"渡口", "台阶", "河灯", "上游"} <= set(found.unplaced)
    assert [list(figure.caption.values()) for figure in found.articles[0].figures] == [["图 1 渡口"]]


def test_the_institution_under_a_short_rule_is_one_note_with_its_address(tmp_path):
    press = Press()
    flowing(press, 100, 6)
    flowing(press, 480, 5)
    press.rule(46, 720, 180)
    press.text(46, 731, "1)", TIMES, 5)
    press.text(55, 735, "旧路大学，旧路，438000", SONG, 8)
    press.text(46, 746, "ming@old-roads.example", TIMES, 8)
    found = asides(read(press, tmp_path))
    assert ["1) 旧路大学，旧路，438000 ming@old-roads.example".replace(" ", "")] == [
        text.replace(" ", "") for text in found
    ]


@pytest.mark.parametrize("form", ["{}. ", "{} "])
def test_references_without_brackets_under_their_heading_are_one_list(form, tmp_path):
    press = Press()
    flowing(press, 100, 4)
    press.text(46, 440, "参考文献", SONG, 12)
    items = (
        ("Zhou M, Lin X. Lights at the ferry and how the steps", "are seen from it[J]. River Studies, 2011, 12(3)."),
        ("周明远, 林溪. 图 3 中的渡口与台阶[J]. 河边学报, 2012,", "21(8): 18–34."),
        ("Wu P. Of old roads and of the people who paid for", "them. Old Roads, 2014."),
    )
    for at, (first, rest) in enumerate(items):
        press.text(46, 462 + 28 * at, form.format(at + 1) + first, SONG, 8)
        press.text(58, 476 + 28 * at, rest, SONG, 8)
    press.text(320, 462, form.format(4) + "He B. The water under the bridge and the", TIMES, 8)
    press.text(332, 476, "boats on it. Old Roads, 2016.", TIMES, 8)
    found = [text for text in texts(read(press, tmp_path)) if text[0].isdecimal()]
    assert [text[:1] for text in found] == ["1", "2", "3", "4"]
    assert found[0].endswith("12(3).")
    assert found[3].endswith("boats on it. Old Roads, 2016.")


def test_numbered_items_of_another_list_are_no_references(tmp_path):
    press = Press()
    flowing(press, 100, 3)
    for at, text in enumerate(("看一看渡口的灯。", "数一数桥上的台阶。", "写一写河水的高低。")):
        press.text(66, 330 + 16 * at, f"{at + 1}. {text}", SONG, 10)
    assert [text[:2] for text in texts(read(press, tmp_path))][-3:] == ["1.", "2.", "3."]


def test_lines_set_twice_as_wide_as_usual_are_one_paragraph(tmp_path):
    press = Press()
    for first in (100, 270):
        press.text(67, first, "河边的人说，渡口的灯亮得比往年早，过桥的时候不必再看脚下的台阶", SONG, 14)
        press.text(46, first + 31, "。船来了又去，把上游的木头和下游的盐带到旧路，夜里的河水有些冷，", SONG, 14)
        press.text(46, first + 62, "老人们坐在门前等着。", SONG, 14)
    assert [text.endswith("等着。") for text in texts(read(press, tmp_path))] == [True, True]


def test_a_page_set_wide_has_items_over_several_lines_though_one_step_is_larger(tmp_path):
    press = Press()
    press.text(60, 110, "一、渡口的灯亮得比往年早，过桥的时候不必再看脚下的台阶，河水也", SONG, 14)
    press.text(88, 141, "不冷。", SONG, 14)
    press.text(60, 172, "二、船来了又去，把上游的木头和下游的盐带到旧路，夜里的河水有些", SONG, 14)
    press.text(88, 206, "冷，老人们坐在门前等着，也有人在台阶上修网，孩子们在船边看着", SONG, 14)
    press.text(88, 237, "灯。", SONG, 14)
    for at, text in enumerate(("三、看灯的人", "四、修船的人", "五、旧路和台阶")):
        press.text(60, 268 + 31 * at, text, SONG, 14)
    press.text(60, 361, "六、渡口的灯亮得比往年早，过桥的时候不必再看脚下的台阶，河水也", SONG, 14)
    press.text(88, 392, "不冷。", SONG, 14)
    found = texts(read(press, tmp_path))
    assert [text[:2] for text in found] == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert found[1].endswith("灯。")


def test_lines_far_apart_among_others_close_to_each_other_are_paragraphs_of_their_own(tmp_path):
    press = Press()
    flowing(press, 100, 4)
    for row in range(3):
        press.text(46, 420 + 23 * row, "渡口的灯亮得比往年早，过桥的时候不必再看脚下的台阶，河水也不冷。", SONG, 10)
    found = texts(read(press, tmp_path))
    assert sum(text.startswith("渡口的灯亮得比往年早") for text in found) == 3


def test_items_after_small_dots_and_circled_numbers_are_paragraphs_of_their_own(tmp_path):
    press = Press()
    flowing(press, 100, 3)
    for row, text in enumerate(("渡口的灯怎样亮", "台阶为何看不见", "过桥的人往哪里去")):
        press.text(60, 420 + 16 * row, "‧", SONG, 10)
        press.text(82, 420 + 16 * row, text, SONG, 10)
    press.text(60, 490, "① 看见渡口的灯光，问过桥的人台阶有多高，再问他们河水有多冷，夜里又怎样走", SONG, 10)
    press.text(80, 506, "到旧路去。", SONG, 10)
    press.text(60, 522, "② 写下上游的木头有多少。", SONG, 10)
    found = texts(read(press, tmp_path))
    assert [text[2:] for text in found if text[0] == "•"] == ["渡口的灯怎样亮", "台阶为何看不见", "过桥的人往哪里去"]
    assert [text[-4:] for text in found if text[0] in "①②"] == ["旧路去。", "有多少。"]


def test_a_bold_number_of_two_levels_at_the_head_of_a_page_begins_its_heading(tmp_path):
    press = Press()
    press.text(46, 70, "2.7", "Times-Bold", 10.5)
    press.text(76, 70, "渡口的灯", SONG, 10.5, bold=True)
    flowing(press, 95)
    assert "2.7 渡口的灯" in texts(read(press, tmp_path), kinds=("heading",))


def test_a_number_of_three_levels_with_a_dot_at_its_end_heads_the_paragraph_under_it(tmp_path):
    press = Press()
    flowing(press, 100, 3)
    press.text(46, 420, "3.3.2. 渡口的灯", SONG, 10)
    press.text(66, 436, "看见渡口的灯光，问过桥的人台阶有多高，再问他们河水有多冷，夜里又怎样走", SONG, 10)
    press.text(46, 452, "到旧路去。", SONG, 10)
    assert "3.3.2. 渡口的灯" in texts(read(press, tmp_path), kinds=("heading",))


def test_a_latin_name_explained_after_a_chinese_colon_is_one_title(tmp_path):
    press = Press()
    press.text(180, 100, "FERRYLAMP：渡口的灯光研究", SONG, 18)
    flowing(press, 150)
    (article,) = read(press, tmp_path).articles
    assert article.title == {"zh-Hans": "FERRYLAMP：渡口的灯光研究"}


def test_notes_with_small_raised_numbers_are_one_note_each_in_both_scripts(tmp_path):
    press = Press()
    flowing(press, 100, 6)
    flowing(press, 480, 5)
    press.rule(46, 690, 130)
    notes = (
        (("N. Robson. Lights and steps of the old roads. Journal of Rivers,", TIMES), ("2010, 36: 230-236", TIMES)),
        (("J. Albor. The ferry at night. Journal of Rivers, 2008, 4: 194", TIMES),),
        (("吴乐河．渡口的灯光[J]．河边学报，2007(8)：40—44", SONG),),
        (("卫林．旧路的台阶[J]．河边学报，2010(5)：81—85", SONG),),
    )
    top = 703
    for number, lines in enumerate(notes, start=1):
        press.text(46, top - 3, str(number), TIMES, 5.5)
        for text, font in lines:
            press.text(53 if text == lines[0][0] else 46, top, text, font, 8)
            top += 11
    found = asides(read(press, tmp_path))
    assert [text[:3] for text in found] == ["1 N", "2 J", "3 吴", "4 卫"]
    assert found[0].endswith("230-236")


def test_a_subtitle_over_the_author_of_a_paper_is_its_deck(tmp_path):
    press = Press()
    press.text(200, 100, "渡口的灯光研究", SONG, 18)
    press.text(150, 135, "从Ferry灯光看过桥的人与旧路台阶的关系", SONG, 12)
    press.text(250, 165, "Maro", TIMES, 12)
    press.text(255, 200, "摘要", SONG, 10)
    flowing(press, 225)
    (article,) = read(press, tmp_path).articles
    assert article.deck == {"zh-Hans": "从Ferry灯光看过桥的人与旧路台阶的关系"}
    assert not any("台阶" in name for name in article.byline)
