"""Titles and notes of tables: short text close over or under one."""

from __future__ import annotations

import re

from reader.importing.credits import divided
from reader.importing.pdf.page.geometry import shared_width, vertical_gap
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.table_grids import TableGrid
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region

_NUMBERED = re.compile(
    r"(?:[表附]\s*表?|Table\s+|Tab\.\s*|Tabelle\s+|Tableau\s+|TABLE\s+)[\dIVXA-Z一二三四五六七八九十]+(?:[.\-–—]\d+)*"
)
"""Beginning of a table's title that has a number."""
_NOTE = re.compile(
    r"[(（]?(?:注|註|备注|說明|说明|资料来源|資料來源|来源|Notes?|Sources?|Quelle)\s*\d*\s*[:：.]|[*†‡※]"
)
"""Beginning of a note under a table."""

_UNIT = re.compile(
    r"[(（]?(?:(?:金额|金額|货币|貨幣|计量)?[单單]\s*位|币\s*种|Units?|Einheit)\s*[:：]\s*\S"
    r"|[(（]?in (?:millions|thousands)\b",
    re.IGNORECASE,
)
"""Line over a table that says the unit of its figures."""

_SENTENCE_END = re.compile(r"[。！？]|[^\W\d_]{3}[.!?](?=\s|\Z)")
"""End of a sentence, after no abbreviation."""


def with_table_titles(regions: Sequence[Region], grids: Sequence[TableGrid]) -> list[Region]:
    """Returns the regions with short text close over or under a table taken for its title or note.

    A heading under a table heads the text that follows; sentences over one are no title of it, but running text.
    """
    found = []
    for region in regions:
        of_table = [grid for grid in grids if _is_of_table(region, grid)]
        is_text = any(region.block.top < grid.top for grid in of_table) and _is_of_sentences(region.block.text)
        found.append(replace(region, role="body" if is_text else "table") if of_table else region)
    return found


def own_grid(block: TextBlock, grids: Sequence[TableGrid]) -> int | None:
    """Returns the index of the table that a title or note belongs to: a title is over it, a note under it."""
    near = [at for at, grid in enumerate(grids) if _is_close(block, grid)]
    is_note = bool(_NOTE.match(block.text))
    return min(
        near,
        key=lambda at: ((grids[at].top < block.top) is not is_note, abs(vertical_gap(grids[at], block))),
        default=None,
    )


def is_table_note(text: str) -> bool:
    """Whether a text begins as a note under a table."""
    return bool(_NOTE.match(text))


def is_table_unit(text: str) -> bool:
    """Whether a short line says the unit of a table's figures: ``单位：元``."""
    return len(text) <= weights.TABLE_UNIT_MAX_CHARACTERS and bool(_UNIT.match(text))


def is_table_title(text: str) -> bool:
    """Whether a text begins as the title of a table: with its number."""
    return bool(_NUMBERED.match(text))


def _is_of_table(region: Region, grid: TableGrid) -> bool:
    block = region.block
    is_above = block.top < grid.top
    is_note = not is_above and bool(_NOTE.match(block.text))
    most_lines = weights.CAPTION_MAX_LINES if is_note else weights.TABLE_TITLE_MAX_LINES
    if not _is_close(block, grid) or region.box is not None or len(block.lines) > most_lines:
        return False
    if is_above and is_table_title(block.text):
        return region.role in ("body", "caption", "heading", "sidebar", "other", "pull")
    if is_note:
        return region.role in ("body", "caption", "sidebar", "other")
    is_title = region.role in ("caption", "sidebar", "other") or (region.role == "heading" and is_above)
    return is_title and not divided(block.text)[1]


def _is_of_sentences(text: str) -> bool:
    """Whether a text without the number of a table is several sentences."""
    return not is_table_title(text) and ends_sentence(text) and len(_SENTENCE_END.findall(text)) > 1


def _is_close(block: TextBlock, grid: TableGrid) -> bool:
    is_beside = shared_width(block, grid) > -weights.TABLE_TITLE_OUTDENT_EM * block.size
    return is_beside and vertical_gap(grid, block) < weights.TABLE_TITLE_GAP_EM * block.size
