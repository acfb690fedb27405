"""Lines that a recogniser cuts in two, put together and read once more."""

from __future__ import annotations

from difflib import SequenceMatcher

from reader.importing.pdf.page.geometry import bounding_box
from reader.importing.pdf.recognition.mark_widths import with_mark_widths
from reader.importing.pdf.recognition.recognised_line import RecognisedLine
from reader.importing.pdf.weights import recognition as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.page.page_view import Handle
    from reader.importing.pdf.recognition.page_ink import PageInk

_MAX_JOINS = 16
"""Maximum number of lines of a page that are recognised once more."""


def with_joined(
    page: PageInk, lines: Sequence[RecognisedLine], recognise: Callable[[Handle], str]
) -> list[RecognisedLine]:
    """Returns the lines, with those whose boxes touch in a row as one, by the text that ``recognise`` reads there.

    They stay apart if the text of both is another one.
    """
    found: list[RecognisedLine] = []
    tried = 0
    for line in sorted(lines, key=lambda line: line.box.left):
        before = next((at for at in range(len(found)) if _touch(found[at].box, line.box)), None)
        joined = None
        if before is not None and tried < _MAX_JOINS:
            tried += 1
            joined = _joined(page, found[before], line, recognise)
        if joined is not None and before is not None:
            found[before] = joined
        else:
            found.append(line)
    return sorted(found, key=lambda line: (line.box.top, line.box.left))


def _touch(first: Box, second: Box) -> bool:
    """Whether the box of a line ends where that of a line to the right of it begins."""
    small, large = sorted((first.height, second.height))
    gap = second.left - first.right
    return (
        large <= weights.JOINED_MAX_HEIGHT_RATIO * small
        and min(first.bottom, second.bottom) - max(first.top, second.top) >= weights.JOINED_MIN_SHARED_SHARE * small
        and -weights.JOINED_MAX_OVERLAP_RATIO * small <= gap <= weights.JOINED_MAX_GAP_RATIO * small
    )


def _joined(
    page: PageInk, first: RecognisedLine, second: RecognisedLine, recognise: Callable[[Handle], str]
) -> RecognisedLine | None:
    """Returns two lines as one; None if another text is read in the box of both."""
    box = bounding_box((first.box, second.box))
    crop = page.pixels[int(box.top) : int(box.bottom) + 1, int(box.left) : int(box.right) + 1]
    text = with_mark_widths(recognise(crop).strip())
    both = first.text + second.text
    if SequenceMatcher(None, text, both, autojunk=False).ratio() < weights.LEAD_MIN_SIMILARITY:
        return None
    return RecognisedLine(text, box, page.line(box, text), min(first.confidence, second.confidence))
