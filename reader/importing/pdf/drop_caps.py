"""Drop caps: a large first letter, joined to the line that it begins."""

from __future__ import annotations

import re

from reader.importing.pdf import weights
from reader.importing.scripts import count_han
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.text_line import TextLine

_CAP = re.compile(r"[“\"‘'「『《]?\w[”’」』》'’]?\Z")
_AFTER_A = re.compile(
    r"(?:bout|bove|cross|fter|gain|gainst|go|head|ll|lmost|lone|long|lready|lso|lthough|lways|mid|mong|n|nd|nother|ny"
    r"|nyone|part|re|rea|round|rt|s|side|sk|t|ugust|utumn|way|pril)\Z"
)
"""Rests of words that begin with ``A``."""
_AFTER_I = re.compile(r"(?:f|n|s|t|ts|nside|nstead|nto|t's|t’s|nk|ce|ron|sland|dea|mages?|magine)\Z")
"""Rests of words that begin with ``I``."""


def with_drop_caps_joined(lines: Sequence[TextLine]) -> list[TextLine]:
    """Returns the lines with each drop cap joined to the first line beside it; all lines beside begin at its edge."""
    kept = list(lines)
    for cap in [line for line in lines if _CAP.match(line.text)]:
        beside = sorted(
            (line for line in kept if line is not cap and _is_beside(cap, line)), key=lambda line: line.baseline
        )
        if not beside:
            continue
        known = {word.lower() for line in kept for word in re.findall(r"\w+", line.text)}
        for line in beside:
            at = kept.index(line)
            is_first = line is beside[0]
            text = with_cap(cap.text, line.text, known) if is_first else line.text
            kept[at] = replace(line, text=text, left=cap.left, has_drop_cap=is_first)
        kept.remove(cap)
    return kept


def with_cap(cap: str, text: str, known: set[str] | frozenset[str] = frozenset()) -> str:
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


def _is_beside(cap: TextLine, line: TextLine) -> bool:
    """Whether a line begins beside a letter that is large enough for a drop cap."""
    return (
        cap.size >= weights.DROP_CAP_RATIO * line.size
        and cap.top - weights.DROP_CAP_ABOVE_EM * line.size
        <= line.baseline
        <= cap.baseline + weights.DROP_CAP_BELOW_EM * line.size
        and -weights.DROP_CAP_OVERLAP_EM * line.size <= line.left - cap.right <= weights.DROP_CAP_GAP_EM * line.size
    )
