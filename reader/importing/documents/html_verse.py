"""Verse on a page of HTML."""

from __future__ import annotations

from reader.importing.documents.prose_building import ProseBuilder
from reader.importing.documents.verse import verse_of
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.documents.document import SourceUnit
    from reader.importing.documents.html_text import InlineReader
    from reader.importing.documents.html_tree import Element


def units_of_verse(node: Element, inline: InlineReader, tag: str) -> list[SourceUnit]:
    """Returns a poem as one unit, or as one for each language of its stanzas; its lines keep their ends and indents."""
    lines: list[Prose | None] = []
    stanzas = [each for each in node.walk() if each.name in ("p", "div") and not each.holds_block] or [node]
    for stanza in stanzas:
        builder = ProseBuilder()
        inline.add_all(stanza, builder)
        if node.name == "pre":
            lines += [Prose(line.rstrip()) if line.strip() else None for line in node.text().strip("\n").split("\n")]
        else:
            lines += [line.prose for line in builder.lines()]
        if any(each.name == "br" for each in stanza.walk()) or len(stanzas) < 2:
            lines.append(None)
    return verse_of(lines, tag)
