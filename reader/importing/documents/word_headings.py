"""Headings of Word files that have no style of one: short paragraphs that are bold throughout."""

from __future__ import annotations

from reader.importing.documents.archives import local
from reader.importing.documents.languages import side_of
from reader.importing.documents.titles import MAX_TITLE_UNITS, is_like_title
from reader.importing.documents.word_parts import child, is_on, value
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from reader.importing.documents.document import SourceUnit

MOST_SHARE = 0.5
"""Share of the paragraphs that are bold above which bold marks no heading."""
TAGS = {"latin": "en", "cyrillic": "ru", "greek": "el"}
"""Languages in scripts, as examples that tell how long a title may be."""


def bold_size(paragraph: Element) -> int:
    """Returns the size of the letters of a paragraph that is bold throughout, in half points; -1 for another one."""
    runs = [
        run
        for run in paragraph.iter()
        if local(run) == "r" and any(local(each) == "t" and (each.text or "").strip() for each in run)
    ]
    if not runs or not all(is_on(child(run, "rPr"), "b") for run in runs):
        return -1
    size = value(runs[0], "rPr", "sz")
    return int(size) if size.isdigit() else 0


def with_bold_headings(units: Sequence[SourceUnit], sizes: Mapping[int, int]) -> list[SourceUnit]:
    """Returns units of which bold paragraphs are headings if no style marks one; the larger, the higher.

    ``sizes`` are those of bold paragraphs by the ``id()`` of their units.
    """
    bold = [
        unit for unit in units if id(unit) in sizes and is_like_title(unit, TAGS.get(side_of(unit.text.text), "zh"))
    ]
    texts = [unit for unit in units if unit.kind == "paragraph"]
    if any(unit.kind == "heading" for unit in units):
        return _with_bold_titles(units, bold)
    if len(bold) > MOST_SHARE * len(texts):
        return list(units)
    ranks = {size: rank for rank, size in enumerate(sorted({sizes[id(unit)] for unit in bold}, reverse=True), 1)}
    chosen = {id(unit) for unit in bold}
    return [
        replace(unit, kind="heading", level=ranks[sizes[id(unit)]]) if id(unit) in chosen else unit for unit in units
    ]


def _with_bold_titles(units: Sequence[SourceUnit], bold: Sequence[SourceUnit]) -> list[SourceUnit]:
    """Returns units of which bold paragraphs at the top are titles, above the headings that have a style."""
    chosen = {id(unit) for unit in bold}
    end = next((at for at, unit in enumerate(units) if id(unit) not in chosen), len(units))
    is_title = end <= MAX_TITLE_UNITS and all(unit.kind != "heading" or unit.level for unit in units)
    titles = [replace(unit, kind="heading", level=0) for unit in units[:end]]
    return [*titles, *units[end:]] if is_title else list(units)
