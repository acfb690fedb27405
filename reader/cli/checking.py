"""Checking of files, on all cores if there are many; a file that was checked before is known by its bytes."""

from __future__ import annotations

import os
import time

from reader.model.record import record
from reader.source.diagnostic import ERROR, in_order
from reader.source.project_rules import severities_for, with_severities
from reader.source.source_file import read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from reader.catalogue.check_cache import CheckCache, CheckResult
    from reader.source.diagnostic import Diagnostic
    from reader.source.project_rules import Severities
    from reader.source.source_file import SourceFile

    T = TypeVar("T")
    Progress = Callable[[int, int], None]

MANY_BYTES = 2_000_000
"""Size of all files from which on other processes are worth their start."""
MANY_FILES = 4
FILES_AT_ONCE = 8
"""Largest number of files that a process is given at a time."""
RESULTS_AT_ONCE = 200
"""Number of results after which they are written, so that a long check that is stopped was not in vain."""
UNKEPT_RULES = ("R406", "R409")
"""The rules whose reports may be others the next time, with the same file and pictures.

That of a missing picture names one that is there; a picture's decoder has a limit of time.
"""


@record
class Checked:
    """A file with its diagnostics, by the rules of its project."""

    path: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_good(self) -> bool:
        """Whether the file has no error."""
        return not any(d.severity == ERROR for d in self.diagnostics)


@record
class CheckJob:
    """Files to check, and the digest of the program if their results are to be kept."""

    paths: tuple[str, ...]
    program: bytes = b""


@record
class Examined:
    """The diagnostics of a file, and the result to keep; None for one that may be another the next time."""

    diagnostics: tuple[Diagnostic, ...]
    result: CheckResult | None = None


def checked(
    paths: Sequence[str], progress: Progress | None = None, cores: int = 0, cache: CheckCache | None = None
) -> list[Checked]:
    """Checks files and returns them with their diagnostics, in the order given.

    Args:
        paths: The files.
        progress: Is called with the number of files done and of all files.
        cores: Number of processes; if 0, as many as there are cores for many files, else one.
        cache: The results of earlier checks, which gets those of this one.

    Raises:
        ReaderError: If the settings of a project cannot be used.
    """
    known_severities: dict[str, Severities] = {}
    severities = [severities_for(path, known_severities) for path in paths]
    known = _known(paths, cache) if cache else {}
    left = [path for path in paths if path not in known]
    answers = _of_all(left, cores or cores_for(left), cache.program if cache else b"")
    found: list[Checked] = []
    waiting: list[tuple[str, CheckResult]] = []
    for path in paths:
        diagnostics = known.get(path)
        if diagnostics is None:
            examined = next(answers)
            diagnostics = examined.diagnostics
            if examined.result:
                waiting.append((path, examined.result))
        found.append(Checked(path, with_severities(diagnostics, severities[len(found)])))
        if cache and len(waiting) == RESULTS_AT_ONCE:
            cache.keep(waiting)
            waiting = []
        if progress and len(paths) > MANY_FILES:
            progress(len(found), len(paths))
    if cache:
        cache.keep(waiting)
    return found


def _known(paths: Sequence[str], cache: CheckCache) -> dict[str, tuple[Diagnostic, ...]]:
    """Returns the diagnostics of the files that the cache knows, as they are now."""
    from reader.catalogue.check_cache import digest_of, pictures_of

    known: dict[str, tuple[Diagnostic, ...]] = {}
    for path in paths:
        result = cache.result(path)
        if result is None:
            continue
        source = read_source(path)
        if source.diagnostics or result.digest != digest_of(cache.program, path, source.text):
            continue
        if result.pictures == pictures_of(path, (name for name, _ in result.pictures)):
            known[path] = _reported(source, result)
    return known


def _reported(source: SourceFile, result: CheckResult) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics of a source by the reports of an earlier check, made as new ones are."""
    for each in result.reports:
        source.report_at(each.code, each.line, each.column, each.message, each.hint)
    return tuple(in_order(source.diagnostics))


def _of_all(paths: Sequence[str], cores: int, program: bytes) -> Iterator[Examined]:
    if cores < 2 or len(paths) < 2:
        for path in paths:
            yield _of_file(path, program)
        return
    from reader.workers import answers_in_order

    yield from answers_in_order(check_files, [CheckJob(some, program) for some in in_chunks(paths, cores)], cores)


def check_files(job: CheckJob, send: Callable[[Examined], object]) -> None:
    """Checks files and sends the result of each; the function of the workers."""
    for path in job.paths:
        send(_of_file(path, job.program))


def _of_file(path: str, program: bytes) -> Examined:
    """Checks a file. A fault of the program itself is one of its diagnostics, beside those found before it."""
    from reader.source.source_file import UnforeseenError, survivable

    start_ns = time.time_ns()
    source = read_source(path)
    is_read, names = not source.diagnostics, set[str]()
    try:
        with survivable(path):
            names = _check(source)
    except UnforeseenError as error:
        source.diagnostics.append(error.fault)
        is_read = False
    diagnostics = tuple(in_order(source.diagnostics))
    if not program or not is_read:
        return Examined(diagnostics)
    return Examined(diagnostics, _result(source, names, diagnostics, program, start_ns))


def _check(source: SourceFile) -> set[str]:
    """Checks a source; returns the names of its pictures and recordings."""
    from reader.model.magazine import Figure, Issue
    from reader.model.recording import Recording
    from reader.source.checks.files import named_pictures
    from reader.source.loading import load_source

    _, context = load_source(source)
    names = {each.name for each in named_pictures(context.all_built(Issue), context.all_built(Figure), context)}
    if names:
        from reader.pictures.picture_checks import check_shown

        check_shown(context)
    return names | {recording.file for recording in context.all_built(Recording)}


def _result(
    source: SourceFile, names: set[str], diagnostics: tuple[Diagnostic, ...], program: bytes, start_ns: int
) -> CheckResult | None:
    """Returns the result to keep; None if a picture was changed meanwhile, or the same reports make others."""
    from reader.catalogue.check_cache import MAX_PICTURES, CheckResult, Report, digest_of, is_settled, pictures_of

    if len(names) > MAX_PICTURES or any(each.code in UNKEPT_RULES for each in diagnostics):
        return None
    pictures = pictures_of(source.path, names)
    if not is_settled(pictures, start_ns):
        return None
    reports = tuple(Report(d.line - 1, d.column - 1, d.code, d.message, d.hint) for d in diagnostics)
    result = CheckResult(digest_of(program, source.path, source.text), pictures, reports)
    return result if _reported(source.anew(), result) == diagnostics else None


def in_chunks(files: Sequence[T], cores: int) -> list[tuple[T, ...]]:
    """Returns files in groups, each for a process at a time."""
    size = max(1, min(FILES_AT_ONCE, len(files) // (cores * 2)))
    return [tuple(files[start : start + size]) for start in range(0, len(files), size)]


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
