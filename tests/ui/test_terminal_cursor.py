"""The terminal's cursor stands where the reader is: screen readers and input methods follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from reader.layout.width import clip
from reader.ui.commands.command import (
    EVERYWHERE,
    FIGURE,
    HELP,
    LIST,
    LOOKUP,
    MARKS,
    MENDING,
    PALETTE,
    PREVIEW,
    READING,
    SEARCH,
    SHELF,
    SPEAKING,
    TOUR,
    WRITING,
)
from tests.ui.screen import app_of, opened, press, screen_text, settled

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.library import Library
    from reader.ui.commands.command import Scope

ARTICLE = "lanes-and-rivers-03/old-bridges"


def at_cursor(pilot: Pilot[None]) -> str:
    """Returns the row of the screen that the terminal's cursor stands on."""
    place = app_of(pilot).cursor_position
    return screen_text(pilot)[place.y]


def on_text(pilot: Pilot[None]) -> bool:
    """Whether the cursor is in the panel that has the keys, or that its screen names, and on text or in a box."""
    app = app_of(pilot)
    place, focused = app.cursor_position, app.screen.focused
    under, _ = app.screen.get_widget_at(*place)
    assert focused is None or under is focused, (under, focused)
    row = screen_text(pilot)[place.y]
    return isinstance(under, Input | TextArea) or bool(row[len(clip(row, place.x)) :].strip("│▐▕▎▌ "))


@pytest.mark.parametrize("size", [(120, 36), (60, 24), (40, 12)])
async def test_it_stands_on_the_current_paragraph(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, ARTICLE, size) as pilot:
        await press(pilot, "g")
        for _ in range(12):
            await press(pilot, "J")
            window = app_of(pilot).screen.view.viewport.window
            cell = next(filter(None, window.item.cells))
            assert cell.prose.text.replace(" ", "")[:3] in at_cursor(pilot).replace(" ", "")


async def test_it_stays_on_the_text_while_one_scrolls(library: Library) -> None:
    async with opened(library, ARTICLE, (100, 30)) as pilot:
        for key in ("j", "j", "j", "space", "G", "k", "b"):
            await press(pilot, key)
            place = app_of(pilot).cursor_position
            assert place.y >= 2
            assert screen_text(pilot)[place.y][place.x :].strip("│▐▕▎ ")


async def test_it_stands_on_a_match_and_at_the_end_of_a_selection(library: Library) -> None:
    async with opened(library, ARTICLE, (100, 30)) as pilot:
        await press(pilot, "/", *"石桥", "enter")
        assert "石桥" in at_cursor(pilot)
        await press(pilot, "escape", "g", "J", "V")
        before = app_of(pilot).cursor_position
        await press(pilot, "up")
        assert app_of(pilot).cursor_position.y == before.y - 1


@pytest.mark.parametrize(("keys", "begins"), [(("g", "J", "i"), "▌"), (("J", "m", "M"), "▌")])
async def test_it_stands_on_the_line_of_a_list(library: Library, keys: tuple[str, ...], begins: str) -> None:
    async with opened(library, ARTICLE, (120, 36)) as pilot:
        await press(pilot, *keys)
        assert begins in at_cursor(pilot)
        first = app_of(pilot).cursor_position
        await press(pilot, "j")
        assert app_of(pilot).cursor_position != first or len(pilot.app.screen.query("#hits")) == 1
        assert begins in at_cursor(pilot)


PLACES: dict[Scope, tuple[str, tuple[str, ...]]] = {
    READING: (ARTICLE, ("J",)),
    SHELF: ("", ("j",)),
    SEARCH: ("", ("s", "q", "tab")),
    FIGURE: (ARTICLE, ("f",)),
    LIST: ("", ("A", "j")),
    MARKS: ("", ("M", "tab")),
    WRITING: (ARTICLE, ("J", "a")),
    PALETTE: (ARTICLE, ("ctrl+p",)),
    HELP: (ARTICLE, ("question_mark", "tab")),
    PREVIEW: (ARTICLE, ("J",)),
    LOOKUP: (ARTICLE, ("J", "z")),
    TOUR: ("", ("space",)),
}


@pytest.mark.parametrize("scope", PLACES)
async def test_it_stands_on_the_text_of_the_panel_that_has_the_keys_on_every_screen(
    library: Library, scope: Scope
) -> None:
    address, keys = PLACES[scope]
    async with opened(library, address, (100, 30), preview=scope == PREVIEW, tour=scope == TOUR) as pilot:
        await press(pilot, *keys)
        assert on_text(pilot)
        await pilot.resize_terminal(40, 12)
        await settled(pilot)
        assert on_text(pilot)


async def test_contents_over_the_article_keep_it_from_the_hidden_text(library: Library) -> None:
    async with opened(library, ARTICLE, (60, 24)) as pilot:
        await press(pilot, "t", "tab")
        assert app_of(pilot).focused.id == "contents"
        assert on_text(pilot)


def test_each_kind_of_screen_has_a_place() -> None:
    assert set(EVERYWHERE) - set(PLACES) == {MENDING, SPEAKING}  # a list as others; the article


async def test_it_stands_in_the_box(library: Library) -> None:
    async with opened(library, ARTICLE, (120, 36)) as pilot:
        await press(pilot, "/", *"ab石")
        place = app_of(pilot).cursor_position
        assert screen_text(pilot)[place.y][: place.x].rstrip().endswith("ab石"[: place.x])
        await press(pilot, "left")
        assert app_of(pilot).cursor_position.x == place.x - 2


@pytest.mark.parametrize("keys", [("s", *"泉水"), ("J", "a", *"xy"), ("ctrl+p", *"xy")])
async def test_it_follows_what_is_typed(library: Library, keys: tuple[str, ...]) -> None:
    async with opened(library, ARTICLE, (120, 36)) as pilot:
        await press(pilot, *keys)
        place = app_of(pilot).cursor_position
        await press(pilot, "z")
        assert app_of(pilot).cursor_position == place + Offset(1, 0)
        assert "z" in at_cursor(pilot)


async def test_it_stands_on_the_caption_of_a_figure(library: Library) -> None:
    async with opened(library, "city-of-springs-08/new-drivers", (100, 30)) as pilot:
        await press(pilot, "f")
        figure = pilot.app.screen.figure
        assert figure.caption.plain("zh-Hans")[:4] in at_cursor(pilot)
