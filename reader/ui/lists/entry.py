"""One entry of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from reader.model.record import record

if TYPE_CHECKING:
    from reader.layout.runs import Run

    Runs = tuple[Run, ...]
    """A paragraph of an entry: it is wrapped by itself."""

T = TypeVar("T")


@record
class ListEntry(Generic[T]):
    """Some paragraphs, and the value that choosing the entry gives.

    An entry without a value is a heading: the cursor passes over it.
    """

    paragraphs: tuple[Runs, ...]
    value: T | None = None
    indent_cells: int = 0
    hang_cells: int = 0
    """Additional indent of the lines after a paragraph's first."""
    space_before: bool = False
    right: Run = ("", "")
    """Run at the right end of the first line."""


def heading(text: str) -> ListEntry[T]:
    """Returns a heading with a blank line above it."""
    return ListEntry((((text, "accent"),),), space_before=True)
