"""The state of loading an issue: its languages, its diagnostics, and the node of each object of the model."""

from __future__ import annotations

from itertools import islice

from reader.gate import quoted
from reader.nearest import nearest
from reader.source.nodes import Mapping, Scalar, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeVar

    from reader.source.nodes import Node
    from reader.source.source_file import SourceFile

    T = TypeVar("T")

MAX_KNOWN_WORDS = 50
"""Maximum number of known words that a word is compared with."""
MAX_SUGGESTIONS = 100
"""Maximum number of suggestions for a file."""


class LoadContext:
    """The state of loading one issue."""

    def __init__(self, source: SourceFile, homes: dict[str, str] | None = None) -> None:
        """Begins to load an issue.

        Args:
            source: The file.
            homes: The name of the record that has a key, with the article, for keys of the format.
        """
        self.source = source
        self.homes = homes or {}
        self.languages: tuple[str, ...] = ()
        """The issue's languages; empty until they were read."""
        self.side = ""
        """The language of the list that is being read, inside a free body; else empty."""
        self.report = source.report
        self._suggestions = 0
        self._lost: dict[int, Node] = {}
        self._nodes: dict[int, tuple[object, Node]] = {}
        self._by_type: dict[type, list[object]] = {}
        self._sorted_count = 0
        self._unlisted: set[int] = set()

    def built(self, value: T, node: Node, *, is_listed: bool = True) -> T:
        """Returns an object of the model after recording the node that it was read from.

        :meth:`all_built` leaves it out if it is not listed.
        """
        self._nodes[id(value)] = (value, node)
        if not is_listed:
            self._unlisted.add(id(value))
        return value

    def node(self, value: object, key: str = "") -> Node | None:
        """Returns the node an object was read from, or the value of one of its keys if it has that key."""
        node = self._nodes.get(id(value), (None, None))[1]
        return (node.get(key) or node) if key and isinstance(node, Mapping) else node

    def all_built(self, of_type: type[T]) -> list[T]:
        """Returns the objects of a type that were read, in the order of the file."""
        if self._sorted_count != len(self._nodes):
            self._sorted_count = len(self._nodes)
            self._by_type = {}
            for value in (value for key, (value, _) in self._nodes.items() if key not in self._unlisted):
                self._by_type.setdefault(type(value), []).append(value)
        return [value for value in self._by_type.get(of_type, ()) if isinstance(value, of_type)]

    def lose(self, node: Node) -> None:
        """Records that a node could not be read, after its fault was reported."""
        self._lost[id(node)] = node

    @property
    def has_lost(self) -> bool:
        """Whether any node could not be read."""
        return bool(self._lost)

    def is_lost(self, value: object, key: str) -> bool:
        """Whether the object that was read has this key, with a value that could not be read."""
        node = self.node(value)
        there = node.get(key) if isinstance(node, Mapping) else None
        return there is not None and id(there) in self._lost

    def lost_within(self, value: object) -> list[Node]:
        """Returns the nodes of an object, outermost first, that could not be read."""
        found: list[Node] = []
        waiting = [node] if self._lost and (node := self.node(value)) else []
        while waiting:
            node = waiting.pop()
            if id(node) in self._lost:
                found.append(node)
            elif not isinstance(node, Scalar):
                waiting.extend(children(node))
        return found

    def suggestion(self, word: str, known: Iterable[str]) -> str:
        """Returns ``did you mean …?`` with the known word that a word resembles most; empty if it resembles none."""
        return did_you_mean(self.resembled(word, known))

    def resembled(self, word: str, known: Iterable[str]) -> str:
        """Returns the known word that a word resembles most; empty if it resembles none.

        Compares with the first :data:`MAX_KNOWN_WORDS` words only, and only :data:`MAX_SUGGESTIONS` times in a file.
        """
        self._suggestions += 1
        if self._suggestions > MAX_SUGGESTIONS:
            return ""
        return nearest(word, islice(known, MAX_KNOWN_WORDS)) or ""


def did_you_mean(word: str) -> str:
    """Returns the hint that names the word that may be meant; empty without one."""
    return f"did you mean {quoted(word)}?" if word else ""
