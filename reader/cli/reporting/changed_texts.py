"""The old and the new source of a stale text, one above the other, near the place where they differ."""

from __future__ import annotations

from reader.gate import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.runs import Run

MAX_CHARS = 160
"""Length of the part of a text that is shown."""
CHARS_BEFORE = 30
"""Characters shown before the first difference of a text that is shown in part."""


def change_lines(name: str, old: str, new: str) -> Iterator[list[Run]]:
    """Yields a line with the source that a translation was made from, if it is known, and one with the present one."""
    old, new = clean_line(old), clean_line(new)
    start = difference_start(old, new) if old else 0
    if old:
        yield [(f"    {name} ", "address"), (f"- {part_from(old, start)}", "muted")]
    yield [(f"    {name} ", "address"), (f"+ {part_from(new, start)}", "")]


def difference_start(old: str, new: str) -> int:
    """Returns the offset of the first character in which two texts differ."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def part_from(text: str, place: int) -> str:
    """Returns a text, or the part of a long one around a place."""
    if len(text) <= MAX_CHARS:
        return text
    start = max(0, min(place - CHARS_BEFORE, len(text) - MAX_CHARS))
    end = start + MAX_CHARS
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
