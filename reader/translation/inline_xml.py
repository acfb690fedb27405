"""The marks of a text as elements of an XML format."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reader.model.record import record
from reader.translation.inline_marks import InlineMark, inline_parts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model.text import Prose


@record
class InlineElements:
    """The elements of an XML format for marks."""

    pair: str
    """Name of the element around the text of a span."""
    point: str
    """Name of the empty element at the place of a span of no length."""
    attributes: Callable[[InlineMark], str]
    """Writes the attributes of a mark."""


def inline_xml(prose: Prose, source: Prose | None, elements: InlineElements) -> str:
    """Returns a text in XML, with its marks as elements.

    Args:
        prose: The text.
        source: The text that it is a translation of; None for a source.
        elements: The elements of the format.
    """
    parts = []
    for part in inline_parts(prose, source):
        if not isinstance(part, InlineMark):
            parts.append(escape(part))
        elif part.edge == "end":
            parts.append(f"</{elements.pair}>")
        elif part.edge == "point":
            parts.append(f"<{elements.point} {elements.attributes(part)}/>")
        else:
            parts.append(f"<{elements.pair} {elements.attributes(part)}>")
    return "".join(parts)
