"""Print on the back of a sheet that shows through it: faint letters seen from behind, no text of the page."""

from __future__ import annotations

from reader.importing.bullets import BULLET
from reader.importing.pdf.weights import recognition as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.recognition.page_ink import PageInk
    from reader.importing.pdf.recognition.recognised_line import RecognisedLine


def without_show_through(page: PageInk, lines: Sequence[RecognisedLine]) -> list[RecognisedLine]:
    """Returns the lines of a page, in pixels, but for faint ones that can hardly be read or measured."""
    return [line for line in lines if not _shows_through(page, line)]


def _shows_through(page: PageInk, line: RecognisedLine) -> bool:
    if line.text == BULLET or (line.ink and line.confidence >= weights.SHOW_THROUGH_MAX_CONFIDENCE):
        return False
    return page.contrast(line.box) < weights.SHOW_THROUGH_MAX_CONTRAST
