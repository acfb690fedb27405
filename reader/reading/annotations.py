"""Making marks out of what is selected or read, and what of them is drawn. Pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.marks.article_text import TextRange
from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, WORD, Mark, new_mark
from reader.marks.quoting import quote
from reader.marks.sentences import corresponding, sentence_at
from reader.model.naming import citation
from reader.model.passage import find
from reader.model.record import replace
from reader.search.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.marks.mark import MarkKind
    from reader.model.magazine import Article, Issue
    from reader.model.passage import Passage
    from reader.reading.selection import Selection
    from reader.reading.viewport import Viewport

BOOKMARK_CHARS = 300
"""So much of a passage is quoted by a bookmark: enough to find it after it was rewritten in part."""
BESIDE_CHARS = 2_000
MAX_WORD_CHARS = 80


# -- what the reader marks ------------------------------------------------------------------------------------------


def stretches_of(viewport: Viewport, selection: Selection, article: str) -> list[TextRange]:
    """Returns what is selected, passage by passage; what is no passage (the head, a credit) is left out."""
    column = viewport.spread.columns[selection.column]
    found: list[TextRange] = []
    sides = column.sides if selection.pairs else (selection.side,)
    first, last = selection.ends
    for side in sides:
        for index in range(first.item, last.item + 1):
            item = column.items[index]
            chosen, cell = selection.covers(selection.column, index, item, side), item.cells[side]
            if not chosen or not cell or not item.number:
                continue
            stretch = TextRange(article, item.anchor, cell.language, *chosen)
            if found and (found[-1].anchor, found[-1].language) == (stretch.anchor, stretch.language):
                found[-1] = replace(found[-1], end=stretch.end)  # the next part of a long paragraph
            else:
                found.append(stretch)
    return found


def stretches_of_passage(passage: Passage, article: str, languages: tuple[str, ...]) -> list[TextRange]:
    """Returns a passage in those of the languages that it has."""
    texts = {tag: passage.text.plain(tag) for tag in languages}
    return [TextRange(article, passage.anchor, tag, 0, len(text)) for tag, text in texts.items() if text]


def marked(kind: MarkKind, issue: Issue, article: Article, stretches: Iterable[TextRange]) -> Mark | None:
    """Returns a new mark over stretches of an article; None if they are none."""
    quotations = []
    first: Passage | None = None
    for stretch in stretches:
        if passage := find(article, stretch.anchor):
            first = first or passage
            end = min(stretch.end, stretch.start + BOOKMARK_CHARS) if kind == BOOKMARK else stretch.end
            quotations.append(quote(article, passage, stretch.language, stretch.start, end))
    if first is None or not quotations:
        return None
    mark = new_mark(kind, issue.id, article.id, tuple(quotations))
    beside: tuple[tuple[str, str], ...] = ()
    if len({quotation.language for quotation in quotations}) == 1:
        beside = counterpart(issue, article, first, quotations[0].language)
    return replace(mark, beside=beside, citation=citation(issue, article, first.page, first.anchor))


def counterpart(issue: Issue, article: Article, passage: Passage, language: str) -> tuple[tuple[str, str], ...]:
    """Returns what answers a passage in the article's other language, with that language."""
    text = passage.text
    hit = Hit(issue, article, "text", passage.anchor, passage.page, language, text, (), passage.side)
    across = hit.counterpart()
    return ((across.language, across.text[:BESIDE_CHARS]),) if across else ()


def word_of(issue: Issue, article: Article, stretch: TextRange) -> Mark | None:
    """Returns a word as a mark, with its sentence and what answers that, and its meaning if the glossary has it."""
    passage = find(article, stretch.anchor)
    if passage is None:
        return None
    text = passage.text.plain(stretch.language)
    exact = text[stretch.start : stretch.end]
    start = stretch.start + len(exact) - len(exact.lstrip())
    exact = exact.strip()[:MAX_WORD_CHARS]
    mark = marked(WORD, issue, article, (replace(stretch, start=start, end=start + len(exact)),)) if exact else None
    if mark is None:
        return None
    begin, end = sentence_at(text, start)
    beside = [(stretch.language, text[begin:end])]
    for language, across in mark.beside:
        beside.append((language, corresponding(text, start, across) if passage.text.get(language) else across))
    return replace(mark, beside=tuple(beside), note=meaning(issue, exact, stretch.language))


def meaning(issue: Issue, word: str, language: str) -> str:
    """Returns what the issue's glossary has for a word in its other languages."""
    for entry in issue.glossary:
        known = {entry.term.plain(language).casefold(), *(other.casefold() for other in entry.also)}
        if word.casefold() in known:
            others = dict.fromkeys(entry.term.plain(tag) for tag in issue.languages if tag != language)
            return " · ".join(other for other in others if other and other != word)
    return ""


def stretch_of_word(word: str, passage: Passage, article: str, languages: tuple[str, ...]) -> TextRange | None:
    """Returns where a word stands in a passage, in the first of the languages that has it; letter case is one."""
    for tag in languages:
        text = passage.text.plain(tag)
        start = text.find(word)
        start = text.casefold().find(word.casefold()) if start < 0 and len(text.casefold()) == len(text) else start
        if word and start >= 0:
            return TextRange(article, passage.anchor, tag, start, start + len(word))
    return None


def notes_at(found: Iterable[tuple[Mark, tuple[TextRange, ...]]], article: str, anchor: str) -> list[Mark]:
    """Returns the highlights and notes at a passage, notes first."""
    here = [
        mark
        for mark, stretches in found
        if mark.kind in (NOTE, HIGHLIGHT) and any((s.article, s.anchor) == (article, anchor) for s in stretches)
    ]
    return sorted(here, key=lambda mark: (not mark.note, mark.kind != NOTE, mark.made))


def covers(stretches: Iterable[TextRange], wanted: Iterable[TextRange]) -> bool:
    """Whether some stretches hold others."""
    held = list(stretches)
    return all(
        any(
            (s.article, s.anchor, s.language) == (w.article, w.anchor, w.language)
            and s.start <= w.start
            and s.end >= w.end
            for s in held
        )
        for w in wanted
    )
