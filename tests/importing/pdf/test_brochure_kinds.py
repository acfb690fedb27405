"""Kinds of brochures: text beside a picture, timelines, programmes with writers and dates, heads in capitals."""

from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles, centred
from tests.importing.pdf.test_newsletter_kinds import blocks, set_lines
from tests.importing.press import BOLD, TIMES, Press, broken, width

BOLD_TIMES = "Times-Bold"


def test_a_gap_beside_a_picture_divides_paragraphs_that_began_over_it(tmp_path):
    press = Press()
    press.text(46, 80, "The salt pans", BOLD, 24)
    first, second = scenes.EN[4], scenes.EN[5]
    wide = broken(f"{scenes.EN[3][:-1]} and {first}", TIMES, 12, 300, 0, hyphens=False)
    beside = broken(" ".join(wide[3:]), TIMES, 12, 150, 0, hyphens=False)
    y = set_lines(press, 46, 130, wide[:3], size=12, step=20)
    press.picture(46, y + 12, 130, 90)
    y = set_lines(press, 196, y + 20, beside, size=12, step=20)
    set_lines(press, 196, y + 30, broken(second, TIMES, 12, 150, 0, hyphens=False), size=12, step=20)
    (article,) = articles(press, tmp_path)
    assert blocks(article) == [("para", " ".join(wide[:3] + beside)), ("para", second)]


def test_centred_texts_by_turns_left_and_right_are_read_from_the_top_and_do_not_run_on(tmp_path):
    press = Press()
    press.text(46, 80, "Years of the harbour", BOLD, 24)
    texts = [scenes.EN[at].rstrip(".") for at in (0, 1, 3, 4)]
    for at, words in enumerate(texts):
        for row, line in enumerate(broken(words, TIMES, 11, 150, 0, hyphens=False)):
            centred(press, 140 if at % 2 == 0 else 380, 140 + 130 * at + 14 * row, line, size=11)
    (article,) = articles(press, tmp_path)
    assert [words for _, words in blocks(article)] == texts


def programme(tmp_path):
    """Returns the article of a programme: names of plays, each over its writer, what it is about, and its days."""
    press = Press()
    press.text(46, 70, "Harbour Players", BOLD, 30)
    y = 110
    plays = ("SALT MEN", "THE LAMP", "OLD ROPES"), ("by Anna Beck", "by Paul Lind", "by Xaver Keller")
    for at, (play, writer) in enumerate(zip(*plays, strict=True)):
        press.text(46, y, play, BOLD_TIMES, 12)
        press.text(286 - width(writer, BOLD_TIMES, 9), y + 12, writer, BOLD_TIMES, 9)
        lines = broken(" ".join(scenes.EN[2 * at : 2 * at + 2]), TIMES, 10, 240, 0, hyphens=False)
        y = set_lines(press, 46, y + 28, lines, size=10, step=12)
        days = f"May {at + 3} - May {at + 9}"
        press.text(286 - width(days, BOLD_TIMES, 10), y + 24, days, BOLD_TIMES, 10)
        y += 66
    (article,) = articles(press, tmp_path)
    return article


def test_days_at_the_right_under_a_text_head_nothing(tmp_path):
    assert not [words for kind, words in blocks(programme(tmp_path)) if kind == "heading" and " - " in words]


def test_a_line_over_the_line_on_its_writer_is_a_heading_though_it_may_be_a_name(tmp_path):
    article = programme(tmp_path)
    assert [words for kind, words in blocks(article) if kind == "heading"] == ["SALT MEN", "THE LAMP", "OLD ROPES"]
    assert article.byline == ("by Anna Beck", "by Paul Lind", "by Xaver Keller")


def test_a_line_in_capitals_between_paragraphs_is_a_heading(tmp_path):
    press = Press()
    parts = [broken(scenes.EN[at], TIMES, 10, 230, 0, hyphens=False) for at in (0, 2, 5)]
    y = set_lines(press, 46, 90, parts[0], size=10)
    press.text(46, y + 39, "SOME NEWS:", TIMES, 10)
    y = set_lines(press, 46, y + 65, parts[1], size=10)
    set_lines(press, 46, y + 26, parts[2], size=10)
    (article,) = articles(press, tmp_path)
    assert blocks(article) == [
        ("para", scenes.EN[0]),
        ("heading", "SOME NEWS:"),
        ("para", scenes.EN[2]),
        ("para", scenes.EN[5]),
    ]


def test_a_line_in_capitals_close_under_a_paragraph_is_part_of_it(tmp_path):
    press = Press()
    lines = broken(scenes.EN[0], TIMES, 10, 230, 0, hyphens=False)
    y = set_lines(press, 46, 90, [*lines, "THE HARBOUR BOARD"], size=10)
    set_lines(press, 46, y + 26, broken(scenes.EN[2], TIMES, 10, 230, 0, hyphens=False), size=10)
    (article,) = articles(press, tmp_path)
    assert not [words for kind, words in blocks(article) if kind == "heading"]


def test_headings_of_a_series_are_headings_though_one_looks_like_a_name(tmp_path):
    press = Press()
    press.text(46, 80, "What members get", BOLD, 24)
    y = 100
    for at, head in enumerate(
        ["Free Tickets", "First choice of seats", "Meals at half price", "Letters from the board"]
    ):
        press.text(46, y, head, BOLD, 10)
        y = set_lines(press, 46, y + 12, broken(scenes.EN[at], TIMES, 10, 240, 0, hyphens=False), size=10, step=12) + 26
    (article,) = articles(press, tmp_path)
    heads = [words for kind, words in blocks(article) if kind == "heading"]
    assert heads == ["Free Tickets", "First choice of seats", "Meals at half price", "Letters from the board"]


def test_a_page_of_a_spread_in_smaller_print_has_its_own_running_text(tmp_path):
    press = Press((1000, 700))
    for x, first, count, size in ((40, 0, 8, 11), (540, 8, 3, 9)):
        press.text(x, 80, f"Harbour days {first}", BOLD, 24)
        y = 110
        for paragraph in scenes.EN[first : first + count]:
            y = set_lines(press, x, y, broken(paragraph, TIMES, size, 400, 0, hyphens=False), size=size) + 24
    press.text(250, 680, "8", TIMES, 9)
    press.text(750, 680, "9", TIMES, 9)
    found = [block for article in articles(press, tmp_path) for block in blocks(article)]
    assert [words for kind, words in found if kind == "para"] == scenes.EN[:11]
