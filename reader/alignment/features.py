"""Features of blocks that are compared: kind, length, numbers and Latin names. Pure."""

from __future__ import annotations

import math
import re

from reader.alignment.numerals import numbers
from reader.alignment.signs import number_before
from reader.model.language import is_ideographic
from reader.model.record import record
from reader.model.scripts import HAN, ends_sentence, is_kana

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.alignment.block import SideBlock

_HAN = re.compile(f"[{HAN}]")
_NAME = re.compile(r"[A-Z][A-Za-z]+")
_QUOTES = frozenset('“„«»「『"‘—–')
_QUESTION = re.compile(r"[?？؟][^\w?？؟]*\Z")
_NO_NAMES = frozenset({"The", "A", "An", "In", "It", "He", "She"})


@record
class Features:
    """The features of a block that are compared; its kind is that of the block."""

    kind: str
    length: int
    """Han characters, or letters, marks and blanks."""
    marks: frozenset[int | str]
    """Its numbers and Latin names."""
    number: int = 0
    """The number that it begins with, 0 if with none."""
    speaker: str = ""
    """Key of its speaker, empty without one."""
    is_sentence: bool = True
    """Whether it ends as a sentence does, unlike titles and items."""
    is_quoted: bool = False
    """Whether it begins with a quotation mark, or a dash as dialogues do."""
    asks: bool = False
    """Whether it ends with a question mark."""


def features(block: SideBlock, tag: str, speaker: str = "") -> Features:
    """Returns the features of a block in a language; ``speaker`` is the key of its speaker."""
    marks = frozenset[int | str](numbers(block.text, tag)) | frozenset(_NAME.findall(block.text)) - _NO_NAMES
    size = length(block.text, tag) or len(block.text)
    return Features(
        block.kind,
        size,
        marks,
        number_before(block.text),
        speaker,
        is_sentence=_is_sentence(block.text),
        is_quoted=block.text.lstrip()[:1] in _QUOTES,
        asks=bool(_QUESTION.search(block.text)),
    )


def _is_sentence(text: str) -> bool:
    """Whether a text ends with a mark that titles have not; German closes quotations with ``“``."""
    text = text.rstrip("“‘ ")
    return ends_sentence(text) or text[-1:] in tuple(":：;；,，")


def length_ratio(left: Sequence[SideBlock], right: Sequence[SideBlock], languages: tuple[str, str]) -> float:
    """Returns the length of the right text divided by that of the left one; infinity if the left one is empty."""
    lengths = [
        sum(length(block.text, tag) for block in blocks) for blocks, tag in zip((left, right), languages, strict=True)
    ]
    return lengths[1] / lengths[0] if lengths[0] else math.inf


def length(text: str, tag: str) -> int:
    """Returns the length of a text in Han characters and kana, or in letters, marks and blanks."""
    return len(_HAN.findall(text)) + sum(map(is_kana, text)) if is_ideographic(tag) else len(text)
