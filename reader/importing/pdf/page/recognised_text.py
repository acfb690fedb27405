"""Recognised text of a scan (OCR): its words have a size and a baseline each, which are made those of lines."""

from __future__ import annotations

from bisect import bisect_left
from statistics import median

from reader.importing.pdf.weights import page as weights
from reader.importing.scripts import count_han
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.glyphs import Glyph


@record
class _RecognisedWord:
    """The glyphs of a text run on one baseline."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    baseline: float
    size: float


def is_recognised(glyphs: Sequence[Glyph]) -> bool:
    """Whether the text of a page was recognised on a scan: by its number of sizes."""
    sizes = {round(glyph.size, 1) for glyph in glyphs}
    if len(sizes) < weights.RECOGNISED_MIN_SIZES:
        return False
    return len(sizes) >= weights.RECOGNISED_MIN_SIZES_A_RUN * min(len({glyph.run for glyph in glyphs}), len(glyphs) / 4)


def with_lines_snapped(glyphs: Sequence[Glyph], same_size_ratio: float | None = None) -> list[Glyph]:
    """Returns the glyphs of recognised text, those of a line on one baseline, and lines of nearly one size in one.

    Lines with Han characters, and others, have sizes of their own. ``same_size_ratio`` is the ratio of such sizes, if
    it is not the usual one.
    """
    lines = _lines(_words(glyphs))
    measured = [median([word.size for word in line for _ in word.glyphs]) for line in lines]
    han = {size for line, size in zip(lines, measured, strict=True) if _has_han(line)}
    han_amounts: dict[float, int] = {}
    other_amounts: dict[float, int] = {}
    for line, size in zip(lines, measured, strict=True):  # letters of one size may measure otherwise than characters
        amounts = han_amounts if size in han else other_amounts
        amounts[size] = amounts.get(size, 0) + sum(len(word.glyphs) for word in line)
    ratio = same_size_ratio or weights.RECOGNISED_SAME_SIZE_RATIO
    sizes = _common_sizes(han_amounts, ratio) | _common_sizes(other_amounts, ratio)
    snapped: dict[int, Glyph] = {}
    for line, size in zip(lines, measured, strict=True):
        baseline = median([word.baseline for word in line for _ in word.glyphs])
        for word in line:
            for glyph in word.glyphs:
                snapped[id(glyph)] = replace(glyph, baseline=baseline, size=sizes[size])
    return [snapped[id(glyph)] for glyph in glyphs]


def _words(glyphs: Iterable[Glyph]) -> list[_RecognisedWord]:
    """Returns the words of text runs, in their order."""
    found: list[_RecognisedWord] = []
    current: list[Glyph] = []
    for glyph in glyphs:
        if current and not _is_next(current[-1], glyph):
            found.append(_word(current))
            current = []
        current.append(glyph)
    return [*found, _word(current)] if current else found


def _is_next(last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph is of the same word as the one before it: of its run, or close after it in its size."""
    size = glyph.size
    if glyph.run == last.run:
        return abs(glyph.baseline - last.baseline) <= size / 2
    is_close = -size / 4 <= glyph.left - last.right <= size / 8
    return (
        is_close and abs(glyph.baseline - last.baseline) <= weights.RECOGNISED_SAME_LINE_EM * size and last.size == size
    )


def _word(glyphs: Sequence[Glyph]) -> _RecognisedWord:
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()] or glyphs
    return _RecognisedWord(
        tuple(glyphs),
        min(glyph.left for glyph in inked),
        max(glyph.right for glyph in inked),
        median([glyph.baseline for glyph in inked]),
        median([glyph.size for glyph in inked]),
    )


def _lines(words: Sequence[_RecognisedWord]) -> list[list[_RecognisedWord]]:
    """Returns words beside each other in lines."""
    ends: list[tuple[float, int]] = []
    lines: list[list[_RecognisedWord]] = []
    for word in sorted(words, key=lambda word: word.left):
        reach = weights.RECOGNISED_SAME_LINE_EM * word.size
        best: tuple[float, int] | None = None
        for at in range(bisect_left(ends, (word.baseline - reach, -1)), len(ends)):
            baseline, number = ends[at]
            if baseline > word.baseline + reach:
                break
            last = lines[number][-1]
            if _may_follow(last, word):
                cost = (
                    abs(baseline - word.baseline) + abs(word.left - last.right) / weights.RECOGNISED_GAP_TO_STEP_RATIO
                )
                best = (cost, at) if best is None or cost < best[0] else best
        if best is None:
            number = len(lines)
            lines.append([word])
        else:
            number = ends.pop(best[1])[1]
            lines[number].append(word)
        entry = (word.baseline, number)
        ends.insert(bisect_left(ends, entry), entry)
    return lines


def _has_han(line: Iterable[_RecognisedWord]) -> bool:
    return any(count_han(glyph.char) for word in line for glyph in word.glyphs)


def _may_follow(last: _RecognisedWord, word: _RecognisedWord) -> bool:
    """Whether a word may be the next one of a line."""
    size = max(word.size, last.size)
    return -size <= word.left - last.right <= weights.RECOGNISED_MAX_GAP_EM * min(
        word.size, last.size
    ) and size <= weights.RECOGNISED_MAX_SIZE_RATIO * min(word.size, last.size)


def _common_sizes(amounts: dict[float, int], ratio: float) -> dict[float, float]:
    """Returns for each size the most frequent one near it."""
    found: dict[float, float] = {}
    for size in sorted(amounts, key=lambda size: -amounts[size]):
        if size not in found:
            for other in amounts:
                if other not in found and max(size, other) <= ratio * min(size, other):
                    found[other] = size
    return found
