"""First pages of papers, on which abstracts in smaller print are most of the text."""

from reader.importing.pdf.page.document import PdfDocument
from reader.importing.pdf.text_lines.lines import lines_of
from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.press import SONG, TIMES, Press, broken, width

LINES = broken("".join(scenes.ZH[:5]), SONG, 10.5, 220, 0, False)


def column(press, x, y, lines, indent=0.0):
    for at, line in enumerate(lines):
        press.text(x if at else x + indent, y + 17 * at, line, SONG, 10.5)


def first_page():
    """Draws a first page with columns of text under abstracts that are set smaller, and data under a rule."""
    press = Press()
    press.text(140, 90, "河边渡口灯火的守护方法研究", SONG, 18)
    press.text(260, 124, "周渡生，林晚舟", SONG, 11)
    for at, line in enumerate(broken("摘要：" + "".join(scenes.ZH[5:9]), SONG, 9, 440, 0, False)[:6]):
        press.text(76, 160 + 14 * at, line, SONG, 9)
    press.text(76, 250, "关键词：渡口；灯火；守护", SONG, 9)
    for at, line in enumerate(broken("Abstract: " + " ".join(scenes.EN[:5]), TIMES, 9, 440, 0, False)[:7]):
        press.text(76, 300 + 14 * at, line, TIMES, 9)
    press.text(76, 404, "Keywords: ferry; lamp; keeping", TIMES, 9)
    column(press, 56, 500, LINES[:5], 21)
    column(press, 308, 500, LINES[5:10])
    press.rule(56, 586, 190)
    press.text(56, 598, "收稿日期：2020-01-05；修回日期：2020-03-28", SONG, 9, bold=True)
    press.text(
        56, 611, "基金项目：渡口文化研究基金资助项目（No.2020001）；河流与桥梁研究基金资助项目（No.2020002）", SONG, 9
    )
    return press


def test_text_under_abstracts_is_running_text_though_it_is_larger(tmp_path):
    found = read(first_page(), tmp_path)
    paragraphs = [each.text for article in found.articles for each in article.body["zh-Hans"] if each.kind == "para"]
    assert any(LINES[4] + LINES[5] in text for text in paragraphs)
    assert not any(aside.kind == "pullquote" for article in found.articles for aside in article.asides)


def test_data_of_an_article_under_a_rule_is_a_note(tmp_path):
    found = read(first_page(), tmp_path)
    texts = [each.text for article in found.articles for side in article.body.values() for each in side]
    assert not any("收稿日期" in text or "基金项目" in text for text in texts)


def test_a_line_in_brackets_in_the_other_script_is_in_the_paragraph(tmp_path):
    press, inside = Press(), "(FSP, the ferry service protocol of the river"
    column(press, 56, 100, ["渡口的船要先向对岸发出灯火的信号"], 42)
    press.text(56, 117, inside, TIMES, 10.5, stretch=(210 - width(inside, TIMES, 10.5)) / inside.count(" "))
    column(press, 56, 134, LINES[:8])
    (article,) = read(press, tmp_path).articles
    assert inside in article.body["zh-Hans"][0].text


def row(*parts):
    """Returns the lines of parts of one row, each with the gap before it in sizes."""
    press, x = Press(), 60.0
    for gap_em, text in parts:
        x += gap_em * 10
        press.text(x, 100, text, SONG, 10)
        x += width(text, SONG, 10)
    return [line.text for line in lines_of(PdfDocument("page.pdf", press.data()).page(1).glyphs)]


def test_a_letter_spaced_label_and_name_are_whole():
    assert row((0, "关"), (1, "键"), (1, "词"), (0, ":"), (0.4, "渡口，灯火")) == ["关 键 词:渡口，灯火"]
    assert row((0, "周渡生1,"), (2, "林"), (1, "舟"), (0, "2,"), (2, "何晚桥1")) == ["周渡生1,", "林 舟2,", "何晚桥1"]


def test_a_single_character_before_a_text_of_usual_spacing_is_apart():
    assert row((0, "早"), (1, "渡口的船")) == ["早", "渡口的船"]
