"""The reader's marks, and a filter over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.catalogue.lazy import LazySequence
from reader.layout.runs import shortened
from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, PLACE, WORD, Mark
from reader.model.equivalence import fold
from reader.model.naming import both
from reader.model.passage import find, passages
from reader.model.record import replace
from reader.ui.lists.captions import note_lines
from reader.ui.lists.entry import ListEntry, group_heading
from reader.ui.lists.passages import Sides, passage_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal

    from reader.layout.runs import Run
    from reader.marks.mark import MarkKind, MarkState
    from reader.model.text import Extent
    from reader.reading.mark_targets import MarkTarget
    from reader.ui.lists.entry import Runs
    from reader.ui.strings import Strings

SIGNS = {BOOKMARK: "⚑", HIGHLIGHT: "▬", NOTE: "✎", WORD: "文", PLACE: "◐"}
MAX_ROWS = 2
"""Maximum number of rows of a quotation."""
HANG = ("  ", "")
"""Distance of the texts of a mark from its sign, as that of their continuation lines."""


class WordFacts(NamedTuple):
    """More about a kept word."""

    reading: str
    sense: str
    times: int
    """Number of times that it occurs in its article."""


class ArticleOf(NamedTuple):
    """The article of a mark, as a heading."""

    mark: Mark


def mark_entries(
    listed: Sequence[Mark],
    state: Callable[[Mark], MarkState],
    width_cells: int,
    strings: Strings,
    facts: Callable[[Mark], WordFacts] | None = None,
) -> LazySequence[ListEntry[Mark]]:
    """Returns marks under the names of their articles.

    Args:
        listed: The marks, those of an article together.
        state: Returns whether a mark is found; called when its entry is first seen.
        width_cells: The width of the list.
        strings: The interface's language.
        facts: Tells more of a word; called when its entry is first seen.
    """
    things: list[Mark | ArticleOf] = []
    article = None
    firsts = set()
    for mark in listed:
        if article != (mark.issue, mark.article):
            article = mark.issue, mark.article
            things.append(ArticleOf(mark))
            firsts.add(mark)
        things.append(mark)
    room_cells = max(8, width_cells - 8)

    def make(thing: Mark | ArticleOf) -> ListEntry[Mark]:
        if isinstance(thing, ArticleOf):
            name, source = _article_name(thing.mark)
            return group_heading(name, source, width_cells - 4)
        told = facts(thing) if facts and thing.kind == WORD else None
        return replace(_mark(thing, state(thing), room_cells, strings, told), space_before=thing not in firsts)

    return LazySequence(things, make)


def _article_name(mark: Mark) -> tuple[str, list[str]]:
    """Returns the title of a mark's article and its sources, from the citation, whose last part is the address."""
    parts = [part for part in mark.citation.split(" · ")[:-1] if not part.startswith("P.")]
    if not parts:
        return f"{mark.issue}/{mark.article}", []
    title, source = parts[-1], parts[:-1]
    return title, [" · ".join(source[:end]) for end in range(len(source), 0, -1)]


def times_met(mark: Mark, target: MarkTarget | None) -> int:
    """Returns the number of times that a word occurs in the article that it was kept in."""
    if target is None or not mark.text:
        return 0
    language = mark.quotations[0].language
    return sum(passage.text.plain(language).count(mark.text) for passage in passages(target.article))


