"""Kinds of pages of handbooks and fact sheets: side heads, tabs, shaded paragraphs, titles under each other."""

import pytest

from reader.importing.pdf.page.document import PdfDocument
from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.pdf.test_magazine_kinds import centred, text
from tests.importing.pdf.test_newsletter_kinds import blocks
from tests.importing.press import BOLD, TIMES, Press, broken


def headings(article):
    return [words for kind, words in blocks(article) if kind == "heading"]


def test_a_head_in_a_column_of_its_own_is_before_the_text_beside_it(tmp_path):
    press = Press()
    press.text(200, 100, "The salt pans", BOLD, 22)
    y, heads = 140, ("The first pans", "Brine and wind", "At the scale")
    for at, head in enumerate(heads):
        press.text(60, y, head, BOLD, 9.6)
        items = [("para", paragraph) for paragraph in scenes.EN[2 * at : 2 * at + 2]]
        y = press.flow([(200, y, 340, 300)], items, TIMES, 9.6, 13, indent=0, gap=6) + 26
    (article,) = read(press, tmp_path).articles
    kinds = [kind for kind, _ in blocks(article)]
    assert headings(article) == list(heads)
    assert kinds == ["heading", "para", "para"] * 3


@pytest.mark.parametrize(("left", "is_tab"), [(0, True), (545, True), (300, False)])
def test_the_number_of_a_chapter_on_a_tab_at_the_edge_is_furniture(left, is_tab, tmp_path):
    press = Press()
    press.text(70, 100, "The salt pans", BOLD, 22)
    items = [("para", paragraph) for paragraph in scenes.EN[:8]]
    press.flow([(70, 140, 440, 300)], items, TIMES, 9.6, 13)
    press.picture(left, 560, 50, 80, grey=0.3)
    press.text(left + 18, 606, "3", BOLD, 20, grey=1)
    press.flow([(70, 670, 440, 300)], items[:2], TIMES, 9.6, 13)
    found = read(press, tmp_path)
    assert ("3" in found.running) is is_tab


@pytest.mark.parametrize(("padding", "count"), [(0, 0), (12, 1)])
def test_the_shading_of_a_paragraph_is_no_box(padding, count, tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 22)
    bottom = text(press, 120, 0, 4)
    press.text(46, bottom + 30, "Brine and wind", BOLD, 9.6)
    items = [("para", " ".join(scenes.EN[4:7]))]
    top = bottom + 46 + padding
    end = press.flow([(46, top, 480, 300)], items, TIMES, 9.6, 13, indent=0)
    press.picture(46 - padding, top - 10 - padding, 480 + 2 * padding, end - top + 14 + 2 * padding, grey=0.97)
    press.flow([(46, top, 480, 300)], items, TIMES, 9.6, 13, indent=0)
    text(press, end + 50 + padding, 7, 3)
    (article,) = read(press, tmp_path).articles
    assert len(article.asides) == count


def test_the_only_large_text_over_a_page_is_its_title_though_it_is_in_the_margin(tmp_path):
    press = Press()
    centred(press, 286, 36, "RULES OF THE HARBOUR", BOLD, 8)
    centred(press, 286, 60, "The salt pans", "Helvetica", 15)
    press.rule(0, 72, 595)
    text(press, 100, 0, 8)
    (article,) = read(press, tmp_path).articles
    assert dict(article.title) == {"en": "The salt pans"}


def test_the_number_of_a_chapter_over_its_title_is_of_the_title(tmp_path):
    press = Press()
    press.text(46, 130, "Part 3", "Times-Bold", 20)
    press.text(46, 176, "The salt pans", "Times-Bold", 24)
    text(press, 220, 0, 6)
    (article,) = read(press, tmp_path).articles
    assert dict(article.title) == {"en": "Part 3 The salt pans"}


def test_a_large_text_under_a_larger_one_is_its_deck(tmp_path):
    press = Press()
    press.text(46, 110, "The salt pans", BOLD, 22)
    press.text(46, 140, "A handbook for keepers", BOLD, 18)
    text(press, 190, 0, 6)
    (article,) = read(press, tmp_path).articles
    assert (dict(article.title), dict(article.deck)) == ({"en": "The salt pans"}, {"en": "A handbook for keepers"})


def test_large_texts_in_the_style_of_a_subtitle_are_headings(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 20)
    press.text(46, 120, "A handbook for keepers", BOLD, 16)
    press.text(46, 146, "May 2024", "Times-Bold", 9.6)
    press.text(46, 172, "Executive Summary", "Times-Bold", 9.6)
    bottom = text(press, 192, 0, 4)
    press.text(46, bottom + 36, "I. Brine and wind", BOLD, 16)
    press.text(46, bottom + 62, "On the pans", BOLD, 14)
    text(press, bottom + 86, 4, 4)
    found = read(press, tmp_path)
    (article,) = found.articles
    assert (dict(article.title), article.byline) == ({"en": "The salt pans"}, ())
    assert headings(article) == ["A handbook for keepers", "Executive Summary", "I. Brine and wind", "On the pans"]
    assert "May 2024" in found.running


