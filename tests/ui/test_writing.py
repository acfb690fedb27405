"""The box of a note or a line: below its paragraph, which stays in sight; closed, it leaves all as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.ui.screens.marks import MarksScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.writing import WritingScreen
from tests.ui.screen import app_of, commit, compare, opened, press, screen_text, settled

if TYPE_CHECKING:
    from reader.library import Library

BRIDGES = "lanes-and-rivers-03/old-bridges"
SIZES = [(160, 45), (100, 30), (60, 24), (40, 12)]


def reading_of(screens: list[object]) -> ReadingScreen:
    return next(screen for screen in screens if isinstance(screen, ReadingScreen))


def by_size(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("interface", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES, ids=by_size)
async def test_a_note_below_its_paragraph_equals_its_picture(
    library: Library, size: tuple[int, int], interface: str
) -> None:
    async with opened(library, f"{BRIDGES}#p4", size, interface=interface) as pilot:
        await press(pilot, "a")
        await commit(pilot, "第一行：这里要再读一遍。\nA second line, in English.")
        compare(f"note-{interface}-{by_size(size)}", screen_text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=by_size)
@pytest.mark.parametrize(
    ("key", "last"), [("a", ("ctrl+s",)), ("a", ("ctrl+g",)), ("B", ("escape",)), ("w", ("escape",))]
)
async def test_the_box_is_below_the_paragraph_at_the_end_and_leaves_the_article_as_it_was(
    library: Library, size: tuple[int, int], key: str, last: tuple[str, ...]
) -> None:
    async with opened(library, BRIDGES, size) as pilot:
        await press(pilot, "G")
        screen = reading_of(list(pilot.app.screen_stack))
        window = screen.view.viewport.window
        before = window.place, window.item
        await press(pilot, key)
        assert isinstance(pilot.app.screen, WritingScreen)
        box, rows = pilot.app.screen.query_one("#writing").region, screen_text(pilot)
        assert box.width <= 76
        assert box.bottom <= size[1] - 1
        assert "▎" in rows[box.y - 1]  # the last row of the paragraph
        await press(pilot, *last)
        window = screen.view.viewport.window
        assert (window.place, window.item) == before
        assert screen.view.shown.gap is None


async def test_the_box_grows_with_its_text_within_bounds_and_follows_a_resize(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p4", (100, 30)) as pilot:
        await press(pilot, "a")
        small = pilot.app.screen.query_one("#writing").region.height
        await commit(pilot, "\n".join(map(str, range(40))))
        box = pilot.app.screen.query_one("#writing").region
        assert small < box.height <= 1 + 30 // 3
        assert "▎" in screen_text(pilot)[box.y - 1]
        await pilot.resize_terminal(60, 24)
        await settled(pilot)
        box = pilot.app.screen.query_one("#writing").region
        assert (box.right <= 60, box.bottom <= 23) == (True, True)
        assert "▎" in screen_text(pilot)[box.y - 1]
        await press(pilot, "escape")
        assert app_of(pilot).memory.all()[0].note.endswith("39")
        assert "▕" in screen_text(pilot)[5]


async def test_the_captions_come_back_where_the_box_took_their_rows(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p4", (100, 30)) as pilot:
        screen = reading_of(list(pilot.app.screen_stack))
        assert screen.context.panels.captions.display
        await press(pilot, "a")
        assert not screen.context.panels.captions.display
        await press(pilot, "escape")
        assert screen.context.panels.captions.display


async def test_the_note_of_a_selection_is_written_while_it_is_seen(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        screen = reading_of(list(pilot.app.screen_stack))
        await press(pilot, "V", "a")
        assert screen.view.shown.overlays.selection
        await commit(pilot, "seen")
        await press(pilot, "ctrl+s")
        assert screen.view.shown.overlays.selection is None


@pytest.mark.parametrize("size", SIZES, ids=by_size)
async def test_a_note_is_edited_beside_its_entry_in_the_list_of_marks(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, f"{BRIDGES}#p4", size) as pilot:
        await press(pilot, "a")
        await commit(pilot, "first")
        await press(pilot, "ctrl+s", "J", "m", "M")
        marks = pilot.app.screen
        assert isinstance(marks, MarksScreen)
        while marks.listing.value is None or not marks.listing.value.note:
            await press(pilot, "down")
        await press(pilot, "e")
        box, entry = pilot.app.screen.query_one("#writing").region, marks.listing.cursor_rows
        top = marks.listing.region.y
        assert box.y == top + entry[1] or box.bottom == top + entry[0] or size == (40, 12)
        assert any("扁拱也有" in row for row in screen_text(pilot)[box.y : box.bottom])
        await commit(pilot, ", then more")
        await press(pilot, "ctrl+s")
        assert [mark.note for mark in app_of(pilot).memory.all() if mark.note] == ["first, then more"]