def _mark(mark: Mark, state: MarkState, room_cells: int, strings: Strings, facts: WordFacts | None) -> ListEntry[Mark]:
    head: list[Run] = [(f"{SIGNS[mark.kind]} ", "muted"), (strings.mark_kinds[mark.kind], "muted")]
    head += [(f"  {mark.name}", "strong")] if mark.name else []
    head += [(f"  {strings.mark_states[state]}", "warning")] if state != "found" else []
    known = next((part for part in mark.citation.split(" · ") if part.startswith("P.")), "")
    page = strings.page.format(page=known.removeprefix("P.")) if known else ""
    head += [(f"  ×{facts.times}", "muted")] if facts and facts.times else []
    lines: list[Runs] = [tuple(head), *_quotations(mark, room_cells, strings)]
    if facts and facts.reading:
        lines[1] = (*lines[1], (f"  {facts.reading}", "accent"))
    if facts and facts.sense and not mark.note:
        lines.append((HANG, (shortened(facts.sense, room_cells, MAX_ROWS), "")))
    lines += [(HANG, (shortened(text, room_cells, MAX_ROWS), "muted")) for _, text in mark.beside]
    if facts and facts.reading:  # the meaning of a looked-up word may begin with it
        mark = replace(mark, note=mark.note.removeprefix(f"{facts.reading} "))
    lines += note_lines(mark) if mark.note else ()
    return ListEntry(tuple(lines), mark, indent_cells=2, hang_cells=2, right=(page, "muted"))


def _quotations(mark: Mark, room_cells: int, strings: Strings) -> list[Runs]:
    """Returns the words of a mark, a line for each language; of a place how much is read, and its first words."""
    languages = [*dict.fromkeys(quotation.language for quotation in mark.quotations)]
    lines: list[Runs] = []
    if mark.kind == PLACE:
        done = strings.finished if mark.finished else f"{mark.done // 10}%"
        lines.append((HANG, (done, "strong")))
        languages = languages[:1]
    for number, tag in enumerate(languages):
        text = " ".join(quotation.exact for quotation in mark.quotations if quotation.language == tag)
        style = "strong" if mark.kind == WORD else "" if number == 0 else "muted"
        lines.append((HANG, (shortened(text, room_cells, MAX_ROWS), style)))
    return lines


def mark_rows(mark: Mark, target: MarkTarget, width_cells: int) -> list[list[Run]]:
    """Returns the passage of a mark as it is now, both languages of it, with the marked words lit."""
    article = target.article
    languages = target.entry.issue.languages_of(article) if target.entry.issue else article.title.languages
    passage = find(article, target.anchor) if target.anchor else next(passages(article), None)
    if passage is None:
        return passage_rows(both(article.title, languages), [], width_cells)
    texts = [text for tag in (*languages, *passage.text.languages) if (text := passage.text.plain(tag))]
    first, second, *_ = (*dict.fromkeys(texts), "", "")
    shown = Sides(first, _marked(mark, first), second, _marked(mark, second))
    return passage_rows(both(article.title, languages), [shown], width_cells)


def _marked(mark: Mark, text: str) -> list[Extent]:
    """Returns the places of a mark's words in a text; none if they are all of it, or only tell which passage it is."""
    if mark.kind in (BOOKMARK, PLACE):
        return []
    found = [(start, start + len(q.exact)) for q in mark.quotations if (start := text.find(q.exact)) >= 0 and q.exact]
    return [] if found == [(0, len(text))] else sorted(found)[:1]


class MarkFilter:
    """Finds the marks that hold some words: in quotations, beside them, in notes, names and citations."""

    def __init__(self, listed: Sequence[Mark]) -> None:
        self.marks = tuple(listed)
        self._folded: list[str] | None = None

    def of(self, words: str, kind: MarkKind | Literal[""]) -> tuple[Mark, ...]:
        """Returns the marks of a kind, or of all if it is empty, that hold every word in any case and script."""
        wanted = fold(words).split()
        if self._folded is None and wanted:
            self._folded = [fold("\n".join(_texts(mark))) for mark in self.marks]
        texts = self._folded if wanted and self._folded is not None else [""] * len(self.marks)
        return tuple(
            mark
            for mark, text in zip(self.marks, texts, strict=True)
            if is_of(mark, kind) and all(word in text for word in wanted)
        )


def is_of(mark: Mark, kind: MarkKind | Literal[""]) -> bool:
    """Whether a mark is of a kind; a highlight with a note is a note, too."""
    return kind in ("", mark.kind) or (kind == NOTE and bool(mark.note) and mark.kind == HIGHLIGHT)


def _texts(mark: Mark) -> list[str]:
    quoted = [quotation.exact for quotation in mark.quotations]
    return [*quoted, *(text for _, text in mark.beside), mark.name, mark.note, mark.citation]
