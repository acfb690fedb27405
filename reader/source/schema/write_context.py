"""The state of writing an issue as plain data: texts, lists and mappings, with the comments to put between them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    T = TypeVar("T")
    Plain = str | list["Plain"] | dict[str, "Plain"]
    """Data of which YAML is made here: every scalar is text."""
    Comments = Mapping[int | str, str]
    """Comments by the ``id()`` of the object each is put over, or by the name of a key of the issue."""


class WriteContext:
    """The state of writing one issue or article.

    A comment is a placeholder first: an entry of its own, ``marker`` and the comment's index in ``comments``.
    """

    def __init__(self, comments: Comments, marker: str) -> None:
        self.side = ""
        """The language of the list that is being written, inside a free body; else empty."""
        self.comments: list[str] = []
        """The text of each comment that has a placeholder."""
        self._by_key, self._marker = comments, marker

    def entries(self, values: Iterable[T], write: Callable[[T, WriteContext], Plain]) -> list[Plain]:
        """Returns values as plain data, each after the placeholder of its comment."""
        return [entry for value in values for entry in (*self._placeholders(id(value)), write(value, self))]

    def with_comments(self, values: Mapping[str, Plain]) -> dict[str, Plain]:
        """Returns a mapping with placeholders before the keys that have comments."""
        commented: dict[str, Plain] = {}
        for key, value in values.items():
            commented |= dict.fromkeys(self._placeholders(key), "")
            commented[key] = value
        return commented

    def _placeholders(self, key: int | str) -> list[str]:
        comment = self._by_key.get(key)
        if not comment:
            return []
        self.comments.append(" ".join(comment.split()))
        return [f"{self._marker}{len(self.comments) - 1}"]
