"""The size of the running text on the first page of a paper, most of which is abstracts in smaller print."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from reader.importing.pdf.blocks.article_labels import begins_abstract, heads_abstract
from reader.importing.pdf.blocks.text_blocks import is_same_size
from reader.importing.pdf.weights import blocks as weights
from reader.importing.pdf.weights import text_lines as text_lines_weights
from reader.importing.scripts import HAN, count_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.text_lines.body_sizes import BodySizes
    from reader.importing.pdf.text_lines.text_line import TextLine


def with_sizes_under_abstracts(body: BodySizes, lines: Sequence[TextLine]) -> BodySizes:
    """Returns the sizes of the running text; that in Han script is the larger one of the text under all abstracts."""
    starts = [line.baseline for line in lines if begins_abstract(line.text) or heads_abstract(line.text)]
    if HAN not in body or not starts:
        return body
    under = [
        line
        for line in lines
        if line.script == HAN
        and line.baseline > max(starts)
        and not line.bold
        and count_han(line.text) >= text_lines_weights.BODY_MIN_LINE_CHARACTERS
    ]
    sizes = Counter(line.size for line in under)
    size = max(sizes, key=lambda one: sizes[one], default=body[HAN])
    if size < weights.UNDER_ABSTRACT_RATIO * body[HAN] or not _is_running(under, size):
        return body
    return {**body, HAN: size}


def _is_running(lines: Sequence[TextLine], size: float) -> bool:
    """Whether several lines of a size are under each other in one column."""
    own = sorted(
        (line for line in lines if is_same_size(line.size, size, size)),
        key=lambda line: (round(line.left / (weights.MAX_INDENT_EM * size)), line.baseline),
    )
    steps = [below.baseline - line.baseline for line, below in pairwise(own)]
    near = sum(0 < step <= weights.WIDE_LEADING_EM * size for step in steps)
    return near + 1 >= text_lines_weights.BODY_MIN_LINES
