"""Nodes of an issue file: its texts, lists and mappings, each with its position."""

from __future__ import annotations

TYPE_CHECKING = False


COMMA_HINT = "a text with a comma needs quotes between { and }"
"""The hint for a word after a comma that was taken for a key."""


class Scalar:
    """A text as written; ``line`` and ``column`` count from 0, as the parser does.

    ``folded`` says that YAML joined several lines into it: a folded block, or a text of several lines in quotes or
    without. ``style`` is the first character of a block or of quotes, empty for plain; the parsed
    text has the scalar at ``[start:end]``.
    """

    __slots__ = ("column", "end", "folded", "line", "start", "style", "value")

    def __init__(self, value: str, line: int, column: int, folded: bool = False) -> None:
        self.value, self.line, self.column, self.folded = value, line, column, folded
        self.style = ""
        self.start = self.end = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written here, not even quotation marks."""
        return not self.value and not self.style


class Sequence:
    """A list of nodes."""

    __slots__ = ("column", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.items: list[Node] = []


class Mapping:
    """A mapping; ``entries`` holds for each key's text the key's node and its value, in the order of the file."""

    __slots__ = ("column", "entries", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.entries: dict[str, tuple[Scalar, Node]] = {}

    def get(self, key: str) -> Node | None:
        """Returns the value of a key, or None."""
        found = self.entries.get(key)
        return found[1] if found else None

    def with_keys(self, names: dict[str, str]) -> Mapping:
        """Returns this mapping with only the keys in ``names``, each under its new name."""
        mapping = Mapping(self.line, self.column)
        mapping.entries = {names[name]: entry for name, entry in self.entries.items() if name in names}
        return mapping


def children(node: Mapping | Sequence) -> list[Node]:
    """Returns the values of a mapping, or the entries of a list."""
    return node.items if isinstance(node, Sequence) else [value for _, value in node.entries.values()]


if TYPE_CHECKING:
    Node = Scalar | Sequence | Mapping
