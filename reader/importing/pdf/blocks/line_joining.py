"""The text of lines that run on: with blanks and without the hyphens between them."""

from __future__ import annotations

import re

from reader.importing.hyphens import joined
from reader.importing.scripts import HAN, count_han
from reader.model.scripts import joins_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine
    from reader.importing.scripts import Script

_DIVIDED = re.compile(r"[a-z][-\u2010]\Z")
"""End of a line at which a Latin word is divided."""
_OPEN_END = re.compile(r"[-\u2010\u2013\u2014/]\Z")


def joined_lines(lines: Sequence[TextLine], script: Script | None, known: frozenset[str] = frozenset()) -> str:
    """Returns lines as one text: without blanks between Han characters, without hyphens that only divide a word."""
    text = ""
    for line in lines:
        if not text:
            text = line.text
        elif (
            script == HAN
            and not _DIVIDED.search(text)
            and (count_han(text[-1]) or count_han(line.text[0]) or not (text[-1].isalnum() and line.text[0].isalnum()))
        ):
            blank = "" if joins_lines(text[-1], line.text[0], is_unspaced_text=True) else " "
            text += blank + line.text
        elif _OPEN_END.search(text) and text[-1] in "–—/":
            text += line.text
        else:
            text = joined(text, line.text, known)
    return text
