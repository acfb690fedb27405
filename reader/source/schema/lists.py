"""Types of list items, which may hold lists, and of texts in several paragraphs."""

from __future__ import annotations

from reader.model.magazine import MAX_LIST_LEVELS, ListItem
from reader.source.nodes import Mapping, Sequence
from reader.source.schema.records import Key, ListType, RecordType
from reader.source.schema.texts import TextType
from reader.source.schema.values import FlagType, ValueType, noun_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Text
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext

MARKED = TextType(marked=True)
FLAG = FlagType()
_TEXTS = ListType(MARKED, "a list of texts")


class ParagraphsType(ValueType["tuple[Text, ...]"]):
    """A text, or a list of texts: its paragraphs."""

    noun = "a text or a list of texts"
    of = _TEXTS

    def read(self, node: Node, context: LoadContext) -> tuple[Text, ...] | None:
        if isinstance(node, Sequence):
            return _TEXTS.read(node, context) or None
        text = MARKED.read(node, context)
        return None if text is None else (text,)

    def write(self, value: tuple[Text, ...], context: WriteContext) -> Plain:
        return MARKED.write(value[0], context) if len(value) == 1 else _TEXTS.write(value, context)


class ItemType(ValueType["Text | ListItem"]):
    """An item of a list of a level: a text, or a mapping with its paragraphs and the list under it."""

    noun = "a list item"

    def __init__(self, level: int = 1) -> None:
        keys = [Key("item", PARAGRAPHS, "its text, or a list of its paragraphs", required=True, attribute="texts")]
        if level < MAX_LIST_LEVELS:
            under = ListType(ItemType(level + 1), "a list of items")
            keys.append(Key("list", under, "the items under it", attribute="items", default=()))
            keys.append(Key("ordered", FLAG, "yes if the list under it is numbered", default=False))
        self.level = level
        self.record = RecordType(f"an item of level {level}", ListItem, keys)

    def read(self, node: Node, context: LoadContext) -> Text | ListItem | None:
        if isinstance(node, Sequence):
            message = f"expected {self.noun}, found {noun_of(node)}"
            context.report("S301", node, message, "write item: with the text, and list: with the items under it")
            return None
        if not isinstance(node, Mapping) or not {"item", "list"} & node.entries.keys():
            return MARKED.read(node, context)
        if self.level == MAX_LIST_LEVELS and (under := node.get("list")):
            message = f"a list is deeper than {MAX_LIST_LEVELS} levels"
            context.report("S311", under, message, "move its items to the list above it")
            context.lose(under)
            node = node.with_keys({name: name for name in node.entries if name != "list"})
        if "ordered" in node.entries and "list" not in node.entries and self.level < MAX_LIST_LEVELS:
            message = f"{self.record.noun} has no list to be numbered"
            context.report("S303", node.entries["ordered"][0], message, "write list: with the items under it")
        found = self.record.read(node, context)
        if found is None or found.items or len(found.texts) > 1:
            return found
        return found.texts[0]

    def write(self, value: Text | ListItem, context: WriteContext) -> Plain:
        return self.record.write(value, context) if isinstance(value, ListItem) else MARKED.write(value, context)


PARAGRAPHS = ParagraphsType()
