"""Types of lists and of mappings with known keys."""

from __future__ import annotations

from reader.gate import quoted
from reader.source.nodes import COMMA_HINT, Mapping, Scalar, Sequence
from reader.source.schema.load_context import did_you_mean
from reader.source.schema.values import T, ValueType, is_word_after_comma, noun_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext


class ListType(ValueType["tuple[T, ...]"]):
    """A list of values of one type; reading leaves out those that are invalid. ``most`` bounds it if it is not 0."""

    def __init__(self, of: ValueType[T], noun: str, may_be_empty: bool = False, most: int = 0) -> None:
        self.of, self.noun, self.may_be_empty, self.most = of, noun, may_be_empty, most

    def read(self, node: Node, context: LoadContext) -> tuple[T, ...] | None:
        if not isinstance(node, Sequence):
            if isinstance(node, Scalar) and not node.value.strip():
                context.report(
                    "S306", node, f"{self.noun} is empty", "write its entries under it, indented more than the key"
                )
            else:
                message = f"expected {self.noun}, found {noun_of(node)}"
                context.report("S301", node, message, "write entries that begin with -")
            return None
        if not node.items and not self.may_be_empty:
            context.report("S306", node, f"{self.noun} is empty", "write entries, or remove the key")
            return None
        if self.most and len(node.items) > self.most:
            message = f"{self.noun} has {len(node.items):,} entries, and may have {self.most:,}"
            context.report("Y205", node.items[self.most], message, "remove some")
            return None
        found = []
        for item in node.items:
            value = self.of.read(item, context)
            if value is None:
                context.lose(item)
            else:
                found.append(value)
        return tuple(found)

    def write(self, value: Iterable[T], context: WriteContext) -> Plain:
        return context.entries(value, self.of.write)


class Key:
    """A key of a record: its name, the type of its value, and its description in messages and editors."""

    __slots__ = ("attribute", "default", "doc", "name", "required", "stand_in", "type", "whole")

    def __init__(  # noqa: PLR0913 (a declaration: its parts are named)
        self,
        name: str,
        type: ValueType[Any],
        doc: str,
        *,
        required: bool = False,
        attribute: str = "",
        default: object = None,
        stand_in: object = None,
        whole: bool = False,
    ) -> None:
        """Declares a key.

        Args:
            name: The key in the file.
            type: The type of its value.
            doc: A few words on it.
            required: Whether a record must have it.
            attribute: The attribute of the model's object that holds its value; by default the key's name, with ``_``
                for ``-``. Reading passes the value to ``build`` under this name.
            default: The attribute's value for which writing leaves the key out.
            stand_in: The value with which the record is still checked if a required key is missing or invalid; without
                one, such a record is left out.
            whole: Whether its value is written from the whole object instead of one attribute.
        """
        self.name, self.type, self.doc, self.required = name, type, doc, required
        self.attribute, self.default, self.whole = attribute or name.replace("-", "_"), default, whole
        self.stand_in = stand_in


class RecordType(ValueType[T]):
    """A mapping with known keys, and the class of the model that it is read as."""

    def __init__(self, noun: str, model: type[T], keys: Iterable[Key], build: Callable[..., T] | None = None) -> None:
        """Declares a record.

        Args:
            noun: Its name in messages, with the article.
            model: The class of the model.
            keys: Its keys, in the order in which they are read and written.
            build: Makes an object of the values of the keys that are there; the model's class by default.
        """
        self.noun, self.model, self.build = noun, model, build or model
        self.keys = {key.name: key for key in keys}

    def read(self, node: Node, context: LoadContext) -> T | None:
        if not isinstance(node, Mapping):
            required = ", ".join(key.name for key in self.keys.values() if key.required) or ", ".join(self.keys)
            message = f"expected {self.noun}, found {noun_of(node)}"
            context.report("S301", node, message, f"write its keys: {required}")
            return None
        if not node.entries and not any(key.required for key in self.keys.values()):
            context.report("S306", node, f"{self.noun} is empty", f"write a key: {', '.join(self.keys)}")
            return None
        node = self._known_keys(node, context)
        values = self._values(node, context)
        return None if values is None else context.built(self.build(**values), node)

    def write(self, value: T, context: WriteContext) -> dict[str, Plain]:
        return self.written(value, context)

    def written(self, value: object, context: WriteContext) -> dict[str, Plain]:
        """Returns the keys with the attributes of an object as plain data."""
        data: dict[str, Plain] = {}
        for name, key in self.keys.items():
            attribute = value if key.whole else getattr(value, key.attribute)
            if attribute is None or attribute == key.default:
                continue
            plain = key.type.write(attribute, context)
            if plain not in ("", [], {}):
                data[name] = plain
        return data

    def _known_keys(self, node: Mapping, context: LoadContext) -> Mapping:
        """Returns a mapping with known keys only; reports the others.

        A misspelt key is read as the missing one that it resembles, if that is required or has more than a line.
        """
        if node.entries.keys() <= self.keys.keys():
            return node
        names = {name: name for name in node.entries if name in self.keys}
        for name, (key, value) in node.entries.items():
            if name in self.keys:
                continue
            missing = [known for known in self.keys if known not in node.entries]
            is_rest = is_word_after_comma(value)
            home = "" if is_rest else context.homes.get(name, "")
            meant = "" if is_rest or home else context.resembled(name, missing)
            hint = COMMA_HINT if is_rest else did_you_mean(meant) or f"its keys are {', '.join(self.keys)}"
            hint = f"it is a key of {home}" if home else hint
            context.report("S302", key, f"{self.noun} has no key {quoted(name)}", hint)
            if meant in names.values() or not meant or not self._is_read_as(meant, value):
                context.lose(value)
            else:
                names[name] = meant
        return node.with_keys(names)

    def _is_read_as(self, meant: str, value: Node) -> bool:
        return self.keys[meant].required or not isinstance(value, Scalar)

    def _values(self, node: Mapping, context: LoadContext) -> dict[str, object] | None:
        """Returns the values of the keys; None if a required one without a stand-in is missing or invalid."""
        values: dict[str, object] = {}
        complete = True
        for name, key in self.keys.items():
            value = node.get(name)
            if value is None:
                if not key.required:
                    continue
                message = f"{self.noun} lacks the key {quoted(name)}"
                context.report("S303", node, message, f"write {name}: {key.doc}")
                read = None
            else:
                read = key.type.read(value, context)
                if read is None:
                    context.lose(value)
            if read is None and key.required:
                read = key.stand_in
                complete = complete and read is not None
            if read is not None:
                values[key.attribute] = read
        return values if complete else None
