"""Blocks divided before the label of an abstract: the text above it, such as the authors, is a block of its own."""

from __future__ import annotations

from itertools import pairwise

from reader.importing.pdf.blocks.article_labels import marks_abstract
from reader.importing.pdf.blocks.text_blocks import block_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.pdf.blocks.text_blocks import TextBlock


def with_abstracts_apart(blocks: Iterable[TextBlock]) -> list[TextBlock]:
    """Returns the blocks; each begins with the label of an abstract, or of keywords, or has none that is marked."""
    found = []
    for block in blocks:
        lines = block.lines
        cuts = [0, *(at for at, line in enumerate(lines) if at and marks_abstract(line.text)), len(lines)]
        found += [block] if len(cuts) == 2 else [block_of(lines[at:end]) for at, end in pairwise(cuts)]
    return found
