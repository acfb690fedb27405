"""Figures by their captions: lines beside a picture, divided into one caption for each."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.importing.credits import divided
from reader.importing.page import CHINESE, ENGLISH, Caption
from reader.importing.printed.paragraphs import text_of
from reader.importing.scripts import apart, ends_sentence, han, latin_words
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.printed.lines import Line

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


def captions_of(lines: Sequence[Line], page: str = "", measure: float = 0.0) -> list[tuple[Caption, list[Line]]]:
    """Returns the captions of lines that stand under each other, each with its lines.

    ``measure`` is how wide they may be set.
    """
    steps = [below.baseline - line.baseline for line, below in pairwise(lines)]
    usual = min([*steps, MOST_STEP * lines[0].size]) if lines else 0.0
    measure = max([measure, *(line.width for line in lines)])
    found: list[dict[str, list[Line]]] = []
    owners: list[str] = []
    own: list[list[Line]] = []
    doubted: set[int] = set()
    last, is_closed = "", False
    whole = _credits_joined(lines, [0.0, *steps])
    for at, (line, gap) in enumerate(whole):
        for text, side in _parts(line.text):
            words, credit = divided(text)
            side = (CHINESE if han(words) else ENGLISH) if words else ""
            ended = at > 0 and whole[at - 1][0].width < FULL * measure and gap > WIDE_STEP * line.size
            new = not found or gap > APART * usual or (ended and side == last)
            if words and found and not new:
                taken = found[-1]
                goes_on = side == last
                is_list = goes_on and len(taken) == 1 and _is_last(taken[side][-1], lines)
                new = (
                    (side in taken and not goes_on) or is_list or bool(is_closed and (side in taken or len(taken) == 2))
                )
            is_near = DOUBTFUL[0] * usual < gap < DOUBTFUL[1] * usual
            if new:
                found.append({})
                owners.append("")
                own.append([])
            if len(found) > new and words and side == last and not is_closed and is_near:
                doubted |= {len(found) - 1, len(found) - 1 - new}
            gap = 0.0
            own[-1].append(line)
            if words:
                is_closed = False
                found[-1].setdefault(side, []).append(_with(line, words))
                last = side
            if credit:
                is_closed = True
                owners[-1] = f"{owners[-1]} {credit}".strip()
    return [
        (
            Caption(
                text_of(sides.get(CHINESE, []), CHINESE),
                text_of(sides.get(ENGLISH, []), ENGLISH),
                credit,
                page,
                confidence=0.7 if at in doubted else 1.0,
                doubt=DIVIDED if at in doubted else "",
            ),
            own[at],
        )
        for at, (sides, credit) in enumerate(zip(found, owners, strict=True))
    ]


def _credits_joined(lines: Sequence[Line], gaps: Sequence[float]) -> list[tuple[Line, float]]:
    """Returns the lines with the gaps over them; two that a credit goes over are one: a full one and a short one."""
    full = FULL * max((line.width for line in lines), default=0.0)
    found: list[tuple[Line, float]] = []
    for line, gap in zip(lines, gaps, strict=False):
        last = found[-1][0] if found else None
        rest = han(line.text) + latin_words(line.text)
        if last and last.side == line.side and last.width >= full and rest <= MAX_REST:
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


def _with(line: Line, text: str) -> Line:
    return replace(line, text=text)


def _parts(text: str) -> list[tuple[str, str]]:
    """Divides a line that holds a caption in both languages; what has a few Latin words in Chinese stays whole."""
    words, credit = divided(text)
    chinese, english = apart(words)
    if chinese and english and latin_words(english) >= 2 and han(chinese) >= 2:
        first, second = (chinese, english) if words.startswith(chinese) else (english, chinese)
        return [(first, ""), (f"{second} {credit}".strip(), "")]
    middle = re.match(r"(.*[\u4e00-\u9fff）)。])\s+([A-Z][^\u4e00-\u9fff]*)\Z", words)
    if middle and latin_words(middle[2]) >= 3 and han(middle[1]) >= 2:
        return [(middle[1], ""), (f"{middle[2]} {credit}".strip(), "")]
    return [(text, "")]
