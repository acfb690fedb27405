"""The main screens of the program, each with the keys that lead to it: for pictures of them, and for tests of all."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, NamedTuple

from textual.widgets import Input, TextArea

from reader.library import Library
from reader.ui.widgets.status import Status
from tests.ui.screen import commit, opened, press, settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.settings.colour_depth import TerminalColours
    from reader.settings.table import PicturesSetting

BRIDGES = "lanes-and-rivers-03/old-bridges"
CANAL = "lanes-and-rivers-03/grand-canal"
FAULTY = """\
format: 1
id: practice
languages: [zh-Hans, en]
magazine: {zh-Hans: 练习, en: Practice}
label: {zh-Hans: 一, en: One}
sections:
  - id: first
    title: {zh-Hans: 专题, en: Focus}
    articles:
      - id: water
        title: {zh-Hans: 泉水, en: Springs}
        body:
          - {zh-Hans: 泉水从石缝里涌出来。, en: Spring water wells up between the stones.}
          - {zh-Hans: 只有中文的一段。}
"""
"""An issue with faults, for the preview."""


class MainScreen(NamedTuple):
    """A screen: the address that is opened, the keys, and whether it is a preview of :data:`FAULTY`."""

    address: str = ""
    steps: tuple[str, ...] = ()
    """Keys; ``TYPE:`` and a text for the box that has the focus."""
    is_preview: bool = False


SCREENS = {
    "shelf": MainScreen(),
    "reading": MainScreen(BRIDGES, ("J", "J")),
    "abridged": MainScreen("city-of-springs-08/new-drivers", ("J",)),
    "interleaved": MainScreen(CANAL, ("J", "v")),
    "one-language": MainScreen(CANAL, ("J", "v", "v")),
    "contents": MainScreen(BRIDGES, ("t", "tab")),
    "find": MainScreen("city-of-springs-08/springs", ("slash", "TYPE:泉")),
    "selected": MainScreen(CANAL, ("J", "V", "p", "J", "m", "V")),
    "search": MainScreen("", ("s", "TYPE:bridge", "down")),
    "figure": MainScreen("city-of-springs-08/springs", ("f",)),
    "glossary": MainScreen(BRIDGES, ("J", "i")),
    "marks": MainScreen(BRIDGES, ("V", "p", "J", "m", "J", "a", "TYPE:这里再读一遍。", "ctrl+s", "M", "j")),
    "note": MainScreen(BRIDGES, ("J", "a", "TYPE:A note on the bridge.")),
    "palette": MainScreen(BRIDGES, ("ctrl+p",)),
    "help": MainScreen(BRIDGES, ("question_mark",)),
    "preview": MainScreen("practice/water", (), is_preview=True),
}


@asynccontextmanager
async def main_screen(  # noqa: PLR0913 (the properties of a terminal)
    name: str,
    library: Library,
    folder: Path,
    size: tuple[int, int],
    theme: str = "",
    interface: str = "en",
    terminal: TerminalColours | None = None,
) -> AsyncIterator[Pilot[None]]:
    """Runs the app until a screen is shown as it stays: without a message, the cursor not blinking.

    Args:
        name: The name of the screen.
        library: The issues.
        folder: A folder to write in.
        size: The width and the height of the terminal.
        theme: The theme.
        interface: The language of the interface.
        terminal: The colours of the terminal.
    """
    screen = SCREENS[name]
    if screen.is_preview:
        path = folder / "practice.yaml"
        path.write_text(FAULTY, encoding="utf-8")
        library = Library([str(path)])
    pictures: PicturesSetting = "blocks" if name == "figure" else "off"
    async with opened(
        library, screen.address, size, interface, theme, preview=screen.is_preview, terminal=terminal, pictures=pictures
    ) as pilot:
        for step in screen.steps:
            if step.startswith("TYPE:"):
                await commit(pilot, step.removeprefix("TYPE:"))
            else:
                await press(pilot, step)
        for box in (*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)):
            box.cursor_blink = False
            box.notify_style_update()  # a row that was drawn while the cursor was out of sight is kept else
            box.refresh()
        for status in pilot.app.screen.query(Status):
            status.message = ""
        await settled(pilot)
        yield pilot
