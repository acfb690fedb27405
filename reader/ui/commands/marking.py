"""Marking: bookmarks, highlights, notes, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, WORD, deleted, edited
from reader.model.bounds import MAX_MARK_PARTS
from reader.reading import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.marks.article_text import TextRange
    from reader.marks.mark import Mark
    from reader.model.passage import Passage
    from reader.ui.screens.reading_context import ReadingContext


def bookmark(context: ReadingContext) -> None:
    """Bookmarks the current paragraph, or takes its bookmark away."""
    opened, passage = context.opened, context.opened.passage(context.window)
    address = opened.address(passage)
    if old := marked.bookmark_of(context.marks.found, passage):
        context.keep(deleted(old), context.strings.unmarked.format(address=address))
    elif mark := marked.mark_on_passage(BOOKMARK, opened, passage):
        context.keep(mark, context.strings.bookmarked.format(address=address))


async def name_bookmark(context: ReadingContext) -> None:
    """Asks for the name of the current paragraph's bookmark, and sets one if there is none."""
    opened, passage = context.opened, context.opened.passage(context.window)
    address = opened.address(passage)
    mark = marked.bookmark_of(context.marks.found, passage) or marked.mark_on_passage(BOOKMARK, opened, passage)
    if passage is None or mark is None:
        return

    def named(name: str | None) -> None:
        if name is not None:
            context.keep(edited(mark, name=name), context.strings.bookmarked.format(address=address))

    await _ask(context, context.strings.name_title, passage, mark, mark.name, named)


def next_bookmark(context: ReadingContext) -> None:
    """Goes to the next bookmark of this article, around the end."""
    bookmarked = context.view.shown.overlays.marks.bookmarked
    if bookmarked:
        context.go_in_window(lambda window: window.go_to_next(bookmarked))
    else:
        context.say(context.strings.no_bookmark)


def highlight(context: ReadingContext) -> None:
    """Highlights the selection, else the current pair of paragraphs; takes the highlight away if there is one."""
    wanted = marked.stretches(context.opened, context.window, context.selection)
    if not wanted:
        context.say(context.strings.not_markable)
        return
    if _is_too_much(context, wanted):
        return
    old = marked.highlight_over(context.marks.found, wanted)
    context.view.select(None)
    if old:
        context.keep(deleted(old), context.strings.highlight_gone)
    elif mark := marked.mark_on_stretches(HIGHLIGHT, context.opened, wanted):
        context.keep(mark, context.strings.highlighted)


async def note(context: ReadingContext) -> None:
    """Asks for a note on the selection, else on the current paragraph, or for another text of its note."""
    opened, found = context.opened, context.marks.found
    selected = marked.stretches(opened, context.window, context.selection) if context.selection else []
    if _is_too_much(context, selected):
        return
    if selected:
        anchors = frozenset(stretch.anchor for stretch in selected)
        old = marked.highlight_over(found, selected)
        mark = old or marked.mark_on_stretches(HIGHLIGHT, opened, selected)
    else:
        passage = opened.passage(context.window)
        anchors = frozenset((passage.anchor,)) if passage else frozenset()
        old = marked.note_of(found, opened, passage)
        mark = old or marked.mark_on_passage(NOTE, opened, passage)
    if mark is None:
        context.say(context.strings.not_markable)
        return
    from reader.ui.screens.writing import write_note  # a bookmark does without its box
    from reader.ui.screens.writing_room import ParagraphRoom

    def kept(message: str) -> None:
        context.view.select(None)
        context.show_marks()
        if message:
            context.say(message)

    await write_note(context.host, mark, ParagraphRoom(context, anchors), kept, is_new=old is None)


async def word(context: ReadingContext) -> None:
    """Keeps the selected word with its sentence in both languages; asks for the word without a selection."""
    opened = context.opened
    if context.selection:
        selected = marked.stretches(opened, context.window, context.selection)
        context.view.select(None)
        _keep_word(context, selected)
        return
    passage = opened.passage(context.window)
    mark = marked.mark_on_passage(WORD, opened, passage)
    if passage is None or mark is None:
        return

    def typed(text: str | None) -> None:
        if text and text.strip():
            _keep_word(context, marked.stretches_of_word(opened, passage, text.strip()))

    likely = marked.likely_word(opened, context.viewport)
    await _ask(context, context.strings.word_title, passage, mark, likely, typed)


def marks(context: ReadingContext) -> None:
    """Shows all marks, in all issues."""
    from reader.ui.screens.marks import MarksScreen  # a bookmark does without

    context.host.push_screen(MarksScreen(), lambda _: context.show_marks())


def words(context: ReadingContext) -> None:
    """Shows the words that the reader has kept, with their readings and senses."""
    from reader.ui.screens.marks import MarksScreen

    context.host.push_screen(MarksScreen(WORD), lambda _: context.show_marks())


def _is_too_much(context: ReadingContext, wanted: Sequence[TextRange]) -> bool:
    """Whether stretches are more than a mark can hold; says so."""
    if len(wanted) <= MAX_MARK_PARTS:
        return False
    context.say(context.strings.too_much_to_mark.format(most=MAX_MARK_PARTS))
    return True


def _keep_word(context: ReadingContext, stretches: Sequence[TextRange]) -> None:
    mark = marked.mark_on_word(context.opened, stretches)
    if mark is None:
        context.say(context.strings.no_word)
    else:
        context.keep(mark, context.strings.word_kept.format(word=mark.text))


async def _ask(
    context: ReadingContext, title: str, passage: Passage, mark: Mark, text: str, done: Callable[[str | None], None]
) -> None:
    """Asks for a line about a mark on a passage; ``done`` takes it, or None if it was dropped."""
    from reader.ui.screens.writing import WritingScreen  # a bookmark does without its box
    from reader.ui.screens.writing_room import ParagraphRoom

    room = ParagraphRoom(context, frozenset((passage.anchor,)))
    await context.host.push_screen(WritingScreen(title, mark, text, room), done)
