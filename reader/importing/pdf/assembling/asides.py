"""Asides of a page: sidebars, pull quotes, tables, and small text that fits nowhere else."""

from __future__ import annotations

from collections import Counter

from reader.importing.extraction import ExtractedAside
from reader.importing.pdf import confidences
from reader.importing.pdf.blocks.column_block import ColumnBlock
from reader.importing.pdf.blocks.line_joining import joined_lines
from reader.importing.pdf.blocks.paragraphs import paragraphs_of
from reader.importing.pdf.roles.key_figures import figure_groups
from reader.importing.pdf.roles.table_titles import is_table_note, own_grid
from reader.importing.pdf.text_lines.line_alignment import alignment_of
from reader.importing.pdf.weights import assembling as weights
from reader.importing.scripts import HAN, LATIN, split_by_script
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.importing.pdf.blocks.table_grids import TableGrid
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.scripts import Script


def asides_of(
    regions: Sequence[Region], grids: Sequence[TableGrid], page: str, tags: Mapping[Script, str]
) -> list[ExtractedAside]:
    """Returns the asides of a page; ``tags`` are the languages by their scripts. Signs are in the main language."""
    main = Counter(region.block.script for region in regions if region.block.script).most_common(1)
    of_signs = tags[main[0][0] if main and main[0][0] else HAN]
    named: dict[Script | None, str] = {HAN: tags[HAN], LATIN: tags[LATIN], None: of_signs}
    return [
        *_sidebars(regions, page, named),
        *_single_blocks(regions, grids, page, named),
        *_tables(regions, grids, page, named),
    ]


def _sidebars(regions: Sequence[Region], page: str, tags: Mapping[Script | None, str]) -> Iterator[ExtractedAside]:
    """Yields one aside for the small text in no box, and one for each box with text."""
    sidebars = [region for region in regions if region.role == "sidebar"]
    for box in sorted({region.box for region in sidebars}, key=lambda box: -1 if box is None else box):
        inside = [region for region in sidebars if region.box == box]
        titles = [] if box is None else _titles([region.block for region in inside])
        title = {tag: " ".join(texts) for tag, texts in _by_language(titles, tags).items()}
        inside = [region for region in inside if region.block not in titles]
        texts: dict[str, list[str]] = {}
        for region in inside:
            texts.setdefault(tags[region.block.script], []).extend(_paragraphs(region.block))
        doubt = next((region.doubt for region in inside if region.doubt), "")
        confidence = confidences.DOUBTED if doubt else 1.0
        paragraphs = {tag: tuple(own) for tag, own in texts.items()}
        yield ExtractedAside("sidebar", paragraphs, (), page, confidence, doubt, title)


def _single_blocks(
    regions: Sequence[Region], grids: Sequence[TableGrid], page: str, tags: Mapping[Script | None, str]
) -> Iterator[ExtractedAside]:
    """Yields an aside for each pull quote, other small text, and table title or note without a table."""
    groups = {id(group[0]): group for group in figure_groups(regions)}
    explained = {id(region) for group in groups.values() for region in group[1:]}
    for region in regions:
        is_alone = region.role == "table" and own_grid(region.block, grids) is None
        if id(region) in explained:
            continue
        if region.role == "pull":
            blocks = [each.block for each in groups.get(id(region), [region])]
            yield ExtractedAside("pullquote", _by_language(blocks, tags), (), page)
        elif region.role == "other" or is_alone:
            yield ExtractedAside("note", _by_language([region.block], tags), (), page)


def _tables(
    regions: Sequence[Region], grids: Sequence[TableGrid], page: str, tags: Mapping[Script | None, str]
) -> Iterator[ExtractedAside]:
    for at, grid in enumerate(grids):
        own = [region.block for region in regions if region.role == "table" and own_grid(region.block, grids) == at]
        titles = [block for block in own if not is_table_note(block.text)]
        yield ExtractedAside("table", _by_language(titles, tags), grid.rows, page)
        for block in own:
            if block not in titles:
                yield ExtractedAside("note", _by_language([block], tags), (), page)


def _titles(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Returns the title of a box: its first line, and its second one in the other script; larger or bolder."""
    ordered = sorted(blocks, key=lambda block: (block.top, block.left))
    rest = [block for block in ordered if len(block.lines) > 1] or ordered[1:]
    if not rest:
        return []
    size = max(block.size for block in rest)
    found: list[TextBlock] = []
    for block in ordered[:2]:
        is_bolder = block.bold and not all(other.bold for other in rest)
        is_larger = block.size > weights.BOX_TITLE_RATIO * size or is_bolder
        if len(block.lines) > 1 or not is_larger or any(block.script == other.script for other in found):
            break
        found.append(block)
    return found


def _by_language(blocks: Iterable[TextBlock], tags: Mapping[Script | None, str]) -> dict[str, tuple[str, ...]]:
    """Returns the texts of blocks by language; a line in two scripts is divided."""
    found: dict[str, list[str]] = {}
    for block in blocks:
        text = joined_lines(block.lines, block.script)
        parts = split_by_script(text) if len(block.lines) == 1 else {}
        for script, part in (parts if len(parts) > 1 else {block.script: text}).items():
            found.setdefault(tags[script], []).append(part)
    return {tag: tuple(texts) for tag, texts in found.items()}


def _paragraphs(block: TextBlock) -> list[str]:
    """Returns the paragraphs of a block; each line is one if each ends a sentence, as in a list."""
    if len(block.lines) > 1 and all(ends_sentence(line.text) for line in block.lines):
        return [line.text for line in block.lines]
    column = ColumnBlock(block.lines, block.left, block.right, alignment=alignment_of(block.lines))
    return [paragraph.text for paragraph in paragraphs_of([column], block.script)]
