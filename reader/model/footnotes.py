"""The numbers of an article's footnotes: by the first mark of each, the same in every language."""

from __future__ import annotations

from reader.model.magazine import FreeBody, texts_in
from reader.model.record import record, replace
from reader.model.text import EVERY_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.magazine import Article, Footnote
    from reader.model.text import Prose, Text

ANCHOR_PREFIX = "note."
"""Part of an anchor before the id of a footnote; no id of a block has a full stop."""


@record
class FootnoteMark:
    """A mark of a footnote in a text."""

    id: str
    language: str
    text: Text


def numbered(article: Article) -> Article:
    """Returns an article whose footnotes have their numbers and the languages that mark them."""
    if not article.footnotes:
        return article
    marked: dict[str, list[str]] = {}
    for mark in marks(article):
        marked.setdefault(mark.id, []).append(mark.language)
    numbers = {identifier: number for number, identifier in enumerate(_known(article, marked), 1)}
    return replace(
        article,
        footnotes=tuple(
            replace(note, number=numbers.get(note.id, 0), marked_in=tuple(dict.fromkeys(marked.get(note.id, ()))))
            for note in article.footnotes
        ),
    )


def _known(article: Article, marked: dict[str, list[str]]) -> list[str]:
    ids = {note.id for note in article.footnotes}
    return [identifier for identifier in marked if identifier in ids]


def in_order(footnotes: Sequence[Footnote]) -> list[Footnote]:
    """Returns footnotes by their numbers; those without a mark come last."""
    return sorted(footnotes, key=lambda note: note.number or len(footnotes) + 1)


def numbers_of(article: Article) -> dict[str, int]:
    """Returns the number of each footnote that has a mark, by its id."""
    return {note.id: note.number for note in article.footnotes if note.number}


def marks(article: Article) -> Iterator[FootnoteMark]:
    """Yields the marks of footnotes in an article in reading order; those in captions follow the body."""
    body = article.body
    blocks = [held for _, held in body.sides] if isinstance(body, FreeBody) else [body.blocks]
    for text in texts_in((*blocks, article.figures)):
        for tag, prose in text.sides:
            for identifier in marks_in(prose):
                yield FootnoteMark(identifier, tag, text)


def marks_in(prose: Prose) -> Iterator[str]:
    """Yields the ids of the footnotes that a text marks."""
    return (span.target for span in prose.spans if span.kind == "footnote")


def is_marked_in(note: Footnote, language: str) -> bool:
    """Whether a text in a language marks a footnote."""
    return language in note.marked_in or EVERY_LANGUAGE in note.marked_in


def of_side(article: Article, language: str) -> list[Footnote]:
    """Returns the footnotes of a side of a free body, in order: those that it marks, and those that no side marks."""
    sides = [tag for tag, _ in article.body.sides] if isinstance(article.body, FreeBody) else []
    return [
        note
        for note in in_order(article.footnotes)
        if is_marked_in(note, language) or not any(is_marked_in(note, tag) for tag in sides)
    ]
