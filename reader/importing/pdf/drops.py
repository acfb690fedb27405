"""Drop caps: a big first letter, put back before the line it was torn from."""

from __future__ import annotations

import re

from reader.importing.scripts import count_han
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.lines import Line

DROP_RATIO = 1.7
"""A drop cap is at least so many times as big as the lines beside it."""
_CAP = re.compile(r"[“\"‘'「『《]?\w[”’」』》'’]?\Z")
_MAX_GAP = 2.0
"""Sizes of a line between the cap and what goes on beside it."""
_WORDS_AFTER_A = re.compile(
    r"(?:bout|bove|cross|fter|gain|gainst|go|head|ll|lmost|lone|long|lready|lso|lthough|lways|mid|mong|n|nd|nother|ny"
    r"|nyone|part|re|rea|round|rt|s|side|sk|t|ugust|utumn|way|pril)\Z"
)
_WORDS_AFTER_I = re.compile(r"(?:f|n|s|t|ts|nside|nstead|nto|t's|t’s|nk|ce|ron|sland|dea|mages?|magine)\Z")


def restored(lines: Sequence[Line]) -> list[Line]:
    """Returns the lines with drop caps put to the first line beside them; the others keep no indent."""
    caps = [line for line in lines if _CAP.match(line.text)]
    kept = list(lines)
    for cap in caps:
        beside = sorted(
            (line for line in kept if line is not cap and _is_beside(cap, line)), key=lambda line: line.baseline
        )
        if not beside:
            continue
        known = {word.lower() for line in kept for word in re.findall(r"\w+", line.text)}
        for line in beside:
            at = kept.index(line)
            is_first = line is beside[0]
            text = whole(cap.text, line.text, known) if is_first else line.text
            kept[at] = replace(line, text=text, left=cap.left, is_drop=is_first)
        kept.remove(cap)
    return kept


def whole(cap: str, text: str, known: set[str] | frozenset[str] = frozenset()) -> str:
    """Returns a drop cap and the line it begins; ``A`` and ``I`` may be words, which ``known`` words help to tell."""
    begun = re.match(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", text)
    if cap[-1] not in "AIO" or count_han(cap) or not begun or not text[0].islower():
        return cap + text
    rest = begun[0].lower()
    is_begun = (_WORDS_AFTER_A if cap[-1] == "A" else _WORDS_AFTER_I).match(rest) if cap[-1] != "O" else None
    if is_begun or cap[-1].lower() + rest in known or len(rest) == 1:
        return cap + text
    return f"{cap} {text}" if cap[-1] != "O" and (rest in known or len(rest) > 2) else cap + text


def _is_beside(cap: Line, line: Line) -> bool:
    return (
        cap.size >= DROP_RATIO * line.size
        and cap.top - 0.5 * line.size <= line.baseline <= cap.baseline + 0.4 * line.size
        and -0.3 * line.size <= line.left - cap.right <= _MAX_GAP * line.size
    )
