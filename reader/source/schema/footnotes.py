"""The type of an article's notes: a mapping of ids to texts."""

from __future__ import annotations

from reader.model.magazine import Footnote
from reader.source.schema.blocks import BLOCK_ID
from reader.source.schema.keyed import KeyedType
from reader.source.schema.lists import MARKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.source.nodes import Node, Scalar
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext

MAX_FOOTNOTES = 1_000
"""Largest number of notes of an article: the head of an article has them all."""
EXAMPLE = "write each as its id and its text, as in well: {en: A well}"


class FootnotesType(KeyedType["Footnote"]):
    """The notes of an article: the text of each under its id."""

    noun = "a mapping of notes"
    entry_noun = "note"
    example = EXAMPLE
    most = MAX_FOOTNOTES

    def read_entry(self, key: Scalar, value: Node, context: LoadContext) -> tuple[str, Footnote] | None:
        identifier, text = BLOCK_ID.read(key, context), MARKED.read(value, context)
        if identifier is None or text is None:
            return None
        return identifier, Footnote(identifier, text)

    def write(self, value: tuple[Footnote, ...], context: WriteContext) -> Plain:
        return {note.id: MARKED.write(note.text, context) for note in value}
