"""The head of a page: the section that it names, and characters that are scattered over it as an ornament."""

from __future__ import annotations

from reader.importing.pdf.weights import assembling as weights
from reader.importing.scripts import HAN, split_by_script
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.importing.extraction import Texts
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage
    from reader.importing.scripts import Script


@record
class Ornament:
    """Han characters scattered over the head of a page, from the left."""

    blocks: tuple[TextBlock, ...]

    @property
    def text(self) -> str:
        """The characters as a text, with a blank where the gap between them is wider."""
        text = ""
        for before, block in zip([None, *self.blocks], self.blocks, strict=False):
            if before and block.left - before.right > weights.ORNAMENT_BLANK_EM * min(before.size, block.size):
                text += " "
            text += block.text
        return text


def ornament_of(page: PrintedPage, regions: Iterable[Region]) -> Ornament:
    """Returns the scattered characters in the head of a page; an empty ornament if there are too few."""
    single = [
        block
        for block in _head(page, regions)
        if len(block.text) <= weights.ORNAMENT_MAX_LETTERS and block.script == HAN
    ]
    if len(single) < weights.ORNAMENT_MIN_BLOCKS:
        return Ornament(())
    return Ornament(tuple(sorted(single, key=lambda block: block.left)))


def section_of(page: PrintedPage, regions: Iterable[Region], tags: Mapping[Script, str]) -> Texts:
    """Returns the section that the head of a page names: its largest words, without numbers.

    ``tags`` are the languages by their scripts.
    """
    words = [
        block
        for block in _head(page, regions)
        if block.script and len(block.text) > 1 and not any(map(str.isdigit, block.text))
    ]
    if not words:
        return {}
    least = weights.SECTION_SIZE_RATIO * max(block.size for block in words)
    found: dict[str, str] = {}
    for block in sorted((block for block in words if block.size > least), key=lambda block: block.left):
        for script, text in split_by_script(block.text).items():
            found.setdefault(tags[script], text)
    return found


def _head(page: PrintedPage, regions: Iterable[Region]) -> Sequence[TextBlock]:
    """Returns the furniture in the head of a page."""
    lowest = weights.HEAD_SHARE * page.height
    return [region.block for region in regions if region.role == "running" and region.block.bottom < lowest]
