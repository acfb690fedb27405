"""The app: the state that outlives a screen, and the way from one screen to another."""

from __future__ import annotations

import asyncio
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.filter import Monochrome, NoColor
from textual.geometry import Offset
from textual.reactive import Initialize, Reactive, reactive

from reader import log
from reader.errors import ReaderError
from reader.layout.width import ambiguous_are_wide
from reader.process import collect_from_now_on
from reader.reading.look import Look
from reader.reading.trail import Trail
from reader.settings import Settings
from reader.settings.colour_depth import TerminalColours
from reader.settings.known_terminals import remember
from reader.settings.table import PICTURES
from reader.ui.app.autosave import Autosave
from reader.ui.app.bursts import typed_character, typing_into
from reader.ui.app.colouring import COLOUR_SYSTEMS, Colouring
from reader.ui.app.pacing import Pace
from reader.ui.app.picturing import Picturing
from reader.ui.app.preparing import Preparation
from reader.ui.app.screens import first_screen, go_to_shelf, reading_screen, tour_screen, unsaved
from reader.ui.app.survival import survived
from reader.ui.app.upkeep import LibraryRead, Upkeep
from reader.ui.commands.table import take_keys
from reader.ui.interface import interface_language
from reader.ui.lists.faults import library_fault
from reader.ui.screens.base import HALF_OPEN_FAULTS, ReaderScreen
from reader.ui.strings import Strings, strings_in
from reader.ui.terminal.cursor import cursor_place
from reader.ui.terminal.driver_choice import chosen_driver
from reader.ui.terminal.frames import is_written
from reader.ui.terminal.last_gate import LastGate
from reader.ui.terminal.measured import draw_anew, measured_again
from reader.ui.terminal.redrawing import redraw
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.message import Message
    from textual.screen import Screen
    from textual.theme import Theme

    from reader.library import Library, LibraryEntry, Target
    from reader.reading.memory import Memory
    from reader.search.history import SearchHistory
    from reader.settings.table import InterfaceLanguage
    from reader.ui.frames.first import FirstFrame
    from reader.ui.host import Destination, Host, Preview
    from reader.ui.terminal.driver import GroundReported, TerminalMeasured
    from reader.ui.terminal.taking import TakenTerminal

INTERRUPTED = 130
"""Exit code after Ctrl+C."""
STYLES = Path(__file__).parent.parent / "theme" / "app.tcss"


