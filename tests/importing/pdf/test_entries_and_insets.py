"""Lists whose entries are blocks of their own, items with letters and flowers, and text beside pictures."""

import pytest

from reader.importing.bullets import has_bullet, is_item
from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles
from tests.importing.press import BOLD, TIMES, Press, broken

_ENTRIES = [
    'Beck, Anna M. 2014. "Salt Pans at the Mouth of the River: Views of the Old Harbour." Harbour Review 12: 1-9.',
    'Hall, Tom. 2009. "A Short History of the Bell and of Those Who Rang It." Letters of the Harbour 3: 12-19.',
    'Ito, K. 1998. "Boats at Night: How Fishermen Know Where the Others Are." Nets and Ice 7: 1-4.',
    'Reed, Peter. 2001. "On Mist: A Note on the Weather of the Tea Hills." Hill Papers 1: 3-9.',
]


def paragraphs(article):
    return [block.text for block in article.body["en"] if block.kind == "para"]


def set_hanging(press, y, entry, first_left, left, right=286):
    """Sets an entry with hanging lines; returns the baseline under it."""
    first, *_ = broken(entry, TIMES, 10, right - first_left, 0, hyphens=False)
    rest = broken(entry[len(first) :].strip(), TIMES, 10, right - left, 0, hyphens=False)
    press.text(first_left, y, first, TIMES, 10)
    for at, line in enumerate(rest, 1):
        press.text(left, y + 13 * at, line, TIMES, 10)
    return y + 13 * (1 + len(rest))


def test_hanging_entries_apart_from_each_other_are_a_paragraph_each(tmp_path):
    press = Press()
    press.text(46, 90, "Sources of the salt trade", BOLD, 24)
    y = 130
    for entry in _ENTRIES:
        y = set_hanging(press, y, entry, 46, 64) + 9
    (article,) = articles(press, tmp_path)
    assert paragraphs(article) == _ENTRIES


@pytest.mark.parametrize("marks", ["abcd", ("i", "ii", "iii", "iv")], ids=["letters", "Roman numbers"])
def test_items_with_letters_go_on_under_their_text(marks, tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    y = press.flow([(46, 120, 240, 160)], [("para", scenes.EN[0])], TIMES, 10, 13) + 22
    items = [f"{mark}. {scenes.EN[at + 1]}" for at, mark in enumerate(marks)]
    for item in items:
        mark, words = item.split(" ", 1)
        press.text(60, y, mark, TIMES, 10)
        for line in broken(words, TIMES, 10, 206, 0, hyphens=False):
            press.text(80, y, line, TIMES, 10)
            y += 13
        y += 4
    (article,) = articles(press, tmp_path)
    assert paragraphs(article) == [scenes.EN[0], *items]


def test_sentences_that_end_beside_a_picture_begin_no_paragraphs(tmp_path):
    """Lines beside a picture are short, but full; the last one of a paragraph is shorter than those around it."""
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    press.picture(300, 122, 226, 150)
    y = 130
    wholes = [" ".join(scenes.EN[2:7]), " ".join(scenes.EN[7:13])]
    for whole in wholes:
        left = whole
        while left:
            line = broken(left, TIMES, 9.6, 240 if y < 285 else 480, 0, hyphens=False)[0]
            press.text(46, y, line, TIMES, 9.6)
            left = left[len(line) :].strip()
            y += 13
    (article,) = articles(press, tmp_path)
    assert paragraphs(article) == wholes


def test_flowers_before_a_blank_are_bullets():
    assert is_item("\u2724 Beck, Anna and Tom Hall")
    assert is_item("\u02dc \u201cThrough the year")
    assert not is_item("\u2724Beck")
    assert not has_bullet("~ about ten")
