"""Captions: lines beside a picture, divided into one caption for each figure, with its credit."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.importing.credits import divided
from reader.importing.extraction import ExtractedFigure
from reader.importing.pdf import confidences
from reader.importing.pdf.blocks.line_joining import joined_lines
from reader.importing.pdf.weights import assembling as weights
from reader.importing.scripts import HAN, LATIN, count_han, count_latin_words, split_by_script
from reader.model.record import record, replace
from reader.model.scripts import HAN_UNIFIED, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine
    from reader.importing.scripts import Script

DIVIDED = "it may be one caption, or two"
_HAN_THEN_LATIN = re.compile(rf"(.*[{HAN_UNIFIED}）)。])\s+([A-Z][^{HAN_UNIFIED}]*)\Z")


@record
class FoundCaption:
    """A figure by its caption, and the lines that the caption is printed in."""

    figure: ExtractedFigure
    lines: tuple[TextLine, ...]


@record
class _SpacedLine:
    """A line, and its distance from the baseline of the line above it; 0 for the first one."""

    line: TextLine
    step: float


class _GrowingCaption:
    """A caption that is being put together."""

    def __init__(self) -> None:
        self.lines: list[TextLine] = []
        self.last: Script | None = None
        """Script of its last words."""
        self.is_doubted = False
        self._texts: dict[Script, list[TextLine]] = {}
        self._credit = ""
        self._is_closed = False

    def add(self, line: TextLine, words: str, script: Script | None, credit: str) -> None:
        """Adds words of a line, and the credit after them."""
        self.lines.append(line)
        if script:
            self._texts.setdefault(script, []).append(replace(line, text=words))
            self.last, self._is_closed = script, False
        if credit:
            self._credit, self._is_closed = f"{self._credit} {credit}".strip(), True

    def repeats(self, script: Script | None) -> bool:
        """Whether words in a script would continue its last ones, with no credit between."""
        return script is not None and script == self.last and not self._is_closed

    def takes(self, script: Script, lines: Sequence[TextLine]) -> bool:
        """Whether words in a script may belong to it; ``lines`` are all lines beside the picture."""
        if self._is_closed:
            return script not in self._texts and len(self._texts) < 2
        if script != self.last:
            return script not in self._texts
        return len(self._texts) > 1 or not _is_last(self._texts[script][-1], lines)

    def finished(self, tags: Mapping[Script, str], page: str) -> FoundCaption:
        """Returns the caption; ``tags`` are the languages by their scripts."""
        texts = {tags[script]: joined_lines(lines, script) for script, lines in self._texts.items()}
        figure = ExtractedFigure(texts, self._credit, page)
        if self.is_doubted:
            figure = replace(figure, confidence=confidences.DIVIDED_CAPTION, doubt=DIVIDED)
        return FoundCaption(figure, tuple(self.lines))


def captions_of(
    lines: Sequence[TextLine], tags: Mapping[Script, str], page: str = "", measure: float = 0.0
) -> list[FoundCaption]:
    """Returns the captions in lines under each other.

    ``tags`` are the languages by their scripts; ``measure`` is the width in which they may be set, in points.
    """
    if not lines:
        return []
    steps = [below.baseline - line.baseline for line, below in pairwise(lines)]
    usual = min([*steps, weights.CAPTION_LEADING_EM * lines[0].size])
    apart = weights.CAPTION_APART_RATIO * usual
    doubted = weights.CAPTION_DOUBT_FROM_RATIO * usual, weights.CAPTION_DOUBT_TO_RATIO * usual
    measure = max([measure, *(line.width for line in lines)])
    captions: list[_GrowingCaption] = []
    above: TextLine | None = None
    spaced = [_SpacedLine(line, step) for line, step in zip(lines, [0.0, *steps], strict=True)]
    for each in _with_credits_joined(spaced, apart):
        line = each.line
        is_after_short = above is not None and above.width < weights.CAPTION_FULL_SHARE * measure
        for text, step in zip(_by_language(line.text), (each.step, 0.0), strict=False):
            words, credit = divided(text)
            script: Script | None = (HAN if count_han(words) else LATIN) if words else None
            before = captions[-1] if captions else _GrowingCaption()
            is_wide = is_after_short and step > weights.CAPTION_WIDE_STEP_EM * line.size and script == before.last
            is_apart = step > apart or is_wide
            is_doubted = before.repeats(script) and doubted[0] < step < doubted[1]
            if not captions or is_apart or (script and not before.takes(script, lines)):
                captions.append(_GrowingCaption())
            captions[-1].add(line, words, script, credit)
            if is_doubted:
                before.is_doubted = captions[-1].is_doubted = True
        above = line
    return [caption.finished(tags, page) for caption in captions]


def _with_credits_joined(lines: Sequence[_SpacedLine], apart: float) -> list[_SpacedLine]:
    """Returns the lines; a full and a short one with a credit that continues from one to the other are joined.

    ``apart`` is the largest distance of their baselines.
    """
    full = weights.CAPTION_FULL_SHARE * max((each.line.width for each in lines), default=0.0)
    found: list[_SpacedLine] = []
    for each in lines:
        line, last = each.line, found[-1].line if found else None
        rest = count_han(line.text) + count_latin_words(line.text)
        is_rest = rest <= weights.CREDIT_MAX_REST and each.step <= apart
        if last and last.script == line.script and last.width >= full and is_rest:
            text = joined_lines([last, line], line.script)
            words, credit = divided(text)
            if credit and len(words) < len(last.text) and not (divided(last.text)[1] and divided(line.text)[1]):
                found[-1] = replace(found[-1], line=replace(last, text=text))
                continue
        found.append(each)
    return found


def _is_last(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a caption in one language ends with a line: it is short, and a sentence ends there."""
    space = max(other.right for other in lines) - line.right
    return ends_sentence(line.text) and space > weights.CAPTION_SHORT_EM * line.size


def _by_language(text: str) -> list[str]:
    """Divides a line that holds a caption in both languages; one in Chinese with few Latin words stays whole."""
    words, credit = divided(text)
    parts = split_by_script(words)
    chinese, english = parts.get(HAN, ""), parts.get(LATIN, "")
    if (
        count_latin_words(english) >= weights.BILINGUAL_MIN_WORDS
        and count_han(chinese) >= weights.BILINGUAL_MIN_CHARACTERS
    ):
        first, second = (chinese, english) if words.startswith(chinese) else (english, chinese)
        return [first, f"{second} {credit}".strip()]
    middle = _HAN_THEN_LATIN.match(words)
    if (
        middle
        and count_latin_words(middle[2]) >= weights.BILINGUAL_MIXED_MIN_WORDS
        and count_han(middle[1]) >= weights.BILINGUAL_MIN_CHARACTERS
    ):
        return [middle[1], f"{middle[2]} {credit}".strip()]
    return [text]
