"""The card of an article: the facts about it beside the contents of its issue."""

from __future__ import annotations

from reader.layout import wording
from reader.layout.runs import packed, width_of, without_orphan, wrap
from reader.model.naming import both, pages_of
from reader.model.record import record
from reader.reading.duration import time_in_words
from reader.reading.progress import progress_bar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.runs import Run
    from reader.marks.mark import Mark
    from reader.model.magazine import Article, Section
    from reader.model.text import Text
    from reader.ui.strings import Strings

    Lines = list[list[Run]]

MAX_CELLS = 72


@record
class Card:
    """The facts about an article on a card."""

    section: Section
    article: Article
    languages: tuple[str, ...]
    """The article's languages, of which the first two are shown."""
    minutes: float
    """The time to read the article."""
    place: Mark | None
    """The reader's place in it."""


def card_rows(card: Card, width_cells: int, strings: Strings, *, is_low: bool = False, has_title: bool = True) -> Lines:
    """Returns the rows of a card, the most important first: a small window cuts it at the end.

    Args:
        card: The facts.
        width_cells: The width of the card.
        strings: The interface's language.
        is_low: Whether there are few rows, none of them blank then.
        has_title: Whether the title is shown; the contents above a card show it.
    """
    article, languages, width = card.article, card.languages, min(MAX_CELLS, width_cells)
    parts = (
        _texts(article.title, languages, width, "strong") if has_title else [],
        _facts(card, strings, width),
        _texts(article.deck, languages, width, "") if article.deck else [],
        list(_credits(article, languages, width)),
    )
    rows: Lines = []
    for part in filter(None, parts):
        rows += [[], *part] if rows and not is_low else part
    return rows


def _texts(text: Text, languages: tuple[str, ...], width: int, style: str) -> Lines:
    """Returns a text in both languages: the first in a style, the other muted."""
    found = dict.fromkeys(shown for tag in languages[:2] if (shown := text.plain(tag))) or [text.best(languages)]
    lines: Lines = []
    for k, shown in enumerate(found):
        lines += without_orphan(((shown, "muted" if k else style),), width)
    return lines


def _facts(card: Card, strings: Strings, width: int) -> Lines:
    """Returns the section, the printed pages, the time to read it, and how far it is read, in one row or two."""
    pages, place = pages_of(card.article), card.place
    facts = [
        both(card.section.title, card.languages),
        strings.page.format(page=pages) if pages else "",
        strings.time_to_read.format(time=time_in_words(card.minutes, strings)),
    ]
    lines = wrap(((" · ".join(filter(None, facts)), "muted"),), width)
    if place is None:
        return lines
    done = progress_bar(place.done, is_finished=place.finished)
    *before, last = lines
    together = [*last, ("  ", ""), *done]
    return [*before, together] if width_of(together) <= width else [*lines, done]


def _credits(article: Article, languages: tuple[str, ...], width: int) -> Iterator[list[Run]]:
    for tag in languages[:2]:
        names = [wording.credit(each.role, each.name.best((tag,)), tag) for each in article.credits]
        for line in packed(names, width):
            yield from wrap(((line, "muted"),), width)
