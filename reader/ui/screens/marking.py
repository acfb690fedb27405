"""Marking passages: bookmarks, highlights, notes, words; and drawing what is marked."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, WORD, Mark, deleted, edited
from reader.model.passage import address
from reader.reading.overlays import drawn
from reader.ui.screens.keeping import Keeping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.layout.column import Locus
    from reader.marks.article_text import TextRange
    from reader.marks.mark import MarkKind
    from reader.model.magazine import Article, Issue
    from reader.reading.memory import Whereabouts

    Found = list[tuple[Mark, tuple[TextRange, ...]]]

SLICE_SECONDS = 0.004
"""Looking for marks takes no longer at a time, so that keys are answered meanwhile."""


class Marking(Keeping):
    """The part of the reading screen that sets marks and shows them."""

    _marks: Found
    """The marks of the issue that stand in this article, with where they stand."""
    _search: Iterator[tuple[Mark, tuple[TextRange, ...]]] | None = None

    _place: Mark | None = None
    """The place in the article as it was kept last."""
    _is_visited = False
    """Whether it was kept since the article was opened."""

    # -- the place --------------------------------------------------------------------------------------------

    def open_place(self) -> None:
        """Learns where the article was left."""
        self._place = self.reader.memory.place(self.issue.id, self.article.id)
        self._is_visited = False

    def last_place(self) -> tuple[Locus | str | None, str]:
        """Returns where the article is to be opened, and the anchor of its current passage there."""
        if locus := self.reader.place_in(self.entry, self.article):
            return locus, ""
        if self._place is None or not self._place.quotations:
            return None, ""
        from reader.reading import positions as places

        whereabouts = self.reader.memory.whereabouts(self.issue)
        found = [stretch for stretch in whereabouts.of(self._place) if stretch.article == self.article.id]
        if not found:
            return self._place.quotations[0].anchor, ""
        return places.locus_of(found[0], self.article, self.languages), found[-1].anchor

    def place_in(self, issue: Issue, article: Article) -> tuple[Locus | None, str]:
        """Returns where the reader is, and the anchor of the current passage, in another version of the article."""
        from reader.reading import positions as places

        viewport = self.view.viewport
        kept, place = viewport.kept, places.place(self.issue, self.article, viewport, None)
        found = [s for s in self.reader.memory.whereabouts(issue).of(place) if s.article == article.id]
        if kept is None or not found or found[0].anchor == kept.anchor:
            return kept, ""
        return places.locus_of(found[0], article, self.languages), found[-1].anchor

    def unsaved(self) -> Iterable[Mark]:
        """Yields the place in the article, if it is not what was kept."""
        if not self.is_mounted or not self.view.ready:
            return
        from reader.reading import positions as places

        place = places.place(self.issue, self.article, self.view.viewport, self._place)
        if place != self._place or not self._is_visited:
            self._place, self._is_visited = edited(place), True
            yield self._place

    # -- showing ----------------------------------------------------------------------------------------------

    def show_marks(self) -> None:
        """Looks for the issue's marks in the article that is open, and draws them."""
        marks = self.reader.memory.near(self.issue.id, self.article.id)
        self._tell_notice()
        self._marks = []
        self._search = _looked_for(marks, self.reader.memory.whereabouts(self.issue))
        self._go_on_looking(self._search)

    def _go_on_looking(self, search: Iterator[tuple[Mark, tuple[TextRange, ...]]]) -> None:
        if search is not self._search or not self.is_mounted:
            return  # another article is open by now
        is_first = not self._marks
        end = time.perf_counter() + SLICE_SECONDS
        for found in search:
            if any(stretch.article == self.article.id for stretch in found[1]):
                self._marks.append(found)
            if time.perf_counter() > end:
                self.call_later(self._go_on_looking, search)
                break
        else:
            self._search = None
        if is_first or self._search is None:
            self.view.show_marks(drawn(self._marks, self.article.id))
            self.follow()

    def _tell_notice(self) -> None:
        if notice := self.reader.memory.take_notice():
            self.say(notice)

    def notes_here(self) -> tuple[Mark, ...]:
        """Returns the marks with a note at the current passage."""
        noted = self.view.marks.drawn.noted
        item = self.view.viewport.item if noted and self.view.ready else None
        return noted.get(item.anchor, ()) if noted and item and item.number else ()

    def _keep(self, mark: Mark, said: str) -> None:
        """Keeps a mark, says so, and draws it."""
        kept = self.reader.memory.keep(mark)
        self._tell_notice()
        self.show_marks()
        self.say(said if kept else self.reader.memory.fault)

    # -- bookmarks --------------------------------------------------------------------------------------------

    def _bookmark_here(self) -> tuple[Mark | None, str]:
        """Returns the bookmark of the current passage, if it has one, and its address."""
        passage = self._passage
        where = str(address(self.issue, self.article, passage))
        for mark, stretches in self._marks:
            if passage and mark.kind == BOOKMARK and stretches[0].anchor == passage.anchor:
                return mark, where
        return None, where

    def _new(self, kind: MarkKind) -> Mark | None:
        """Returns a new mark on the current passage, in the languages that are shown."""
        from reader.reading import annotations as marking

        passage = self._passage
        if passage is None:
            return None
        languages = (*self.languages, *passage.text.languages)
        stretches = marking.stretches_of_passage(passage, self.article.id, self.languages)
        stretches = stretches or marking.stretches_of_passage(passage, self.article.id, languages)
        return marking.marked(kind, self.issue, self.article, stretches)

    def action_bookmark(self) -> None:
        """Bookmarks the current paragraph, or takes its bookmark away."""
        old, where = self._bookmark_here()
        if old:
            self._keep(deleted(old), self.strings.unmarked.format(address=where))
        elif mark := self._new(BOOKMARK):
            self._keep(mark, self.strings.bookmarked.format(address=where))

    async def action_name_bookmark(self) -> None:
        """Asks for the name of the current paragraph's bookmark, and sets one if there is none."""
        old, where = self._bookmark_here()
        mark = old or self._new(BOOKMARK)
        if mark is None:
            return

        def named(name: str | None) -> None:
            if name is not None:
                self._keep(edited(mark, name=name), self.strings.bookmarked.format(address=where))

        await self._ask(self.strings.name_title, mark, mark.name, named)

    def action_next_bookmark(self) -> None:
        """Goes to the next bookmark of this article, around the end."""
        bookmarked = self.view.marks.drawn.bookmarked
        if bookmarked:
            self.go(lambda viewport: viewport.go_to_next(bookmarked))
        else:
            self.say(self.strings.no_bookmark)

    # -- highlights, notes, words ---------------------------------------------------------------------------------

    def _stretches(self) -> list[TextRange]:
        """Returns what is selected; the current pair of paragraphs if nothing is."""
        from reader.reading import annotations as marking

        if self.selection:
            return marking.stretches_of(self.view.viewport, self.selection, self.article.id)
        passage = self._passage
        return marking.stretches_of_passage(passage, self.article.id, self.languages) if passage else []

    def action_highlight(self) -> None:
        """Highlights what is selected, else the current pair; takes the highlight away if it is one already."""
        from reader.reading import annotations as marking

        wanted = self._stretches()
        if not wanted:
            self.say(self.strings.not_markable)
            return
        old = next((m for m, held in self._marks if m.kind == HIGHLIGHT and marking.covers(held, wanted)), None)
        self.view.select(None)
        if old:
            self._keep(deleted(old), self.strings.highlight_gone)
        elif mark := marking.marked(HIGHLIGHT, self.issue, self.article, wanted):
            self._keep(mark, self.strings.highlighted)

    async def action_note(self) -> None:
        """Asks for a note on what is selected, else on the current paragraph, or for another text of its note."""
        from reader.reading import annotations as marking

        selected = self._stretches() if self.selection else []
        passage = self._passage
        old = None
        if selected:
            old = next((m for m, held in self._marks if m.kind == HIGHLIGHT and marking.covers(held, selected)), None)
            mark = old or marking.marked(HIGHLIGHT, self.issue, self.article, selected)
        else:
            here = marking.notes_at(self._marks, self.article.id, passage.anchor) if passage else []
            old = next((mark for mark in here if mark.note), None)
            mark = old or self._new(NOTE)
        if mark is None:
            self.say(self.strings.not_markable)
            return
        self.view.select(None)
        from reader.ui.screens.writing import write_note

        await write_note(self, mark, is_new=old is None, done=self.show_marks)

    async def action_word(self) -> None:
        """Keeps the selected word with its sentence in both languages; asks for the word if nothing is selected."""
        from reader.reading import annotations as marking

        if self.selection:
            stretches = self._stretches()
            self.view.select(None)
            self._keep_word(stretches[0] if len(stretches) == 1 else None)
            return
        passage = self._passage
        mark = self._new(WORD)
        if passage is None or mark is None:
            return

        def typed(word: str | None) -> None:
            if word and word.strip():
                languages = (*self.languages, *passage.text.languages)
                self._keep_word(marking.stretch_of_word(word.strip(), passage, self.article.id, languages))

        await self._ask(self.strings.word_title, mark, self._likely_word(), typed)

    def _keep_word(self, stretch: TextRange | None) -> None:
        from reader.reading import annotations as marking

        mark = marking.word_of(self.issue, self.article, stretch) if stretch else None
        if mark is None:
            self.say(self.strings.no_word)
        else:
            self._keep(mark, self.strings.word_kept.format(word=mark.text))

    def _likely_word(self) -> str:
        """Returns what is lit in the current paragraph, else a term of the glossary that stands in it."""
        passage, viewport = self._passage, self.view.viewport
        if passage is None:
            return ""
        match = viewport.match
        if match and viewport.spread.columns[match.column].items[match.item].anchor == passage.anchor:
            cell = viewport.spread.columns[match.column].items[match.item].cells[match.side]
            return cell.prose.text[match.start : match.end] if cell else ""
        texts = [passage.text.plain(tag) for tag in self.languages]
        terms = (entry.term.plain(tag) for entry in self.issue.glossary for tag in self.languages)
        return next((term for term in terms if term and any(term in text for text in texts)), "")

    async def _ask(self, title: str, mark: Mark, text: str, done: Callable[[str | None], None]) -> None:
        from reader.ui.screens.writing import WritingScreen

        await self.app.push_screen(WritingScreen(title, mark, text), done)

    # -- all of them ----------------------------------------------------------------------------------------------

    def action_marks(self) -> None:
        """Shows everything that is marked, in all issues."""
        from reader.ui.screens.marks import MarksScreen

        self.app.push_screen(MarksScreen(), lambda _: self.show_marks())


def _looked_for(marks: Iterable[Mark], whereabouts: Whereabouts) -> Iterator[tuple[Mark, tuple[TextRange, ...]]]:
    return ((mark, whereabouts.of(mark)) for mark in marks)
