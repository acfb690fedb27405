"""``reader marks``: the reader's marks listed, exported, imported, and synchronised between machines."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.cli.declared.marks import EXPORT_FORMATS, MARKS_ACTIONS
from reader.cli.declared.shared import MIN_WIDTH_CELLS
from reader.cli.exits import ExitCode
from reader.cli.opening import library_at
from reader.errors import NotFoundError
from reader.marks.mark import KINDS, PLACE, default_path
from reader.marks.store import MarkStore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.declared.marks import ExportFormat, MarksAction
    from reader.cli.mark_list import MarkStates
    from reader.library import Library
    from reader.marks.mark import Mark, MarkKind

_FILE_ACTIONS = ("import", "sync")
"""Actions with a file as their second word."""


def run(given: Arguments, console: Console) -> ExitCode:
    """Lists, exports, imports or synchronises marks."""
    action, path = _action(given)
    marks = MarkStore(default_path())
    try:
        if action == "import":
            _import(path, marks, console)
        elif action == "sync":
            _sync(path, marks, console)
        elif action == "export":
            _export(given, marks, console)
        else:
            _list(given, marks, console)
    finally:
        if marks.notice:
            console.report(marks.notice)
    return ExitCode.GOOD


def _action(given: Arguments) -> tuple[MarksAction, str]:
    """Returns the action and its file, which is empty if it takes none.

    Raises:
        UsageError: If the action is unknown, or its words or options do not belong to it.
    """
    from reader.cli.arguments import UsageError

    words = given.words
    if given.flag("--sync"):
        words = (*(words or ("sync",)), given.value("--sync"))
    named, *rest = words or ("list",)
    action = _known(named)
    takes_file = action in _FILE_ACTIONS
    if len(rest) != takes_file:
        raise UsageError(f"marks {action} takes {'one file' if takes_file else 'no word'}")
    if given.choice("--format", EXPORT_FORMATS) and action != "export":
        raise UsageError("--format goes with export: reader marks export --format NAME")
    return action, rest[0] if rest else ""


def _known(named: str) -> MarksAction:
    from reader.cli.arguments import UsageError
    from reader.gate import quoted
    from reader.nearest import nearest

    for action in MARKS_ACTIONS:
        if action == named:
            return action
    meant = nearest(named, MARKS_ACTIONS)
    hint = f"; did you mean reader marks {meant}?" if meant else f"; there are {', '.join(MARKS_ACTIONS)}"
    raise UsageError(f"marks does not know {quoted(named)}{hint}")


def _export(given: Arguments, marks: MarkStore, console: Console) -> None:
    from reader.cli.arguments import UsageError
    from reader.marks.interchange import write_file

    name = given.choice("--format", EXPORT_FORMATS) or ("json" if given.flag("--json") else "")
    if not name:
        raise UsageError(f"export needs a format: reader marks export --format {'|'.join(EXPORT_FORMATS)}")
    from reader.cli.mark_list import MarkStates

    text = _exported(name, marks, _kinds(given), MarkStates(_library(given)))
    if given.flag("--output"):
        write_file(given.value("--output"), text)
    elif text:
        console.out.text(text)


def _library(given: Arguments) -> Library:
    """Returns the library for the order of an export; an empty one if a folder that is set is not there.

    Raises:
        NotFoundError: If a folder that is named on the command line is not there.
    """
    from reader.library import Library

    try:
        return library_at(given)
    except NotFoundError:
        if given.values("--library"):
            raise
        return Library(())


def _exported(name: ExportFormat, marks: MarkStore, kinds: tuple[MarkKind, ...], states: MarkStates) -> str:
    """Returns the marks of some kinds in a format; without kinds those that the format can hold."""
    from reader.marks import formats
    from reader.marks.listing import in_reading_order, without_doubles

    if name == "json":
        from reader.marks.interchange import to_text

        found = [mark for mark in marks.everything() if not kinds or mark.kind in kinds]
        kept = in_reading_order([mark for mark in found if not mark.deleted], states.locate)
        return to_text([*kept, *(mark for mark in found if mark.deleted)])
    write = {"md": formats.markdown, "csv": formats.csv, "anki": formats.anki}[name]
    found = in_reading_order(marks.all(kinds=kinds or formats.kinds_of(name)), states.locate)
    return write(without_doubles(found, states.locate))


def _import(path: str, marks: MarkStore, console: Console) -> None:
    from reader.marks.interchange import read_file

    found = _of_standard_input() if path == "-" else read_file(path)
    changed = marks.put(found)
    console.out.line(f"{counted(len(found), 'mark')}: {changed} taken in, {len(found) - changed} known already")


def _of_standard_input() -> tuple[Mark, ...]:
    from reader.cli.standard_input import whole_input
    from reader.marks.interchange import MAX_BYTES, ForeignError, of_text

    try:
        text = whole_input(MAX_BYTES).decode("utf-8")
    except UnicodeDecodeError:
        raise ForeignError("the standard input: no UTF-8; nothing was taken from it") from None
    return of_text(text, "the standard input")


def _sync(path: str, marks: MarkStore, console: Console) -> None:
    from reader.marks.interchange import synchronise

    taken, given = synchronise(marks, path)
    console.out.line(f"{taken} taken in, {given} given out")


def _list(given: Arguments, marks: MarkStore, console: Console) -> None:
    from reader.cli.mark_list import MarkStates, json_of_marks, mark_lines
    from reader.marks.listing import in_reading_order, without_doubles

    kinds = _kinds(given) or tuple(kind for kind in KINDS if kind != PLACE)
    states = MarkStates(library_at(given))
    found = without_doubles(in_reading_order(marks.all(kinds=kinds), states.locate), states.locate)
    if given.flag("--json"):
        console.out.text(json_of_marks(found, states))
    elif given.flag("--plain") or (console.piped and not given.flag("--width")):
        for mark in found:
            console.out.fields(states.address(mark), mark.kind, states.of(mark), mark.text, mark.note or mark.name)
    else:
        width = given.number("--width") or console.width_cells()
        console.out.lines(mark_lines(found, states, max(MIN_WIDTH_CELLS, width)))
    if not found:
        console.report("no marks; in an article m sets a bookmark, p highlights, a notes, w keeps a word")


def _kinds(given: Arguments) -> tuple[MarkKind, ...]:
    kind = given.choice("--kind", KINDS)
    return (kind,) if kind else ()
