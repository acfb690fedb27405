"""What all screens share: the banner, the status line, and the interface's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.message import Message
from textual.screen import Screen

from reader.ui.commands.calling import run
from reader.ui.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.marks.mark import Mark
    from reader.model.magazine import Issue
    from reader.ui.commands.table import Scope
    from reader.ui.host import Host

WIDE_CELLS = 118
NARROW_CELLS = 70


class ReaderScreen(Screen[str]):
    """A screen of the reader. ``scope`` names its commands in the table."""

    scope: ClassVar[Scope] = ""
    AUTO_FOCUS = None
    _is_dismissed = False
    ALLOW_SELECT: ClassVar[bool] = False  # the text has a selection of its own, which knows pairs

    @property
    def host(self) -> Host:
        """The app, as far as screens know it."""
        return cast("Host", self.app)

    @property
    def reader(self) -> Host:
        """The app, too."""
        return self.host

    @property
    def strings(self) -> Strings:
        """The strings of the interface's language."""
        return self.host.strings

    @property
    def breadth(self) -> str:
        """How much room there is: ``wide``, ``medium`` or ``narrow``."""
        width = self.app.size.width
        return "wide" if width >= WIDE_CELLS else "medium" if width >= NARROW_CELLS else "narrow"

    def say(self, message: str) -> None:
        """Says something in the status line for a moment."""
        from reader.ui.widgets.status import Status

        self.query_one(Status).say(message)

    def issue_in_sight(self) -> Issue | None:
        """Returns the issue that is open, or under the cursor."""
        return None

    def chosen_words(self) -> str:
        """Returns the words that are selected."""
        return ""

    def unsaved(self) -> Iterable[Mark]:
        """Returns what of this screen is to be kept: it is asked now and then, and before the program ends."""
        return ()

    def library_read(self) -> None:
        """Tells how much of what changed in the library is read."""

    def library_kept(self, changed: bool) -> None:
        """Shows the library as it is now; ``changed`` if it is not what it was."""

    def relabel(self) -> None:
        """Says everything again, in the interface's language as it is now."""

    async def _dispatch_message(self, message: Message) -> None:
        """Handles a message; one that comes when the screen is being closed, and its widgets are gone, is dropped."""
        try:
            await super()._dispatch_message(message)
        except NoMatches:
            if self.is_whole:
                raise

    @property
    def is_whole(self) -> bool:
        """Whether the screen has all its widgets: it is neither being opened nor being closed."""
        ends = self.app._exit or not self.app.is_running  # noqa: SLF001 (Textual tells it in no other way)
        return bool(self.is_mounted and self.children and not ends and self in self.app.screen_stack)

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Closes, once: a second key in a burst would take the screen below away."""
        if self._is_dismissed or not self.is_current:
            return AwaitComplete()
        self._is_dismissed = True
        return super().dismiss(result)

    @property
    def context(self) -> object:
        """The argument of the functions of this screen's commands: the screen itself, if it has no record for them."""
        return self

    async def action_run(self, command_id: str) -> None:
        """Runs a command of the table: every binding, the palette and the help come here."""
        await run(command_id, self)
