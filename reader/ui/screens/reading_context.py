"""The context of the reading commands: the open article, its view, its marks, the panels beside it, and the host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import log
from reader.errors import ReaderError
from reader.layout.flow import flow
from reader.library import resolve
from reader.marks.mark import WORD
from reader.model.naming import both
from reader.model.record import replace
from reader.reading.figure_room import FigureFiles
from reader.reading.headings import source_forms, title_forms
from reader.reading.last_place import LastPlace, Start
from reader.reading.opened import OpenArticle, reading_minutes
from reader.reading.opening import terms_of
from reader.reading.overlays import mark_overlay
from reader.reading.statusline import status_parts
from reader.reading.tour import where
from reader.reading.trail import LeftPlace
from reader.reading.versions import first_fault, version_of
from reader.ui.lists.beside import captions_beside, captions_labels, contents_beside, notes_beside
from reader.ui.lists.captions import KeptCaptions
from reader.ui.screens.helping import Helping
from reader.ui.screens.marking import MarkSearch
from reader.ui.screens.side_panels import SidePanels
from reader.ui.widgets.pointed_spread import PointedSpread
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.layout.flow import Flow
    from reader.library import Target
    from reader.marks.mark import Mark
    from reader.model.magazine import Article, Issue
    from reader.model.terms import Terms
    from reader.reading.direction import Direction
    from reader.reading.finding import FindState
    from reader.reading.opening import Opening
    from reader.reading.selection import Selection
    from reader.reading.versions import Version
    from reader.reading.viewport import Viewport
    from reader.reading.window import Window
    from reader.search.hits import Hit
    from reader.search.query import Query
    from reader.source import Loaded
    from reader.ui.host import Host
    from reader.ui.screens.base import ReaderScreen
    from reader.ui.screens.faults import FaultPanel
    from reader.ui.screens.watching import FileFollower
    from reader.ui.strings import Strings


class ReadingContext:
    """An open article on a screen. The commands of reading are functions on it."""

    def __init__(
        self,
        screen: ReaderScreen,
        opened: OpenArticle,
        find: FindState,
        faults: FaultPanel | None = None,
        first: Opening | None = None,
    ) -> None:
        """Takes the screen that has the widgets.

        Args:
            screen: A screen with a banner, the panels, a spread and a status line.
            opened: The article that is opened first.
            find: The search that led to it.
            faults: The list of the file's faults, in a preview.
            first: The article as it was drawn before there was a screen.
        """
        self.screen, self.opened, self.find, self.faults = screen, opened, find, faults
        self.panels = SidePanels(screen, below=("faults",) if faults else ())
        self.marks = MarkSearch(screen, self._draw_marks)
        self.terms: Terms | None = None
        """The glossary of the issue, if it has one."""
        self.helping = Helping(self)
        self.file: FileFollower | None = None
        """Follows the file of the article; None until the screen is mounted."""
        self.file_fault = ""
        """The fault of the file as it is now, in one line."""
        self._first = first
        self._glossed: Issue | None = None
        self._place: LastPlace | None = None
        self._has_notes, self._captions = False, KeptCaptions()
        self._minutes = 0.0
        self._room_changed: Callable[[], None] | None = None

    # -- parts ----------------------------------------------------------------------------------------

    @property
    def host(self) -> Host:
        """The app."""
        return self.screen.host

    @property
    def strings(self) -> Strings:
        """The strings of the interface."""
        return self.host.strings

    @property
    def view(self) -> PointedSpread:
        """The widget of the article."""
        return self.screen.query_one(PointedSpread)

    @property
    def viewport(self) -> Viewport:
        """The viewport on the article."""
        return self.view.viewport

    @property
    def window(self) -> Window:
        """The window on the article."""
        return self.view.window

    @property
    def selection(self) -> Selection | None:
        """The selection in the article."""
        return self.view.shown.overlays.selection

    def say(self, message: str) -> None:
        """Says something in the status line for a moment."""
        self.screen.say(message)

    # -- moves ----------------------------------------------------------------------------------------

    def go(self, step: Callable[[Viewport], object]) -> None:
        """Applies a step to the viewport, and updates the panels at once: all is drawn in one frame."""
        self.view.go_followed(step)
        self.follow()

    def go_in_window(self, step: Callable[[Window], object]) -> None:
        """Applies a step to the window, in the same way."""
        self.go(lambda viewport: step(viewport.window))

    def follow(self) -> None:
        """Updates the captions and the status line for the place, and has it saved before long."""
        if self.view.ready:
            self._show_captions()
            self._show_status()
            self.helping.follow()
            self.host.autosave.soon()
            if self._room_changed:
                self._room_changed()

    # -- articles -------------------------------------------------------------------------------------

    def open(self, article: Article, anchor: str = "") -> None:
        """Shows an article of the issue: from an anchor, else from the place where it was left.

        Matches stay lit in the next article.
        """
        if article is not self.opened.article:
            languages = self.host.look.pair_of(self.opened.issue, article)
            self._leave_for(replace(self.opened, article=article, languages=languages))
        self._open(anchor)

    def open_hit(self, hit: Hit, by: Direction) -> None:
        """Shows the article of a hit, in any issue, at its first match (1) or at its last one (-1)."""
        try:
            target = resolve(self.host.library, hit.address)
        except ReaderError as error:
            self.say(str(error))
            return
        assert target.article
        self.leave_place()
        self._enter(target)
        self._open(hit.anchor)
        if self.view.ready and self.viewport.matches:
            self.go(lambda viewport: viewport.go_to_first_match(by))
        assert self.find.hits
        articles = self.find.hits.articles
        title = both(target.article.title, self.opened.issue.languages_of(target.article))
        position = articles.index(where(hit)) + 1
        self.say(self.strings.hit_article.format(position=position, count=len(articles), title=title))

    def open_target(self, target: Target, left: LeftPlace | None = None) -> None:
        """Shows the place of a target, in any issue; or a place in its article that was left."""
        self._enter(target)
        if left:
            before = replace(self.opened, languages=left.languages)
            self._open("", Start(before.locus_in(self.opened.languages, left.locus), left.current))
        else:
            self._open(target.passage.anchor if target.passage else target.figure.id if target.figure else "")

    @property
    def place(self) -> LeftPlace:
        """The place in the article, for the way back."""
        opened = self.opened
        return LeftPlace(opened.issue.id, opened.article.id, opened.languages, self.window.locus, self._current)

    @property
    def _current(self) -> str:
        """The anchor of the current passage; empty in the head of the article."""
        item = self.window.item
        return item.anchor if item and item.number else ""

    def leave_place(self) -> None:
        """Keeps the place in the article for the way back."""
        if self.screen.is_mounted and self.view.ready:
            self.host.trail.leave(self.place)

    def show_in(self, languages: tuple[str, str]) -> None:
        """Shows the article in other languages, or in the same ones the other way round, at the same paragraph."""
        locus = self.opened.locus_in(languages, self.window.kept)
        self.opened = replace(self.opened, languages=languages)
        shown = flow(self.opened.article, languages, self.opened.issue)
        self.view.show(shown, Start(locus), self.view.shown.sought)
        self._minutes = reading_minutes(shown)
        self._show_names()
        self.follow()

    def show_version(self, version: Version) -> None:
        """Shows another version of the article at the same place, with the same matches lit."""
        issue, article, languages = version.issue, version.article, self.opened.languages
        assert self._place
        start = self._place.start_in(version, self.opened, self.window)
        if not {*languages} <= {*issue.languages}:
            languages = self.host.look.pair_of(issue, article)
        self.opened = replace(self.opened, issue=issue, article=article, languages=languages)
        self._show(start, self.view.shown.sought)

    def take_file(self, loaded: Loaded) -> None:
        """Shows the article as its file has it now, or says why it cannot: the last good version stays then."""
        if loaded.path != self.opened.entry.path or not self.screen.is_mounted:
            return
        if version := version_of(loaded, self.opened.article.id):
            self.file_fault = ""
            self.opened.entry.take(loaded)
            self.show_version(version)
        else:
            fault = first_fault(loaded) or self.strings.article_gone
            self.file_fault = self.strings.file_unusable.format(fault=fault)
            log.warning(f"an open file is not what it was: {fault}")
            self.follow()
        self.host.upkeep.again()

    def remember(self) -> None:
        """Keeps the place and the look, for the next time that this or another article is shown."""
        opened, place = self.opened, Start(self.window.locus, self._current)
        self.host.autosave.remember(opened.entry, opened.article, place, self.unsaved())
        self.host.look = self.view.look

    def unsaved(self) -> tuple[Mark, ...]:
        """Returns the place in the article as a mark, if it is not written yet."""
        if self._place is None or not self.screen.is_mounted or not self.view.ready:
            return ()
        mark = self._place.unsaved(self.opened, self.window)
        return (mark,) if mark else ()

    def _enter(self, target: Target) -> None:
        """Takes the article of a target, in any issue, before it is shown at a place."""
        assert target.article
        if target.article is self.opened.article:
            return
        is_same_file = target.entry is self.opened.entry
        issue = self.opened.issue if is_same_file else target.issue
        languages = self.host.look.pair_of(issue, target.article)
        self._leave_for(OpenArticle(target.entry, issue, target.article, languages))
        if self.file and not is_same_file:
            self.file.follow(target.entry.path)
            self.file_fault = ""

    def _leave_for(self, opened: OpenArticle) -> None:
        self.remember()
        self.find.before = None
        self.opened = opened

    def _open(self, anchor: str, left: Start | None = None) -> None:
        opened, first = self.opened, self._first
        self._first = None
        if first:
            self._place, self._glossed, self.terms = first.place, opened.issue, first.terms
            self.view.take(first.display)
            self._surround(first.display.flow)
            return
        self._place = LastPlace(self.host.memory, opened)
        left = left or self.host.autosave.place_in(opened.entry, opened.article)
        start = Start(anchor) if anchor else left or self._place.start(opened)
        self._show(start, self.find.query_for(self.view.shown.sought))

    def _show(self, start: Start, sought: Query | None) -> None:
        issue = self.opened.issue
        if self._glossed is not issue:
            self._glossed, self.terms = issue, terms_of(issue)
            self.view.draw_terms(self.terms)
        shown = flow(self.opened.article, self.opened.languages, self.opened.issue)
        has_pictures = self.host.pictures.mode != "none"
        self.view.shown.files = FigureFiles(self.opened.entry.pictures, self.opened.article) if has_pictures else None
        self.view.show(shown, start, sought)
        self._surround(shown)

    def _surround(self, shown: Flow) -> None:
        """Shows the panels and lines around the article, and searches for marks in it."""
        self._minutes = reading_minutes(shown)
        self.screen.call_after_refresh(self.show_marks)
        self._has_notes = self.host.memory.has_notes(self.opened.issue.id, self.opened.article.id)
        self.arrange()
        self.relabel()

    # -- marks ----------------------------------------------------------------------------------------

    def show_marks(self) -> None:
        """Searches for the reader's marks in the article, and draws them as they are found."""
        if self.screen.is_whole:  # called after a frame, when the screen may be closed
            self.marks.start(self.host.memory, self.opened)
            self._say_notice()

    def keep(self, mark: Mark, message: str) -> None:
        """Writes a mark, says so, and draws it."""
        is_kept = self.host.memory.keep(mark)
        if mark.kind == WORD:
            self.helping.judge_anew()
        self._say_notice()
        self.show_marks()
        self.say(message if is_kept else self.host.memory.fault)

    def notes_here(self) -> tuple[Mark, ...]:
        """Returns the marks with a note on the current passage."""
        return notes_beside(self.opened, self.window, self.view.shown.overlays) if self.view.ready else ()

    def _draw_marks(self) -> None:
        self.view.draw_marks(mark_overlay(self.marks.found, self.opened.article.id))
        self._say_notice()
        if not self._has_notes and any(each.mark.note for each in self.marks.found):
            self._has_notes = True
            self.arrange()
        self.follow()

    def _say_notice(self) -> None:
        if notice := self.host.memory.take_notice(self.strings.unreadable_marks):
            self.say(notice)

    # -- beside the article ---------------------------------------------------------------------------

    def arrange(self) -> None:
        """Shows the panels that the screen has room for."""
        self.panels.arrange(self.has_captions)

    def take_room(self, changed: Callable[[], None]) -> None:
        """Hides the lists below the article for a box in it; ``changed`` is called when the article is drawn anew."""
        self._room_changed = changed
        self.panels.take_room(True)
        self.arrange()

    def give_room_back(self) -> None:
        """Shows the lists below the article again."""
        self._room_changed = None
        self.panels.take_room(False)
        self.arrange()

    @property
    def has_captions(self) -> bool:
        """Whether the panel of the captions has a content: figures, or the reader's notes."""
        return bool(self.opened.article.figures) or self._has_notes

    def relabel(self) -> None:
        """Fills the lines and panels around the article, in the interface's language."""
        opened, strings, contents, captions = self.opened, self.strings, self.panels.contents, self.panels.captions
        contents.title, captions.title, captions.empty = strings.contents, *captions_labels(opened.article, strings)
        places = self.host.memory.places(opened.issue.id)
        contents.show(*contents_beside(opened, strings, places, self.view.look.script))
        self._show_names()
        status = self.screen.query_one(Status)
        status.scope, status.language, status.idle = self.screen.scope, self.host.interface, opened.idle_commands
        self.follow()

    def _show_names(self) -> None:
        """Fills the head line, in the languages that are shown."""
        opened, banner, script = self.opened, self.screen.query_one(Banner), self.view.look.script
        asides = source_forms(opened.issue, opened.section, opened.languages)
        banner.names = opened.names_in_script(title_forms(opened.article, opened.languages), script)
        banner.asides = opened.names_in_script(asides, script)

    def _show_captions(self) -> None:
        panel, notes = self.panels.captions, self.notes_here()
        panel.leads = bool(notes)
        script, files = self.view.look.script, self.view.shown.files
        if self._captions.files is not files:
            self._captions = KeptCaptions(files)
        listed, cursor = captions_beside(self.opened, self.window, self.strings, notes, script, self._captions)
        if listed != panel.entries or cursor != panel.cursor:
            panel.show(listed, cursor)

    def _show_status(self) -> None:
        notes = self.notes_here()
        self.screen.query_one(Status).parts = status_parts(
            self.opened,
            self.viewport,
            self.strings,
            minutes=self._minutes,
            fault=self.file_fault,
            note=notes[0].note if notes else "",
            script=self.view.look.script,
        )
