"""Facts about the program, its terminal, its folders and files, for a report; nothing private is among them.

Paths begin with ``~`` for the home folder, and the user's name in them is replaced by ``USER``. No title, text, query
or address is included, and libraries are described by numbers only.
"""

from __future__ import annotations

import os
import sys

from reader import __version__, log
from reader.cli import terminal
from reader.cli.counts import counted
from reader.folders import cache_folder, config_folder, data_folder, state_folder
from reader.gate import shown_path
from reader.marks.mark import FILE_NAME
from reader.model.record import record
from reader.settings.known_terminals import remembered
from reader.settings.table import PICTURES
from reader.sqlite import health

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from reader.library import Library
    from reader.settings import Settings

    Topic = Literal["versions", "terminal", "folders", "settings", "log", "library", "databases"]
    DatabaseKind = Literal["catalogue", "data"]

PACKAGES = ("textual", "rich", "PyYAML", "pillow", "pyphen", "pypinyin")
MAX_REASONS = 3
"""Number of unreadable marks of which the reason is shown."""
FOLDERS = {"settings": config_folder, "data": data_folder, "state": state_folder, "cache": cache_folder}


@record
class Fact:
    """One fact; ``problem`` names its problem and the remedy, or is empty."""

    topic: Topic
    name: str
    value: str
    problem: str = ""


def versions() -> Iterator[Fact]:
    """Yields the versions of the program and its components."""
    from importlib.metadata import PackageNotFoundError, version

    from reader.learning.bundled import ATTRIBUTION
    from reader.source.yaml_events import parser_version

    yield Fact("versions", "reader", __version__)
    yield Fact("versions", "Python", sys.version.partition(" ")[0])
    yield Fact("versions", "platform", sys.platform)
    for name in PACKAGES:
        try:
            yield Fact("versions", name, version(name))
        except PackageNotFoundError:
            yield Fact("versions", name, "missing", "install the program again")
    yield Fact("versions", "dictionary", ATTRIBUTION)
    yield Fact("versions", "libyaml", parser_version())
    yield Fact("versions", "SQLite", health.library_version())
    if health.has_full_text_search():
        yield Fact("versions", "FTS5", "there")
    else:
        yield Fact("versions", "FTS5", "missing", "libraries are searched by reading all of them")


def of_terminal(is_interactive: bool, width_cells: int, settings: Settings) -> Iterator[Fact]:
    """Yields facts about the terminal."""
    from reader.layout.width import ambiguous_are_wide

    environ = os.environ
    for name in ("TERM", "TERM_PROGRAM", "COLORTERM"):
        yield Fact("terminal", name, environ.get(name, ""))
    yield Fact("terminal", "a screen can be drawn", "yes" if is_interactive else "no")
    yield Fact("terminal", "width", counted(width_cells, "cell"))
    told = remembered(environ).ground
    yield Fact("terminal", "colours", terminal.colours(environ, settings.text("colours"), told))
    locale = "UTF-8" if terminal.is_utf8(environ) else "not UTF-8; UTF-8 is written all the same"
    yield Fact("terminal", "locale", locale)
    taken = "wide" if ambiguous_are_wide() else "narrow"
    yield Fact("terminal", "ambiguous width", f"{settings.text('ambiguous-width')}, taken for {taken}")
    measured = terminal.ambiguous_width()
    wrong = measured in ("narrow", "wide") and measured != taken
    problem = f'columns will drift: set ambiguous-width = "{measured}" (reader config)' if wrong else ""
    yield Fact("terminal", "ambiguous width, measured", measured, problem)
    answers = None if measured in ("not asked", "no answer") else terminal.picture_answers()
    wanted = next(choice for choice in PICTURES if choice == settings.text("pictures"))
    yield Fact("terminal", "pictures", terminal.pictures(environ, wanted, answers))


def folders() -> Iterator[Fact]:
    """Yields the program's folders with their rights."""
    for name, folder in FOLDERS.items():
        rights, problem = _rights(folder())
        yield Fact("folders", name, f"{shown_path(public(folder()))}: {rights}", problem)


