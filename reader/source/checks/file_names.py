"""Checks of names that not every system can have (R419): of the issue file, of articles, pictures and recordings."""

from __future__ import annotations

import os

from reader.gate import quoted
from reader.model.file_names import windows_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Issue
    from reader.source.checks.files import NamedPicture
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext


def check_portable_names(issue: Issue, pictures: Iterable[NamedPicture], context: LoadContext) -> None:
    """Reports names that Windows cannot have, and names that are the same to Windows and macOS."""
    file_name = os.path.basename(context.source.path)
    own, extension = os.path.splitext(file_name)
    reason = windows_fault(file_name) or windows_fault(own)  # the second is its folder of pictures
    if reason and extension in (".yaml", ".yml"):
        _report(own, reason, context.node(issue, "id"), context)
    for _, article in issue.articles():
        if reason := windows_fault(article.id):  # its folder in a site
            _report(article.id, reason, context.node(article, "id"), context)
    seen: dict[str, str] = {}
    for name, node in _files(issue, pictures, context):
        if reason := windows_fault(name):
            _report(name, reason, node, context)
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            message = f"the names {quoted(other)} and {quoted(name)} are one on Windows and macOS"
            context.report("R419", node, message, "name the file as it is written on the disk, everywhere alike")


def _files(issue: Issue, pictures: Iterable[NamedPicture], context: LoadContext) -> Iterator[tuple[str, Node | None]]:
    yield from ((picture.name, picture.node) for picture in pictures)
    for _, article in issue.articles():
        yield from ((each.file, context.node(each, "file")) for each in article.audio)


def _report(name: str, reason: str, node: Node | None, context: LoadContext) -> None:
    message = f"Windows cannot have a file or folder {quoted(name)}: {reason}"
    context.report("R419", node, message, "choose another name")
