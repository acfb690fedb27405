"""Chinese shown in another script than it is written in: word by word, by the tables of Open Chinese Convert.

Each word has as many characters in both scripts, so that places in a text, its marks and its matches stay the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import cast

from reader.learning.data_files import data_lines
from reader.model.record import record, replace
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeVar

    Script = Literal["simplified", "traditional", "taiwan", "hong-kong"]
    """A script of Chinese; the regions' have forms of their own."""
    _Source = Literal["simplified", "from-taiwan", "from-hong-kong"]
    T = TypeVar("T")

_KEPT_TEXTS = 4096
"""Number of converted texts that are kept."""


@record
class _WordTable:
    words: dict[str, str]
    longest: dict[str, int]
    """Number of characters of the longest word, by its first character."""


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
    return cast("T", _in_script(value, script))


def _in_script(value: object, script: Script) -> object:
    if isinstance(value, Text):
        sides = (
            (tag, replace(prose, text=converted(prose.text, tag, script)) if prose.text else prose)
            for tag, prose in value.sides
        )
        return replace(value, sides=tuple(sides))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_in_script(each, script) for each in value)
    if hasattr(value, "__slots__"):
        return replace(value, **{name: _in_script(getattr(value, name), script) for name in value.__slots__})
    return value


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
    """Returns a text in which the longest word at each place is written as a table has it."""
    table = _tables()[name]
    parts: list[str] = []
    place = 0
    while place < len(text):
        end = min(len(text), place + table.longest.get(text[place], 0))
        while end > place and text[place:end] not in table.words:
            end -= 1
        parts.append(table.words[text[place:end]] if end > place else text[place])
        place = max(end, place + 1)
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
