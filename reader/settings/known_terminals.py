"""The answers of terminals about the cells of some characters and their ground, kept for the next start."""

from __future__ import annotations

import os

from reader.folders import cache_folder
from reader.model.record import record
from reader.regular_files import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.settings.colour_depth import Ground

GROUNDS: dict[str, Ground] = {"dark": "dark", "light": "light", "-": ""}
"""The words for the ground in the file."""
_FILE = "terminals"
_MAX_KEPT = 50
_MAX_BYTES = 1 << 16
_NAMING = ("TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TERM", "VTE_VERSION", "XTERM_VERSION", "LC_ALL", "LC_CTYPE", "LANG")
"""Variables by which a terminal is known again, and those of the locale, which some go by."""


@record
class CellAnswers:
    """Number of cells of each character that a terminal was asked about; 0 without an answer."""

    ambiguous: int = 0
    emoji: int = 0
    keycap: int = 0


@record
class KnownTerminal:
    """The last answers of a terminal."""

    cells: CellAnswers = CellAnswers()
    ground: Ground = ""


def remembered(environ: Mapping[str, str]) -> KnownTerminal:
    """Returns the last answers of the terminal of an environment."""
    return dict(reversed(_read())).get(_name(environ), KnownTerminal())


def remember(environ: Mapping[str, str], cells: CellAnswers | None = None, ground: Ground = "") -> None:
    """Keeps new answers of the terminal of an environment; without a folder for it nothing is kept.

    Args:
        environ: The environment.
        cells: The answers about characters; None leaves those before.
        ground: The ground; empty leaves the one before.
    """
    name = _name(environ)
    known = _read()
    old = remembered(environ)
    answers = KnownTerminal(cells or old.cells, ground or old.ground)
    if (name, answers) in known:
        return
    kept = [(name, answers), *(entry for entry in known if entry[0] != name)][:_MAX_KEPT]
    lines = (
        f"{each.cells.ambiguous} {each.cells.emoji} {each.cells.keycap} {each.ground or '-'} {called}\n"
        for called, each in kept
    )
    path = os.path.join(cache_folder(), _FILE)
    from reader.errors import ReaderError  # a start only reads
    from reader.file_writing import replace_file

    try:
        os.makedirs(cache_folder(), exist_ok=True)
        replace_file(path, [line.encode("utf-8", "replace") for line in lines])
    except (OSError, ReaderError):
        pass  # it is asked again at the next start


def _name(environ: Mapping[str, str]) -> str:
    values = [environ.get(variable, "") for variable in _NAMING]
    return " ".join(
        "|".join([*values, "tmux" if "TMUX" in environ else ""]).encode("ascii", "replace").decode().split()
    )


def _read() -> list[tuple[str, KnownTerminal]]:
    """Returns all names with their answers, the latest first; lines that cannot be read are left out.

    Lines of earlier versions have no ground.
    """
    try:
        data = read_regular(os.path.join(cache_folder(), _FILE), _MAX_BYTES)
    except (OSError, ValueError):
        return []
    found = []
    for line in data.decode("utf-8", "replace").splitlines():
        *cells, rest = line.split(" ", 3)
        if len(cells) == 3 and all(number in ("0", "1", "2") for number in cells):
            word, _, name = rest.partition(" ")
            ground, name = (GROUNDS[word], name) if word in GROUNDS else ("", rest)
            found.append((name, KnownTerminal(CellAnswers(*map(int, cells)), ground)))
    return found
