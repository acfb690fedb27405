"""Keys in one burst: each finds the screen that the one before it has left, also behind those that close one."""

from __future__ import annotations

import asyncio
import unicodedata
from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.worker import WorkerCancelled

from reader.ui.host import Destination
from reader.ui.screens.palette import PaletteScreen
from reader.ui.screens.reading import ReadingScreen
from tests.ui.screen import app_of, opened, press, reading, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from reader.library import Library

BRIDGES = "lanes-and-rivers-03/old-bridges"
FINDS = ("/", "／", "、")


async def burst(pilot: Pilot[None], *typed: str) -> None:
    """Sends keys and, after a ``+``, pastes, all before any of them is handled."""
    driver = pilot.app._driver
    assert driver is not None
    for each in typed:
        event: events.Key | events.Paste
        if each.startswith("+") and len(each) > 1:
            event = events.Paste(each[1:])
        else:
            event = events.Key(_character_to_key(each) if len(each) == 1 else each, each if len(each) == 1 else None)
        event.set_sender(pilot.app)
        driver.send_message(event)
    try:
        await settled(pilot)
    except WorkerCancelled:  # a search that was given up
        await settled(pilot)


@pytest.mark.parametrize("find", FINDS, ids=unicodedata.name)
@pytest.mark.parametrize(
    "before",
    [
        ("?",),
        ("?", *"bridge"),
        ("ctrl+p",),
        ("ctrl+p", *"note"),
        ("s",),
        ("s", *"桥"),
        ("a",),
        ("w",),
        ("B",),
        ("M",),
        ("o",),
    ],
    ids="-".join,
)
async def test_keys_behind_the_escape_that_closes_a_screen_reach_the_screen_below(
    library: Library, before: tuple[str, ...], find: str
) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        await burst(pilot, *before, "escape", find, *"桥")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.query_one("#find").value == "桥"


@pytest.mark.parametrize("opened_before", [True, False])
async def test_keys_behind_the_enter_that_chooses_a_command_reach_the_screen_below(
    library: Library, opened_before: bool
) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        if opened_before:
            await press(pilot, "ctrl+p")
        keys = ("enter", "J") if opened_before else ("ctrl+p", *"bookm", "enter", "J")
        await burst(pilot, *keys)
        assert not isinstance(pilot.app.screen, PaletteScreen)
        assert pilot.app.screen.view.viewport.window.item.anchor == "flat"


async def test_a_note_is_written_kept_and_left_in_one_burst(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (100, 30)) as pilot:
        await burst(pilot, "a", *"one", "enter", "+two 二", "escape", "J", "a", *"next", "ctrl+s", "J")
        assert {mark.note for mark in app_of(pilot).memory.all()} == {"one\ntwo 二", "next"}
        assert pilot.app.screen.view.viewport.window.item.anchor == "p3"


async def test_the_enter_of_a_line_keeps_it_and_the_next_key_moves(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (100, 30)) as pilot:
        await burst(pilot, "B", *"name", "enter", "J")
        assert [mark.name for mark in app_of(pilot).memory.all()] == ["name"]
        assert pilot.app.screen.view.viewport.window.item.anchor == "flat"


async def test_a_paste_behind_the_key_that_closes_a_box_does_not_fall_into_it(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (100, 30)) as pilot:
        await burst(pilot, "a", *"kept", "escape", "/", "+拱")
        assert [mark.note for mark in app_of(pilot).memory.all()] == ["kept"]
        assert pilot.app.screen.query_one("#find").value == "拱"


async def test_keys_behind_a_widget_that_is_gone_are_not_held_for_ever(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (100, 30)) as pilot:
        await press(pilot, "/")
        app = app_of(pilot)
        box = pilot.app.screen.query_one("#find")
        app._pace._sent, app._pace._target = events.Key("x", "x"), box  # as if it had gone with its key
        await box.remove()
        await burst(pilot, "J")
        assert pilot.app.screen.view.viewport.window.item.anchor == "flat"


async def test_keys_behind_one_that_gives_the_focus_back_are_not_held_for_ever(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (100, 30)) as pilot:
        await press(pilot, "a")
        box = pilot.app.focused
        assert box is not None
        pilot.app.post_message(events.AppBlur())  # the next key gives the focus back
        await settled(pilot)
        assert pilot.app.focused is None
        let_go = asyncio.Event()
        box.call_later(let_go.wait)  # slower than the screen
        keys = asyncio.create_task(burst(pilot, "x", "y"))
        while box.message_queue_size == 0:
            await asyncio.sleep(0)
        for _ in range(50):  # as often as the screen comes to its turn meanwhile
            await asyncio.sleep(0)
        let_go.set()
        await keys
        assert box.text == "xy"


async def test_what_a_closed_article_wanted_after_a_frame_is_dropped(library: Library) -> None:
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        app = app_of(pilot)
        first = reading(pilot)
        shown = first.context.opened
        app.read(Destination(shown.entry, shown.article))
        await settled(pilot)
        second = reading(pilot)
        assert second is not first
        app.pop_screen()
        await settled(pilot)
        for wanted in (second.context.show_marks, second.context.helping._go_on):
            app.call_after_refresh(wanted)  # Textual has the screen do it that is in sight then
            await settled(pilot)
        assert reading(pilot) is first


async def test_a_hit_that_is_closed_before_its_first_frame_has_no_word_looked_up(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[Callable[[], object]] = []
    async with opened(library, f"{BRIDGES}#p1", (160, 45)) as pilot:
        await press(pilot, "s", *"stone")
        first = pilot.app.screen
        monkeypatch.setattr(
            ReadingScreen, "call_after_refresh", lambda _, callback, *given: late.append(partial(callback, *given))
        )
        await press(pilot, "ctrl+y")
        pilot.app.pop_screen()
        await settled(pilot)
        assert late
        for wanted in late:
            pilot.app.call_after_refresh(wanted)
        await settled(pilot)
        assert pilot.app.screen is first