def test_two_large_words_like_a_name_under_a_title_are_a_heading_if_another_is_set_so(tmp_path):
    press = Press()
    press.text(46, 110, "The salt pans", BOLD, 24)
    press.text(46, 150, "Member Duties", BOLD, 15)
    bottom = text(press, 176, 0, 4)
    press.text(46, bottom + 34, "Member Rights", BOLD, 15)
    text(press, bottom + 60, 4, 4)
    (article,) = read(press, tmp_path).articles
    assert (headings(article), article.byline) == (["Member Duties", "Member Rights"], ())


def test_two_bold_lines_alike_over_all_text_are_the_title(tmp_path):
    press = Press()
    centred(press, 286, 110, "Rules of the salt pans", "Times-Bold", 11.4)
    centred(press, 286, 136, "(Second edition)", "Times-Bold", 11.4)
    bottom = text(press, 170, 0, 4)
    press.text(46, bottom + 36, "Brine and wind", "Times-Bold", 9.6)
    text(press, bottom + 52, 4, 4)
    (article,) = read(press, tmp_path).articles
    assert dict(article.title) == {"en": "Rules of the salt pans (Second edition)"}


@pytest.mark.parametrize("letters", ["abc", "ABC", ("i", "ii", "iii")])
def test_items_with_letters_are_paragraphs(letters, tmp_path):
    press = Press()
    bottom = text(press, 100, 0, 4)
    items = [f"{letter}. {scenes.EN[4 + at]}" for at, letter in enumerate(letters)]
    y = bottom
    for item in items:
        lines = broken(item, TIMES, 9.6, 400, 0, hyphens=False)
        for at, line in enumerate(lines):
            y += 13
            press.text(70 if at == 0 else 86, y, line, TIMES, 9.6)
    (article,) = read(press, tmp_path).articles
    assert [words for _, words in blocks(article)][-3:] == items


def test_the_first_letters_of_names_begin_no_items(tmp_path):
    press = Press()
    bottom = text(press, 100, 0, 4)
    names = "B. Hall of the lamps by the harbour, C. Beck of the old bridge by the road, and D. Moss of the mill."
    lines = broken(names, TIMES, 9.6, 148, 0, hyphens=False)
    assert [line[:2] for line in lines[:2]] == ["B.", "C."]
    for at, line in enumerate(lines):
        press.text(46, bottom + 26 + 13 * at, line, TIMES, 9.6)
    (article,) = read(press, tmp_path).articles
    assert blocks(article)[-1][1] == names


def test_a_number_at_the_foot_of_the_text_is_that_of_the_page_wherever_its_middle_is(tmp_path):
    press = Press()
    items = [("para", paragraph) for paragraph in scenes.EN[:12]]
    bottom = press.flow([(70, 300, 420, 600)], items, TIMES, 9.6, 13, indent=0, gap=9)
    press.text(318, bottom + 24, "5", TIMES, 9.6)
    found = read(press, tmp_path)
    assert "5" in found.running


def test_a_large_sentence_between_a_title_and_all_text_is_the_deck(tmp_path):
    press = Press()
    press.text(46, 100, "The salt pans", "Helvetica", 28)
    press.text(46, 150, "The keepers show their pans and their scales.", "Helvetica", 14)
    text(press, 200, 0, 6)
    (article,) = read(press, tmp_path).articles
    assert dict(article.deck) == {"en": "The keepers show their pans and their scales."}


@pytest.mark.parametrize("address", ["http://www.example.org/", "@saltpans"])
def test_a_large_address_is_no_heading(address, tmp_path):
    press = Press()
    press.text(46, 100, "The salt pans", BOLD, 24)
    bottom = text(press, 130, 0, 4)
    press.text(46, bottom + 40, address, "Helvetica", 15)
    text(press, bottom + 66, 4, 4)
    (article,) = read(press, tmp_path).articles
    assert headings(article) == []
    assert [dict(aside.texts)["en"] for aside in article.asides] == [(address,)]


def test_a_page_has_the_size_that_all_pages_of_its_file_have():
    """PDFium names the boxes of a page only where it has its own."""
    words = "BT /F 11 Tf 46 940 Td (Salt) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 700 1000]>>",
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(words)}>>stream\n{words}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    parts = [f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, 1)]
    data = "%PDF-1.4\n" + "".join(parts) + "trailer<</Size 6/Root 1 0 R>>\n%%EOF"
    page = PdfDocument("page.pdf", data.encode()).page(1)
    assert (page.width, page.height, page.glyphs[0].baseline) == (700, 1000, 60)
