"""Pages of HTML as programs save them."""

import pytest

from tests.importing.documents.reading import document, pairs, read, titles

LINE = "这条街上有十一家修伞的铺子，如今只剩下她一家，门口挂着一把没有布的伞。"


def _units(body, head=""):
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return [(unit.kind, unit.text.text) for unit in document("a.html", page.encode()).units]


def test_the_classes_of_word_are_headings_lists_and_captions():
    item = "<p class=MsoListParagraph style='margin-left:{}pt'><span>{}<span>&nbsp;&nbsp; </span></span>{}</p>"
    found = document(
        "a.htm",
        f"""<html><body><p class=MsoTitle><b>修伞</b></p><p class=MsoToc1>修伞 1</p><h1>工具</h1>
        {item.format(21, "l", "针")}{item.format(42, "·", "粗的")}{item.format(21, "l", "线")}
        <p class=MsoQuote>伞会坏。</p><p class=MsoNormal><img src=a.png width=200></p><p class=MsoCaption>门口</p>
        {item.format(21, "1.", "一")}<p class=MsoListParagraph>I 是一个字。</p></body></html>""".encode(),
    ).units
    assert [(unit.kind, unit.level, unit.text.text) for unit in found] == [
        *(("heading", 0, "修伞"), ("heading", 1, "工具")),
        *(("item", 1, "针"), ("item", 2, "粗的"), ("item", 1, "线")),
        *(("quotation", 0, "伞会坏。"), ("figure", 0, "门口"), ("item", 1, "一"), ("paragraph", 0, "I 是一个字。")),
    ]


def test_boxes_in_the_place_of_paragraphs_hold_the_text():
    boxes = "".join(f"<section><span>{at}。{LINE}</span></section>" for at in "一二三")
    body = (
        f'<div><h1>伞</h1><div id="js_content" style="visibility: hidden">{boxes}</div><div><p>阅读原文</p></div></div>'
    )
    assert _units(body) == [("heading", "伞"), *(("paragraph", f"{at}。{LINE}") for at in "一二三")]


def test_the_heading_with_the_words_of_the_title_is_found_outside_of_the_text():
    body = f"<div><h3>伞</h3><div><h3>别的</h3><p>{LINE}</p><p>{LINE}</p></div></div>"
    assert _units(body, "<title>伞 - 博客</title>")[0] == ("heading", "伞")


@pytest.mark.parametrize(
    "clutter",
    [
        '<ul><li><a href="/fr" hreflang="fr">Français</a></li></ul>',
        '<p>【<a href="javascript:print()">打印</a>】【<a href="javascript:close()">关闭</a>】</p>',
        "<h2>意见</h2><form><input></form>",
    ],
)
def test_links_to_languages_and_actions_are_no_text(clutter):
    assert _units(f"<h1>伞</h1><p>{LINE}</p>{clutter}") == [("heading", "伞"), ("paragraph", LINE)]


def test_the_heading_of_references_is_no_text_if_they_are_notes():
    mark = '<sup><a href="#cite_note-1">1</a></sup>'
    note = '<div><h2>参考资料</h2></div><ol><li id="cite_note-1">三场。</li></ol>'
    assert _units(f"<h1>戏</h1><p>{LINE}{mark}</p>{note}") == [
        *(("heading", "戏"), ("paragraph", LINE), ("note", "三场。")),
    ]


def test_names_of_languages_above_hidden_texts_are_no_text():
    body = "".join(
        f"<p>第{at}段。</p><details><summary>English</summary><p>The part number {at}.</p></details>" for at in (1, 2)
    )
    found = read("a.html", f"<h1>伞 | The Umbrella</h1>{body}")
    assert titles(found) == {"zh-Hans": "伞", "en": "The Umbrella"}
    assert pairs(found) == [("paragraph", f"第{at}段。", f"The part number {at}.") for at in (1, 2)]


def test_the_second_title_outside_of_the_text_is_kept():
    lines = "<br>".join(f"{LINE}<br>Umbrella {at} is broken, and the shop is closed today.<br>" for at in (1, 2))
    found = read("a.html", f"<h1>伞</h1><h2>The Umbrella</h2><div class='text'>{lines}</div>")
    assert titles(found) == {"zh-Hans": "伞", "en": "The Umbrella"}


def test_elements_of_a_line_in_two_scripts_are_two_texts():
    assert _units(f"<h1><span>伞</span><span>Umbrellas</span></h1><p>{LINE}</p>")[:2] == [
        ("heading", "伞"),
        ("heading", "Umbrellas"),
    ]
    assert _units("<p><b>伞</b><i>很旧</i></p>") == [("paragraph", "伞很旧")]


def test_notes_outside_of_the_box_with_the_text_are_kept():
    mark = '<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>'
    note = '<div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText>{}三元。</p></div>'
    back = '<a href="#_ftnref1" name="_ftn1">[1]</a>'
    body = f"<div class=WordSection1><h1>伞</h1><p>{LINE}{mark}</p><p>{LINE}</p></div><div>{note.format(back)}</div>"
    assert _units(body)[-1] == ("note", "三元。")
    assert _units(body)[1] == ("paragraph", LINE)


@pytest.mark.parametrize(
    "figure",
    [
        "<div class='thumb tright'><div class=thumbinner><a><img src=a.png></a><div class=thumbcaption>门口</div></div></div>",
        "<div><img src=a.png><p class=pic-desc>门口</p></div>",
    ],
)
def test_captions_by_the_classes_of_sites(figure):
    assert _units(f"<h1>伞</h1><p>{LINE}</p>{figure}<p>{LINE}</p>")[2] == ("figure", "门口")


def test_layout_tables_of_offices_hold_the_text_alone():
    rows = ["<td>当前位置：<a href=/>首页</a> &gt;&gt; 正文</td>", f"<td><p>{LINE}</p><p>{LINE}</p></td>"]
    rows += ["<td>来源：雨城日报　字号：[<a>大</a> <a>小</a>]</td>", "<td>主办：办公室 京ICP备00000000号</td>"]
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    assert _units(f"<h1>伞</h1><table>{table}</table>") == [("heading", "伞"), *[("paragraph", LINE)] * 2]
