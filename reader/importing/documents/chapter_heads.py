"""Heads of chapters: their headings, above which a kicker or a number may be."""

from __future__ import annotations

from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.document import SourceUnit

MAX_LINES_ABOVE_HEAD = 2
"""Number of short lines above the title of a chapter: a kicker in two languages."""
MAX_LINE_CHARS = 40
"""Length of such a line."""


def head_in(units: Sequence[SourceUnit]) -> range:
    """Returns the places of the headings that are the head of a chapter; few short lines may be above them."""
    above = next((at for at, unit in enumerate(units[: MAX_LINES_ABOVE_HEAD + 1]) if unit.kind == "heading"), 0)
    if above and (units[above].level > 1 or not all(_is_line_above_head(unit) for unit in units[:above])):
        return range(0)
    end = above
    while (
        end < len(units) and units[end].kind == "heading" and (end == above or units[end].level <= units[end - 1].level)
    ):
        end += 1
    return range(above, end)


def _is_line_above_head(unit: SourceUnit) -> bool:
    """Whether a unit may be a short line above the title of a chapter: a kicker, or the number of the chapter."""
    text = unit.text.text
    return unit.kind == "paragraph" and 0 < len(text) <= MAX_LINE_CHARS and not ends_sentence(text)
