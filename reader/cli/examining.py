"""What the program sees of itself, its terminal, its folders and files: facts to paste into a report, nothing private.

Paths begin with ``~`` for the home folder, and the user's name in them is ``USER``. No title, text, query or address is
told, and of libraries only numbers.
"""

from __future__ import annotations

import os
import sys

from reader import __version__, log
from reader.cli import terminal
from reader.folders import cache_folder, config_folder, data_folder, state_folder
from reader.model.record import record
from reader.sqlite import health as database

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library import Library
    from reader.settings import Settings

PACKAGES = ("textual", "rich", "PyYAML", "pillow", "pyphen", "pypinyin")


@record
class Fact:
    """Something that was seen; ``problem`` says what is wrong with it and what to do."""

    topic: str
    name: str
    value: str
    problem: str = ""


def versions() -> Iterator[Fact]:
    """Yields what the program is made of."""
    from importlib.metadata import PackageNotFoundError, version

    from reader.source.yaml_events import parser_version

    yield Fact("versions", "reader", __version__)
    yield Fact("versions", "Python", sys.version.partition(" ")[0])
    yield Fact("versions", "platform", sys.platform)
    for name in PACKAGES:
        try:
            yield Fact("versions", name, version(name))
        except PackageNotFoundError:
            yield Fact("versions", name, "missing", "install the program again")
    yield Fact("versions", "libyaml", parser_version())
    yield Fact("versions", "SQLite", database.library_version())
    if database.has_full_text_search():
        yield Fact("versions", "FTS5", "there")
    else:
        yield Fact("versions", "FTS5", "missing", "libraries are searched by reading all of them")


def of_terminal(is_interactive: bool, width_cells: int, settings: Settings) -> Iterator[Fact]:
    """Yields what is known of the terminal."""
    from reader.layout.width import ambiguous_are_wide

    environ = os.environ
    for name in ("TERM", "TERM_PROGRAM", "COLORTERM"):
        yield Fact("terminal", name, environ.get(name, ""))
    yield Fact("terminal", "a screen can be drawn", "yes" if is_interactive else "no")
    yield Fact("terminal", "width", f"{width_cells} cells")
    yield Fact("terminal", "colours", terminal.colours(environ))
    locale = "UTF-8" if terminal.is_utf8(environ) else "not UTF-8; UTF-8 is written all the same"
    yield Fact("terminal", "locale", locale)
    yield Fact("terminal", "pictures", terminal.picture_protocol(environ))
    taken = "wide" if ambiguous_are_wide() else "narrow"
    told = f"{settings.text('ambiguous-width')}, taken for {taken}"
    yield Fact("terminal", "ambiguous width", told)
    measured = terminal.ambiguous_width()
    wrong = measured in ("narrow", "wide") and measured != taken
    problem = f'columns will drift: set ambiguous-width = "{measured}" (reader config)' if wrong else ""
    yield Fact("terminal", "ambiguous width, measured", measured, problem)


def folders() -> Iterator[Fact]:
    """Yields the program's folders and what may be done in them."""
    for name, path in (
        ("settings", config_folder()),
        ("data", data_folder()),
        ("state", state_folder()),
        ("cache", cache_folder()),
    ):
        rights, problem = _rights(path)
        yield Fact("folders", name, f"{public(path)}: {rights}", problem)


def _rights(path: str) -> tuple[str, str]:
    there = path
    while not os.path.lexists(there) and os.path.dirname(there) != there:
        there = os.path.dirname(there)
    if not os.path.isdir(there):
        return "something else is there", "a file is in the way of the folder: move it away"
    can_write = os.access(there, os.W_OK | os.X_OK)
    what = "there" if there == path else "not made yet"
    told = f"{what}, {'can be written' if can_write else 'cannot be written'}"
    return told, "" if can_write else "allow writing there"


def of_settings(settings: Settings) -> Iterator[Fact]:
    """Yields whether there are settings, and what is wrong in them."""
    there = os.path.lexists(settings.path)
    number = len(settings.faults)
    problem = "reader config --show tells what is wrong" if number else ""
    yield Fact("settings", "file", f"there, {number} faults" if there else "none", problem)


def of_log() -> Iterator[Fact]:
    """Yields whether there is a log."""
    path = log.default_path()
    size = os.path.getsize(path) if os.path.isfile(path) else 0
    yield Fact("log", "file", f"{public(path)}, {size:,} bytes" if size else "none")


def of_library(library: Library) -> Iterator[Fact]:
    """Yields how many issue files there are, how many are known, and how many of these are broken."""
    yield Fact("library", "folders and files", str(len(library.sources)))
    entries = library.entries
    unknown = len(library.unknown())
    yield Fact("library", "issue files", str(len(entries)))
    yield Fact("library", "not read yet", str(unknown))
    broken = len(library.known_to_be_broken())
    problem = "reader check tells what is wrong" if broken else ""
    yield Fact("library", "cannot be opened", str(broken), problem)


def databases(library: Library | None) -> Iterator[Fact]:
    """Yields whether the databases are whole: the catalogue of the library, and what the reader made.

    They are looked at before the library is: that deletes a catalogue which it finds damaged.
    """
    for kind, path in database_paths(library):
        found = database.fault(path)
        remedy = "made anew" if kind == "catalogue" else "put aside, and a new one begins"
        told = f"{found}; with --fix it is {remedy}" if found else ""
        name = kind if kind == "catalogue" else os.path.basename(path)
        yield Fact("databases", name, "damaged" if found else "whole", told)


def database_paths(library: Library | None) -> list[tuple[str, str]]:
    """Returns the databases that are there: ``catalogue`` or ``data``, and the path."""
    found = []
    if library and library.catalogue and os.path.lexists(library.catalogue.path):
        found.append(("catalogue", library.catalogue.path))
    folder = data_folder()
    if os.path.isdir(folder):
        names = sorted(name for name in os.listdir(folder) if name.endswith(".sqlite"))
        found += [("data", os.path.join(folder, name)) for name in names]
    return found


def public(path: str) -> str:
    """Returns a path without what tells who the user is."""
    home = os.path.expanduser("~")
    if path == home or path.startswith(home.rstrip(os.sep) + os.sep):
        path = "~" + path[len(home.rstrip(os.sep)) :]
    names = {os.environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME")} | {os.path.basename(home)}
    return os.sep.join("USER" if part and part in names else part for part in path.split(os.sep))
