"""``reader marks``: what the reader made, listed, given out, taken in, and kept alike on two machines."""

from __future__ import annotations

import sys

from reader.cli.opening import library_at
from reader.errors import NotFoundError, ReaderError
from reader.marks.mark import KINDS, PLACE, default_path
from reader.marks.store import MarkStore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.output import Console, Run
    from reader.library import Library
    from reader.marks.anchoring import Anchoring
    from reader.marks.mark import Mark, MarkKind

FORMATS = ("md", "json", "csv", "anki")
DEEDS = ("list", "export", "import", "sync")
FOUND, LOST, ELSEWHERE = "found", "lost", "elsewhere"

OPTIONS = {
    "--format": "md|json|csv|anki",
    "--output": "FILE",
    "--kind": "KIND",
    "--sync": "FILE",
    "--library": "DIR",
    "--width": "N",
    "--json": "",
    "--plain": "",
}

HELP = """\
usage: reader marks [list] [--kind KIND] [--json] [--plain] [--library DIR]
       reader marks export --format md|json|csv|anki [--kind KIND] [--output FILE]
       reader marks import FILE
       reader marks sync FILE

Prints the bookmarks, highlights, notes and words that you made, each with its address and
whether its passage is found in the library as it is now, lost, or in an issue that is not
here. In a pipe, or with --plain, each is one line.

  export         writes them for another program: Markdown with both languages and
                 citations; JSON with everything there is; CSV; words for Anki, with pinyin
                 and both sentences
  import FILE    takes in what such a JSON file holds; nothing is doubled, and of two states
                 of a mark the one that was changed last holds. - is the standard input
  sync FILE      takes in what the file holds and writes everything back: keep the file in a
                 folder that your machines share, and they stay alike. So does --sync FILE

  --format NAME  md, json, csv or anki
  --output FILE  writes there instead of printing; also -o FILE
  --kind KIND    only place, bookmark, highlight, note or word
  --width N      cells in a line, on a terminal
  --plain        one line for each mark, no colour
  --json         as JSON: a list of marks
  --library DIR  a folder of issues, or one issue file; may be given more than once
  --help         this text
  --version      the version

examples:
  reader marks --kind word
  reader marks export --format md -o notes.md
  reader marks export --format anki > words.txt
  reader marks sync ~/Shared/marks.json
"""


def run(given: Arguments, console: Console) -> int:
    """Lists, gives out or takes in marks."""
    from reader.cli.arguments import UsageError

    words = given.words
    if given.flag("--sync"):
        words = ("sync", given.value("--sync")) if not words else (*words, given.value("--sync"))
    deed, *rest = words or ("list",)
    if deed not in DEEDS:
        from reader.cli.arguments import near
        from reader.gate import clean_line

        meant = near(deed, DEEDS)
        hint = f"; did you mean reader marks {meant}?" if meant else f"; there are {', '.join(DEEDS)}"
        raise UsageError(f"marks does not know {clean_line(deed)!r}{hint}")
    if len(rest) != (deed in ("import", "sync")):
        raise UsageError(f"marks {deed} takes {'one file' if deed in ('import', 'sync') else 'no word'}")
    if given.choice("--format", FORMATS) and deed != "export":
        raise UsageError("--format goes with export: reader marks export --format NAME")
    marks = MarkStore(default_path())
    try:
        if deed == "import":
            return _import(rest[0], marks, console)
        if deed == "sync":
            return _sync(rest[0], marks, console)
        return _export(given, marks, console) if deed == "export" else _list(given, marks, console)
    finally:
        if marks.notice:
            console.err.line(f"reader: {marks.notice}")


# -- in and out -------------------------------------------------------------------------------------------------


def _export(given: Arguments, marks: MarkStore, console: Console) -> int:
    from reader.cli.arguments import UsageError
    from reader.marks import formats
    from reader.marks.interchange import to_text, write_file

    name = given.value("--format") or ("json" if given.flag("--json") else "")
    if not name:
        raise UsageError(f"export needs a format: reader marks export --format {'|'.join(FORMATS)}")
    kinds = _kinds(given)
    if name == "json":
        everything = marks.everything()
        text = to_text(mark for mark in everything if not kinds or mark.kind in kinds)
    else:
        write = {"md": formats.markdown, "csv": formats.csv, "anki": formats.anki}[name]
        text = write(marks.all(kinds=kinds or formats.kinds_of(name)))
    if given.flag("--output"):
        write_file(given.value("--output"), text)
    elif text:
        console.out.text(text)
    return 0


