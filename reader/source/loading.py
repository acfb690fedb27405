"""Loads issue files."""

from __future__ import annotations

from reader.model.magazine import Issue
from reader.model.record import record
from reader.source import schema
from reader.source.checks import check
from reader.source.diagnostic import ERROR, Diagnostic, in_order
from reader.source.kinds import FAULT, Reading
from reader.source.nodes import Mapping, Scalar, SourceFile, parse, read_source


@record
class Loaded:
    """An issue file as it was found: an issue if it has no error, and all that is wrong with it."""

    path: str
    issue: Issue | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the issue from being opened."""
        return tuple(d for d in self.diagnostics if d.severity == ERROR)


def load(path: str, checked: bool = True) -> Loaded:
    """Loads an issue file; without ``checked``, only what its shape needs is looked at.

    Never raises for what the file holds or the disk does.
    """
    return read(read_source(path), checked)[0]


def load_text(text: str, path: str = "<text>", checked: bool = True) -> Loaded:
    """Loads an issue from text; ``path`` is what diagnostics call it."""
    return read(SourceFile(path, text), checked)[0]


def read(source: SourceFile, checked: bool = True) -> tuple[Loaded, Reading]:
    """Loads an issue from a source; returns it with the reading, which knows where everything stands."""
    root = parse(source)
    issue: Issue | None = None
    reading = Reading(source)
    if root is not None and _version_is_known(root, source):
        value = schema.ISSUE.read(root, reading)
        issue = None if value is FAULT else value
        if checked:
            check(reading, issue)
    return _loaded(issue, source), reading


def checked(loaded: Loaded, reading: Reading) -> Loaded:
    """Returns what was loaded without being checked, with all that is wrong with it."""
    check(reading, loaded.issue)
    return _loaded(loaded.issue, reading.source)


def _loaded(issue: Issue | None, source: SourceFile) -> Loaded:
    diagnostics = tuple(in_order(source.diagnostics))
    if any(d.severity == ERROR for d in diagnostics):
        issue = None
    return Loaded(source.path, issue, diagnostics)


def _version_is_known(root: object, source: SourceFile) -> bool:
    version = root.get("format") if isinstance(root, Mapping) else None
    if isinstance(version, Scalar) and version.value.strip() not in ("", schema.FORMAT_VERSION):
        hint = f"this program reads version {schema.FORMAT_VERSION}; a newer one may read this file"
        source.report("S309", version, f"the format {version.value!r} is not known", hint)
        return False
    return True
