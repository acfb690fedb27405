"""Kinds of plain documents: leaflets, booklets, reports and bulletins."""

from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles
from tests.importing.pdf.test_newsletter_kinds import blocks
from tests.importing.press import BOLD, TIMES, Press, broken, width


def test_the_lines_of_a_title_are_one_though_a_picture_is_beside_the_first(tmp_path):
    press = Press()
    press.picture(46, 40, 80, 40)
    press.text(150, 70, "The salt of the old", BOLD, 26)
    press.text(46, 102, "harbour in winter and spring", BOLD, 26)
    press.flow([(46, 130, 500, 400)], [("para", words) for words in scenes.EN[:6]], TIMES, 11, 14)
    (found,) = articles(press, tmp_path)
    assert found.title == {"en": "The salt of the old harbour in winter and spring"}


def test_bold_lines_a_little_smaller_than_the_text_head_it_at_its_edge(tmp_path):
    press = Press()
    press.text(46, 70, "Salt from the pans", BOLD, 24)
    y = 100
    for start, head in ((0, "The pans in winter"), (3, "The boats in spring")):
        press.text(46, y, head, BOLD, 9)
        words = [("fragment", " ".join(scenes.EN[start : start + 3]))]
        y = press.flow([(46, y + 22, 300, 200)], words, TIMES, 10, 12) + 40
    (found,) = articles(press, tmp_path)
    assert [words for kind, words in blocks(found) if kind == "heading"] == [
        "The pans in winter",
        "The boats in spring",
    ]


def test_bold_words_that_fill_their_line_begin_the_paragraph_under_them(tmp_path):
    press = Press()
    press.text(46, 70, "Faults of the old pans", BOLD, 24)
    paragraphs = [
        [("Salt is lost. ", "When the tide comes in,"), ("", "the walls let half of it go.")],
        [("Walls without any mortar at all.", ""), ("", "Workers have to mend them by"), ("", "hand in each winter.")],
        [("No boats. ", "Nobody brings ice or nets"), ("", "to the harbour any more.")],
        [("Everything is too expensive for", ""), ("fishermen. ", "A net costs as much"), ("", "as a boat did once.")],
    ]
    y = 110
    for lines in paragraphs:
        for bold, plain in lines:
            press.text(46, y, bold.strip(), BOLD, 10)
            press.text(46 + width(bold, BOLD, 10), y, plain, TIMES, 10)
            y += 14
        y += 14
    (found,) = articles(press, tmp_path)
    joined = [" ".join((bold + plain).strip() for bold, plain in lines) for lines in paragraphs]
    assert blocks(found) == [("para", words) for words in joined]


def test_text_on_grounds_that_were_painted_line_by_line_is_one_paragraph(tmp_path):
    press = Press()
    press.text(46, 70, "Salt from the pans", BOLD, 24)
    y = press.flow([(46, 100, 500, 300)], [("fragment", words) for words in scenes.EN[:6]], TIMES, 10, 12) + 40
    words = " ".join(scenes.EN[6:12])
    for line in broken(words, TIMES, 10, 480, 0, False):
        press.picture(46, y - 9, 500, 12, grey=0.85)
        press.text(56, y, line, TIMES, 10)
        y += 12
    (found,) = articles(press, tmp_path)
    texts = [text for aside in found.asides for text in aside.texts["en"]]
    assert " ".join(texts) == words
    assert len(texts) < 3


def test_the_source_of_a_table_is_no_caption_though_it_has_four_lines(tmp_path):
    press = Press()
    press.text(46, 70, "Salt from the pans", BOLD, 24)
    y = press.flow([(46, 100, 500, 300)], [("fragment", words) for words in scenes.EN[:6]], TIMES, 10, 12) + 30
    for row in [("Year", "Salt", "Nets"), ("1998", "120", "31"), ("1999", "130", "32"), ("2000", "9", "3")]:
        press.rule(46, y - 10, 446)
        for place, cell in enumerate(row):
            press.text(50 + 130 * place, y, cell, TIMES, 10)
        y += 14
    press.rule(46, y - 10, 446)
    press.picture(6, y - 60, 30, 120)
    note = "Source: " + " ".join(scenes.EN[6:9])
    for line in broken(note, TIMES, 8, 300, 0, False)[:4]:
        press.text(46, y + 2, line, TIMES, 8)
        y += 9
    (found,) = articles(press, tmp_path)
    assert not found.figures
    assert any(aside.kind == "table" for aside in found.asides)


def test_years_under_a_chart_are_no_captions(tmp_path):
    press = Press()
    press.text(46, 70, "Salt from the pans", BOLD, 24)
    y = press.flow([(46, 100, 500, 300)], [("fragment", words) for words in scenes.EN[:6]], TIMES, 10, 12) + 30
    press.picture(46, y, 300, 100)
    for at, year in enumerate(("2014F", "2015F")):
        press.text(60 + 120 * at, y + 110, year, TIMES, 7)
    (found,) = articles(press, tmp_path)
    assert not found.figures
