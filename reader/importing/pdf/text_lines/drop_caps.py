"""Drop caps: a large first letter, joined to the line that it begins."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from reader.importing.pdf.weights import text_lines as weights
from reader.importing.scripts import count_han
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine

_CAP = re.compile(r"[“\"‘'「『《]?\w[”’」』》'’]?\Z")
_AFTER_A = re.compile(
    r"(?:bout|bove|cross|fter|gain|gainst|go|head|ll|lmost|lone|long|lready|lso|lthough|lways|mid|mong|n|nd|nother|ny"
    r"|nyone|part|re|rea|round|rt|s|side|sk|t|ugust|utumn|way|pril)\Z"
)
"""Rests of words that begin with ``A``."""
_AFTER_I = re.compile(r"(?:f|n|s|t|ts|nside|nstead|nto|t's|t’s|nk|ce|ron|sland|dea|mages?|magine)\Z")
"""Rests of words that begin with ``I``."""


def with_drop_caps_joined(lines: Sequence[TextLine], boxes: Sequence[Box] = ()) -> list[TextLine]:
    """Returns the lines with each drop cap joined to the first line beside it; all lines beside begin at its edge.

    A drop cap may be in one of the ``boxes``: the lines begin beside that.
    """
    caps = [at for at, line in enumerate(lines) if _CAP.match(line.text)]
    if not caps:
        return list(lines)
    kept: list[TextLine | None] = list(lines)
    order = sorted(range(len(lines)), key=lambda at: lines[at].baseline)
    baselines = [lines[at].baseline for at in order]
    known = dict(Counter(word for line in lines for word in _words(line)))
    for own in caps:
        cap = lines[own]
        around = _box_around(cap, boxes)
        if kept[own] is not cap:  # it is beside a larger one
            continue
        tallest = 1.01 * cap.size / weights.DROP_CAP_RATIO
        top, bottom = (around.top, around.bottom) if around else (cap.top, cap.baseline)
        first = bisect_left(baselines, top - weights.DROP_CAP_ABOVE_EM * tallest)
        last = bisect_right(baselines, bottom + weights.DROP_CAP_BELOW_EM * tallest)
        near = sorted(at for at in order[first:last] if at != own)
        beside = sorted(
            (at for at in near if (line := kept[at]) and _is_beside(cap, line, around)),
            key=lambda at: lines[at].baseline,
        )
        for at in beside:
            line = kept[at]
            assert line
            is_first = at == beside[0]
            text = with_cap(cap.text, line.text, known) if is_first else line.text
            left = around.left if around else cap.left
            kept[at] = joined = replace(line, text=text, left=left, has_drop_cap=is_first)
            if is_first:
                _count_changed(known, _words(line) + _words(cap), _words(joined))
        if beside:
            kept[own] = None
    return [line for line in kept if line]


def _words(line: TextLine) -> list[str]:
    return [word.lower() for word in re.findall(r"\w+", line.text)]


def _count_changed(counts: dict[str, int], removed: Iterable[str], added: Iterable[str]) -> None:
    """Counts words once less for each that is removed, and once more for each that is added; none stays with 0."""
    for word in added:
        counts[word] = counts.get(word, 0) + 1
    for word in removed:
        counts[word] -= 1
        if not counts[word]:
            del counts[word]


def with_cap(cap: str, text: str, known: Container[str] = frozenset()) -> str:
    """Returns a drop cap and the line that it begins.

    ``A`` and ``I`` may be words of their own: ``known`` words, in lower case, help to decide.
    """
    begun = re.match(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", text)
    if cap[-1] not in "AIO" or count_han(cap) or not begun or not text[0].islower():
        return cap + text
    rest = begun[0].lower()
    is_rest_of_word = (_AFTER_A if cap[-1] == "A" else _AFTER_I).match(rest) if cap[-1] != "O" else None
    if is_rest_of_word or cap[-1].lower() + rest in known or len(rest) == 1:
        return cap + text
    return f"{cap} {text}" if cap[-1] != "O" and (rest in known or len(rest) > 2) else cap + text


def _box_around(cap: TextLine, boxes: Sequence[Box]) -> Box | None:
    """Returns the largest box around a drop cap that is not much larger than it; None if there is none."""
    own = [
        box
        for box in boxes
        if max(box.width, box.height) <= weights.DROP_CAP_BOX_MAX_EM * cap.size and _holds(box, cap)
    ]
    return max(own, key=lambda box: box.width * box.height, default=None)


def _holds(box: Box, cap: TextLine) -> bool:
    middle = cap.baseline - cap.size / 3
    return box.left <= cap.left and cap.right <= box.right and box.top <= middle <= box.bottom


def _is_raised_initial(cap: TextLine, line: TextLine) -> bool:
    """Whether a line goes on close after a larger first letter on its own baseline."""
    gap = line.left - cap.right
    is_in_line = abs(cap.baseline - line.baseline) <= weights.RAISED_INITIAL_SHIFT_EM * line.size
    is_larger = cap.size > weights.SIZE_RATIO * line.size and cap.color == line.color
    return (
        cap.text.isalpha()
        and is_in_line
        and is_larger
        and abs(gap) <= weights.RAISED_INITIAL_GAP_EM * line.size
        and len(line.text) >= weights.RAISED_INITIAL_MIN_LETTERS
    )


def _is_beside(cap: TextLine, line: TextLine, around: Box | None = None) -> bool:
    """Whether a line begins beside a letter that is large enough for a drop cap, or beside the box around it."""
    right = around.right if around else cap.right
    top, bottom = (around.top, around.bottom) if around else (cap.top, cap.baseline)
    if around is None and _is_raised_initial(cap, line):
        return True
    return (
        cap.size >= weights.DROP_CAP_RATIO * line.size
        and top - weights.DROP_CAP_ABOVE_EM * line.size
        <= line.baseline
        <= bottom + weights.DROP_CAP_BELOW_EM * line.size
        and -weights.DROP_CAP_OVERLAP_EM * line.size <= line.left - right <= weights.DROP_CAP_GAP_EM * line.size
    )
