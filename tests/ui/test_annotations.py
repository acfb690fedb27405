"""Readings above the text: drawn at each width, hidden by a key, and never in the way of find, copies and marks."""

from __future__ import annotations

import pytest

from reader.library import Library
from reader.ui.screens.reading import ReadingScreen
from tests.ui.screen import compare, found, opened, press, screen_text
from tests.ui.test_footnotes import SIZES, WELLS

WORDS = "old-wells-01/words"


@pytest.fixture(scope="module")
def wells() -> Library:
    library = Library([str(WELLS)])
    library.update()
    return library


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_readings_are_drawn_at_each_width_and_hidden_by_a_key(wells: Library, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(wells, WORDS, size) as pilot:
        await press(pilot, "J")
        shown = screen_text(pilot)
        compare(f"annotated-{name}", shown)
        await press(pilot, "R")
        compare(f"annotated-hidden-{name}", screen_text(pilot))
        assert not any("jǐngquān" in row for row in screen_text(pilot))
        await press(pilot, "R")
        assert [row[:-1] for row in screen_text(pilot)[:-1]] == [row[:-1] for row in shown[:-1]]


async def test_find_selection_and_copies_see_the_text_alone(wells: Library) -> None:
    async with opened(wells, WORDS, (100, 30)) as pilot:
        await press(pilot, "slash", *"井圈", "enter")
        assert len(found(pilot)) == 1  # no reading parts the word, and none is found
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        await press(pilot, "escape", "g", "V")
        assert "井字像一口井：四根木头搭成井圈，中间是水。" in screen.chosen_words()
        assert "jǐng" not in screen.chosen_words()
        await press(pilot, "escape", "slash", *"m2", "enter")
        assert len(found(pilot)) == 2


async def test_the_place_stays_where_readings_are_shown_and_hidden(wells: Library) -> None:
    async with opened(wells, WORDS, (60, 12)) as pilot:
        await press(pilot, "j", "j", "j", "j")
        view = pilot.app.screen.view
        for _ in range(3):
            before = view.viewport.window.locus
            await press(pilot, "R", "R")
            assert view.viewport.window.locus == before
