"""Features of blocks that are compared: kind, length, numbers and Latin names. Pure."""

from __future__ import annotations

import math
import re

from reader.alignment.numerals import numbers
from reader.model.language import is_ideographic
from reader.model.record import record
from reader.model.scripts import HAN, is_kana

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.alignment.block import SideBlock

_HAN = re.compile(f"[{HAN}]")
_NAME = re.compile(r"[A-Z][A-Za-z]+")
_NO_NAMES = frozenset({"The", "A", "An", "In", "It", "He", "She"})


@record
class Features:
    """The features of a block that are compared; its kind is that of the block."""

    kind: str
    length: int
    """Han characters, or letters, marks and blanks."""
    marks: frozenset[int | str]
    """Its numbers and Latin names."""


def features(block: SideBlock, tag: str) -> Features:
    """Returns the features of a block in a language."""
    marks = frozenset[int | str](numbers(block.text, tag)) | frozenset(_NAME.findall(block.text)) - _NO_NAMES
    return Features(block.kind, length(block.text, tag) or len(block.text), marks)


def length_ratio(left: Sequence[SideBlock], right: Sequence[SideBlock], languages: tuple[str, str]) -> float:
    """Returns the length of the right text divided by that of the left one; infinity if the left one is empty."""
    lengths = [
        sum(length(block.text, tag) for block in blocks) for blocks, tag in zip((left, right), languages, strict=True)
    ]
    return lengths[1] / lengths[0] if lengths[0] else math.inf


def length(text: str, tag: str) -> int:
    """Returns the length of a text in Han characters and kana, or in letters, marks and blanks."""
    return len(_HAN.findall(text)) + sum(map(is_kana, text)) if is_ideographic(tag) else len(text)