class ReaderApp(App[None], inherit_bindings=False):  # Textual's Ctrl+Q would end it, also where one writes
    """Shows a library. It has an upkeep of the library's files, and an autosave of the reader's places."""

    CSS_PATH = STYLES
    TITLE = "reader"
    BINDINGS: ClassVar = [Binding("ctrl+c", "help_quit", show=False, system=True)]
    ENABLE_COMMAND_PALETTE = False

    interface: reactive[InterfaceLanguage] = reactive["InterfaceLanguage"]("en", init=False)
    colouring: Colouring
    theme: Reactive[str] = Reactive(Initialize(lambda app: cast("ReaderApp", app).colouring.name))
    """Textual's, set from the beginning: setting another one later makes Textual read every style sheet twice."""

    def __init__(  # noqa: PLR0913 (options of the command line)
        self,
        library: Library,
        target: Target | None = None,
        *,
        interface: str = "",
        theme: str = "",
        settings: Settings | None = None,
        preview: Preview | None = None,
        terminal: TerminalColours | None = None,
        first: FirstFrame | None = None,
        taken: TakenTerminal | None = None,
        tour: bool = False,
    ) -> None:
        self._first, self.taken, self._awaits_tour = first, taken, tour
        self.settings, self.library = settings or Settings(), library
        self.colouring = Colouring(theme or self.settings.text("theme"), terminal or TerminalColours())
        depth = self.colouring.terminal.depth
        super().__init__()
        self.no_color = depth == "none"
        self.set_class(self.colouring.is_flat, "-flat")
        self.console._color_system = COLOUR_SYSTEMS[depth]  # noqa: SLF001 (Textual takes it from the environment alone)
        self.settings.settle_pictures(has_colours=not self.no_color)
        self.look = Look.of(self.settings)
        """How articles are shown; a change in one article holds for the next."""
        self.recent: list[str] = []
        """The actions that were chosen last in the palette, the newest first."""
        self.trail = Trail()
        self.upkeep = Upkeep(self, library, lambda: self.memory)
        self.preparation = Preparation()
        self.autosave = Autosave(self, lambda: self.memory, lambda: unsaved(self))
        self._target, self._preview, self._gate = target, preview, LastGate(ambiguous_are_wide(), depth)
        take_keys(self.settings)
        self._pace = Pace(self, self.keys.values())
        if self.settings.keys:
            self.set_keymap({name: ",".join(keys) for name, keys in self.settings.keys.items() if keys})
        self.set_reactive(ReaderApp.interface, interface_language(interface or self.settings.text("interface")))
        for each in self.colouring.themes.values():
            self.register_theme(each)

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that the reader has set, by the command's id."""
        return self.settings.keys

    @cached_property
    def memory(self) -> Memory:
        """The reader's marks."""
        from reader.reading.memory import Memory

        return self._first.memory if self._first else Memory()

    @cached_property
    def history(self) -> SearchHistory:
        """Earlier searches."""
        from reader.search.history import SearchHistory

        return SearchHistory()

    @cached_property
    def pictures(self) -> Picturing:
        """The pictures on the screens."""
        wanted = next(way for way in PICTURES if way == self.settings.text("pictures"))
        return Picturing(self, wanted)

    @property
    def strings(self) -> Strings:
        """The strings of the interface's language."""
        return strings_in(self.interface)

    async def on_ready(self) -> None:
        """Lets garbage be collected once the first screen is drawn, and begins with keys and changes in the library."""
        collect_from_now_on()
        asyncio.get_running_loop().set_exception_handler(lambda _loop, told: log.error(str(told["message"])) and None)
        log.info("the screen is open")
        if self.settings.faults:
            self._say(self.strings.settings_wrong.format(fault=self.settings.faults[0]))
        self.upkeep.start()
        self.upkeep.fetching.begin_at_start()
        if self._awaits_tour:
            await self.push_screen(tour_screen())
            self._awaits_tour = False
            redraw(self)
        self.preparation.begin_at_latest()
        await self._pace.begin()

    def on_unmount(self) -> None:
        """Gives up reading the library."""
        self.upkeep.stop()

    def get_driver_class(self) -> type[Driver]:
        """Returns the driver: our own, where Textual would take its own."""
        return chosen_driver(super().get_driver_class)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Draws a frame: by its difference on our driver, else by Textual; none before the tour is there."""
        if not self._awaits_tour and not is_written(self, renderable):
            super()._display(screen, renderable)

    @property
    def cursor_position(self) -> Offset:
        """The place of the terminal's cursor; Textual moves it there after each frame, in the same write."""
        return cursor_place(self.screen) if self._screen_stack else Offset()

    @cursor_position.setter
    def cursor_position(self, _place: Offset) -> None:
        """Takes no place: Textual's boxes set it when they change, and it is looked up when it is needed."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Returns the filters that every line passes before it is drawn; the gate is the last."""
        usual = super().get_line_filters()
        self._gate.behind = [each for each in usual if not isinstance(each, Monochrome | NoColor)]
        return [self._gate]

    def get_theme(self, theme_name: str) -> Theme | None:
        """Returns a theme; ours without merging all themes, as Textual does for every line it draws."""
        return self.colouring.themes.get(theme_name) or super().get_theme(theme_name)

    def watch_theme(self, name: str) -> None:
        """Keeps a theme that the reader has chosen."""
        self.colouring.choose(name)
        self.set_class(self.colouring.is_flat, "-flat")

    def on_ground_reported(self, message: GroundReported) -> None:
        """Follows the ground of the terminal, unless the reader has chosen a theme."""
        remember(os.environ, ground=message.ground)
        if self.colouring.take_ground(message.ground):
            if self.colouring.name == self.theme:  # the same name, in other colours
                self.mutate_reactive(ReaderApp.theme)
            else:
                self.theme = self.colouring.name

    def get_default_screen(self) -> Screen[Any]:
        """Returns the first screen: the shelf, or the article that the target names."""
        return first_screen(self._target, self._preview, self._first.opening if self._first else None)

    def read(self, destination: Destination) -> None:
        """Opens an article on a new screen; once, if the same key came twice in a burst."""
        if isinstance(self.screen, ReaderScreen) and not self.screen.is_whole:
            return
        if destination.entry.issue is None:  # its file has changed since the list was made
            self._say(str(destination.entry.first_error))
            return
        self.push_screen(reading_screen(destination, is_preview=bool(self._preview)))

    def leave_reading(self) -> bool:
        """Goes back from an article to the screen before; returns whether there is one."""
        below = self.screen_stack[-2:-1]
        if is_open := any(not isinstance(screen, ReaderScreen) or screen.is_returned_to for screen in below):
            self.pop_screen()
        return is_open

    def go_to_shelf(self, entry: LibraryEntry) -> None:
        """Closes the screens over the shelf; opens one, on an issue, if there is none."""
        go_to_shelf(self, entry)

    # -- screens -----------------------------------------------------------------------------------

    def _whole_screens(self) -> list[ReaderScreen]:
        """Returns our screens that have their widgets; one that is being opened shows the present state by itself."""
        return [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen) and screen.is_whole]

    def _say(self, message: str) -> None:
        """Says something on the current screen."""
        if self.screen in self._whole_screens():
            self.screen.say(message)

    def watch_interface(self) -> None:
        """Shows every screen in the other language."""
        for screen in self._whole_screens():
            screen.relabel()

    @property
    def library_fault(self) -> str:
        """Folders of the library that cannot be read now, for the status line; an empty string if there are none."""
        return library_fault(self.library, self.strings)

    def on_library_changed(self) -> None:
        """Looks at the library again."""
        self.upkeep.again()

    def on_library_read(self, message: LibraryRead) -> None:
        """Shows how far the reading of changed files is."""
        self.upkeep.progress = message.progress
        for screen in self._whole_screens():
            screen.library_read()

    def on_library_kept(self) -> None:
        """Shows the library as it is now."""
        self.preparation.begin()
        changed, notice = self.upkeep.finish()
        if notice and self.screen in self._whole_screens():
            self._say(notice)
        for screen in self._whole_screens():
            screen.library_kept(changed)
            for status in screen.query(Status):  # it has the fault of the library
                status.refresh()

    def on_not_saved(self) -> None:
        """Says once why the reader's marks cannot be written, and has them written later."""
        self.autosave.soon()
        if isinstance(self.screen, ReaderScreen) and (notice := self.memory.take_notice(self.strings.unreadable_marks)):
            self.screen.say(notice)

    def on_terminal_measured(self, message: TerminalMeasured) -> None:
        """Draws with the widths that the terminal has, if they are others than those taken."""
        remember(os.environ, message.answers)
        wanted = self.settings.text("ambiguous-width")
        if measured_again(message.answers, wanted, os.environ):
            self._gate.ascii_lines = ambiguous_are_wide()
            redraw(self)
            draw_anew(self.screen_stack)
            self.watch_interface()

    # -- keys and pastes ---------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Passes keys and pastes on at their pace, all other events at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.preparation.give_way()
            await self._pace.take(event)
            return
        if isinstance(event, events.Resize):
            redraw(self)  # a terminal of another size has moved or lost some cells
        await super().on_event(event)
        await self._pace.came_back(event)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Runs the action of a key; drops one in a burst that meets a screen without its widgets."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except ReaderError as error:
            self._handle_exception(error)
            return True
        except HALF_OPEN_FAULTS:
            screen = default_namespace if isinstance(default_namespace, ReaderScreen) else self.screen
            if not isinstance(screen, ReaderScreen) or screen.is_whole:
                raise
            return False

    async def on_key(self, event: events.Key) -> None:
        """Gives a box the keys that were on their way when it was opened."""
        insert = typing_into(self.focused)
        if insert is None:
            return
        if char := typed_character(event):
            insert(char)
            event.prevent_default()  # else Textual takes it for a command
        elif await self._check_bindings(event.key, priority=True):  # Enter and Escape are the box's before the screen's
            event.prevent_default()

    def action_take_theme(self, name: str) -> None:
        """Takes the colours of a name; of ``auto`` those that suit the terminal, also when it changes."""
        self.theme = self.colouring.taken(name)

    def action_help_quit(self) -> None:
        """Ends the program as interrupted: Textual's action for Ctrl+C."""
        self.exit(return_code=INTERRUPTED)

    async def _dispatch_message(self, message: Message) -> None:
        """Handles a message; a fault of the disk costs that message only."""
        try:
            await super()._dispatch_message(message)
        except ReaderError as error:
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """Reports a fault that the program survives; every worker's fault passes here, also of Textual's own ones."""
        if message := survived(error, self.strings, is_drawn=bool(self._whole_screens())):
            self._say(message)
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Ends the program after a fault, without Textual's report: the caller of ``run`` reports it in one line."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Prints nothing: the caller of ``run`` reports the fault in one line."""
        self._exit_renderables.clear()

    async def _close_all(self) -> None:
        """Writes unsaved marks while the screens are there: every ordered end of the program passes here."""
        try:
            self.autosave.now()
        except Exception as fault:  # noqa: BLE001 (the terminal must be given back first; reported after that)
            self._exception = self._exception or fault
        if "pictures" in vars(self):  # a thread waits for it, and the program for the thread
            self.pictures.close()
        await super()._close_all()

    def give_back(self) -> None:
        """Gives the terminal back where the app could not end in order."""
        if self._driver:
            self._driver.close()

    @property
    def fault(self) -> Exception | None:
        """The fault that ended the program, if one did."""
        return self._exception


if TYPE_CHECKING:

    def _host(app: ReaderApp) -> Host:
        """Has the type checker compare the app with the interface that screens know."""
        return app
