"""The type of an article's notes: a mapping of ids to texts."""

from __future__ import annotations

from reader.gate import quoted
from reader.model.magazine import Footnote
from reader.source.nodes import Mapping, Scalar
from reader.source.schema.blocks import BLOCK_ID
from reader.source.schema.lists import MARKED
from reader.source.schema.values import ValueType, noun_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext

MAX_FOOTNOTES = 1_000
"""Largest number of notes of an article: the head of an article has them all."""
EXAMPLE = "write each as its id and its text, as in well: {en: A well}"


class FootnotesType(ValueType["tuple[Footnote, ...]"]):
    """The notes of an article: the text of each under its id."""

    noun = "a mapping of notes"

    def read(self, node: Node, context: LoadContext) -> tuple[Footnote, ...] | None:
        if not isinstance(node, Mapping):
            if isinstance(node, Scalar) and not node.value.strip():
                context.report("S306", node, f"{self.noun} is empty", "write its notes under it, or remove the key")
            else:
                context.report("S301", node, f"expected {self.noun}, found {noun_of(node)}", EXAMPLE)
            return None
        if not node.entries:
            context.report("S306", node, f"{self.noun} is empty", "write a note, or remove the key")
            return None
        if len(node.entries) > MAX_FOOTNOTES:
            key, _ = list(node.entries.values())[MAX_FOOTNOTES]
            message = f"an article has {len(node.entries):,} notes, and may have {MAX_FOOTNOTES:,}"
            context.report("Y205", key, message, "remove some, or divide the article")
            return None
        found: dict[str, Footnote] = {}
        for key, value in node.entries.values():
            identifier, text = BLOCK_ID.read(key, context), MARKED.read(value, context)
            if identifier is None or text is None:
                context.lose(value)
            elif identifier in found:
                message = f"the note {quoted(identifier)} occurs twice"
                context.report("R401", key, message, "an id has no blanks around it: keep one")
            else:
                found[identifier] = Footnote(identifier, text)
        return tuple(found.values())

    def write(self, value: tuple[Footnote, ...], context: WriteContext) -> Plain:
        return {note.id: MARKED.write(note.text, context) for note in value}
