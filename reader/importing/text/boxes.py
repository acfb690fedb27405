"""Boxes beside the text: a heading in both languages on one line, then lines of their own, none of them full."""

from __future__ import annotations

from reader.importing.extraction import ExtractedAside
from reader.importing.text.words import CHINESE, ENGLISH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.text.parts import Part


def boxes(lines: dict[int, list[Part]]) -> list[list[Part]]:
    """Returns the parts of lines that are boxes."""
    numbers = sorted(lines)
    found: list[list[Part]] = []
    for order, number in enumerate(numbers):
        here = lines[number]
        if len(here) != 2 or here[0].chinese == here[1].chinese or not all(part.headed for part in here):
            continue
        inside = []
        for follow in numbers[order + 1 :]:
            if len(lines[follow]) > 1 or lines[follow][0].share > 0.85:
                break
            inside.append(lines[follow][0])
        if len(inside) >= 2 and any(part.chinese for part in inside) and any(not part.chinese for part in inside):
            found.append([*here, *inside])
    return found


def boxed(parts: list[Part], page: str) -> ExtractedAside:
    """Returns a box as what was found."""
    return ExtractedAside(
        "sidebar",
        {
            CHINESE: tuple(part.text for part in parts if part.chinese),
            ENGLISH: tuple(part.text for part in parts if not part.chinese),
        },
        page=page,
        confidence=0.7,
    )
