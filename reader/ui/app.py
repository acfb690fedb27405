"""The app: its screens, its themes, and what the reader can do on every screen."""

from __future__ import annotations

import asyncio
import gc
import os
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.css.query import NoMatches
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.theme import Theme

from reader import log
from reader.gate import clean, clean_line
from reader.layout.column import Locus
from reader.layout.width import ambiguous_are_wide
from reader.library import Entry, Library, Target
from reader.model.magazine import Article
from reader.settings import Settings
from reader.ui import themes
from reader.ui.commands import COMMANDS, take_keys
from reader.ui.entries import Chosen
from reader.ui.last_gate import LastGate
from reader.ui.look import Look
from reader.ui.screens.base import ReaderScreen
from reader.ui.strings import LANGUAGES, Strings, strings_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.timer import Timer

    from reader.library.keeping import Keeping
    from reader.marks.mark import Mark
    from reader.ui.history import History
    from reader.ui.memory import Memory

INTERRUPTED = 130
SAVE_SECONDS = 2.0
STYLES = Path(__file__).parent / "styles" / "app.tcss"


class ReaderApp(App[None]):
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
        super().__init__()
        self._preview = preview
        self.library = library
        self.settings = settings or Settings()
        self.look = Look.of(self.settings)
        """How articles are looked at; what is changed in one holds for the next."""
        self._gate = LastGate(ascii_lines=ambiguous_are_wide())
        take_keys(self.settings)
        if self.settings.keys:
            self.set_keymap({name: ",".join(keys) for name, keys in self.settings.keys.items() if keys})
        self._target = target
        self.keeping: Keeping | None = None
        self.reading_issues: tuple[int, int] | None = (0, 0)
        """How many of the files that changed are read, and how many there are; None once that is done."""
        self.places: dict[tuple[str, str], Locus] = {}
        self._unsaved: dict[str, Mark] = {}
        self._saving: Timer | None = None
        self.fresh: dict[str, frozenset[str]] = {}
        """For each folder the names of the issue files that were not there at the last visit."""
        interface = interface or self.settings.text("interface")
        self.set_reactive(ReaderApp.interface, strings_for(interface).code)
        for palette in themes.THEMES:
            self.register_theme(palette)
        theme = theme or self.settings.text("theme")
        if theme in themes.NAMES and theme != self.theme:
            self.theme = theme

    @cached_property
    def memory(self) -> Memory:
        """What the reader made."""
        from reader.ui.memory import Memory

        return Memory()

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
        self._keep_up()

    def keep_up(self) -> None:
        """Looks again for what has changed in the library, unless that is under way."""
        if self.reading_issues is None:
            self.reading_issues = (0, 0)
            self._keep_up()

    # -- keeping up with the files ---------------------------------------------------------------------

    class LibraryRead(Message):
        """So many of the files that changed were read."""

        def __init__(self, done: int, total: int) -> None:
            self.done, self.total = done, total
            super().__init__()

    class LibraryKept(Message):
        """What the library holds is known."""

    @work(thread=True, group="library")
    def _keep_up(self) -> None:
        from reader.library.keeping import Keeping

        keeping = self.keeping = Keeping(self.library)
        if keeping.look():
            for done, total in keeping.read():
                self.post_message(self.LibraryRead(done, total))
        self._see_issues()
        self.post_message(self.LibraryKept())

    def on_reader_app_library_read(self, message: LibraryRead) -> None:
        """Tells how far the reading is."""
        self.reading_issues = (message.done, message.total)
        for screen in self._screens():
            screen.library_read()

    def on_reader_app_library_kept(self) -> None:
        """Shows what has changed."""
        self.reading_issues = None
        assert self.keeping
        if found := self.keeping.changes:
            self.library.reload(found)
        if found:
            log.info(f"in the library {len(found.changed)} files changed, {len(found.gone)} are gone")
        if self.keeping.notice:
            log.warning(self.keeping.notice)
            if self.screen in self._screens():
                self.screen.say(self.keeping.notice)
        for screen in self._screens():
            screen.library_kept(changed=bool(found))

    def _screens(self) -> list[ReaderScreen]:
        """Returns our screens that have their widgets; one that is just being opened says what it has to by itself."""
        return [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen) and screen.is_whole]

    def on_unmount(self) -> None:
        """Gives up what is under way."""
        if self.keeping:
            self.keeping.stop()

    # -- keeping places ----------------------------------------------------------------------------------

    class NotKept(Message):
        """What was to be kept could not be written."""

    def save_soon(self) -> None:
        """Has what the screens want kept written in a moment: at most once in so many seconds, beside the drawing."""
        if self._saving is None and self.is_running:
            self._saving = self.set_timer(SAVE_SECONDS, self._save_beside)

    def _save_beside(self) -> None:
        self._saving = None
        self._gather()
        if self._unsaved:
            marks, self._unsaved = tuple(self._unsaved.values()), {}
            self._save(marks)

    @work(thread=True, group="marks")
    def _save(self, marks: tuple[Mark, ...]) -> None:
        if not self.memory.keep(*marks):
            self.post_message(self.NotKept())

    def on_reader_app_not_kept(self) -> None:
        """Tells once what keeps the places from being kept."""
        if isinstance(self.screen, ReaderScreen) and (notice := self.memory.take_notice()):
            self.screen.say(notice)

    def save_now(self) -> None:
        """Writes at once what is not kept yet."""
        self._gather()
        if self._unsaved:
            self.memory.keep(*self._unsaved.values())
            self._unsaved = {}

    def _gather(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen) and screen.is_mounted and screen.children:  # not one half open
                self._unsaved |= {mark.id: mark for mark in screen.unsaved()}

    async def _close_all(self) -> None:
        """Keeps what is not kept yet, while the screens are there: every ordered end of the program passes here."""
        try:
            self.save_now()
        except Exception as fault:  # the terminal must be given back first; then it is told as any other
            self._exception = self._exception or fault
        await super()._close_all()

    def _see_issues(self) -> None:
        """Finds out which issues are new since the last visit, and keeps that they were seen; in a thread."""
        folders: dict[str, set[str]] = {}
        for entry in self.library.entries:
            folders.setdefault(os.path.dirname(os.path.abspath(entry.path)), set()).add(entry.name)
        for folder, names in folders.items():
            known = self.memory.seen(folder)
            self.fresh[folder] = self.fresh.get(folder, frozenset()) | (names - known if known else frozenset())
            if names - known:
                self.memory.see(folder, sorted(names - known))

    def is_fresh(self, entry: Entry) -> bool:
        """Whether an issue was not there at the last visit."""
        return bool(self.fresh) and entry.name in self.fresh.get(os.path.dirname(os.path.abspath(entry.path)), ())

    def get_driver_class(self) -> type[Driver]:
        """Returns what stands between the app and the terminal: our own, where Textual would take its own."""
        found = super().get_driver_class()
        if os.name == "posix" and found.__name__ == "LinuxDriver":
            from reader.ui.terminal import TerminalDriver

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

    def shelf(self, entry: Entry | None = None) -> ReaderScreen:
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

    def leave_reading(self, entry: Entry) -> None:
        """Goes back from an article to the screen it was opened from; to the shelf if it was the first."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.push_screen(self.shelf(entry))  # Textual's first screen cannot be switched

    def remember(self, entry: Entry, article: Article, locus: Locus, marks: Iterable[Mark] = ()) -> None:
        """Keeps the place in an article: as it is until the program ends, and as a mark for ever."""
        self.places[entry.path, article.id] = locus
        self._unsaved |= {mark.id: mark for mark in marks}
        self.save_soon()

    def place_in(self, entry: Entry, article: Article) -> Locus | None:
        """Returns the place in an article, if it was open before."""
        return self.places.get((entry.path, article.id))

    async def on_event(self, event: events.Event) -> None:
        """Lets a paste through the gate: what a terminal hands over goes into boxes, and from there to the screen."""
        if isinstance(event, events.Paste):
            takes_lines = getattr(self.focused, "takes_lines", False)
            event.text = clean(event.text) if takes_lines else clean_line(event.text)
        await super().on_event(event)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Does what a key asks for; one in a burst that meets a screen without its widgets is dropped."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except NoMatches:
            screen = default_namespace if isinstance(default_namespace, ReaderScreen) else self.screen
            if not isinstance(screen, ReaderScreen) or screen.is_whole:
                raise
            return False

    async def on_key(self, event: events.Key) -> None:
        """Gives a box the keys that were on their way when it was opened: none of a burst is lost."""
        box: Any = self.focused
        insert = getattr(box, "insert_text_at_cursor", None) or getattr(box, "insert", None)
        if insert is None:
            return
        if event.is_printable and event.character:
            insert(event.character)
            event.prevent_default()  # else Textual takes it for a command
        elif await self._check_bindings(event.key, priority=True):  # Enter and Escape are the box's before the screen's
            event.prevent_default()

    def watch_interface(self) -> None:
        """Says everything in the other language."""
        for screen in self._screens():
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
