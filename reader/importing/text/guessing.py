"""A caption as it may be: texts in both languages that fit each other, and a credit."""

from __future__ import annotations

import math
import re

from reader.importing.credits import WOVEN_CREDIT
from reader.importing.extraction import ExtractedFigure
from reader.importing.scripts import count_han
from reader.importing.text import following
from reader.importing.text.words import CHINESE, ENGLISH, SMALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.importing.text.parts import Part

SURE = 5.0
"""From so many nats on a piece is taken out without being weighed."""
REACH = 3
"""So many lines on the rest of a caption may stand, with lines of other columns between."""
_LETTERS, _SPREAD = 4.5, 0.42
"""English letters of a caption for a Chinese character of it, and how far off, in nats, they are mostly."""
_SUREST, _UNSURE = 0.95, 0.75
"""How sure a caption of page text is at most, and what is doubted."""
_SPEAKER = re.compile(r"[A-Z]\w{0,11}: ")


class Guess:
    """A caption as it may be: pieces in each language, and its credit. ``nats`` is what speaks for it."""

    def __init__(self, zh: Sequence[Part], en: Sequence[Part], nats: float) -> None:
        self.zh, self.en, self.nats = tuple(zh), tuple(en), nats
        self.credit: Part | None = None
        self.rivals: tuple[Guess, ...] = ()
        """Others that the credit may be of, hardly less likely."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """All its pieces."""
        return (*self.zh, *self.en, *((self.credit,) if self.credit and self.credit not in self.zh + self.en else ()))

    def caption(self, page: str, confidence: float, made: Sequence[Guess]) -> ExtractedFigure:
        """Returns it as what was found.

        ``confidence`` says how sure it is that it is a caption, from 0 to 1; ``made`` are all guesses that are ones.
        """
        whole = [" ".join(part.text for part in side) for side in (self.zh, self.en)]
        zh, en = (WOVEN_CREDIT.sub(" ", text).strip() for text in whole)
        texts = (*whole, self.credit.text if self.credit else "")
        credit = " ".join(dict.fromkeys(found.group() for text in texts for found in WOVEN_CREDIT.finditer(text)))
        doubt = "unsure of the caption" if confidence < _UNSURE else ""
        if any(rival in made and not rival.credit for rival in self.rivals):
            doubt = "unsure whose credit this is"
        by_language = {tag: text for tag, text in ((CHINESE, zh), (ENGLISH, en)) if text}
        return ExtractedFigure(by_language, credit, page, "", min(_SUREST, confidence), doubt)


def cuts(run: Part, prefixes: bool, suffixes: bool) -> Iterator[tuple[Part, float]]:
    """Yields the pieces of a run of English that may be a caption, with what speaks against cutting it there."""
    words = run.words
    starts = words[0][:1].isupper() or words[0][:1] in "\"“'‘"
    full = 1.0 if 0.8 <= run.share <= 1.05 else 0.0  # a line of a column, as it seems
    headed = False
    for cut in range(2, len(words) - 1):
        first, second = run.piece(0, cut), run.piece(cut, len(words))
        against = 0.4 if words[cut][:1].isupper() else 0.8
        against += full + 0.8 * following.english(words[cut - 1], words[cut])
        if prefixes and starts and not re.search(r"[,;:]\Z", words[cut - 1]):
            is_head = second.titled and not first.titled and words[cut][:1].isupper()
            headed = headed or is_head
            yield first, -0.4 if is_head else against
        if suffixes and words[cut][:1].isupper():
            yield second, against
    if starts:
        yield run, 0.8 if headed else 0.0


def fit(chinese: Part, english: Part) -> float:
    """Returns what speaks for one text being the other's translation, and a caption."""
    text = WOVEN_CREDIT.sub(" ", english.text).strip()
    if not text or re.search(r"[,;:]\Z", text):
        return -9.0
    off = math.log(len(text) / (_LETTERS * max(1, count_han(WOVEN_CREDIT.sub(" ", chinese.text))))) / _SPREAD
    nats = 1.0 - 0.5 * off * off
    if text.split()[-1].lower() in SMALL:
        nats -= 3.0
    if english.titled and not english.closed:
        nats -= 2.5
    nats -= 0.7 * bool(re.search("[,;]", text)) + 1.0 * (english.share > 0.85) + 2.0 * bool(_SPEAKER.match(text))
    if re.search(r"[.?!]\s+[A-Z]", text):
        nats -= 1.0
    if english.closed and not chinese.closed:
        nats -= 1.0
    return nats
