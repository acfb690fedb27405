"""``reader marks``: the reader's marks listed, exported, imported, and synchronised between machines."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.cli.declared.marks import EXPORT_FORMATS, MARKS_ACTIONS
from reader.cli.declared.shared import MIN_WIDTH_CELLS
from reader.cli.exits import ExitCode
from reader.cli.opening import library_at
from reader.cli.output import STANDARD_OUTPUT
from reader.errors import NotFoundError
from reader.marks.mark import FILE_NAME, KINDS, PLACE, default_path
from reader.marks.store import MarkStore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.declared.marks import ExportFormat, MarksAction
    from reader.cli.reporting.mark_list import MarkStates
    from reader.library import Library
    from reader.marks.interchange import Taken
    from reader.marks.mark import Mark, MarkKind
    from reader.marks.rows import UnreadableRow
    from reader.settings import Settings

MAX_ID_SHOWN = 60
MAX_STREAM_BYTES = 256 << 20
"""Largest standard input, which is held whole."""
_FILE_ACTIONS = ("import", "sync")
"""Actions with a file as their second word."""


def run(given: Arguments, console: Console) -> ExitCode:
    """Lists, exports, imports or synchronises marks."""
    action, path = _action(given)
    marks = MarkStore(default_path())
    bad = 0
    try:
        if action == "import":
            bad = _import(path, marks, console)
        elif action == "sync":
            bad = _sync(path, marks, console)
        elif action == "export":
            _export(given, marks, console)
        else:
            _list(given, marks, console)
        if found := marks.unreadable_rows():
            bad += len(found)
            console.report(_told_of_rows(found))
    finally:
        if marks.notice:
            console.report(marks.notice)
    return ExitCode.PROBLEMS if bad else ExitCode.GOOD


def _told_of_rows(found: Sequence[UnreadableRow]) -> str:
    """Returns the number of rows that cannot be read, with the first of them."""
    from reader.gate import clean_line

    first = f"{clean_line(found[0].id[:MAX_ID_SHOWN])}: {clean_line(found[0].reason)}"
    rows = counted(len(found), "row")
    return f"{FILE_NAME}: {rows} cannot be read ({first}); they stay there, and in export --format json"


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

    name = given.choice("--format", EXPORT_FORMATS) or ("json" if given.flag("--json") else "")
    if not name:
        raise UsageError(f"export needs a format: reader marks export --format {'|'.join(EXPORT_FORMATS)}")
    from reader.cli.export_files import refuse_issue_file, refuse_issue_name
    from reader.cli.reporting.mark_list import MarkStates

    output = given.value("--output")
    refuse_issue_name(output)
    refuse_issue_file(output, given)
    text = _exported(name, marks, _kinds(given), MarkStates(_library(given)), given.settings)
    if given.flag("--output") and output not in STANDARD_OUTPUT:
        from reader.file_writing import replace_file

        replace_file(output, [text.encode()], private=True)
    elif text:
        console.out.file(text)


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


def _exported(
    name: ExportFormat, marks: MarkStore, kinds: tuple[MarkKind, ...], states: MarkStates, settings: Settings
) -> str:
    """Returns the marks of some kinds in a format; without kinds those that the format can hold."""
    from reader.marks import formats
    from reader.marks.listing import in_reading_order, without_doubles

    if name == "json":
        from reader.marks.interchange import to_text

        found = [mark for mark in marks.everything() if not kinds or mark.kind in kinds]
        kept = in_reading_order([mark for mark in found if not mark.deleted], states.locate)
        return to_text([*kept, *(mark for mark in found if mark.deleted)], marks.unreadable_rows())
    found = in_reading_order(marks.all(kinds=kinds or formats.kinds_of(name)), states.locate)
    listed = without_doubles(found, states.locate)
    if name == "anki":
        return formats.anki(listed, _teller(settings))
    write = {"md": formats.markdown, "csv": formats.csv}[name]
    return write(listed)


def _teller(settings: Settings) -> Callable[[Mark], tuple[str, str]]:
    """Returns the function that tells the reading and the sense of a word, by the reader's dictionaries."""
    from reader.learning.dictionaries import Dictionaries, readers_dictionaries
    from reader.learning.kept_words import told_word
    from reader.learning.pinyin import style_named

    dictionaries = Dictionaries(readers_dictionaries(settings.texts("dictionaries")))
    style = style_named(settings.text("reading-style"))

    def tell(mark: Mark) -> tuple[str, str]:
        told = told_word(mark, dictionaries, style)
        return told.reading, told.sense

    return tell


def _import(path: str, marks: MarkStore, console: Console) -> int:
    """Takes in the marks of a file; returns the number of its entries that are no marks."""
    from reader.marks.interchange import MarksFile, opened, take_in

    if path == "-":
        path = "the standard input"
        taken = take_in(MarksFile(_standard_input(), path), marks)
    else:
        with opened(path) as stream:
            taken = take_in(MarksFile(stream, path), marks)
    known = taken.found - taken.changed
    rest = f", {taken.bad:,} left out" if taken.bad else ""
    console.out.line(f"{counted(taken.found, 'mark')}: {taken.changed} taken in, {known} known already{rest}")
    _report_bad(taken, path, "left out", console)
    return taken.bad


def _standard_input() -> BinaryIO:
    from io import BytesIO

    from reader.cli.standard_input import whole_input

    return BytesIO(whole_input(MAX_STREAM_BYTES))


def _report_bad(taken: Taken, path: str, done: str, console: Console) -> None:
    """Reports the first entries that are no marks, and the number of the others."""
    from reader.gate import clean_line, shown_path

    for each in taken.reported:
        console.report(f"{shown_path(path)}:{each.line}: mark {each.number}: {clean_line(each.reason)}; {done}")
    if more := taken.bad - len(taken.reported):
        console.report(f"{shown_path(path)}: {more:,} more are {done}")


def _sync(path: str, marks: MarkStore, console: Console) -> int:
    """Merges the marks and a file; returns the number of the file's entries that are no marks."""
    from reader.marks.interchange import synchronise

    result = synchronise(marks, path)
    rest = f", {result.taken.bad:,} left in the file" if result.taken.bad else ""
    console.out.line(f"{result.taken.changed} taken in, {result.given} given out{rest}")
    _report_bad(result.taken, path, "left in the file", console)
    return result.taken.bad


def _list(given: Arguments, marks: MarkStore, console: Console) -> None:
    from reader.cli.reporting.mark_list import MarkStates, json_of_marks, mark_lines
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
