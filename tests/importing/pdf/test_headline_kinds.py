"""Kinds of headlines: short ones whose words are in their text."""

import pytest

from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles, text
from tests.importing.pdf.test_newsletter_kinds import blocks
from tests.importing.press import BOLD, TIMES, Press


@pytest.mark.parametrize("head", ["Salt pans", "The island harbour"])
def test_a_short_head_in_a_column_may_be_of_words_of_its_text(head, tmp_path):
    press = Press()
    press.text(46, 90, "The winter boats", BOLD, 26)
    bottom = text(press, 130, 0, 3)
    press.text(46, bottom + 30, head, TIMES, 15)
    press.flow([(46, bottom + 52, 480, 120)], [("para", f"{head} are known to all. {scenes.EN[4]}")], TIMES, 9.6, 13)
    (article,) = articles(press, tmp_path)
    assert [words for kind, words in blocks(article) if kind == "heading"] == [head]
    assert not article.asides
