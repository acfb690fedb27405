"""Pages of laws in two languages: the section over the title, hanging entries of the contents, the owner of the rights."""

from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.press import BOLD, SONG, TIMES, Press


def texts(found, side, kind):
    return [each.text for article in found.articles for each in article.body[side] if each.kind == kind]


def lines(press, x, top, rows, font=SONG, size=10):
    """Draws lines under each other, each with its indent."""
    for at, (indent, text) in enumerate(rows):
        press.text(x + indent, top + at * 14, text, font, size)


CONTENTS = [
    (0, "第一章　渡口和灯光的管理，以及"),
    (20, "过桥的人怎样看见台阶"),
    (20, "第一节　夜里在渡口等船的人"),
    (40, "应当遵守的各项规定"),
    (0, "第二章　附则"),
]


def law_page():
    """Draws a page of a law: a section before a rule, a title, contents and articles, and the owner of the rights."""
    press = Press()
    press.text(85, 90, "DOCUMENTS", BOLD, 17)
    press.canvas.rect(215, press.height - 90, 300, 0.6, stroke=0, fill=1)
    press.text(85, 130, "A Law of Ferries and Lights", TIMES, 21)
    press.text(85, 190, "目录", SONG, 10, bold=True)
    lines(press, 85, 210, CONTENTS)
    press.text(85, 300, "第一章　渡口和灯光的管理", SONG, 10, bold=True)
    press.flow([(85, 320, 153, 700)], [("para", text) for text in scenes.ZH[:4]], SONG, 10, 14)
    press.flow([(270, 320, 255, 700)], [("para", text) for text in scenes.EN[:3]], TIMES, 10, 14)
    press.text(85, 752, "Documents 2025: Page 26", TIMES, 10)
    press.text(85, 764, "DOI: 10.1000/12345", TIMES, 10)
    press.text(320, 752, "© 2025 The Society of Ferries", TIMES, 10)
    press.text(320, 764, "Licence: free for all to use", TIMES, 10)
    return press


def test_entries_of_contents_whose_later_lines_are_farther_in_are_whole(tmp_path):
    found = texts(read(law_page(), tmp_path), "zh-Hans", "para")
    assert found[:3] == [
        "第一章 渡口和灯光的管理，以及过桥的人怎样看见台阶",
        "第一节 夜里在渡口等船的人应当遵守的各项规定",
        "第二章 附则",
    ]


def test_articles_of_a_law_with_indents_are_divided_as_other_paragraphs(tmp_path):
    press = Press()
    rows = []
    for number, text in zip("一二三", scenes.ZH[:3], strict=True):
        rows += [("para", f"第{number}条　{text}")]
    press.flow([(85, 120, 200, 700)], rows, SONG, 10, 16)
    found = texts(read(press, tmp_path), "zh-Hans", "para")
    assert [text[:3] for text in found] == ["第一条", "第二条", "第三条"]


def test_words_before_a_rule_over_the_title_are_the_section(tmp_path):
    found = read(law_page(), tmp_path)
    (article,) = found.articles
    assert list(article.title.values()) == ["A Law of Ferries and Lights"]
    assert "DOCUMENTS" in [*found.running, *article.section.values()]


def test_the_owner_of_the_rights_at_the_foot_is_no_end_of_a_column(tmp_path):
    found = read(law_page(), tmp_path)
    assert any("© 2025" in text for text in found.running)
