"""Marks as entries of a list, and which of them words filter. Pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.catalogue.lazy import LazySequence
from reader.layout.runs import shortened
from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, PLACE, WORD, Mark
from reader.model.record import replace
from reader.search.folding import fold
from reader.ui.widgets.drawing import Run
from reader.ui.widgets.listing import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.ui.strings import Strings

SIGNS = {BOOKMARK: "⚑", HIGHLIGHT: "▍", NOTE: "✎", WORD: "文", PLACE: "◐"}
NOTE_SIGN = "✎ "
FOUND, LOST, ELSEWHERE = "found", "lost", "elsewhere"
MAX_ROWS = 2


def entries(
    marks: Sequence[Mark], state: Callable[[Mark], str], width_cells: int, strings: Strings
) -> LazySequence[Entry[Mark]]:
    """Returns marks under the names of their articles; ``state`` tells whether one is found, when it is first seen."""
    things: list[Mark | str] = []
    article = None
    firsts = set()
    for mark in marks:
        if article != (mark.issue, mark.article):
            article = mark.issue, mark.article
            things.append(_heading(mark))
            firsts.add(mark)
        things.append(mark)
    room_cells = max(8, width_cells - 8)

    def make(thing: Mark | str) -> Entry[Mark]:
        if isinstance(thing, str):
            return Entry((((thing, "accent"),),), space_before=True)
        return replace(_entry(thing, state(thing), room_cells, strings), space_before=thing not in firsts)

    return LazySequence(things, make)


def _heading(mark: Mark) -> str:
    """Returns what of a citation names the article: without the page and the address."""
    parts = mark.citation.split(" · ")[:-1]
    return " · ".join(part for part in parts if not part.startswith("P.")) or f"{mark.issue}/{mark.article}"


def _entry(mark: Mark, state: str, room_cells: int, strings: Strings) -> Entry[Mark]:
    told = "" if state == FOUND else strings.mark_states[state]
    head: list[Run] = [(f"{SIGNS[mark.kind]} ", "accent"), (strings.mark_kinds[mark.kind], "muted")]
    head += [(f"  {mark.name}", "strong")] if mark.name else []
    head += [(f"  {told}", "warning")] if told else []
    page = next((part for part in mark.citation.split(" · ") if part.startswith("P.")), "")
    lines: list[tuple[Run, ...]] = [tuple(head)]
    languages = dict.fromkeys(quotation.language for quotation in mark.quotations)
    if mark.kind == PLACE:
        done = strings.finished if mark.finished else f"{mark.done // 10}%"
        lines.append(((done, "strong"),))
    for number, tag in enumerate(languages if mark.kind != PLACE else list(languages)[:1]):
        text = " ".join(quotation.exact for quotation in mark.quotations if quotation.language == tag)
        style = "strong" if mark.kind == WORD else "" if number == 0 else "muted"
        lines.append(((shortened(text, room_cells, MAX_ROWS), style),))
    lines += [((shortened(text, room_cells, MAX_ROWS), "muted"),) for _, text in mark.beside]
    if mark.note:
        first, *rest = [line for line in mark.note.splitlines() if line.strip()] or [""]
        lines += [((NOTE_SIGN, "accent"), (first, "")), *[(("  ", ""), (line, "")) for line in rest]]
    return Entry(tuple(lines), mark, indent_cells=2, hang_cells=2, right=(page, "muted"))


class Filter:
    """Finds the marks that hold some words: in what is marked, beside it, in notes, names and citations."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = tuple(marks)
        self._texts: list[str] | None = None

    def of(self, words: str, kind: str) -> tuple[Mark, ...]:
        """Returns the marks of a kind (of all, if it is empty) that hold every word; script and case are one."""
        wanted = fold(words).split()
        if self._texts is None and wanted:
            self._texts = [fold("\n".join(_texts(mark))) for mark in self.marks]
        texts = self._texts if wanted and self._texts is not None else [""] * len(self.marks)
        return tuple(
            mark
            for mark, text in zip(self.marks, texts, strict=True)
            if is_of(mark, kind) and all(word in text for word in wanted)
        )


def is_of(mark: Mark, kind: str) -> bool:
    """Whether a mark is of a kind; whatever has a note is one, too."""
    return kind in ("", mark.kind) or (kind == NOTE and bool(mark.note) and mark.kind == HIGHLIGHT)


def _texts(mark: Mark) -> list[str]:
    quoted = [quotation.exact for quotation in mark.quotations]
    return [*quoted, *(text for _, text in mark.beside), mark.name, mark.note, mark.citation]
