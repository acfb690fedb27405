"""The parts of the reading screen's status line: matches, page, passage, progress, the next article. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.model.language import name
from reader.model.naming import both
from reader.reading.direction import FORWARD
from reader.reading.duration import time_in_words

if TYPE_CHECKING:
    from reader.layout.runs import Run
    from reader.model.magazine import Article
    from reader.reading.dressing import Script
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
    def minutes(self) -> str:
        """Takes ``minutes``."""

    @property
    def hours(self) -> str:
        """Takes ``hours``."""

    @property
    def time_left(self) -> str:
        """Takes ``time``."""

    @property
    def finished(self) -> str:
        """Label of an article's end."""

    @property
    def next(self) -> str:
        """Takes ``title``, that of the next article."""


def status_parts(  # noqa: PLR0913 (parts of a line, most with a name)
    opened: OpenArticle,
    viewport: Viewport,
    strings: StatusStrings,
    *,
    minutes: float,
    fault: str = "",
    note: str = "",
    script: Script = "as-written",
) -> tuple[Run, ...]:
    """Returns the parts of the status line, the most important first; the place in the article is bold.

    Args:
        opened: The open article.
        viewport: The window on it.
        strings: The interface's strings.
        minutes: The time to read the whole article.
        fault: The fault of the article's file, in one line; empty without one.
        note: The reader's note on the current passage; empty without one.
        script: The script of the screen.
    """
    window = viewport.window
    item, pages = window.item, opened.article.pages
    page = item.page if item and item.page else pages[0] if pages else ""
    language = f"{name(window.turn_language)} " if window.turn_language else ""
    passage = f"{language}¶{window.passage_number}/{window.passages}" if window.passages else ""
    left = minutes * (1 - window.progress)
    after = opened.neighbour(FORWARD)
    parts = [
        (fault, "warning"),
        (_matches(viewport, strings), ""),
        (strings.apart if window.loose else "", "muted"),
        (f"✎ {note.strip().splitlines()[0]}" if note else "", ""),
        (strings.page.format(page=page) if page else "", "strong"),
        (passage, "muted" if page else "strong"),
        (f"{round(window.progress * 100)}%", "muted"),
        (strings.finished if window.at_end else strings.time_left.format(time=time_in_words(left, strings)), "muted"),
        (strings.next.format(title=_title(opened, after, script)) if after else "", "muted"),
    ]
    return tuple((text, style) for text, style in parts if text)


def _title(opened: OpenArticle, article: Article, script: Script) -> str:
    """Returns the title of another article of the issue in its languages, in the script of the screen."""
    return opened.names_in_script([both(article.title, opened.issue.languages_of(article))], script)[0]


def _matches(viewport: Viewport, strings: StatusStrings) -> str:
    """Returns the number of the current match and of all; an ellipsis for a number that is not known yet.

    Where matches are lit and none is the current one, as at a place that was kept, a dash is in its place.
    """
    matches, current = viewport.matches, viewport.current
    if not matches:
        return ""
    if matches.complete and not matches.spans:
        return strings.no_match
    index = matches.index_of(current) if current else None
    count = f"{len(matches.spans)}{'' if matches.complete else '+'}"
    unknown = "…" if current else "–"
    return strings.matches.format(position=unknown if index is None else index + 1, count=count)
