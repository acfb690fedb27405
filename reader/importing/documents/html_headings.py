"""Headings of pages and Markdown that no mark says to be one: short paragraphs that are bold throughout."""

from __future__ import annotations

from reader.importing.documents.languages import side_of
from reader.importing.documents.titles import is_like_title
from reader.importing.documents.word_headings import MOST_SHARE, TAGS
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.document import SourceUnit

MAX_TITLES = 2
"""Headings at the top of a text, its title in two languages, that bold headings may be below."""
MIN_BOLD = 2
"""Number of bold paragraphs from which on they are headings."""
LEVEL = 6


def with_bold_headings(units: list[SourceUnit]) -> list[SourceUnit]:
    """Returns units of which bold paragraphs are headings, if the text has none but its title."""
    top = next((at for at, unit in enumerate(units) if unit.kind != "heading"), len(units))
    if top > MAX_TITLES or any(unit.kind == "heading" for unit in units[top:]):
        return units
    bold = [at for at in range(top, len(units)) if _is_bold(units[at])]
    texts = sum(unit.kind == "paragraph" for unit in units)
    if not MIN_BOLD <= len(bold) <= MOST_SHARE * texts or not all(_is_above_text(units, at) for at in bold):
        return units
    found = list(units)
    for at in bold:
        spans = tuple(span for span in units[at].text.spans if span.kind != "strong")
        found[at] = replace(units[at], kind="heading", level=LEVEL, text=replace(units[at].text, spans=spans))
    return found


def _is_bold(unit: SourceUnit) -> bool:
    """Whether a paragraph is short, and bold throughout."""
    length = len(unit.text.text)
    strong = sum(span.end - span.start for span in unit.text.spans if span.kind == "strong")
    is_whole = unit.kind == "paragraph" and not unit.box and 0 < length == strong
    return is_whole and is_like_title(unit, TAGS.get(side_of(unit.text.text), "zh"))


def _is_above_text(units: Sequence[SourceUnit], at: int) -> bool:
    """Whether a text follows a bold paragraph, or the one in the other language does."""
    following = next((unit for unit in units[at + 1 :] if not _is_bold(unit)), None)
    return following is not None and following.kind != "heading"
