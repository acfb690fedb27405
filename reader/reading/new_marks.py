"""New marks on a selection or a passage. Pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.spaces import ItemIndex
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
    from reader.reading.overlays import FoundMark
    from reader.reading.selection import Selection
    from reader.reading.window import Window

BOOKMARK_CHARS = 300
"""Number of characters of a passage that a bookmark quotes: enough to find it after it was rewritten in part."""
BESIDE_CHARS = 2_000
"""Maximum number of characters of a counterpart that a mark keeps."""
MAX_WORD_CHARS = 80


def stretches_of(window: Window, selection: Selection, article: str) -> list[TextRange]:
    """Returns the selected text passage by passage, without the head, credits and other texts that are no passages."""
    column = window.spread.columns[selection.column]
    found: list[TextRange] = []
    sides = column.sides if selection.pairs else (selection.side,)
    first, last = selection.ends
    for side in sides:
        for index in map(ItemIndex, range(first.item, last.item + 1)):
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
    """Returns the whole passage in each of the languages that it has."""
    texts = {tag: passage.text.plain(tag) for tag in languages}
    return [TextRange(article, passage.anchor, tag, 0, len(text)) for tag, text in texts.items() if text]


def marked(kind: MarkKind, issue: Issue, article: Article, stretches: Iterable[TextRange]) -> Mark | None:
    """Returns a new mark on stretches of an article; None if none of them is in it."""
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
    """Returns the counterpart of a passage in the article's other language, as (language, text); empty without one."""
    text = passage.text
    hit = Hit(issue, article, "text", passage.anchor, passage.page, language, text, (), passage.side)
    across = hit.counterpart()
    return ((across.language, across.text[:BESIDE_CHARS]),) if across else ()


def word_of(issue: Issue, article: Article, stretch: TextRange) -> Mark | None:
    """Returns a mark on a word, with its sentence in both languages, and its meaning if the glossary has the word."""
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
    """Returns the translations of a word in the issue's glossary, with dots between them; empty without any."""
    for entry in issue.glossary:
        known = {entry.term.plain(language).casefold(), *(other.casefold() for other in entry.also)}
        if word.casefold() in known:
            others = dict.fromkeys(entry.term.plain(tag) for tag in issue.languages if tag != language)
            return " · ".join(other for other in others if other and other != word)
    return ""


def stretch_of_word(word: str, passage: Passage, article: str, languages: tuple[str, ...]) -> TextRange | None:
    """Returns the first occurrence of a word in a passage, in the first of the languages that has it.

    Letter case makes no difference where the word does not occur as it is written.
    """
    for tag in languages:
        text = passage.text.plain(tag)
        start = text.find(word)
        start = text.casefold().find(word.casefold()) if start < 0 and len(text.casefold()) == len(text) else start
        if word and start >= 0:
            return TextRange(article, passage.anchor, tag, start, start + len(word))
    return None


def notes_at(found: Iterable[FoundMark], article: str, anchor: str) -> list[Mark]:
    """Returns the highlights and notes at a passage, notes first."""
    here = [
        each.mark
        for each in found
        if each.mark.kind in (NOTE, HIGHLIGHT)
        and any((s.article, s.anchor) == (article, anchor) for s in each.stretches)
    ]
    return sorted(here, key=lambda mark: (not mark.note, mark.kind != NOTE, mark.made))


def covers(stretches: Iterable[TextRange], wanted: Iterable[TextRange]) -> bool:
    """Whether each of the wanted stretches lies within one of the others."""
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
