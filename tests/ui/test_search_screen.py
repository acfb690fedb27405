"""The search screen: results while typing, and back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.search import parse_query, scan
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.search import MAX_HITS, SearchScreen
from reader.ui.widgets.status import Banner
from tests.ui.screen import commit, found, opened, press, screen_text, settled

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.library import Library

SIZES = ((160, 45), (100, 30), (60, 24), (40, 12))


def searching(pilot: Pilot[None]) -> SearchScreen:
    assert isinstance(pilot.app.screen, SearchScreen)
    return pilot.app.screen


def hits(pilot: Pilot[None]) -> list[str]:
    return [e.value.anchor for e in searching(pilot).hits.entries if e.value]


def expected(library: Library, query: str) -> list[str]:
    return [hit.anchor for hit in scan((issue for _, issue in library.issues()), parse_query(query, typing=True))][
        :MAX_HITS
    ]


async def test_results_follow_every_letter(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        typed = ""
        for letter in "spring":
            typed += letter
            await press(pilot, letter)
            assert hits(pilot) == expected(library, typed)
        await press(pilot, "backspace")
        assert hits(pilot) == expected(library, "sprin")


@pytest.mark.parametrize("text", ["泉", "泉水", "趵突泉水温", "趵突", "“泉水”", "water 18", "2019 年"])
async def test_an_input_method_commits_any_number_of_characters_at_once(library: Library, text: str) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, text)
        assert searching(pilot).box.value == text
        assert hits(pilot) == expected(library, text)


async def test_traditional_characters_find_simplified_ones_and_back(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, "濟南")
        assert hits(pilot) == expected(library, "济南") != []


async def test_a_search_that_is_overtaken_shows_nothing(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        box = searching(pilot).box
        for value in ("a", "ab", "泉", "", "趵突"):
            box.value = value
        await settled(pilot)
        assert hits(pilot) == expected(library, "趵突")
        box.value = ""
        await settled(pilot)
        assert hits(pilot) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("interface", ["en", "zh"])
async def test_a_hit_opens_its_paragraph_with_the_matches_lit(
    library: Library, size: tuple[int, int], interface: str
) -> None:
    async with opened(library, "", size, interface) as pilot:
        await press(pilot, "s")
        await commit(pilot, "趵突泉")
        await press(pilot, "down", "down")
        chosen = searching(pilot).hits.value
        listed, cursor = screen_text(pilot), searching(pilot).hits.cursor
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.article is chosen.article
        view = screen.view.viewport
        seen = {item.anchor for row in view.rows for item in (row.left_item, row.right_item) if item}
        assert chosen.anchor in seen
        assert found(pilot)
        match = view.match
        assert view.spread.columns[match.column].items[match.item].anchor == chosen.anchor
        await press(pilot, "escape")
        assert searching(pilot).hits.cursor == cursor
        assert screen_text(pilot) == listed  # as it was
        assert searching(pilot).box.value == "趵突泉"


async def test_the_banner_counts_hits_and_articles(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        await commit(pilot, "趵突泉")
        found = list(scan((issue for _, issue in library.issues()), parse_query("趵突泉", typing=True)))
        articles = len({hit.article.id for hit in found})
        assert pilot.app.screen.query_one(Banner).right == f"{len(found)} hits in {articles} articles"


async def test_both_languages_of_a_hit_are_shown(library: Library) -> None:
    async with opened(library, "", (120, 36)) as pilot:
        await press(pilot, "s")
        await commit(pilot, "at every house a spring")
        text = "\n".join(screen_text(pilot))
        assert "At every house a spring" in text
        assert "家家泉水" in text


async def test_what_is_nowhere_is_told(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s")
        assert any("Type a word in either language" in row for row in screen_text(pilot))
        await commit(pilot, "zzzz")
        assert any("no match" in row for row in screen_text(pilot))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_letters_are_typed_and_arrows_move(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "s", "q", "question_mark", "j")
        assert searching(pilot).box.value == "q?j"
        await press(pilot, *["backspace"] * 3)
        await commit(pilot, "水")
        before = searching(pilot).hits.cursor
        await press(pilot, "down", "pagedown", "up")
        assert searching(pilot).hits.cursor > before
        assert searching(pilot).box.has_focus


async def test_a_search_from_an_article_goes_back_to_it(library: Library) -> None:
    async with opened(library, "city-of-springs-08/springs") as pilot:
        await press(pilot, "space")
        place = pilot.app.screen.view.viewport.place
        await press(pilot, "s")
        await commit(pilot, "桥")
        await press(pilot, "enter", "escape", "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.view.viewport.place == place
