"""Commands that are the same on every screen: theme, language, search, help, the palette, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.app import SuspendNotSupported

from reader import log
from reader.ui.interface import language_after
from reader.ui.screens.base import ReaderScreen
from reader.ui.terminal import redrawing
from reader.ui.terminal.stopping import stop_for_shell
from reader.ui.theme.names import theme_after

if TYPE_CHECKING:
    from reader.ui.host import Host
    from reader.ui.screens.lookup import LookupScreen


class Hosted(Protocol):
    """The context of a command, as far as these commands know it."""

    @property
    def host(self) -> Host:
        """The app."""


def theme(context: Hosted) -> None:
    """Goes to the next theme, and says its name."""
    host = context.host
    chosen = theme_after(host.theme)
    host.theme = chosen
    if isinstance(host.screen, ReaderScreen):
        host.screen.say(f"{host.strings.theme_title}: {host.strings.theme[chosen]}")


def interface(context: Hosted) -> None:
    """Switches the language of the interface."""
    context.host.interface = language_after(context.host.interface)


def redraw(context: Hosted) -> None:
    """Draws everything anew, where something else has written on the terminal."""
    redrawing.redraw(context.host.screen.app)


def suspend(context: Hosted) -> None:
    """Gives the terminal back to the shell, and takes it again when the shell continues the program."""
    host = context.host
    try:
        with host.suspend():
            stop_for_shell()
    except SuspendNotSupported:
        if isinstance(host.screen, ReaderScreen):
            host.screen.say(host.strings.no_shell)


def update(context: Hosted) -> None:
    """Begins to update the subscriptions, and says so."""
    host = context.host
    line = host.upkeep.fetching.begin()
    if isinstance(host.screen, ReaderScreen):
        host.screen.say(line)


async def search(context: Hosted) -> None:
    """Opens the search over the library, for the selected words if there are any."""
    from reader.ui.screens.search import SearchScreen

    screen = context.host.screen
    if isinstance(screen, ReaderScreen):
        await context.host.push_screen(SearchScreen(screen.chosen_words(), screen.issue_in_sight()))


def find_word(screen: LookupScreen) -> None:
    """Closes the look-up, and finds its word in the library."""
    from reader.ui.screens.search import SearchScreen

    def find() -> None:
        if word := screen.word:
            issue = screen.issue_in_sight()
            screen.dismiss()
            screen.host.push_screen(SearchScreen(word, issue))

    screen.afterwards(find)


def show_help(context: Hosted) -> None:
    """Shows every key of the screen."""
    from reader.ui.screens.help import HelpScreen

    screen = context.host.screen
    if isinstance(screen, ReaderScreen):
        context.host.push_screen(HelpScreen(screen.scope))


def palette(context: Hosted) -> None:
    """Opens the command palette."""
    from reader.ui.screens.palette import open_palette

    open_palette(context.host)


def leave(context: Hosted) -> None:
    """Ends the program, as the reader wishes: the only end with the exit code 0."""
    log.info("the reader quits")
    context.host.exit()


def back(screen: ReaderScreen) -> None:
    """Goes back to the screen before."""
    screen.dismiss()
