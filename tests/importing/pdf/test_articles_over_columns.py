"""Articles that begin in the middle of a column and go on at the head of the next one."""

import pytest

from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles
from tests.importing.press import BOLD, TIMES, Press, broken

_LEFTS = (46, 216, 386)
_FOOT = 720


def set_columns(press, stories, lefts=_LEFTS, top=140, wide=150):
    """Sets stories one after another in columns, each with its title over its text."""
    column, y = 0, top
    for title, whole in stories:
        press.text(lefts[column], y + 8, title, BOLD, 15)
        y += 34
        for line in broken(whole, TIMES, 9.6, wide, 0, hyphens=False):
            if y > _FOOT:
                column, y = column + 1, top
            press.text(lefts[column], y, line, TIMES, 9.6)
            y += 13
        y += 26


@pytest.mark.parametrize("counts", [(9, 9), (5, 26)], ids=["to the next column", "over two columns"])
def test_text_at_the_head_of_a_column_is_of_the_article_at_the_foot_of_the_one_before(counts, tmp_path):
    press = Press()
    first, second = counts
    texts = [(scenes.EN * 3)[:first], (scenes.EN * 3)[first : first + second]]
    wholes = [" ".join(text).replace(". ", ", ") for text in texts]
    set_columns(press, [("The salt pans", wholes[0]), ("Boats at night", wholes[1])])
    found = articles(press, tmp_path)
    assert [dict(article.title)["en"] for article in found] == ["The salt pans", "Boats at night"]
    assert [" ".join(block.text for block in article.body["en"]) for article in found] == wholes


def test_a_title_over_all_columns_divides_them(tmp_path):
    press = Press()
    press.text(46, 100, "The salt pans of the lower town", BOLD, 26)
    wholes = [" ".join(scenes.EN[:8]).replace(". ", ", "), " ".join(scenes.EN[8:14]).replace(". ", ", ")]
    lines = broken(wholes[0], TIMES, 9.6, 235, 0, hyphens=False)
    half = len(lines) // 2
    for left, part in ((46, lines[:half]), (300, lines[half:])):
        for at, line in enumerate(part):
            press.text(left, 140 + 13 * at, line, TIMES, 9.6)
    press.text(46, 430, "Boats at night on the cold river", BOLD, 26)
    lines = broken(wholes[1], TIMES, 9.6, 235, 0, hyphens=False)
    half = len(lines) // 2
    for left, part in ((46, lines[:half]), (300, lines[half:])):
        for at, line in enumerate(part):
            press.text(left, 470 + 13 * at, line, TIMES, 9.6)
    found = articles(press, tmp_path)
    assert [" ".join(block.text for block in article.body["en"]) for article in found] == wholes
