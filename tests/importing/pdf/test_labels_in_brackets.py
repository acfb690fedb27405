"""First pages of Chinese journals: labels in brackets, authors over their institutions, sections as their names."""

from tests.importing import scenes
from tests.importing.drafts import read, texts
from tests.importing.press import BOLD, SONG, TIMES, Press

ABSTRACT = "".join(scenes.ZH[:3])
ENGLISH = " ".join(scenes.EN[:3])


def columns(press, top):
    """Prints running text in two columns."""
    items = [("para", text) for text in scenes.ZH[3:15]]
    press.flow([(60, top, 225, 290), (305, top, 225, 290)], items, SONG, 10, 15)


def test_the_head_of_a_journal_with_labels_in_brackets(tmp_path):
    press = Press()
    press.text(60, 90, "渡口对两岸人家的影响研究", SONG, 18, bold=True)
    press.text(60, 118, "王　船¹,李桥木²,周河¹", SONG, 10)
    press.text(60, 132, "1.河边大学渡口学院, 河口 100001; 2.桥头医院", SONG, 10)
    press.flow([(60, 155, 470, 60)], [("fragment", "【摘要】" + ABSTRACT)], SONG, 8.5, 13)
    press.text(60, 220, "【关键词】渡口; 桥; 船", SONG, 8.5)
    press.text(60, 250, "Influence of a ferry on the families of both banks", BOLD, 13)
    press.text(60, 270, "WANG Chuan¹, LI Qiaomu², ZHOU He¹", TIMES, 10)
    press.text(60, 284, "1. School of Ferries, University of the River, Hekou 100001, China", TIMES, 10)
    press.flow([(60, 298, 470, 90)], [("fragment", "[Abstract] " + ENGLISH)], TIMES, 10, 14)
    columns(press, 420)
    (article,) = (found := read(press, tmp_path)).articles
    assert article.title == {
        "zh-Hans": "渡口对两岸人家的影响研究",
        "en": "Influence of a ferry on the families of both banks",
    }
    assert texts(found, "para")[:2] == ["【摘要】" + ABSTRACT, "【关键词】渡口; 桥; 船"]
    assert texts(found, "para", "en") == ["[Abstract] " + ENGLISH]
    assert not any("王" in text or "学院" in text for text in texts(found, "para"))


def test_an_abstract_that_hangs_under_its_label_is_one_paragraph(tmp_path):
    press = Press()
    press.text(120, 90, "渡口对两岸人家的影响研究", SONG, 18, bold=True)
    lines = [
        "渡口的船夫每天天不亮就把缆绳解开一趟一趟地把人",
        "送到对岸去桥修好以后他们大多改了行只有两个人留",
        "在河边。",
    ]
    press.text(100, 130, "摘　要：" + lines[0], SONG, 10)
    for at, line in enumerate(lines[1:], 1):
        press.text(140, 130 + 15 * at, line, SONG, 10)
    columns(press, 220)
    assert texts(read(press, tmp_path), "para")[0].replace(" ", "").replace("　", "") == "摘要：" + "".join(lines)


def test_the_name_of_a_section_that_is_the_running_head_is_no_title(tmp_path):
    press = Press()
    press.text(480, 40, "河上调研", SONG, 9)
    press.text(80, 130, "河上调研", SONG, 20, bold=True)
    press.text(80, 220, "渡口对两岸人家的影响研究", SONG, 26, bold=True)
    columns(press, 300)
    found = read(press, tmp_path)
    assert [article.title for article in found.articles] == [{"zh-Hans": "渡口对两岸人家的影响研究"}]


def test_a_row_of_signs_is_no_text(tmp_path):
    press = Press()
    columns(press, 90)
    press.text(60, 420, "!" * 60, TIMES, 14)
    press.flow([(60, 450, 470, 200)], [("para", text) for text in scenes.ZH[15:18]], SONG, 10, 15)
    (article,) = read(press, tmp_path).articles
    assert not article.asides
    assert not article.figures


def test_a_number_before_a_quotation_mark_is_that_of_a_heading(tmp_path):
    press = Press()
    heads = ["1.渡口的由来", "2.“两岸”的意思", "3.渡口的将来"]
    top = 90
    for head in heads:
        press.text(80, top, head, SONG, 10)
        top = press.flow([(60, top + 15, 470, 90)], [("para", ABSTRACT)], SONG, 10, 15) + 15
    assert texts(read(press, tmp_path), "heading") == heads
