"""The app: its screens, its themes, and what the reader can do on every screen."""

from __future__ import annotations

import asyncio
import gc
import os
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.reactive import Reactive, reactive
from textual.theme import Theme

from reader import log
from reader.layout.width import ambiguous_are_wide
from reader.library import Library, LibraryEntry, Target
from reader.reading.look import Look
from reader.settings import Settings
from reader.ui.app.bursts import Bursts
from reader.ui.app.upkeep import Upkeep
from reader.ui.commands.table import COMMANDS, take_keys
from reader.ui.entries import Chosen
from reader.ui.screens.base import ReaderScreen
from reader.ui.strings import LANGUAGES, Strings, strings_for
from reader.ui.terminal.last_gate import LastGate
from reader.ui.theme import themes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen

    from reader.ui.history import History

INTERRUPTED = 130
STYLES = Path(__file__).parent.parent / "theme" / "app.tcss"


class ReaderApp(Upkeep, Bursts):
    """Shows a library. It keeps what outlives a screen: themes, the interface's language, places in articles."""

    CSS_PATH = STYLES
    TITLE = "reader"
    BINDINGS: ClassVar = []

    interface: reactive[str] = reactive("en", init=False)
    theme: Reactive[str] = Reactive(themes.NAMES[0])
    """Textual's, with our own default: to set another one makes Textual read every style sheet twice."""

    def __init__(
        self,
        library: Library,
        target: Target | None = None,
        *,
        interface: str = "",
        theme: str = "",
        settings: Settings | None = None,
        preview: bool = False,
    ) -> None:
        super().__init__(library)
        self._preview = preview
        self.settings = settings or Settings()
        self.look = Look.of(self.settings)
        """How articles are looked at; what is changed in one holds for the next."""
        self._gate = LastGate(ascii_lines=ambiguous_are_wide())
        take_keys(self.settings)
        if self.settings.keys:
            self.set_keymap({name: ",".join(keys) for name, keys in self.settings.keys.items() if keys})
        self._target = target
        interface = interface or self.settings.text("interface")
        self.set_reactive(ReaderApp.interface, strings_for(interface).code)
        for palette in themes.THEMES:
            self.register_theme(palette)
        theme = theme or self.settings.text("theme")
        if theme in themes.NAMES and theme != self.theme:
            self.theme = theme

    @cached_property
    def history(self) -> History:
        """What was searched for."""
        from reader.ui.history import History

        return History()

    @property
    def strings(self) -> Strings:
        """The strings of the interface's language."""
        return LANGUAGES[self.interface]

    def on_ready(self) -> None:
        """Lets garbage be collected once the first screen is drawn, and looks for what has changed in the library.

        What was made for the first screen is passed over by the collector from now on.
        """
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        asyncio.get_running_loop().set_exception_handler(lambda _loop, told: log.error(str(told["message"])) and None)
        log.info("the screen is open")
        if self.settings.faults and isinstance(self.screen, ReaderScreen):
            self.screen.say(self.strings.settings_wrong.format(fault=self.settings.faults[0]))
        self.look_for_changes()

    def get_driver_class(self) -> type[Driver]:
        """Returns what stands between the app and the terminal: our own, where Textual would take its own."""
        found = super().get_driver_class()
        if os.name == "posix" and found.__name__ == "LinuxDriver":
            from reader.ui.terminal.driver import TerminalDriver

            return TerminalDriver
        return found

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Returns what every line passes before it is drawn: the gate comes last."""
        self._gate.behind = super().get_line_filters()
        return [self._gate]

    def get_theme(self, theme_name: str) -> Theme | None:
        """Returns a theme; ours without the merging of all themes, which Textual would do for every line it draws."""
        return themes.BY_NAME.get(theme_name) or super().get_theme(theme_name)

    def get_default_screen(self) -> Screen[Any]:
        """Returns the first screen: the shelf, or the article that was asked for."""
        target = self._target
        if target is None:
            return self.shelf()
        if target.article is None:
            return self.shelf(target.entry)
        anchor = target.passage.anchor if target.passage else target.figure.id if target.figure else ""
        return self.reading(Chosen(target.entry, target.article, anchor))

    def shelf(self, entry: LibraryEntry | None = None) -> ReaderScreen:
        """Returns a shelf with the cursor on an issue."""
        from reader.ui.screens.shelf import ShelfScreen

        return ShelfScreen(entry)

    def reading(self, chosen: Chosen) -> ReaderScreen:
        """Returns a reading screen; one that follows its file, in a preview."""
        if self._preview:
            from reader.ui.screens.preview import PreviewScreen

            return PreviewScreen(chosen)
        from reader.ui.screens.reading import ReadingScreen

        return ReadingScreen(chosen)

    def read(self, chosen: Chosen) -> None:
        """Opens an article on a screen of its own; once, if the same key came twice in a burst."""
        if isinstance(self.screen, ReaderScreen) and not self.screen.is_whole:
            return
        self.push_screen(self.reading(chosen))

    def leave_reading(self, entry: LibraryEntry) -> None:
        """Goes back from an article to the screen it was opened from; to the shelf if it was the first."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.push_screen(self.shelf(entry))  # Textual's first screen cannot be switched

    def watch_interface(self) -> None:
        """Says everything in the other language."""
        for screen in self.whole_screens():
            screen.relabel()

    # -- commands of every screen ------------------------------------------------------------------

    def action_theme(self) -> None:
        """Goes to the next theme."""
        self.theme = themes.NAMES[(themes.NAMES.index(self.theme) + 1) % len(themes.NAMES)]

    def action_interface(self) -> None:
        """Switches the language of the interface."""
        self.interface = "en" if self.interface == "zh" else "zh"

    async def action_search(self) -> None:
        """Opens the search over the library; for the words that are selected, if some are."""
        from reader.ui.screens.search import SearchScreen

        screen = self.screen
        if isinstance(screen, ReaderScreen):
            await self.push_screen(SearchScreen(screen.chosen_words(), screen.issue_in_sight()))

    def action_help(self) -> None:
        """Shows every key of the screen."""
        from reader.ui.screens.help import HelpScreen

        screen = self.screen
        if isinstance(screen, ReaderScreen):
            self.push_screen(HelpScreen(screen.scope), partial(self._run_chosen, screen))

    def _run_chosen(self, screen: ReaderScreen, action: str | None) -> None:
        if action:
            self.call_later(self.run_action, action, screen)

    def action_palette(self) -> None:
        """Opens the command palette."""
        from reader.ui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=self.strings.palette_prompt))

    def action_command_palette(self) -> None:
        """Opens the command palette: Textual's own key for it leads here, too."""
        self.action_palette()

    def action_help_quit(self) -> None:
        """Ends the program as an interrupted one: Ctrl+C is no key to be asked about."""
        self.exit(return_code=INTERRUPTED)

    def _fatal_error(self) -> None:
        """Ends the program after a fault of its own without Textual's report: ``run`` tells it in one line."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Prints nothing: ``run`` tells a fault in one line."""
        self._exit_renderables.clear()

    def give_back(self) -> None:
        """Waits until the terminal was given back, where the app could not end in order."""
        if self._driver:
            self._driver.close()

    @property
    def fault(self) -> Exception | None:
        """What ended the program, if it was a fault of its own."""
        return self._exception

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yields the commands of a screen for the palette."""
        scope = screen.scope if isinstance(screen, ReaderScreen) else ""
        for command in COMMANDS:
            if command.is_in(scope) and command.id != "palette":
                run = partial(self.run_action, command.action, screen)
                keys = " ".join(command.shown_keys)
                yield SystemCommand(command.title(self.interface), keys, run)
        for name in themes.NAMES:
            title = f"{self.strings.theme_title}: {self.strings.theme[name]}"
            yield SystemCommand(title, "", partial(setattr, self, "theme", name))
