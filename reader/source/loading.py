"""Loading of issue files: parse, read by the table of keys, check."""

from __future__ import annotations

from reader.gate import quoted
from reader.model.record import record
from reader.source.checks import check, check_errors
from reader.source.diagnostic import ERROR, Diagnostic, in_order
from reader.source.nodes import Mapping, Scalar
from reader.source.schema.issue import FORMAT_VERSION, ISSUE, KEY_HOMES
from reader.source.schema.load_context import LoadContext
from reader.source.source_file import SourceFile, read_source
from reader.source.yaml_parser import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Issue
    from reader.source.nodes import Node


@record
class Loaded:
    """The result of loading an issue file: the issue if there is no error, and all diagnostics."""

    path: str
    issue: Issue | None
    diagnostics: tuple[Diagnostic, ...] = ()
    is_missing: bool = False
    """Whether there was no such file when it was to be read."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the issue from being opened."""
        return tuple(d for d in self.diagnostics if d.severity == ERROR)


def load(path: str, checked: bool = True) -> Loaded:
    """Loads an issue file; without ``checked``, only by the table of keys.

    Never raises for the file's content or a fault of the disk.
    """
    return load_source(read_source(path), checked)[0]


def load_text(text: str, path: str = "<text>", checked: bool = True) -> Loaded:
    """Loads an issue from text; diagnostics call it ``path``."""
    return load_source(SourceFile(path, text), checked)[0]


def load_source(source: SourceFile, checked: bool = True, only_errors: bool = False) -> tuple[Loaded, LoadContext]:
    """Loads an issue from a source; returns it with the context, which knows the node of every object.

    Args:
        source: The source.
        checked: Whether it is checked beyond the table of keys.
        only_errors: Whether the checks that find nothing but warnings are left out, which take most of the time.
    """
    root = parse(source)
    issue: Issue | None = None
    context = LoadContext(source, KEY_HOMES)
    if root is not None and _version_is_known(root, source):
        issue = ISSUE.read(root, context)
        if checked:
            (check_errors if only_errors else check)(context, issue)
    return _loaded(issue, source), context


def with_checks(loaded: Loaded, context: LoadContext) -> Loaded:
    """Checks an issue that was loaded without; returns it with all diagnostics."""
    check(context, loaded.issue)
    return _loaded(loaded.issue, context.source)


def _loaded(issue: Issue | None, source: SourceFile) -> Loaded:
    diagnostics = tuple(in_order(source.diagnostics))
    if any(d.severity == ERROR for d in diagnostics):
        issue = None
    return Loaded(source.path, issue, diagnostics, source.is_missing)


def _version_is_known(root: Node, source: SourceFile) -> bool:
    version = root.get("format") if isinstance(root, Mapping) else None
    if isinstance(version, Scalar) and version.value.strip() not in ("", FORMAT_VERSION):
        hint = f"this program reads version {FORMAT_VERSION}; a newer one may read this file"
        source.report("S309", version, f"the format version {quoted(version.value)} is unknown", hint)
        return False
    return True
