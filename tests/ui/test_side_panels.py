"""The panels beside the article: their edges, and which of them lie over which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.screen import opened, press, reading

if TYPE_CHECKING:
    from reader.library import Library

BRIDGES = "lanes-and-rivers-03/old-bridges"


@pytest.mark.parametrize("width", [40, 60])
async def test_contents_over_a_narrow_text_cover_it_whole(library: Library, width: int) -> None:
    async with opened(library, BRIDGES, (width, 24)) as pilot:
        await press(pilot, "t")
        contents = reading(pilot).context.panels.contents
        assert contents.size.width == width
        await press(pilot, "greater_than_sign")
        assert contents.size.width == width


async def test_contents_and_captions_are_not_over_each_other(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        panels = reading(pilot).context.panels
        assert panels.captions.display
        await press(pilot, "t")
        assert (panels.contents.display, panels.captions.display) == (True, False)
        await press(pilot, "c")
        assert (panels.contents.display, panels.captions.display) == (False, True)
        assert pilot.app.focused is reading(pilot).query_one("#spread")


async def test_only_the_panel_with_the_keys_shows_its_cursor(library: Library) -> None:
    async with opened(library, BRIDGES, (160, 45)) as pilot:
        contents = reading(pilot).context.panels.contents
        drawn = "\n".join(contents.render_line(y).text for y in range(10))
        assert "▌" not in drawn
        assert "▏" not in drawn
        await press(pilot, "shift+tab", "shift+tab")
        focused = [p for p in (contents, reading(pilot).context.panels.captions) if p.has_focus]
        assert focused
        assert "▌" in "\n".join(focused[0].render_line(y).text for y in range(10))


async def test_a_note_stays_above_the_captions(library: Library) -> None:
    async with opened(library, BRIDGES, (100, 30)) as pilot:
        await press(pilot, "J", "a", "x", "ctrl+s")
        captions = reading(pilot).context.panels.captions
        assert captions.render_line(1).text.strip().startswith("✎ x")


async def test_a_note_on_the_first_paragraph_is_shown_from_the_head_on(library: Library) -> None:
    async with opened(library, "city-of-springs-08/listening-for-water", (100, 30)) as pilot:
        captions = reading(pilot).context.panels.captions
        assert not captions.display
        await press(pilot, "a", "x", "ctrl+s")  # the head is current: the note goes to the first paragraph
        assert [captions.render_line(y).text.strip() for y in range(2)] == ["Note", "✎ x"]
        await press(pilot, "J", "J")
        assert "This paragraph has no note. a writes one." in [captions.render_line(y).text.strip() for y in range(4)]
