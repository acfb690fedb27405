"""The type of a mapping whose entries are records: a key of the file's own choice, and a value."""

from __future__ import annotations

from reader.gate import quoted
from reader.source.nodes import Mapping, Scalar
from reader.source.schema.values import T, ValueType, noun_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext


class KeyedType(ValueType["tuple[T, ...]"]):
    """A mapping of names to values, each a record; a subclass reads and writes an entry."""

    entry_noun = "entry"
    """The name of an entry in messages, with ``s`` for more than one."""
    owner_noun = "an article"
    """The name of the whole that has the entries."""
    example = ""
    """The hint for a value that is no mapping."""
    most = 0
    """Largest number of entries."""

    def read_entry(self, key: Scalar, value: Node, context: LoadContext) -> tuple[str, T] | None:
        """Returns the name and the record of an entry; None, with a diagnostic, if it is invalid."""
        raise NotImplementedError

    def read(self, node: Node, context: LoadContext) -> tuple[T, ...] | None:
        is_blank = isinstance(node, Scalar) and not node.value.strip()
        if is_blank or (isinstance(node, Mapping) and not node.entries):
            hint = f"write a {self.entry_noun}, or remove the key"
            context.report("S306", node, f"{self.noun} is empty", hint)
            return None
        if not isinstance(node, Mapping):
            context.report("S301", node, f"expected {self.noun}, found {noun_of(node)}", self.example)
            return None
        if len(node.entries) > self.most:
            key, _ = list(node.entries.values())[self.most]
            message = f"{self.owner_noun} has {len(node.entries):,} {self.entry_noun}s, and may have {self.most:,}"
            context.report("Y205", key, message, "remove some, or divide the article")
            return None
        found: dict[str, T] = {}
        for key, value in node.entries.values():
            entry = self.read_entry(key, value, context)
            if entry is None:
                context.lose(value)
                continue
            name, record = entry
            if name in found:
                message = f"the {self.entry_noun} {quoted(name)} occurs twice"
                context.report("R401", key, message, "blanks around a key do not count: keep one")
            else:
                found[name] = record
        return tuple(found.values())
