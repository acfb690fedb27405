"""Find in article: the box, the matches, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.direction import BACKWARD, FORWARD
from reader.search.query import Query, phrase
from reader.search.unfolding import written_as
from reader.ui.widgets.find_box import FindBox
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from reader.reading.direction import Direction
    from reader.ui.screens.reading_context import ReadingContext


def box_of(context: ReadingContext) -> FindBox | None:
    """Returns the box of find in article, while it is open."""
    return next(iter(context.screen.query(FindBox)), None)


async def find(context: ReadingContext) -> None:
    """Opens the box of find in article."""
    if box_of(context) is None:
        context.find.begin(context.viewport)
        box = FindBox(placeholder=context.strings.find_prompt, id="find", compact=True, select_on_focus=False)
        status = context.screen.query_one(Status)
        status.fall_silent()  # it counts the matches
        status.is_typing = True
        await context.screen.mount(box, before=status)
    context.screen.set_focus(box_of(context))
    context.screen.call_after_refresh(_get_ready, context)


def next_match(context: ReadingContext) -> None:
    """Goes to the next match; behind the last one of the article, to the next article with hits."""
    _go_to_match(context, FORWARD)


def previous_match(context: ReadingContext) -> None:
    """Goes to the previous match; before the first one of the article, to the article with hits before it."""
    _go_to_match(context, BACKWARD)


def find_typed(context: ReadingContext, words: str) -> None:
    """Lights the words in the box, from the place where it was opened; not once the box is closed."""
    if box_of(context):
        find_words(context, words)


def find_words(context: ReadingContext, words: str) -> None:
    """Lights the matches of words, and goes to the first one from the place where find began."""
    query, start = phrase(words), context.find.before
    context.go(lambda viewport: viewport.find(query, start))


async def keep_found(context: ReadingContext) -> None:
    """Closes the box and keeps its matches lit, though the message of the last letter may still be on its way."""
    if (box := box_of(context)) and (context.viewport.sought or Query(())) != phrase(box.value):
        find_words(context, box.value)
    await close(context)


async def close(context: ReadingContext) -> None:
    """Closes the box."""
    if box := box_of(context):
        await box.remove()
        context.screen.query_one(Status).is_typing = False
    context.screen.set_focus(context.view)


def _get_ready(context: ReadingContext) -> None:
    """Prepares the search for the first letter before it is typed, a piece at a time."""
    written_as()
    if box_of(context) and (context.view.shown.flow.load_some() or context.viewport.words.learn()):
        context.screen.call_later(_get_ready, context)


def _go_to_match(context: ReadingContext, by: Direction) -> None:
    opened = context.opened
    if hit := context.find.hit_beyond((opened.issue.id, opened.article.id), context.viewport, by):
        context.open_hit(hit, by)
    else:
        context.go(lambda viewport: viewport.next_match(by))
