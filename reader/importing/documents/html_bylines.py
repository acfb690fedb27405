"""Lines below the title of a page that say who wrote it and when: no part of its text."""

from __future__ import annotations

import re

from reader.importing.documents.html_tree import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.importing.documents.html_tree import Element

_WRITERS = names("author authors byline by-line writer article-author post-author entry-author p-author autor auteur")
_DATES = names(
    """date dates pubdate publish-date published post-date entry-date article-date datetime timestamp time dt-published
    datum reading-time readtime read-time"""
)
_BY = re.compile(r"\A(?:(?:by|von|par|por)\s+|(?:作者|撰文|文|author)\s*[:：]\s*)", re.IGNORECASE)
_LINES = names("p div span address time a ul h2 h3 h4 h5")
_TEXTS = names("p blockquote h2 ul ol pre table figure")
MAX_CHARS = 80
"""Length of such a line."""
MAX_NAME_CHARS = 40
"""Length of a writer's name."""


def take_bylines(main: Element) -> list[str]:
    """Takes the lines that say who wrote a page and when out of its head, and returns the writers' names."""
    writers: list[str] = []
    for element in [*_below_titles(main)]:
        words = {*f"{element.get('class')} {element.get('id')}".lower().split()}
        is_of_writer = bool(words & _WRITERS) or element.get("rel") == "author"
        if not is_of_writer and not words & _DATES and element.name != "time":
            continue
        text = " ".join(element.text().split())
        name = _BY.sub("", text)
        if is_of_writer and 0 < len(name) <= MAX_NAME_CHARS:
            writers.append(name)
        if len(text) <= MAX_CHARS:
            element.remove()
    return list(dict.fromkeys(writers))


def _below_titles(main: Element) -> Iterator[Element]:
    """Yields the elements between each title of the first level and the first long line below it."""
    is_below = False
    for element in main.walk():
        if element.name == "h1":
            is_below = True
        elif element.name in _TEXTS and len(element.text().strip()) > MAX_CHARS:
            is_below = False
        elif is_below and element.name in _LINES:
            yield element
