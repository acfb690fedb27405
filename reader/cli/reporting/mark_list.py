"""Marks as lines and as JSON, with the state of their passages in a library."""

from __future__ import annotations

from reader.errors import ReaderError
from reader.layout.runs import shortened, wrap
from reader.marks.listing import Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.layout.runs import Run
    from reader.library import Library
    from reader.marks.anchoring import Anchoring
    from reader.marks.mark import Mark, MarkState

INDENT_CELLS = 2


class MarkStates:
    """The states of marks in a library as it is now; issues are anchored once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._issues: dict[str, Anchoring | None] = {}
        self._locations: dict[Mark, Location] = {}

    def locate(self, mark: Mark) -> Location:
        """Returns where a mark is now; each mark is looked for once."""
        if mark not in self._locations:
            anchoring = self._anchoring(mark.issue)
            found = Location(anchoring.issue, anchoring.of_mark(mark)) if anchoring else Location(None)
            self._locations[mark] = found
        return self._locations[mark]

    def of(self, mark: Mark) -> MarkState:
        """Returns whether the passage is found, lost, or in an issue that is not in the library."""
        at = self.locate(mark)
        if at.issue is None:
            return "elsewhere"
        is_found = at.ranges if mark.quotations else at.issue.article(mark.article)
        return "found" if is_found else "lost"

    def address(self, mark: Mark) -> str:
        """Returns the present address of the passage, or its last known address if it is not found."""
        found = self.locate(mark).ranges
        return f"{mark.issue}/{found[0].article}#{found[0].anchor}" if found else mark.address

    def _anchoring(self, issue_id: str) -> Anchoring | None:
        if issue_id not in self._issues:
            self._issues[issue_id] = self._read(issue_id)
        return self._issues[issue_id]

    def _read(self, issue_id: str) -> Anchoring | None:
        from reader.marks.anchoring import Anchoring

        try:
            issue = self._library.entry(issue_id).issue
        except ReaderError:
            return None  # there is no such issue, or its file cannot be opened now
        return Anchoring(issue) if issue else None


def json_of_marks(marks: Sequence[Mark], states: MarkStates) -> str:
    """Returns marks as a JSON list, each with its address and state."""
    from reader.cli.reporting.objects import to_json
    from reader.marks.json_form import to_object

    return to_json([to_object(mark) | {"address": states.address(mark), "state": states.of(mark)} for mark in marks])


def mark_lines(marks: Sequence[Mark], states: MarkStates, width_cells: int) -> Iterator[list[Run]]:
    """Yields each mark: its kind, the marked text in each language, its note, its citation."""
    for number, mark in enumerate(marks):
        if number:
            yield []
        yield from _lines_of(mark, states, width_cells)


def _lines_of(mark: Mark, states: MarkStates, width_cells: int) -> Iterator[list[Run]]:
    state = states.of(mark)
    head: list[Run] = [(mark.kind, "accent"), (f" {mark.name}" if mark.name else "", "strong")]
    head.append((f" ({state})" if state != "found" else "", "warning"))
    yield from wrap(head, width_cells)
    languages = dict.fromkeys(quotation.language for quotation in mark.quotations)
    texts = [("\n".join(q.exact for q in mark.quotations if q.language == tag), "") for tag in languages]
    texts += [(text, "muted") for _, text in mark.beside]
    for text, style in texts:
        short = shortened(text, width_cells - INDENT_CELLS, 2)
        yield from wrap([(short, style)], width_cells, INDENT_CELLS, INDENT_CELLS)
    if mark.note:
        yield from wrap([("✎ ", "accent"), (mark.note, "")], width_cells, INDENT_CELLS, 2 * INDENT_CELLS)
    citation = mark.citation or states.address(mark)
    yield from wrap([(citation, "muted")], width_cells, INDENT_CELLS, INDENT_CELLS)
