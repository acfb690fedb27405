"""Checking of files, on all cores if there are many."""

from __future__ import annotations

import os

from reader.model.magazine import Figure
from reader.model.record import record
from reader.source.diagnostic import ERROR, in_order
from reader.source.loading import load_source
from reader.source.project_rules import severities_for, with_severities
from reader.source.source_file import read_source, unforeseen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.source.diagnostic import Diagnostic
    from reader.source.project_rules import Severities
    from reader.source.source_file import SourceFile

    Progress = Callable[[int, int], None]

MANY_BYTES = 2_000_000
"""Size of all files from which on other processes are worth their start."""
MANY_FILES = 4
FILES_AT_ONCE = 8
"""Largest number of files that a process is given at a time."""


@record
class Checked:
    """A file with its diagnostics, by the rules of its project."""

    path: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_good(self) -> bool:
        """Whether the file has no error."""
        return not any(d.severity == ERROR for d in self.diagnostics)


def checked(paths: Sequence[str], progress: Progress | None = None, cores: int = 0) -> list[Checked]:
    """Checks files and returns them with their diagnostics, in the order given.

    Args:
        paths: The files.
        progress: Is called with the number of files done and of all files.
        cores: Number of processes; if 0, as many as there are cores for many files, else one.

    Raises:
        ReaderError: If the settings of a project cannot be used.
    """
    known: dict[str, Severities] = {}
    severities = [severities_for(path, known) for path in paths]
    cores = cores or cores_for(paths)
    found: list[Checked] = []
    for path, diagnostics in zip(paths, _of_all(paths, cores), strict=True):
        found.append(Checked(path, with_severities(diagnostics, severities[len(found)])))
        if progress and len(paths) > MANY_FILES:
            progress(len(found), len(paths))
    return found


def _of_all(paths: Sequence[str], cores: int) -> Iterator[tuple[Diagnostic, ...]]:
    if cores < 2 or len(paths) < 2:
        yield from map(_of_file, paths)
        return
    from reader.workers import answers_in_order

    yield from answers_in_order(check_files, in_chunks(paths, cores), cores)


def check_files(paths: Sequence[str], send: Callable[[tuple[Diagnostic, ...]], object]) -> None:
    """Checks files and sends the diagnostics of each; the function of the workers."""
    for path in paths:
        send(_of_file(path))


def _of_file(path: str) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics of a file. A fault of the program itself is one of them, beside those found before it."""
    source = read_source(path)
    try:
        _check(source)
    except Exception as error:  # noqa: BLE001 (one file must not end the check of all, whichever fault it meets)
        source.diagnostics.append(unforeseen(path, error))
    return tuple(in_order(source.diagnostics))


def _check(source: SourceFile) -> None:
    _, context = load_source(source)
    if any(figure.file for figure in context.all_built(Figure)):
        from reader.pictures.picture_checks import check_shown

        check_shown(context)


def in_chunks(paths: Sequence[str], cores: int) -> list[tuple[str, ...]]:
    """Returns files in groups, each for a process at a time."""
    size = max(1, min(FILES_AT_ONCE, len(paths) // (cores * 2)))
    return [tuple(paths[start : start + size]) for start in range(0, len(paths), size)]


def cores_for(paths: Sequence[str]) -> int:
    """Returns the number of processes that are worth their start: as many as there are cores for many files."""
    if not _are_many(paths):
        return 1
    from reader.workers import core_count

    return core_count()


def _are_many(paths: Sequence[str]) -> bool:
    if len(paths) < MANY_FILES:
        return False
    size = 0
    for path in paths:
        try:
            size += os.path.getsize(path)
        except OSError:
            continue
        if size >= MANY_BYTES:
            return True
    return False
