"""Text under the picture of a scanned page that was recognised badly: words with signs and digits inside of them."""

from __future__ import annotations

import re
from itertools import groupby

from reader.importing.pdf.page.scans import covered_share
from reader.importing.pdf.weights import page as weights
from reader.importing.scripts import count_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.pdf.page.glyphs import Glyph, PdfPage

_WORD = re.compile(r"\S*[A-Za-z]\S*[A-Za-z]\S*")
"""A word of at least two letters."""
_BROKEN = re.compile(r"[|~^_{}<>\\«»*=§¢£¬■•]|[A-Za-z][!?;:\"]+[A-Za-z]|[a-z][A-Z]|[A-Za-z][0-9]+[a-z]")
"""Signs, capitals and digits in the places where only a misread word has them."""


def is_misread(page: PdfPage) -> bool:
    """Whether a page is a picture with text under it, many words of which are none.

    Only words in Latin letters show it, and not those of a text that is for the most part in Han characters.
    """
    if covered_share(page) < weights.STAMPED_PICTURE_MIN_SHARE:
        return False
    text = "\n".join(_text(run) for _, run in groupby(page.glyphs, lambda glyph: glyph.run))
    words = _WORD.findall(text)
    if len(words) < weights.MISREAD_MIN_WORDS or count_han(text) > len("".join(words)):
        return False
    return sum(bool(_BROKEN.search(word)) for word in words) >= weights.MISREAD_MIN_SHARE * len(words)


def _text(run: Iterable[Glyph]) -> str:
    """Returns the characters of a text run, with blanks where words are only set apart."""
    text, end = "", None
    for glyph in run:
        if end is not None and glyph.left - end > weights.LATIN_BLANK_EM * glyph.size:
            text += " "
        text, end = text + glyph.char, glyph.right
    return text
