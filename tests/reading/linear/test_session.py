"""Linear reading without a terminal: the parts of an article in words, and the answers to commands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reader.reading.linear.parts import part_lists
from reader.reading.linear.session import LinearReading
from reader.reading.linear.words import LINEAR_WORDS
from reader.source import load_text
from tests.cli.conftest import ESSAYS, SPRINGS

if TYPE_CHECKING:
    from reader.settings.table import InterfaceLanguage


def reading(article: str, *tags: str, source: str = SPRINGS, interface: InterfaceLanguage = "en") -> LinearReading:
    issue = load_text(source.lstrip()).issue
    assert issue is not None
    held = issue.article(article)
    assert held is not None
    words = LINEAR_WORDS[interface]
    return LinearReading(part_lists(issue, held, tags or issue.pair_of(held), words), words, f"{issue.id}/{article}")


def test_everything_around_a_text_is_said_in_words() -> None:
    lines = list(reading("water", "en").whole())
    assert lines[:3] == [
        "Address: springs/water",
        "Printed pages: 60–61",
        "Paragraphs: 9. Figures: 1. Notes: 0. Languages: English.",
    ]
    for wanted in (
        "Title: Springs",
        "1. The springs keep one temperature all year; read more.",
        "2. Heading, level 2: Three stages",
        "Figure 1: A corner of the valley",
        "In the picture: Buildings",
        "Printed page 61.",
        "3. Quotation: At every house a spring.",
        "By: A proverb",
        "List. Items: 2.",
        "4. Item 1: Baotu Spring",
        "6. Table. Columns: 2. Rows: 1. Temperature",
        "Header: Season; ℃",
        "Row 1: Season: Summer; ℃: 18",
        "A box beside the article begins.",
        "7. Heading: Did you know?",
        "The box ends.",
    ):
        assert lines.count(wanted) == 1, wanted


def test_each_language_is_named_where_it_changes_and_nowhere_else() -> None:
    lines = list(reading("water", interface="zh").whole())
    names = [line for line in lines if line in ("中文：", "英文：")]
    assert names[:4] == ["中文：", "英文：", "中文：", "英文："]
    assert all(first != second for first, second in pairwise(names))
    alone = reading("water", "en").whole()
    assert [line for line in alone if line.endswith("lish:")] == ["English:"]


def test_two_scripts_of_one_language_are_told_apart() -> None:
    lines = list(reading("words", "zh-Hant", "zh-Hans", source=ESSAYS).whole())
    assert {"Chinese (zh-Hant):", "Chinese (zh-Hans):"} <= set(lines)


def test_commands_move_change_the_language_and_find() -> None:
    held = reading("water")
    assert held.start()[0].startswith("Enter reads on")
    assert held.answer("")[-1].startswith("1. 泉水四季")
    assert held.answer(" O ")[:2] == ["English:", "1. The springs keep one temperature all year; read more."]
    assert held.answer("") == ["2. Heading, level 2: Three stages"]
    assert held.answer("-")[-1].startswith("1. The springs")
    assert held.answer(".") == ["1. The springs keep one temperature all year; read more."]
    assert held.answer("h") == ["2. Heading, level 2: Three stages"]
    assert held.answer("5") == ["5. Item 2: Black Tiger Spring"]
    assert held.answer("99") == ["There is no paragraph 99. The last one is 9."]
    assert held.answer("9") == [
        "The box ends.",
        "Not in this language: English.",
        "Chinese:",
        "9. 只有中文。 （下转第70页）",
    ]
    assert held.answer("/可以直饮") == ["Found. Places: 1.", "8. 可以直饮。"]
    assert held.language == "zh-Hans"
    assert held.answer("/ spring")[0] == "Found. Places: 5."
    assert held.language == "en"
    assert held.answer("/")[1:] != held.answer("/")[1:]
    assert held.answer("/unheard") == ["Not found: unheard."]
    assert held.answer("#valley")[-3].startswith("Figure 1")
    assert held.answer("#page-61")[0] == "Printed page 61."
    assert held.answer("#nowhere") == ["There is no place #nowhere."]
    assert held.answer("x" * 500) == [f"No command: {'x' * 80}. A question mark lists the commands."]
    assert len(held.answer("?")) == 10
    held.answer("#proverb")
    assert not held.has_ended
    assert held.answer("q") == ["Ended at springs/water#proverb"]
    assert held.has_ended


def test_the_ends_of_an_article_are_told_and_nothing_is_lost_on_the_way() -> None:
    held = reading("water", "en")
    read = held.start()
    assert held.answer("-") == ["The article begins here."]
    assert held.answer("/") == ["Type the words after the sign: /words"]
    while (lines := held.answer("")) != ["The article ends."]:
        read += lines
    assert [line for line in read[1:] if not line.startswith("Not in")] == list(reading("water", "en").whole())[:-1]
    assert held.answer("o") == ["The article has no other language."]


def test_languages_written_apart_have_lists_of_their_own() -> None:
    held = reading("drivers")
    head = held.start()
    assert "The English is an abridgement." in head
    assert any("written apart" in line for line in head)
    held.answer("3")
    assert "English:" in held.answer("o")
    assert held.answer("h") == ["There is no further heading."]
    assert held.answer("/quantum")[-1].endswith("And a quantum leap at the end.")
    assert held.answer("/起步")[-1] == "2. 第二段讲起步。"
    assert held.answer("q") == ["Ended at springs/drivers#p2"]


@pytest.mark.parametrize(("anchor", "first"), [("p4", "4. Item 1: 趵突泉"), ("valley", "Figure 1: 药谷一角。")])
def test_an_address_is_where_reading_begins(anchor: str, first: str) -> None:
    assert first in reading("water").start(anchor)


def test_phrases_have_the_same_places_in_both_languages() -> None:
    english, chinese = LINEAR_WORDS["en"], LINEAR_WORDS["zh"]
    for name in type(english).__slots__:
        first, second = getattr(english, name), getattr(chinese, name)
        assert len(first) == len(second) if isinstance(first, tuple) else first.count("{}") == second.count("{}"), name
        assert first
        assert second
