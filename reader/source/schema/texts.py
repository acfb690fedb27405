"""The type of texts: one string for every language, or one string for each language."""

from __future__ import annotations

from reader.gate import clean
from reader.model.language import is_ideographic
from reader.model.markup import parse as parse_markup
from reader.model.markup import parse_plain
from reader.model.markup_writing import render
from reader.model.text import EVERY_LANGUAGE, Text
from reader.source.nodes import Mapping, Scalar
from reader.source.schema.values import ValueType, by_language, check_characters, noun_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Prose
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext

MIN_LITERAL_CHARS = 60
"""Length from which a text is written as a literal block."""


class LiteralText(str):
    """A string to be written as a literal block."""

    __slots__ = ()


class TextType(ValueType[Text]):
    """A text. ``marked`` texts know the markup of emphasis and links."""

    noun = "a text"
    is_words = True
    """Whether it is a text of its language, which checks read."""

    def __init__(self, marked: bool, may_be_empty: bool = False) -> None:
        self.parse = parse_markup if marked else parse_plain
        self.render = render if marked else _text_of
        self.may_be_empty = may_be_empty

    def read(self, node: Node, context: LoadContext) -> Text | None:
        if isinstance(node, Scalar):
            prose = self.read_prose(node, context.side, context)
            if prose.text:
                text = Text(((context.side or EVERY_LANGUAGE, prose),))
                return context.built(text, node, is_listed=self.is_words)
            if self.may_be_empty:
                return Text(())
            context.report("S306", node, "the text is empty", "write it, or remove the entry")
            return None
        if context.side or not isinstance(node, Mapping):
            hint = "write a string, or one for each language"
            if context.side:
                hint = "write plain text: this list has one language"
            context.report("S301", node, f"expected a text, found {noun_of(node)}", hint)
            return None
        return self._read_sides(node, context)

    def read_prose(self, node: Scalar, tag: str, context: LoadContext) -> Prose:
        """Returns the text of one language."""
        return self.parse(_gated(node, context), is_unspaced_side(tag))

    def _read_sides(self, node: Mapping, context: LoadContext) -> Text | None:
        def hint(name: str, _value: Node) -> str:
            return context.suggestion(name, context.languages) or f"write one of {', '.join(context.languages)}"

        sides = []
        found = by_language(node, context, hint)
        for tag, value in found:
            if isinstance(value, Scalar):
                if value.is_blank:  # not written yet: a text that a language lacks on purpose is ""
                    continue
                sides.append((tag, self.read_prose(value, tag, context)))
            else:
                context.report("S301", value, f"expected a text, found {noun_of(value)}", "write a string")
        if any(prose.text for _, prose in sides):
            return context.built(Text(tuple(sides)), node, is_listed=self.is_words)
        if len(found) == len(node.entries) and all(isinstance(value, Scalar) for _, value in found):
            context.report("S306", node, "the text is empty in every language", "write it, or remove the entry")
        return None

    def write(self, value: Text, context: WriteContext) -> Plain:
        sides: dict[str, Plain] = {tag: self.written(prose) for tag, prose in value.sides}
        if not sides:
            return ""
        first = next(iter(sides))
        return sides[first] if len(sides) == 1 and first in (EVERY_LANGUAGE, context.side) else sides

    def written(self, prose: Prose) -> str:
        """Returns the text of one language as it is written."""
        return _string(self.render(prose))


def is_unspaced_side(tag: str) -> bool | None:
    """Whether a text of this language has no word spaces; None for a text of every language."""
    return is_ideographic(tag) if tag and tag != EVERY_LANGUAGE else None


def _gated(node: Scalar, context: LoadContext) -> str:
    check_characters(node, context)
    return clean(node.value)


def _text_of(prose: Prose) -> str:
    return prose.text


def _string(text: str) -> str:
    if text.endswith("\\"):  # before a line end it would be a mark
        return text
    return LiteralText(text + "\n") if len(text) >= MIN_LITERAL_CHARS or "\n" in text else text
