"""Furniture told by repetition over pages, and by its place beside other furniture."""

import pytest

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.pipeline import read_pdf
from reader.importing.pdf.roles.furniture import with_furniture
from reader.importing.pdf.roles.mastheads import with_mastheads
from reader.importing.pdf.roles.outer_rows import with_outer_rows
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.roles.repeated_furniture import MarginedPage, with_repeated_furniture
from reader.importing.pdf.text_lines.printed_pages import PrintedPage
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import LATIN
from reader.model.record import replace
from tests.importing import scenes
from tests.importing.press import TIMES, Press, broken

PAGE = PrintedPage("1", 0, 600, 800, (), (), (), 1, (), False)


def region(text, top, role="body", size=10.0):
    line = TextLine(text, 50, 50 + 5 * len(text), top + 0.8 * size, size, "Roman", False, 0, LATIN)
    return Region(block_of([line]), role)


def furniture_of(*pages):
    found = with_repeated_furniture([MarginedPage(tuple(regions), 800) for regions in pages])
    return [[each.block.text for each in regions if each.role == "running"] for regions in found]


def test_text_at_one_place_in_the_margins_of_pages_is_furniture_though_its_numbers_differ():
    pages = [
        [region("Salt Road Review", 60, "title", 16), region(f"Text {at}", 300), region(f"{at} of 9 pages", 760)]
        for at in (1, 2)
    ]
    assert furniture_of(*pages) == [["Salt Road Review", "1 of 9 pages"], ["Salt Road Review", "2 of 9 pages"]]


@pytest.mark.parametrize(
    "second",
    [
        region("Salt Road Review", 80, "title", 16),  # at another place
        region("Salt Road Review", 60, "body", 9),  # the title of an article, and the running head after it
        region("Lamp Road Review", 60, "title", 16),
    ],
)
def test_other_text_in_the_margins_is_none(second):
    assert furniture_of([region("Salt Road Review", 60, "title", 16)], [second]) == [[], []]


def test_text_repeated_inside_the_pages_or_on_one_page_is_none():
    assert furniture_of([region("Salt Road", 300)], [region("Salt Road", 300)]) == [[], []]
    assert furniture_of([region("Salt Road", 60), region("Salt Road", 60)]) == [[]]


def roles(*regions):
    return [each.role for each in with_outer_rows(regions, PAGE)]


def test_text_under_the_foot_of_a_page_is_furniture():
    assert roles(region("Text", 700), region("12", 750, "running"), region("Ask us at any time", 770, "sidebar")) == [
        "body",
        "running",
        "running",
    ]
    assert roles(region("The last line", 735), region("12", 760, "running")) == ["body", "running"]


def test_a_lone_address_beside_a_running_head_is_furniture():
    head = region("Salt Road Review", 40, "running")
    assert roles(head, region("www.example.org", 40, "deck")) == ["running", "running"]
    assert roles(head, region("see www.example.org", 40, "deck")) == ["running", "deck"]
    assert roles(region("Salt Road Review", 300), region("www.example.org", 40, "deck")) == ["body", "deck"]


def test_a_title_under_all_text_is_furniture():
    maker = region("SALT ROAD LTD.", 750, "title", 16)
    assert roles(region("Text", 600), maker) == ["body", "running"]
    assert roles(region("Text", 730), maker) == ["body", "title"]


def test_a_paragraph_in_the_upper_margin_is_no_furniture():
    lines = [
        TextLine(text, 50, 500, 50 + 14 * at, 10, "Roman", False, 0, LATIN)
        for at, text in enumerate(
            ("The keepers of the lamps meet every spring and", "decide where new ones will be set up.")
        )
    ]
    margin, text = Region(block_of(lines), None), region("More text is below.", 100)
    assert [each.role for each in with_furniture([margin, text], PAGE, {LATIN: 10})] == ["body", "body"]
    head = region("The keepers of the lamps", 40, None)
    assert [each.role for each in with_furniture([head, text], PAGE, {LATIN: 10})] == ["running", "body"]


