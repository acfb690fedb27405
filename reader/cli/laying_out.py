"""The layout of many issue files, worked out on all cores."""

from __future__ import annotations

from reader.cli.checking import cores_for, in_chunks
from reader.model.record import record
from reader.source.formatting import ChangeError, formatted
from reader.source.source_file import UnforeseenError, read_source, survivable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.cli.declared.fmt import Wrap
    from reader.source.diagnostic import Diagnostic

LEFT = "is left as it is"
"""Fault of a file whose diagnostics tell more."""


@record
class LaidOut:
    """A file, and the first line in which it is not in the one layout."""

    path: str
    line: int = 0
    """From 1; 0 if it is in that layout."""
    before: str = ""
    """Its text, and the one that it is to get; both are empty unless new layouts are compared."""
    after: str = ""
    fault: str = ""
    """Reason why it could not be laid out; empty if it could."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """The faults of a file that is not YAML."""


@record
class Job:
    """Files to lay out."""

    paths: tuple[str, ...]
    wrap: Wrap
    compared: bool
    """Whether new layouts are compared with the files, as they must be before these are shown or replaced."""


def laid_out(paths: Sequence[str], wrap: Wrap, compared: bool, cores: int = 0) -> Iterator[LaidOut]:
    """Yields files in the one layout, in the order given.

    Args:
        paths: The files.
        wrap: The unit of a long text that has a line.
        compared: As in :class:`Job`.
        cores: Number of processes; if 0, as many as there are cores for many files, else one.
    """
    cores = cores or cores_for(paths)
    if cores < 2 or len(paths) < 2:
        for path in paths:
            yield _of_file(path, wrap, compared)
        return
    from reader.workers import answers_in_order

    yield from answers_in_order(lay_out_files, [Job(p, wrap, compared) for p in in_chunks(paths, cores)], cores)


def lay_out_files(job: Job, send: Callable[[LaidOut], object]) -> None:
    """Lays files out and sends each; the function of the workers."""
    for path in job.paths:
        send(_of_file(path, job.wrap, job.compared))


def _of_file(path: str, wrap: Wrap, compared: bool) -> LaidOut:
    source = read_source(path)
    try:
        with survivable(path):
            text = formatted(source, wrap, compared)
    except ChangeError as error:
        return LaidOut(path, fault=str(error))
    except UnforeseenError as error:
        source.diagnostics.append(error.fault)
        text = None
    if text is None:
        return LaidOut(path, fault=LEFT, diagnostics=tuple(source.diagnostics))
    if text == source.text:
        return LaidOut(path)
    line = _first_difference(source.text.splitlines(), text.splitlines())
    return LaidOut(path, line, source.text, text) if compared else LaidOut(path, line)


def _first_difference(before: Sequence[str], after: Sequence[str]) -> int:
    """Returns the first line, from 1, in which two texts differ; the last one if only lines or line ends follow."""
    pairs = enumerate(zip(before, after, strict=False), 1)
    same = min(len(before), len(after))
    return min(next((number for number, (one, other) in pairs if one != other), same + 1), max(1, len(before)))
