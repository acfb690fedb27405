"""How long a text takes to read: Han characters and words are counted apart, as readers' speeds are.

Rates: adults read about 260 Chinese characters and 240 English words a minute silently
(Brysbaert 2019 for English, 238; Wang et al. 2018 for Chinese, 259).
"""

from __future__ import annotations

import re
from functools import cache

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

HAN_PER_MINUTE = 260
WORDS_PER_MINUTE = 240
SAMPLE_CHARS = 40_000
"""A longer text is not counted whole, but by a sample of about that many characters."""

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u30ff"


@record
class Count:
    """The size of a text: Han characters, and words of other scripts."""

    han: int = 0
    words: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.han + other.han, self.words + other.words)

    @property
    def minutes(self) -> float:
        """The time to read it, in minutes."""
        return self.han / HAN_PER_MINUTE + self.words / WORDS_PER_MINUTE


def count(text: str) -> Count:
    """Counts the Han characters and the words of a text."""
    word = _word()
    if text.isascii():
        return Count(0, len(word.findall(text)))
    return Count(len(_han().findall(text)), len(word.findall(text)))


def minutes(texts: Sequence[str]) -> float:
    """Returns the time to read some texts, in minutes; of many or long ones, by a sample spread over them."""
    whole = sum(map(len, texts))
    sample = [text[:SAMPLE_CHARS] for text in texts[:: 1 + whole // SAMPLE_CHARS]]
    counted = sum(map(len, sample))
    return sum((count(text) for text in sample), Count()).minutes * whole / counted if counted else 0.0


@cache  # compiled when first used: these cost milliseconds, and few commands count
def _han() -> re.Pattern[str]:
    return re.compile(f"[{_HAN}]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[^\W_{_HAN}{_KANA}]+(?:['’-][^\W_{_HAN}{_KANA}]+)*")