def _import(path: str, marks: MarkStore, console: Console) -> int:
    from reader.marks.interchange import of_text, read_file

    found = of_text(sys.stdin.read() if sys.stdin else "", "the standard input") if path == "-" else read_file(path)
    changed = marks.put(found)
    console.out.line(f"{_count(len(found), 'mark')}: {changed} taken in, {len(found) - changed} known already")
    return 0


def _sync(path: str, marks: MarkStore, console: Console) -> int:
    from reader.marks.interchange import synchronise

    taken, given = synchronise(marks, path)
    console.out.line(f"{taken} taken in, {given} given out")
    return 0


# -- the list ----------------------------------------------------------------------------------------------------


def _list(given: Arguments, marks: MarkStore, console: Console) -> int:
    kinds = _kinds(given) or tuple(kind for kind in KINDS if kind != PLACE)
    found = marks.all(kinds=kinds)
    states = States(library_at(given))
    if given.flag("--json"):
        from reader.cli.objects import to_json
        from reader.marks.json_form import to_object

        console.out.text(to_json([to_object(mark) | _where(states, mark) for mark in found]))
    elif given.flag("--plain") or (console.piped and not given.flag("--width")):
        for mark in found:
            console.out.fields(states.address(mark), mark.kind, states.of(mark), mark.text, mark.note or mark.name)
    else:
        from reader.cli.list import MAX_WIDTH_CELLS, MIN_WIDTH_CELLS

        width = given.number("--width", MIN_WIDTH_CELLS, MAX_WIDTH_CELLS) or console.width_cells()
        console.out.lines(_lines(found, states, max(MIN_WIDTH_CELLS, width)))
    if not found:
        console.err.line("reader: no marks; in an article m sets a bookmark, p highlights, a notes, w keeps a word")
    return 0


def _where(states: States, mark: Mark) -> dict[str, str]:
    return {"address": states.address(mark), "state": states.of(mark)}


def _kinds(given: Arguments) -> tuple[MarkKind, ...]:
    kind = given.choice("--kind", KINDS)
    return (kind,) if kind else ()


class States:
    """Where marks stand in a library as it is now; what is learnt of an issue is kept."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._issues: dict[str, Anchoring | None] = {}

    def of(self, mark: Mark) -> str:
        """Returns whether the passage is found, lost, or in an issue that is not here."""
        anchoring = self._anchoring(mark.issue)
        if anchoring is None:
            return ELSEWHERE
        if not mark.quotations:
            return FOUND if anchoring.issue.article(mark.article) else LOST
        return FOUND if anchoring.of_mark(mark) else LOST

    def address(self, mark: Mark) -> str:
        """Returns where the passage is now; where it was, if it is not found."""
        anchoring = self._anchoring(mark.issue)
        found = anchoring.of_mark(mark) if anchoring else ()
        return f"{mark.issue}/{found[0].article}#{found[0].anchor}" if found else mark.address

    def _anchoring(self, issue_id: str) -> Anchoring | None:
        if issue_id not in self._issues:
            self._issues[issue_id] = self._look(issue_id)
        return self._issues[issue_id]

    def _look(self, issue_id: str) -> Anchoring | None:
        from reader.marks.anchoring import Anchoring

        try:
            issue = self._library.entry(issue_id).issue
        except NotFoundError:
            return None
        except ReaderError:
            return None  # its file cannot be opened now
        return Anchoring(issue) if issue else None


def _lines(marks: Sequence[Mark], states: States, width_cells: int) -> Iterator[list[Run]]:
    """Yields each mark: its kind, what is marked in each language, its note, where it stands."""
    from reader.layout.runs import shortened, wrap

    for number, mark in enumerate(marks):
        if number:
            yield []
        state = states.of(mark)
        head: list[Run] = [(mark.kind, "accent"), (f" {mark.name}" if mark.name else "", "strong")]
        head.append((f" ({state})" if state != FOUND else "", "warning"))
        yield from wrap(head, width_cells)
        languages = dict.fromkeys(quotation.language for quotation in mark.quotations)
        texts = [("\n".join(q.exact for q in mark.quotations if q.language == tag), "") for tag in languages]
        texts += [(text, "muted") for _, text in mark.beside]
        for text, style in texts:
            yield from wrap([(shortened(text, width_cells - 2, 2), style)], width_cells, 2, 2)
        if mark.note:
            yield from wrap([("✎ ", "accent"), (mark.note, "")], width_cells, 2, 4)
        yield from wrap([(mark.citation or states.address(mark), "muted")], width_cells, 2, 2)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
