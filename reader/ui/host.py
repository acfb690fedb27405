"""The app as screens and commands see it: one interface, so that neither imports the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.model.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from textual.screen import Screen, ScreenResultCallbackType, ScreenResultType
    from textual.widget import AwaitMount

    from reader.library import Library, LibraryEntry, Target
    from reader.model.magazine import Article
    from reader.reading.look import Look
    from reader.reading.memory import Memory
    from reader.reading.trail import Trail
    from reader.search.history import SearchHistory
    from reader.settings import Settings
    from reader.settings.table import InterfaceLanguage
    from reader.ui.app.autosave import Autosave
    from reader.ui.app.upkeep import Upkeep
    from reader.ui.picture_desk import PictureDesk
    from reader.ui.strings import Strings


@record
class Destination:
    """An article of an issue to open, at an anchor in it or at its beginning."""

    entry: LibraryEntry
    article: Article
    anchor: str = ""


def destination_of(target: Target) -> Destination | None:
    """Returns the article, and the place in it, that an address leads to; None for that of an issue."""
    if target.article is None:
        return None
    anchor = target.passage.anchor if target.passage else target.figure.id if target.figure else ""
    return Destination(target.entry, target.article, anchor)


@record
class Preview:
    """A file that is shown again whenever it is saved."""

    path: str
    article: str = ""
    """Id of the article to begin with, once the file can be opened; the first one if empty."""


class Host(Protocol):
    """The state that outlives a screen, and the steps from one screen to another."""

    @property
    def library(self) -> Library:
        """The issues."""

    @property
    def upkeep(self) -> Upkeep:
        """Keeps up with the library's files."""

    @property
    def library_fault(self) -> str:
        """Folders of the library that cannot be read now, for the status line; an empty string if there are none."""

    @property
    def settings(self) -> Settings:
        """The reader's settings."""

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that the reader has set, by the command's id; other commands keep those of the table."""

    look: Look
    """How articles are shown; a change in one article holds for the next."""

    @property
    def memory(self) -> Memory:
        """The reader's marks."""

    @property
    def autosave(self) -> Autosave:
        """The places in articles, and the writing of them."""

    @property
    def history(self) -> SearchHistory:
        """Earlier searches."""

    @property
    def trail(self) -> Trail:
        """The places that the reader has left by a jump."""

    @property
    def pictures(self) -> PictureDesk:
        """The pictures on the screens."""

    recent: list[str]
    """The actions that were chosen last in the palette, the newest first."""

    interface: InterfaceLanguage
    """The language of the interface."""

    theme: str
    """The name of the colours in use."""

    @property
    def strings(self) -> Strings:
        """The strings of the interface, in its language."""

    @property
    def screen(self) -> Screen[object]:
        """The current screen."""

    def read(self, destination: Destination) -> None:
        """Opens an article on a screen of its own; once, if the same key came twice in a burst."""

    def leave_reading(self) -> bool:
        """Goes back from an article to the screen before; returns whether there is one."""

    def go_to_shelf(self, entry: LibraryEntry) -> None:
        """Closes the screens over the shelf; opens one, on an issue, if there is none."""

    def push_screen(
        self, screen: Screen[ScreenResultType], callback: ScreenResultCallbackType[ScreenResultType] | None = None
    ) -> AwaitMount:
        """Opens a screen over the current one; the callback takes its result."""

    def exit(self) -> None:
        """Ends the program."""

    def copy_to_clipboard(self, text: str) -> None:
        """Puts a text on the clipboard by the terminal (OSC 52)."""

    def suspend(self) -> AbstractContextManager[None]:
        """Gives the terminal to another program as long as the context lasts."""
