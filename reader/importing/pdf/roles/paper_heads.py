"""Abstracts of a page of a paper, and the texts over each: its head."""

from __future__ import annotations

import re

from reader.importing.pdf.blocks.article_labels import (
    begins_abstract,
    begins_entry,
    begins_keywords,
    heads_abstract,
    marks_abstract,
)
from reader.importing.pdf.roles.authors import names_in, names_institution
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import count_han, count_latin_words
from reader.model.record import record
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region

_CAPITAL = re.compile(r"(?:Abstract|Summary)\s+[A-Z]")


@record
class PaperHead:
    """An abstract and the texts over it in its language, from the top down."""

    abstract: Region
    texts: tuple[Region, ...]


def is_labelled_abstract(block: TextBlock) -> bool:
    """Whether a text is an abstract or a list of keywords with its label, and no sentence about one."""
    text = block.text
    if not begins_abstract(text):
        return False
    label = text[: weights.ABSTRACT_LABEL_LETTERS]
    is_marked = (
        marks_abstract(text) or bool(_CAPITAL.match(text)) or block.lines[0].has_run_in_head or block.lines[0].is_mixed
    )
    return (
        is_marked
        or count_han(label) > 0
        or begins_keywords(text)
        or count_latin_words(text) >= weights.ABSTRACT_MIN_WORDS
    )


def paper_heads(regions: Sequence[Region]) -> list[PaperHead]:
    """Returns the abstracts of a page with the texts over each, up to a text that is not of its head."""
    found = []
    for region in regions:
        text = region.block.text
        if heads_abstract(text) or (is_labelled_abstract(region.block) and not begins_keywords(text)):
            found.append(PaperHead(region, tuple(_over(region, regions))))
    return found


def _over(abstract: Region, regions: Sequence[Region]) -> list[Region]:
    """Returns the texts over an abstract from the top down, up to another abstract or running text.

    Data of the article, such as its number, may be between them.
    """
    block = abstract.block
    above = [
        region
        for region in regions
        if region is not abstract
        and region.role not in ("running", "label")
        and region.block.script
        and region.block.bottom <= block.top + block.size / 2
    ]
    found: list[Region] = []
    top = block.top
    for region in sorted(above, key=lambda each: -each.block.bottom):
        own = region.block
        if top - own.bottom > weights.FRONT_MAX_GAP_EM * max(own.size, block.size) or _ends_head(own):
            break
        if not begins_entry(own.text):
            found.append(region)
        top = min(top, own.top)
    return sorted(found, key=lambda each: (each.block.top, each.block.left))


def _ends_head(block: TextBlock) -> bool:
    """Whether a text over an abstract is another abstract, its keywords, or running text."""
    text = block.text
    return is_labelled_abstract(block) or (ends_sentence(text) and not names_institution(text) and not names_in(text))
