"""The base of all screens: the host, the strings, messages in the status line, commands by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widget import MountError

from reader.errors import ReaderError
from reader.reading.panels import BREADTHS, breadth_of
from reader.ui.commands.calling import run
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message

    from reader.marks.mark import Mark
    from reader.model.magazine import Issue
    from reader.reading.panels import Breadth
    from reader.ui.commands.command import Scope
    from reader.ui.host import Host
    from reader.ui.strings import Strings

HALF_OPEN_FAULTS = (NoMatches, MountError)
"""The framework's faults where a message meets a screen that is being opened or closed."""


class ReaderScreen(Screen[str]):
    """A screen of the reader. ``scope`` names its commands in the table."""

    scope: ClassVar[Scope] = ""
    is_returned_to: ClassVar[bool] = True
    """Whether the reader comes back to it from an article that was opened over it."""
    pictured: ClassVar[tuple[str, ...]] = ()
    """The selectors of the panels that have pictures."""
    shows_below: ClassVar[bool] = False
    """Whether the pictures of the screen below stay where it leaves them in sight."""
    AUTO_FOCUS = None
    _is_dismissed = False
    ALLOW_SELECT: ClassVar[bool] = False  # the article has a selection of its own, which knows pairs

    # -- its surroundings -----------------------------------------------------------------------------

    @property
    def host(self) -> Host:
        """The app, as far as screens know it."""
        return cast("Host", self.app)

    @property
    def strings(self) -> Strings:
        """The strings of the interface's language."""
        return self.host.strings

    @property
    def breadth(self) -> Breadth:
        """The class of the screen's width."""
        return breadth_of(self.app.size.width)

    def classify_breadth(self) -> None:
        """Gives the screen the style class of its width."""
        classes: dict[str, bool] = {name: name == self.breadth for name in BREADTHS}
        self.update_classes(classes)

    def say(self, message: str) -> None:
        """Says something in the status line, if the screen has one, for a moment."""
        for status in self.query(Status):
            status.say(message)

    # -- answers to the app ---------------------------------------------------------------------------

    def issue_in_sight(self) -> Issue | None:
        """Returns the issue that is open, or under the cursor."""
        return None

    def chosen_words(self) -> str:
        """Returns the selected words."""
        return ""

    def unsaved(self) -> Iterable[Mark]:
        """Returns the marks of this screen to write: the app asks now and then, and before the program ends."""
        return ()

    def library_read(self) -> None:
        """Shows how far the reading of changed files is."""

    def library_kept(self, changed: bool) -> None:
        """Shows the library once all changed files are read; ``changed`` if there were any."""

    def leave_place(self) -> None:
        """Keeps the place in the article for the way back, if the screen has one."""

    def relabel(self) -> None:
        """Shows everything in the interface's language as it is now."""

    # -- commands -------------------------------------------------------------------------------------

    @property
    def context(self) -> object:
        """The argument of this screen's commands: the screen itself, where it has no context of its own."""
        return self

    async def action_run(self, command_id: str) -> None:
        """Runs a command of the table: every key, the palette and the help come here."""
        await run(command_id, self)

    # -- opening and closing --------------------------------------------------------------------------

    async def _dispatch_message(self, message: Message) -> None:
        """Handles a message; drops one that comes while the screen is being closed, and its widgets are gone.

        A fault of the disk costs the message only: the app reports it.
        """
        try:
            await super()._dispatch_message(message)
        except ReaderError as error:
            self.app._handle_exception(error)  # noqa: SLF001 (the one place where faults arrive)
        except HALF_OPEN_FAULTS:
            if self.is_whole:
                raise

    @property
    def is_whole(self) -> bool:
        """Whether the screen has all its widgets: it is neither being opened nor being closed."""
        ends = self.app._exit or not self.app.is_running  # noqa: SLF001 (Textual has no public name for it)
        return bool(self.is_mounted and self.children and not ends and self in self.app.screen_stack)

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Closes, once: a second key in a burst would take the screen below away."""
        if self._is_dismissed or not self.is_current:
            return AwaitComplete()
        self._is_dismissed = True
        return super().dismiss(result)
