"""Lists make only the entries in sight, and break only those into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App, ComposeResult

from reader.catalogue.lazy import LazySequence
from reader.settings.colour_depth import TerminalColours
from reader.ui.lists.entry import ListEntry
from reader.ui.theme.themes import theme
from reader.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from textual.pilot import Pilot

COUNT = 50_000


class ListApp(App[None]):
    CSS = "Listing { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(theme("dark", TerminalColours()))
        self.theme = "dark"
        self.made: list[int] = []

    def compose(self) -> ComposeResult:
        yield Listing[int]("list")

    @property
    def listing(self) -> Listing[int]:
        return self.query_one(Listing)

    def entry(self, number: int) -> ListEntry[int]:
        self.made.append(number)
        if number % 10 == 0:
            return ListEntry((((f"heading {number}", "accent"),),), space_before=True)
        return ListEntry((((f"entry {number}", ""),), (("a second line", ""),)), number)


@pytest.fixture
def app() -> ListApp:
    return ListApp()


async def show(app: ListApp, pilot: Pilot[None]) -> Listing[int]:
    app.listing.show(LazySequence(range(COUNT), app.entry))
    await pilot.pause()
    return app.listing


def lines(listing: Listing[int]) -> list[str]:
    return [listing.render_line(y).text.strip() for y in range(listing.size.height)]


async def test_only_the_entries_in_sight_are_made(app: ListApp) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        listing = await show(app, pilot)
        assert lines(listing)[:3] == ["heading 0", "▌ entry 1", "▌ a second line"]
        listing.move_to_end(last=True)
        assert lines(listing)[-2:] == [f"▌ entry {COUNT - 1}", "▌ a second line"]
        listing.move_page(-1)
        assert listing.value is not None
        assert COUNT - 12 <= listing.value < COUNT - 5
        assert len(app.made) < 60


async def test_the_cursor_passes_over_headings_and_shows_them(app: ListApp) -> None:
    async with app.run_test(size=(40, 6)) as pilot:
        listing = await show(app, pilot)
        for _ in range(9):
            listing.move(1)
        assert listing.value == 11
        assert lines(listing)[-3:] == ["heading 10", "▌ entry 11", "▌ a second line"]
        for _ in range(9):
            listing.move(-1)
        assert listing.value == 1
        assert lines(listing)[0] == "heading 0"


async def test_each_line_belongs_to_the_entry_drawn_on_it(app: ListApp) -> None:
    async with app.run_test(size=(40, 30)) as pilot:
        listing = await show(app, pilot)
        for y, text in enumerate(lines(listing)):
            index = listing.entry_at(y)
            if text.removeprefix("▌ ").startswith(("entry", "heading")):
                assert text.split()[-1] == str(index)
            assert (index == -1) == (text == "")


async def test_the_wheel_stops_at_the_ends(app: ListApp) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        listing = await show(app, pilot)
        before = lines(listing)
        listing._scroll(-3)
        assert lines(listing) == before
        listing._scroll(3)
        assert lines(listing)[:-3] == before[3:]
        listing.show(LazySequence(range(30), app.entry))
        listing._scroll(10_000)
        assert lines(listing)[-2:] == ["entry 29", "a second line"]


async def test_a_list_without_a_value_scrolls_by_keys(app: ListApp) -> None:
    async with app.run_test(size=(30, 10)) as pilot:
        app.listing.show([ListEntry((((f"fault {number}", ""),),)) for number in range(40)])
        await pilot.pause()
        app.listing.move(2)
        assert lines(app.listing)[0] == "fault 2"
        app.listing.move_page(1)
        assert lines(app.listing)[0] == "fault 12"
        app.listing.move_to_end(True)
        assert lines(app.listing)[-1] == "fault 39"
        app.listing.move(1)
        assert lines(app.listing)[-1] == "fault 39"
        app.listing.move_to_end(False)
        assert lines(app.listing)[0] == "fault 0"
