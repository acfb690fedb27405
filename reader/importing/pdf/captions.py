"""Figures by their captions: lines beside a picture, divided into one caption for each."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.importing.credits import divided
from reader.importing.extraction import ExtractedFigure
from reader.importing.pdf.paragraphs import text_of
from reader.importing.scripts import HAN, LATIN, count_han, count_latin_words, split_by_script
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.pdf.lines import Line
    from reader.importing.scripts import Script

DIVIDED = "it may be one caption, or two"
APART = 1.45
"""Lines of captions that are so many usual steps apart belong to two."""
DOUBTFUL = (1.25, 1.55)
"""What stands between so many usual steps apart may be one caption or two."""
MOST_STEP = 1.45
"""Sizes from line to line that captions usually have at most."""
WIDE_STEP = 1.75
"""Sizes from line to line that captions hardly have: what follows a line that ended early is another caption."""
FULL = 0.7
"""The share of the measure that a line fills which does not end early."""
MAX_REST = 4
"""Chinese characters or words of a credit that may stand on the next line."""


class _Making:
    """A caption that is being put together."""

    def __init__(self) -> None:
        self.sides: dict[Script, list[Line]] = {}
        self.lines: list[Line] = []
        self.last: Script | None = None
        """The language of its last words."""
        self.credit = ""
        self.is_doubted = False
        self._is_closed = False

    def add(self, line: Line, words: str, side: Script | None, credit: str) -> None:
        """Adds a line, or the part of one, in a language and with the credit at its end."""
        self.lines.append(line)
        if words and side:
            self.sides.setdefault(side, []).append(replace(line, text=words))
            self.last, self._is_closed = side, False
        if credit:
            self.credit, self._is_closed = f"{self.credit} {credit}".strip(), True

    def repeats(self, side: Script | None) -> bool:
        """Whether words would go on in the language of those before, with no credit between."""
        return side is not None and side == self.last and not self._is_closed

    def takes(self, side: Script, lines: Sequence[Line]) -> bool:
        """Whether words in a language may belong to it; ``lines`` are all that stand there."""
        if self._is_closed:
            return side not in self.sides and len(self.sides) < 2
        if side != self.last:
            return side not in self.sides
        return len(self.sides) > 1 or not _is_last(self.sides[side][-1], lines)

    def caption(self, page: str, tags: Mapping[Script, str]) -> ExtractedFigure:
        """Returns it as it is found to be."""
        texts = {tags[side]: text_of(lines, side) for side, lines in self.sides.items()}
        if self.is_doubted:
            return ExtractedFigure(texts, self.credit, page, confidence=0.7, doubt=DIVIDED)
        return ExtractedFigure(texts, self.credit, page)


def captions_of(
    lines: Sequence[Line], tags: Mapping[Script, str], page: str = "", measure: float = 0.0
) -> list[tuple[ExtractedFigure, list[Line]]]:
    """Returns the captions of lines that stand under each other, each with its lines.

    ``measure`` is how wide they may be set.
    """
    steps = [below.baseline - line.baseline for line, below in pairwise(lines)]
    usual = min([*steps, MOST_STEP * lines[0].size]) if lines else 0.0
    measure = max([measure, *(line.width for line in lines)])
    found: list[_Making] = []
    above: Line | None = None
    for line, gap in _credits_joined(lines, [0.0, *steps], APART * usual):
        has_room = above is not None and above.width < FULL * measure
        for text, step in zip(_parts(line.text), (gap, 0.0), strict=False):
            words, credit = divided(text)
            side: Script | None = (HAN if count_han(words) else LATIN) if words else None
            before = found[-1] if found else _Making()
            is_apart = step > APART * usual or (has_room and step > WIDE_STEP * line.size and side == before.last)
            is_doubted = before.repeats(side) and DOUBTFUL[0] * usual < step < DOUBTFUL[1] * usual
            if not found or is_apart or (side and not before.takes(side, lines)):
                found.append(_Making())
            found[-1].add(line, words, side, credit)
            if is_doubted:
                before.is_doubted = found[-1].is_doubted = True
        above = line
    return [(made.caption(page, tags), made.lines) for made in found]


def _credits_joined(lines: Sequence[Line], gaps: Sequence[float], most: float) -> list[tuple[Line, float]]:
    """Returns the lines with the gaps over them; two that a credit goes over are one: a full one and a short one.

    ``most`` is how far they may be apart.
    """
    full = FULL * max((line.width for line in lines), default=0.0)
    found: list[tuple[Line, float]] = []
    for line, gap in zip(lines, gaps, strict=False):
        last = found[-1][0] if found else None
        rest = count_han(line.text) + count_latin_words(line.text)
        if last and last.side == line.side and last.width >= full and rest <= MAX_REST and gap <= most:
            text = text_of([last, line], line.side)
            words, credit = divided(text)
            if credit and len(words) < len(last.text) and not (divided(last.text)[1] and divided(line.text)[1]):
                found[-1] = replace(last, text=text), found[-1][1]
                continue
        found.append((line, gap))
    return found


def _is_last(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a caption in one language ends with a line: it is short, and a sentence ends there."""
    return ends_sentence(line.text) and max(other.right for other in lines) - line.right > 2 * line.size


def _parts(text: str) -> list[str]:
    """Divides a line that holds a caption in both languages; what has a few Latin words in Chinese stays whole."""
    words, credit = divided(text)
    parts = split_by_script(words)
    chinese, english = parts.get(HAN, ""), parts.get(LATIN, "")
    if chinese and english and count_latin_words(english) >= 2 and count_han(chinese) >= 2:
        first, second = (chinese, english) if words.startswith(chinese) else (english, chinese)
        return [first, f"{second} {credit}".strip()]
    middle = re.match(r"(.*[\u4e00-\u9fff）)。])\s+([A-Z][^\u4e00-\u9fff]*)\Z", words)
    if middle and count_latin_words(middle[2]) >= 3 and count_han(middle[1]) >= 2:
        return [middle[1], f"{middle[2]} {credit}".strip()]
    return [text]
