"""Checks of the file's name and the files of its pictures (R405 to R407)."""

from __future__ import annotations

import os

from reader.gate import quoted
from reader.model.record import record
from reader.picture_paths import leads_out
from reader.source.schema.load_context import did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Figure, Issue
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext

PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp")


@record
class NamedPicture:
    """The name of a picture in an issue file, and its node there."""

    name: str
    node: Node | None


def check_file_name(issue: Issue, context: LoadContext) -> None:
    """Reports an id that is not the file's name."""
    stem, extension = os.path.splitext(context.source.path)
    name = os.path.basename(stem)
    if extension in (".yaml", ".yml") and name != issue.id:
        message = f"the id {quoted(issue.id)} is not the file's name"
        hint = f"rename the file {issue.id}{extension}, or write id: {name}"
        context.report("R405", context.node(issue, "id"), message, hint)


def named_pictures(issues: Iterable[Issue], figures: Iterable[Figure], context: LoadContext) -> Iterator[NamedPicture]:
    """Yields the pictures of covers and of figures, each with the node of its name."""
    for issue in issues:
        if issue.cover:
            yield NamedPicture(issue.cover, context.node(issue, "cover"))
    for figure in figures:
        if figure.file:
            yield NamedPicture(figure.file, context.node(figure, "file"))


def check_pictures(pictures: Iterable[NamedPicture], context: LoadContext) -> None:
    """Reports pictures that are missing in the issue's folder, or links out of it."""
    folder = os.path.splitext(context.source.path)[0]
    for named in pictures:
        name, node = named.name, named.node
        picture = os.path.join(folder, name)
        if not os.path.isfile(picture):
            hint = _similar_file(name, folder, context) or f"it belongs in the folder {os.path.basename(folder)}"
            context.report("R406", node, f"the picture {quoted(name)} is missing", hint)
        elif leads_out(folder, picture):
            message = f"the picture {quoted(name)} is a link out of the folder"
            context.report("R407", node, message, "copy the picture itself into the folder")


def _similar_file(name: str, folder: str, context: LoadContext) -> str:
    """Returns ``did you mean …?`` with the picture of a folder whose name is most like one; empty if none is.

    Only names without their endings are compared: ``a.png`` is like ``b.png`` by its ending alone.
    """
    try:
        names = sorted(each for each in os.listdir(folder) if each.lower().endswith(PICTURE_ENDINGS))
    except OSError:
        return ""
    stems = {os.path.splitext(each)[0]: each for each in names}
    return did_you_mean(stems.get(context.resembled(os.path.splitext(name)[0], stems), ""))
