"""Hints of keys: none of a key that would be typed, and none of a key that has nothing to act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.ui.screens.palette import PaletteScreen
from tests.ui.screen import commit, opened, press, screen_text, settled

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.library import Library

BRIDGES = "lanes-and-rivers-03/old-bridges"


def status(pilot: Pilot[None]) -> str:
    return screen_text(pilot)[-1]


async def test_a_box_that_opens_has_a_sign_and_takes_the_hints_of_letters_away(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 24)) as pilot:
        before = status(pilot)
        assert "/ find" in before
        await press(pilot, "slash")
        await commit(pilot, "bridge")
        assert screen_text(pilot)[-2].startswith("/ bridge")
        assert status(pilot).endswith("Esc back  F1 help ")
        assert "/ find" not in status(pilot)
        await press(pilot, "escape")
        assert status(pilot) == before


@pytest.mark.parametrize("closing", ["escape", "enter"])
async def test_hints_come_back_when_the_box_closes(library: Library, closing: str) -> None:
    async with opened(library, BRIDGES, (100, 24)) as pilot:
        await press(pilot, "slash", closing)
        assert "s search" in status(pilot)


async def test_a_panel_with_the_focus_shows_how_to_open_and_leave(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 24)) as pilot:
        assert "Enter open" not in status(pilot)
        await press(pilot, "t")
        assert "Enter open  Esc back  ? help" in status(pilot)
        await press(pilot, "escape")
        assert "Enter open" not in status(pilot)


async def test_an_article_without_figures_or_a_next_one_has_no_hints_of_them(library: Library) -> None:
    async with opened(library, "city-of-springs-08/listening-for-water", (100, 24)) as pilot:
        assert "f figure" not in status(pilot)
        assert "] next" in status(pilot)
        await press(pilot, "right_square_bracket")
        assert "f figure" in status(pilot)
        await press(pilot, "right_square_bracket")
        assert "] next" not in status(pilot)


async def test_undo_is_no_hint_before_something_is_deleted(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 24)) as pilot:
        await press(pilot, "J", "m", "M")
        assert "undo" not in status(pilot)
        await press(pilot, "d")
        pilot.app.screen.query_one("#status").fall_silent()
        await settled(pilot)
        assert "u undo" in status(pilot)
        await press(pilot, "u")
        pilot.app.screen.query_one("#status").fall_silent()
        await settled(pilot)
        assert "undo" not in status(pilot)


@pytest.mark.parametrize("height", range(10, 24))
async def test_the_palette_does_not_end_on_a_heading(library: Library, height: int) -> None:
    async with opened(library, BRIDGES, (60, height)) as pilot:
        await press(pilot, "ctrl+p")
        screen = pilot.app.screen
        assert isinstance(screen, PaletteScreen)
        rows = screen.listing.size.height
        assert rows == 1 or screen.listing.entries[rows - 1].value is not None


async def test_a_search_in_an_issue_without_hits_names_the_issue(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 14)) as pilot:
        await press(pilot, "s")
        await commit(pilot, "zzzz")
        await press(pilot, "ctrl+o")
        shown = "\n".join(screen_text(pilot))
        assert "Lanes & Rivers" in shown
        assert "lanes-and-rivers-03" not in shown


@pytest.mark.parametrize("width", [60, 80, 100, 117])
async def test_contents_over_the_text_leave_no_slivers_of_it(library: Library, width: int) -> None:
    async with opened(library, BRIDGES, (width, 30)) as pilot:
        await press(pilot, "t")
        assert pilot.app.screen.query_one("#contents").size.width == width
