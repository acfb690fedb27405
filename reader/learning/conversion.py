"""Chinese shown in another script than it is written in: word by word, by the tables of Open Chinese Convert.

Each word has as many characters in both scripts, so that places in a text, its marks and its matches stay the same.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reader.learning.data_files import data_lines
from reader.model.record import record, replace
from reader.model.text import Text, with_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeVar

    Script = Literal["simplified", "traditional", "taiwan", "hong-kong"]
    """A script of Chinese; the regions' have forms of their own."""
    _Source = Literal["simplified", "from-taiwan", "from-hong-kong"]
    T = TypeVar("T")

_KEPT_TEXTS = 4096
"""Number of converted texts that are kept."""
_SINGLE = frozenset("和与與及或跟把被很也在不都就又再更最是没沒要这這那我你他她它向而但每各由如对對从從给給让讓有能")
"""Characters that are mostly words by themselves: conjunctions, prepositions, adverbs, pronouns."""


@record
class _WordTable:
    words: dict[str, str]
    longest: dict[str, int]
    """Number of characters of the longest word, by its first character."""

    def end_of_word(self, text: str, start: int) -> int:
        """Returns the end of the longest word of the table at a place of a text; the place itself without one."""
        end = min(len(text), start + self.longest.get(text[start], 0))
        while end > start and text[start:end] not in self.words:
            end -= 1
        return end


def converted(text: str, tag: str, script: Script) -> str:
    """Returns a text in a script; as it is, if it is not Chinese.

    Args:
        text: The text, of one language.
        tag: The tag of its language: ``zh-Hans`` and ``zh`` are simplified, ``zh-Hant`` with any region traditional.
        script: The script to show it in.
    """
    if not is_chinese(tag) or text.isascii():
        return text
    return _converted(text, _source(tag), script)


def is_chinese(tag: str) -> bool:
    """Whether a tag is that of Chinese, in any script and region."""
    return tag == "zh" or tag.startswith("zh-")


def _source(tag: str) -> _Source:
    """Returns the script of a Chinese text with a tag: traditional with ``Hant``, or with such a region without one."""
    subtags = tag.split("-")[1:]
    is_of_hong_kong = not {"HK", "MO"}.isdisjoint(subtags)
    if "Hant" in subtags or ("Hans" not in subtags and (is_of_hong_kong or "TW" in subtags)):
        return "from-hong-kong" if is_of_hong_kong else "from-taiwan"
    return "simplified"


def in_script(value: T, script: Script) -> T:
    """Returns a part of the model, an article or a text in it, with its Chinese texts in a script."""

    def change(text: Text) -> Text:
        return Text(
            tuple(
                (tag, replace(prose, text=converted(prose.text, tag, script)) if prose.text else prose)
                for tag, prose in text.sides
            )
        )

    return with_texts(value, change)


@lru_cache(_KEPT_TEXTS)
def _converted(text: str, source: _Source, script: Script) -> str:
    if source == "simplified":
        if script == "simplified":
            return text
        standard = _by_words(text, "traditional")
    elif script == "traditional":
        return text
    else:
        standard = _by_words(text, source)
    return standard if script == "traditional" else _by_words(standard, script)


def _by_words(text: str, name: str) -> str:
    """Returns a text in which the longest word at each place is written as a table has it.

    A character that is mostly a word by itself leaves its neighbour to a longer word: 和|面子, not 和面|子.
    """
    table = _tables()[name]
    parts: list[str] = []
    place = 0
    while place < len(text):
        end = table.end_of_word(text, place)
        if text[place] in _SINGLE and place + 1 < end < table.end_of_word(text, place + 1):
            end = place + 1
        word = text[place : max(end, place + 1)]
        parts.append(table.words.get(word, word))
        place += len(word)
    return "".join(parts)


@cache
def _tables() -> dict[str, _WordTable]:
    found: dict[str, _WordTable] = {}
    for line in data_lines("conversion.tsv.gz"):
        name, word, form = line.split("\t")
        table = found.setdefault(name, _WordTable({}, {}))
        table.words[word] = form
        table.longest[word[0]] = max(len(word), table.longest.get(word[0], 0))
    return found
