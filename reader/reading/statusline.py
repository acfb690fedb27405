"""The parts of the reading screen's status line: matches, page, passage, progress, the next article. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.model.language import name
from reader.model.naming import both
from reader.reading.direction import FORWARD

if TYPE_CHECKING:
    from reader.reading.opened import OpenArticle
    from reader.reading.viewport import Viewport


class StatusStrings(Protocol):
    """The strings of the interface in the status line."""

    @property
    def matches(self) -> str:
        """Takes ``position`` and ``count``."""

    @property
    def no_match(self) -> str:
        """Message for a query without matches."""

    @property
    def apart(self) -> str:
        """Sign of sides that scroll by themselves."""

    @property
    def page(self) -> str:
        """Takes ``page``."""

    @property
    def minutes_left(self) -> str:
        """Takes ``minutes``."""

    @property
    def finished(self) -> str:
        """Label of an article's end."""

    @property
    def next(self) -> str:
        """Label of the next article."""


def status_parts(
    opened: OpenArticle, viewport: Viewport, strings: StatusStrings, *, minutes: float, fault: str = "", note: str = ""
) -> tuple[str, ...]:
    """Returns the parts of the status line, the most important first.

    Args:
        opened: The open article.
        viewport: The window on it.
        strings: The interface's strings.
        minutes: The time to read the whole article.
        fault: The fault of the article's file, in one line; empty without one.
        note: The reader's note on the current passage; empty without one.
    """
    window = viewport.window
    parts = [fault, _matches(viewport, strings), strings.apart if window.loose else ""]
    parts.append(f"✎ {note.strip().splitlines()[0]}" if note else "")
    item, pages = window.item, opened.article.pages
    page = item.page if item and item.page else pages[0] if pages else ""
    parts.append(strings.page.format(page=page) if page else "")
    language = f"{name(window.turn_language)} " if window.turn_language else ""
    parts.append(f"{language}¶{window.passage_number}/{window.passages}" if window.passages else "")
    parts.append(f"{round(window.progress * 100)}%")
    left = minutes * (1 - window.progress)
    parts.append(strings.finished if window.at_end else strings.minutes_left.format(minutes=max(1, round(left))))
    if after := opened.neighbour(FORWARD):
        parts.append(f"{strings.next} {both(after.title, opened.issue.languages_of(after))}")
    return tuple(filter(None, parts))


def _matches(viewport: Viewport, strings: StatusStrings) -> str:
    """Returns the number of the current match and of all; an ellipsis for a number that is not known yet."""
    matches = viewport.matches
    if not matches:
        return ""
    if not viewport.current:
        return strings.no_match
    index = matches.index_of(viewport.current)
    count = f"{len(matches.spans)}{'' if matches.complete else '+'}"
    return strings.matches.format(position="…" if index is None else index + 1, count=count)
