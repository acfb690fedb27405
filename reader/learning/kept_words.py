"""The reading and the sense of a word that the reader has kept, by the text that it was kept in."""

from __future__ import annotations

from reader.learning.conversion import is_chinese
from reader.learning.pinyin import sense_written, written
from reader.learning.text_words import WantedText, words_in
from reader.model.record import record
from reader.model.scripts import is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.learning.dictionaries import Dictionaries
    from reader.learning.pinyin import ReadingStyle
    from reader.learning.text_words import TextWord
    from reader.marks.mark import Mark

STYLES: tuple[ReadingStyle, ...] = ("marks", "numbers", "zhuyin")
"""The ways in which the look-up may have written a reading."""
MAX_SENSES = 3
"""Number of senses that are told."""


@record
class ToldWord:
    """The reading of a word as it is read in its text, and its sense; either may be empty."""

    reading: str
    sense: str


def told_word(mark: Mark, dictionaries: Dictionaries, style: ReadingStyle = "marks") -> ToldWord:
    """Returns the reading and the sense of a kept word.

    A character is read as in the word that it is a part of: 长 in 头发很长 is *cháng*, in 生长 it is *zhǎng*. The
    sense is the reader's own note, if there is one, without the reading that the look-up has written before it.

    Args:
        mark: A mark on a word.
        dictionaries: The dictionaries.
        style: The way to write the reading.
    """
    quote = mark.quotations[0] if mark.quotations else None
    if quote is None:
        return ToldWord("", mark.note)
    start, end = len(quote.prefix), len(quote.prefix) + len(quote.exact)
    beside = next((text for tag, text in mark.beside if tag != quote.language), "")
    wanted = WantedText(quote.prefix + quote.exact + quote.suffix, quote.language, beside)
    held = [word for word in words_in(wanted, dictionaries) if word.start < end and start < word.end]
    if not is_chinese(quote.language):
        return ToldWord("", mark.note or "; ".join(dict.fromkeys(word.gloss for word in held if word.gloss)))
    reading = " ".join(filter(None, (_part(word, start, end) for word in held)))
    sense = _without_reading(mark.note, reading) or _senses(quote.exact, reading, dictionaries, style)
    return ToldWord(written(reading, style), sense or "; ".join(word.gloss for word in held if word.gloss))


def _without_reading(note: str, reading: str) -> str:
    """Returns a note without the reading at its beginning, which the look-up writes there."""
    for form in (written(reading, style) for style in STYLES if reading):
        if note.startswith((f"{form} ", f"{form}\n")):
            return note[len(form) :].lstrip()
    return note


def _part(word: TextWord, start: int, end: int) -> str:
    """Returns the syllables of a word that are in a range of its text; all if its characters have not one each."""
    syllables = word.reading.split()
    if len(syllables) != word.end - word.start or not all(map(is_han, word.word)):
        return word.reading
    return " ".join(syllables[max(0, start - word.start) : max(0, end - word.start)])


def _senses(word: str, reading: str, dictionaries: Dictionaries, style: ReadingStyle) -> str:
    """Returns the first senses of the entry of a word with a reading, and theirs in a style; empty without one."""
    entries = dictionaries.answer(word).entries
    found = next((entry for entry in entries if entry.pinyin.lower() == reading.lower()), None)
    return "; ".join(sense_written(sense, style) for sense in found.senses[:MAX_SENSES]) if found else ""