def _rights(path: str) -> tuple[str, str]:
    """Returns the rights of a folder, or of the nearest one above it, and the problem if there is one."""
    existing = path
    while not os.path.lexists(existing) and os.path.dirname(existing) != existing:
        existing = os.path.dirname(existing)
    if not os.path.isdir(existing):
        return "something else is there", "a file is in the way of the folder: move it away"
    can_write = os.access(existing, os.W_OK | os.X_OK)
    state = "there" if existing == path else "not made yet"
    rights = f"{state}, {'can be written' if can_write else 'cannot be written'}"
    return rights, "" if can_write else "allow writing there"


def of_settings(settings: Settings) -> Iterator[Fact]:
    """Yields whether there is a settings file, and the number of its faults."""
    exists = os.path.lexists(settings.path)
    number = len(settings.faults)
    problem = "reader config --show lists the faults" if number else ""
    yield Fact("settings", "file", f"there, {counted(number, 'fault')}" if exists else "none", problem)


def of_log() -> Iterator[Fact]:
    """Yields the path and the size of the log."""
    path = log.default_path()
    shown = shown_path(public(path))
    size = os.path.getsize(path) if os.path.isfile(path) else 0
    yield Fact("log", "file", f"{shown}, {size:,} byte{'' if size == 1 else 's'}" if size else "none")


def of_library(library: Library) -> Iterator[Fact]:
    """Yields the numbers of all issue files, of those not read yet, and of broken ones."""
    yield Fact("library", "folders and files", str(len(library.sources)))
    entries = library.entries
    unknown = len(library.unknown())
    yield Fact("library", "issue files", str(len(entries)))
    yield Fact("library", "not read yet", str(unknown))
    broken = len(library.known_to_be_broken())
    problem = "reader check lists the problems" if broken else ""
    yield Fact("library", "cannot be opened", str(broken), problem)


def databases(library: Library | None) -> Iterator[Fact]:
    """Yields whether each database is intact: the catalogue of the library, and the reader's own files.

    Look at them before the library: reading it deletes a damaged catalogue.
    """
    for kind, path in database_paths(library):
        found = database_fault(path)
        remedy = "made anew" if kind == "catalogue" else "put aside, and a new one begins"
        problem = f"{found}; with --fix it is {remedy}" if found else ""
        name = kind if kind == "catalogue" else os.path.basename(path)
        yield Fact("databases", name, "damaged" if found else "whole", problem)
        if name == FILE_NAME and not found:
            yield from _of_marks(path)


def database_fault(path: str) -> str:
    """Returns the first fault of a database; a file of marks is checked more closely."""
    if os.path.basename(path) == FILE_NAME:
        from reader.marks.checking import fault_of_file

        return fault_of_file(path)
    return health.fault(path)


def _of_marks(path: str) -> Iterator[Fact]:
    """Yields the number of marks, and whether any cannot be read; their ids are not shown, they name articles.

    A file of an older version, or of another program, is not looked into: that would change it.
    """
    from reader.errors import UnusableError
    from reader.marks.store import MarkStore

    store = MarkStore(path)
    try:
        if not store.is_present_form():
            return
        count, rows = len(store.everything()), store.unreadable_rows()
    except UnusableError as error:
        yield Fact("databases", "marks", "not known", public(str(error)))
        return
    reasons = ", ".join(dict.fromkeys(row.reason for row in rows[:MAX_REASONS]))
    remedy = "they stay in the file, and reader marks export --format json has their texts"
    problem = f"{len(rows):,} cannot be read ({reasons}); {remedy}" if rows else ""
    yield Fact("databases", "marks", f"{count:,}", problem)


def database_paths(library: Library | None) -> list[tuple[DatabaseKind, str]]:
    """Returns the kinds and paths of the existing databases."""
    found: list[tuple[DatabaseKind, str]] = []
    if library and library.catalogue and os.path.lexists(library.catalogue.path):
        found.append(("catalogue", library.catalogue.path))
    folder = data_folder()
    if os.path.isdir(folder):
        names = sorted(name for name in os.listdir(folder) if name.endswith(".sqlite"))
        found += [("data", os.path.join(folder, name)) for name in names]
    return found


def public(path: str) -> str:
    """Returns a path without the user's name and home folder."""
    home = os.path.expanduser("~")
    if path == home or path.startswith(home.rstrip(os.sep) + os.sep):
        path = "~" + path[len(home.rstrip(os.sep)) :]
    names = {os.environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME")} | {os.path.basename(home)}
    return os.sep.join("USER" if part and part in names else part for part in path.split(os.sep))
