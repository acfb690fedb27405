"""The screen as a test sees it: an app at a size, what it draws as text, and pictures of that to compare with."""

from __future__ import annotations

import difflib
import os
import unicodedata
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.worker import WorkerCancelled

from reader.layout.width import cell_width
from reader.library import Library, resolve
from reader.settings import Settings
from reader.ui.app import autosave
from reader.ui.app.app import ReaderApp
from reader.ui.host import Preview
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets import page_ahead

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from textual.pilot import Pilot

    from reader.reading.matches import Match
    from reader.settings.colour_depth import TerminalColours
    from reader.settings.table import PicturesSetting

PICTURES = Path(__file__).parent.parent / "data" / "pictures"
HOUR = 3600.0
REWRITE_VARIABLE = "REWRITE_PICTURES"
"""``REWRITE_PICTURES=1 pytest tests/ui/test_pictures.py`` writes the pictures anew; look at each before you keep it."""


@asynccontextmanager
async def opened(
    library: Library,
    address: str = "",
    size: tuple[int, int] = (120, 36),
    interface: str = "",
    theme: str = "",
    settings: Settings | None = None,
    preview: bool = False,
    terminal: TerminalColours | None = None,
    pictures: PicturesSetting = "off",
    tour: bool = False,
) -> AsyncIterator[Pilot[None]]:
    """Runs the app without a terminal, at an address or on the shelf, until all it set going has been done.

    Nothing is done after a while. Pictures are decoded in a process of their own, so only tests of them have any.
    """
    settings = settings or Settings()
    settings.take("pictures", pictures)
    target = resolve(library, address) if address else None
    app = ReaderApp(
        library,
        target,
        interface=interface,
        theme=theme,
        settings=settings,
        preview=Preview(library.sources[0]) if preview else None,
        terminal=terminal,
        tour=tour,
    )
    with nothing_after_a_while():
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            yield pilot


@contextmanager
def nothing_after_a_while() -> Iterator[None]:
    """Has an app do nothing after a while, which a busy machine comes to between any two keys.

    No mark is written by itself, and no page is drawn ahead, by which the scroll bar would be another.
    """
    with patch.object(autosave, "SAVE_SECONDS", HOUR), patch.object(page_ahead, "AHEAD_SECONDS", HOUR):
        yield


async def settled(pilot: Pilot[None]) -> None:
    """Waits until no message and no worker is left, and has all that changed drawn.

    A screen below a box is drawn by a timer, which a busy machine calls late.
    """
    quiet, is_drawn = 0, False
    for _ in range(1000):
        if pilot.app._exit:
            return
        await pilot.pause(0)
        with suppress(WorkerCancelled):  # a search that the next letter gave up
            await pilot.app.workers.wait_for_complete()
        app = pilot.app
        pumps = (app, *app.screen_stack, *app.screen.walk_children())
        quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1
        if quiet == 3:
            if is_drawn or len(app.screen_stack) == 1:
                return
            for screen in app.screen_stack:
                screen._on_timer_update()
            is_drawn, quiet = True, 0
    raise AssertionError("the app does not come to rest")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, each once what the one before did is done.

    As ``Pilot.press``, which waits until the processor is idle: a time that a busy machine never sees.
    """
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        try:
            character: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
        except KeyError:
            character = key if len(key) == 1 else None
        event = events.Key(name, character)
        event.set_sender(pilot.app)
        driver.send_message(event)
        await settled(pilot)


async def commit(pilot: Pilot[None], text: str) -> None:
    """Gives the box that has the focus a text at once, as an input method or a paste does."""
    assert pilot.app.focused is not None
    driver = pilot.app._driver
    assert driver is not None
    event = events.Paste(text)
    event.set_sender(pilot.app)
    driver.send_message(event)
    await settled(pilot)


def app_of(pilot: Pilot[None]) -> ReaderApp:
    assert isinstance(pilot.app, ReaderApp)
    return pilot.app


def reading(pilot: Pilot[None]) -> ReadingScreen:
    assert isinstance(pilot.app.screen, ReadingScreen)
    return pilot.app.screen


def screen_text(pilot: Pilot[None]) -> list[str]:
    """Returns the rows of the screen that is shown, as a terminal would have them."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    rows = [strip.text for strip in strips][:height]
    assert all(cell_width(row) == width for row in rows)
    return rows


def found(pilot: Pilot[None]) -> list[Match]:
    """Returns every match that is lit in the article."""
    viewport = pilot.app.screen.view.viewport
    if viewport.matches is None:
        return []
    viewport.matches.finish()
    return [viewport.words.match(*span) for span in viewport.matches.spans]


def compare(name: str, rows: list[str]) -> None:
    """Compares rows with a picture, or makes them the picture; see :data:`REWRITE_VARIABLE`."""
    path = PICTURES / f"{name}.txt"
    drawn = "".join(row.rstrip() + "\n" for row in rows)
    if os.environ.get(REWRITE_VARIABLE):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    wanted = path.read_text(encoding="utf-8") if path.exists() else ""
    if drawn != wanted:
        changes = difflib.unified_diff(wanted.splitlines(), drawn.splitlines(), "picture", "drawn", lineterm="", n=1)
        raise AssertionError(f"{path.name} ({REWRITE_VARIABLE}=1 writes it anew)\n" + "\n".join(changes))
