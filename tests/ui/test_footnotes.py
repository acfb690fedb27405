"""Notes of an article: their marks, the box below the paragraph, all of them at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.layout.width import cell_width
from reader.library import Library
from reader.reading.footnotes import marking_at
from reader.ui.screens.footnotes import FootnoteScreen
from reader.ui.screens.list import ListScreen
from reader.ui.screens.reading import ReadingScreen
from tests.ui.screen import compare, found, opened, press, screen_text, settled

WELLS = Path(__file__).parent.parent / "data" / "old-wells-01.yaml"
SIZES = ((120, 36), (100, 30), (60, 24), (40, 12))


@pytest.fixture(scope="module")
def wells() -> Library:
    found = Library([str(WELLS)])
    found.update()
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_notes_are_drawn_at_each_width(wells: Library, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(wells, "old-wells-01/wells", size) as pilot:
        await press(pilot, "J")
        compare(f"notes-{name}", screen_text(pilot))
        await press(pilot, "i")
        compare(f"notes-box-{name}", screen_text(pilot))
        await press(pilot, "escape", "G")
        compare(f"notes-end-{name}", screen_text(pilot))


@pytest.mark.parametrize("key", ["i", "enter"])
async def test_a_key_shows_the_notes_of_the_paragraph_and_escape_comes_back(wells: Library, key: str) -> None:
    async with opened(wells, "old-wells-01/wells", (100, 30)) as pilot:
        await press(pilot, "J")
        before = screen_text(pilot)
        await press(pilot, key)
        assert isinstance(pilot.app.screen, FootnoteScreen)
        rows = screen_text(pilot)
        text = next(k for k, row in enumerate(rows) if "one" in row or "巷口有一口老井¹" in row)
        box = next(k for k, row in enumerate(rows) if "深十二米。" in row)
        assert text < box
        assert any("A rope that rubs every day" in row for row in rows)
        await press(pilot, "escape")
        assert screen_text(pilot) == before


async def test_a_chosen_note_is_shown_at_the_end_and_the_glossary_is_one_entry_further(wells: Library) -> None:
    async with opened(wells, "old-wells-01/wells", (100, 30)) as pilot:
        await press(pilot, "J", "i", "j", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.view.viewport.window.item.anchor == "note.rope"
        await press(pilot, "i")  # the box of a note in sight; a note itself marks none
        await press(pilot, "escape", "g", "J", "i", "G", "enter")
        assert isinstance(pilot.app.screen, ListScreen)
        assert pilot.app.screen.listing.value == "井圈"


async def test_find_goes_through_the_notes_and_sees_no_marks(wells: Library) -> None:
    async with opened(wells, "old-wells-01/wells", (100, 30)) as pilot:
        await press(pilot, "slash", *"well;", "enter")
        assert len(found(pilot)) == 1
        await press(pilot, "slash", *"bamboo", "enter")
        [match] = found(pilot)
        window = pilot.app.screen.view.viewport.window
        assert window.spread.columns[match.column].items[match.item].anchor == "note.rod"


async def test_a_note_has_an_address_and_takes_a_bookmark(wells: Library) -> None:
    async with opened(wells, "old-wells-01/wells#note.rope", (60, 24)) as pilot:
        assert pilot.app.screen.view.viewport.window.item.anchor == "note.rope"
        await press(pilot, "m", "M")
        assert {quotation.anchor for quotation in pilot.app.screen.listing.value.quotations} == {"note.rope"}


async def test_a_click_on_a_mark_shows_its_notes(wells: Library) -> None:
    async with opened(wells, "old-wells-01/wells", (100, 30)) as pilot:
        y, row = next((k, row) for k, row in enumerate(screen_text(pilot)) if "³" in row)
        view = pilot.app.screen.view
        x = cell_width(row[: row.index("³")])
        assert marking_at(view.viewport.window, x, y - view.region.y - view.view_size.head_rows) == "p4"
        await pilot.click(offset=(x, y))
        await settled(pilot)
        assert isinstance(pilot.app.screen, FootnoteScreen)
        assert any("bamboo" in row for row in screen_text(pilot))
        assert marking_at(view.viewport.window, x - 2, y) == ""


async def test_an_abridged_side_has_the_notes_that_it_marks(wells: Library) -> None:
    async with opened(wells, "old-wells-01/rain", (100, 30)) as pilot:
        rows = screen_text(pilot)
        assert any("¹ Farmers" in row for row in rows)
        assert any("¹ 农民" in row for row in rows)
        assert sum("²" in row for row in rows) == 2  # the mark and the note, in one language
