"""Chinese papers and reports: heads under each other, notes with gaps in their lines, insets, captions with a mark."""

import pytest

from tests.importing import scenes
from tests.importing.drafts import notes_of, read, texts
from tests.importing.press import SONG, Press

TEXT = "".join(scenes.ZH[:4])


def paragraph(press, top, text=TEXT, left=60, width=470):
    """Prints a paragraph with an indent, and returns the place of its last line."""
    return press.flow([(left, top, width, 300)], [("para", text)], SONG, 10.5, 18)


def test_bold_heads_of_two_levels_under_each_other_are_two(tmp_path):
    press = Press()
    heads = (("四、渡口和桥", "1、摆渡"), ("2、修桥", "木料"))
    top = 90
    for pair in heads:
        for head in pair:
            press.text(81, top, head, SONG, 10.5, bold=True)
            top += 18
        top = paragraph(press, top) + 18
    found = read(press, tmp_path)
    assert texts(found, "heading") == [head for pair in heads for head in pair]
    assert texts(found, "para") == [TEXT, TEXT]


def test_a_bold_head_over_two_full_lines_is_one(tmp_path):
    press = Press()
    head = "四、渡口和桥以及摆渡的人在春天的大水之后怎样把船拖"
    press.text(60, 90, head, SONG, 10.5, bold=True)
    press.text(60, 108, "回来的经过", SONG, 10.5, bold=True)
    paragraph(press, 130, width=278)
    assert texts(read(press, tmp_path), "heading") == [head + "回来的经过"]


def test_short_lines_with_numbers_in_brackets_over_paragraphs_are_headings(tmp_path):
    press = Press()
    heads = ["（1）同一条河上的渡口", "（2）不在河上的渡口"]
    top = paragraph(press, 90) + 18
    for head in heads:
        press.text(81, top, head, SONG, 10.5)
        top = paragraph(press, top + 18) + 18
    found = read(press, tmp_path)
    assert texts(found, "heading") == heads
    assert texts(found, "para") == [TEXT] * 3


def test_items_with_numbers_in_brackets_are_no_headings(tmp_path):
    press = Press()
    top = paragraph(press, 90) + 18
    for item in ("（1）船夫", "（2）木匠", "（3）邮差"):
        press.text(81, top, item, SONG, 10.5)
        top += 18
    paragraph(press, top)
    assert texts(read(press, tmp_path), "heading") == []


def test_a_gap_in_the_line_of_a_note_divides_no_note(tmp_path):
    press = Press()
    press.flow([(60, 80, 470, 480)], [("para", text) for text in scenes.ZH[:12]], SONG, 10.5, 18)
    press.rule(60, 640, 200)
    rows = (("¹ 木料的价钱见水利所的", "年报，船只的数目见那年春天的河道"), ("统计，渡口的图", "在邮局的墙上"))
    for top, left, (first, second) in zip((654, 666), (70, 60), rows, strict=True):
        press.text(left, top, first, SONG, 8)
        press.text(left + 8 * len(first) + 10, top, second, SONG, 8)
    press.text(70, 678, "² 邮局在桥头。", SONG, 8)
    notes = [note.replace(" ", "") for note in notes_of(read(press, tmp_path))]
    assert notes == ["¹" + "".join(rows[0])[2:] + "".join(rows[1]), "²邮局在桥头。"]


def test_a_title_in_the_upper_margin_over_an_abstract_is_no_masthead(tmp_path):
    press = Press()
    press.text(60, 30, "河流漫步 2025", SONG, 9)
    press.text(60, 72, "永不停渡的代价：探讨渡口对两岸人家的影响", SONG, 14, bold=True)
    press.text(285, 150, "摘要", SONG, 12, bold=True)
    paragraph(press, 180)
    press.text(60, 290, "1 渡口的由来", SONG, 12, bold=True)
    paragraph(press, 320)
    found = read(press, tmp_path)
    assert found.articles[0].title == {"zh-Hans": "永不停渡的代价：探讨渡口对两岸人家的影响"}
    assert found.running == ("河流漫步 2025",)


@pytest.mark.parametrize("mark", [":", "："])
def test_a_caption_with_a_mark_after_its_number_may_be_a_sentence(mark, tmp_path):
    press = Press()
    press.picture(150, 80, 290, 160)
    press.text(200, 258, f"图 1{mark} 渡口在春天大水时的样子。", SONG, 10.5)
    paragraph(press, 300)
    found = read(press, tmp_path)
    assert texts(found, "para") == [TEXT]
    assert [figure.caption["zh-Hans"].replace(" ", "") for figure in found.articles[0].figures] == [
        f"图1{mark}渡口在春天大水时的样子。"
    ]


def test_an_abstract_inside_the_edges_of_the_text_has_edges_of_its_own(tmp_path):
    press = Press()
    press.text(275, 90, "摘要", SONG, 12, bold=True)
    lines = [
        "渡口的船夫每天天不亮就把缆绳解开，一趟一趟地把人送过去。",
        "桥修好以后他们大多改了行，只有两个人还留在河边，他们说桥",
        "上没有水声。",
    ]
    for at, line in enumerate([*lines[:1], *lines[1:2] * 3, lines[2]]):
        press.text(
            130, 115 + 16 * at, line, SONG, 12, stretch=(330 - 12 * len(line)) / len(line) if len(line) > 9 else 0
        )
    for top in (240, 340):
        press.flow([(60, top, 470, 80)], [("para", text) for text in scenes.ZH[:2]], SONG, 12, 16)
    assert texts(read(press, tmp_path), "para")[0] == lines[0] + lines[1] * 3 + lines[2]


def test_areas_of_one_cell_painted_twice_are_no_row_of_a_table(tmp_path):
    press = Press()
    paragraph(press, 80)
    for _ in range(2):
        press.picture(60, 180, 470, 60, grey=0.9)
    press.text(66, 200, "key = river + ferry", SONG, 9)
    tops = (270, 290, 310)
    for top in tops:
        press.picture(60, top, 470, 20, grey=0.8 if top == tops[0] else 0.95)
        for x, cell in zip((64, 220, 380), ("渡口", "船", "人"), strict=True):
            press.text(x, top + 14, cell, SONG, 9)
    for x in (60, 215, 375, 530):
        press.canvas.line(x, press.height - 270, x, press.height - 330)
    for y in (270, 290, 310, 330):
        press.rule(60, y, 530)
    press.text(60, 380, "渡口的第二张表", SONG, 10.5, bold=True)
    paragraph(press, 410)
    found = read(press, tmp_path)
    (table,) = (aside for article in found.articles for aside in article.asides if aside.kind == "table")
    assert table.rows == (("渡口", "船", "人"),) * 3
