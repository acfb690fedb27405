"""Lists with hanging indents: one paragraph for each entry, and none of them taken for paragraphs with indents."""

import pytest

from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles
from tests.importing.press import BOLD, TIMES, Press, broken

_ENTRIES = [
    "Beck, Anna M., and Li Wei. 2014. The salt pans at the mouth of the river. Harbour Press, Lower Town.",
    (
        "Hall, Tom. 2009. A short history of the bell and of the men who rang it, from the letters of the keeper. "
        "Letters of the Harbour 3: 12-19."
    ),
    "Ito, K. 1998. Boats at night. Nets and Ice 7: 1-4.",
    (
        "Moor, Jane, Tom Hall and Peter Reed. 2011. Weights and prices of salt in the markets of the upper valley: "
        "a first account. Valley Papers 22: 101-140."
    ),
    "Reed, Peter. 2001. On mist. Tea Hills 1: 3-9, with a note by the editor on the weather of the year.",
]


def _set_hanging(press, x, y, entries, indent, wide=240):
    for entry in entries:
        first, *_ = broken(entry, TIMES, 10, wide, 0, hyphens=False)
        rest = broken(entry[len(first) :].strip(), TIMES, 10, wide - indent, 0, hyphens=False)
        press.text(x, y, first, TIMES, 10)
        for at, line in enumerate(rest, 1):
            press.text(x + indent, y + 13 * at, line, TIMES, 10)
        y += 13 * (1 + len(rest))
    return y


@pytest.mark.parametrize("indent", [12, 18, 36])
def test_entries_with_hanging_indents_are_a_paragraph_each(indent, tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    y = press.flow([(46, 120, 240, 160)], [("para", paragraph) for paragraph in scenes.EN[:2]], TIMES, 10, 13)
    press.text(46, y + 30, "Sources", BOLD, 11)
    _set_hanging(press, 46, y + 48, _ENTRIES, indent)
    (article,) = articles(press, tmp_path)
    assert [block.text for block in article.body["en"] if block.kind == "para"] == [*scenes.EN[:2], *_ENTRIES]


def test_paragraphs_with_indented_first_lines_do_not_hang(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    y = 120
    for paragraph in scenes.EN[:5]:
        for at, line in enumerate(broken(paragraph, TIMES, 10, 240, 12, hyphens=False)):
            press.text(46 if at else 58, y, line, TIMES, 10)
            y += 13
    (article,) = articles(press, tmp_path)
    assert [block.text for block in article.body["en"]] == scenes.EN[:5]


def test_items_with_bullets_between_paragraphs_do_not_hang(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    y, paragraphs = 120, scenes.EN[:4]
    for number, paragraph in enumerate(paragraphs):
        for line in broken(paragraph, TIMES, 10, 240, 0, hyphens=False):
            press.text(46, y, line, TIMES, 10)
            y += 13
        for _ in range(2):
            press.text(60, y, f"• A gate of the pan number {number}", TIMES, 10)
            y += 13
    (article,) = articles(press, tmp_path)
    texts = [block.text for block in article.body["en"]]
    assert all(paragraph in texts for paragraph in paragraphs)