def test_full_lines_of_text_in_the_lower_margin_are_no_furniture():
    text = block_of([TextLine("Text " * 12, 50, 500, 600 + 14 * at, 10, "Roman", False, 0, LATIN) for at in range(3)])
    line = TextLine(
        "the keepers of the lamps meet every spring and decide where to go", 50, 480, 750, 10, "R", False, 0, LATIN
    )
    regions = [Region(text, "body"), Region(block_of([line]), None)]
    assert [each.role for each in with_furniture(regions, PAGE, {LATIN: 10})] == ["body", "body"]


@pytest.mark.parametrize("issue", ["9 April 2007", "Vol. 12, No. 3", "May 2016 (Volume LXVIII No. 10)"])
def test_the_name_of_a_newsletter_over_the_date_of_its_issue_is_no_title(issue):
    name, text = region("Lamp and Salt", 60, "title", 48), region("The keepers meet every spring.", 240)
    found = with_mastheads([name, region(issue, 120, "running"), region("Who keeps them", 200, "deck", 16), text], PAGE)
    assert [each.role for each in found] == ["running", "running", "title", "body"]


def test_a_title_with_a_date_and_a_deck_stays_the_title():
    name, text = region("Lamp and Salt", 60, "title", 30), region("The keepers meet every spring.", 240)
    for deck in (region("Who keeps them", 200, "deck", 14), region("They meet in spring.", 200, "deck", 12)):
        found = with_mastheads([name, region("9 April 2007", 120, "running"), deck, text], PAGE)
        assert [each.role for each in found] == ["title", "running", "deck", "body"]


LOGO = region("Lumen", 40, "title", 40)
BESIDE = Box(LOGO.block.right + 3, 48, LOGO.block.right + 33, 78)
"""The drawing of a logo, close to its word."""


@pytest.mark.parametrize(
    ("drawing", "role"),
    [
        (BESIDE, "running"),
        (Box(20, 45, 48, 80), "running"),
        (Box(BESIDE.left + 12, 48, BESIDE.right + 12, 78), "title"),  # an icon
        (Box(40, 30, 400, 100), "title"),  # a ground
        (Box(BESIDE.left, 60, BESIDE.right, 62), "title"),  # a rule
        (Box(BESIDE.left, 48, BESIDE.right, 400), "title"),  # a picture
        (Box(BESIDE.left, 90, BESIDE.right, 120), "title"),  # below
    ],
)
def test_the_word_of_a_logo_with_the_line_under_it_is_furniture_where_there_is_another_title(drawing, role):
    page = replace(PAGE, boxes=(drawing,))
    line, title = region("Light for all.", 82, "byline", 8), region("Fact sheet", 120, "title", 24)
    text = region("The keepers meet every spring.", 240)
    found = with_mastheads([LOGO, line, title, text], page)
    assert [each.role for each in found] == [role, "running" if role == "running" else "byline", "title", "body"]
    assert [each.role for each in with_mastheads([LOGO, line, text], page)] == ["title", "byline", "body"]


@pytest.mark.parametrize("gap", [16, 60], ids=["as close as the other", "farther away"])
def test_bold_text_at_the_head_of_a_page_is_a_heading_if_it_is_set_as_one_below(gap, tmp_path):
    press = Press()
    press.text(46, 44, "Salt", "Times-Bold", 10)
    y = 44 + gap
    for at, head in enumerate(("Boats", "Bread", "")):
        for line in broken(scenes.EN[2 * at] + " " + scenes.EN[2 * at + 1], TIMES, 10, 420, 0, hyphens=False):
            press.text(76, y, line, TIMES, 10)
            y += 13
        if head:
            press.text(46, y + 12, head, "Times-Bold", 10)
        y += 12 + 16
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    found = read_pdf(str(path))
    heads = [block.text for article in found.articles for block in article.body["en"] if block.kind == "heading"]
    assert heads == ([] if gap > 16 else ["Salt"]) + ["Boats", "Bread"]
    assert found.running == (("Salt",) if gap > 16 else ())
