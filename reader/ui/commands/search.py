"""Commands of the search: narrowing and ordering the hits, and earlier searches."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reader.model.naming import issue_name
from reader.model.record import replace
from reader.search.ranking import SORTS
from reader.ui.commands import lists

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from reader.search.terms import TextField
    from reader.ui.screens.search import SearchScreen

T = TypeVar("T")

KINDS: tuple[TextField | Literal[""], ...] = ("", "title", "caption", "credit", "text")
"""The kinds of texts in the order in which they are searched alone, after all of them."""


def panel(screen: SearchScreen) -> None:
    """Moves the focus between the box and the hits."""
    screen.set_focus(screen.hits if screen.box.has_focus else screen.box)


def line_up(screen: SearchScreen) -> None:
    """Moves the cursor up; in an empty box brings back an earlier search."""
    if screen.box.has_focus and not screen.box.value:
        history(screen)
    else:
        lists.line_up(screen)


def history(screen: SearchScreen) -> None:
    """Puts the previous search into the box."""
    if words := screen.host.history.before(screen.box.value):
        screen.box.value = words
        screen.box.cursor_position = len(words)
    else:
        screen.say(screen.strings.no_history)


def language(screen: SearchScreen) -> None:
    """Searches in the next language alone, or in all of them again."""
    known = ("", *sorted(screen.host.library.languages()))
    screen.narrow(replace(screen.narrowing, language=_after(screen.narrowing.language, known)))


def kind(screen: SearchScreen) -> None:
    """Searches in the next kind of texts alone, or in all of them again."""
    screen.narrow(replace(screen.narrowing, field=_after(screen.narrowing.field, KINDS)))


def issue(screen: SearchScreen) -> None:
    """Searches in the issue in sight alone, or in all of them again."""
    in_sight = screen.issue_in_sight()
    if screen.narrowing.issue:
        screen.narrow(replace(screen.narrowing, issue="", issue_name=""))
    elif in_sight:
        screen.narrow(replace(screen.narrowing, issue=in_sight.id, issue_name=issue_name(in_sight)))
    else:
        screen.say(screen.strings.no_issue)


async def look_up(screen: SearchScreen) -> None:
    """Opens the hit under the cursor, and looks its match up in the dictionary."""
    from reader.ui.commands import lookup

    opened = screen.screen_of(screen.hits.value) if screen.hits.value else None
    if opened:
        await screen.host.push_screen(opened)
        context = opened.context

        def begin() -> None:
            if context.screen.is_whole:  # called after a frame, when the screen may be closed
                lookup.look_up(context)

        opened.call_after_refresh(begin)  # the article has no size before


def sort(screen: SearchScreen) -> None:
    """Puts the newest hits first, or the best."""
    screen.sort = _after(screen.sort, SORTS)
    screen.search()


def back(screen: SearchScreen) -> None:
    """Goes back, and keeps the search if it had hits."""
    screen.keep_search()
    screen.dismiss()


def _after(value: T, values: Sequence[T]) -> T:
    """Returns the value after another, around the end; the first if the other is not among them."""
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]
