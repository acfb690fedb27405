"""Judged words as a text for other programs: a word a line, with its judgement and the time of it. Pure."""

from __future__ import annotations

from reader.gate import clean_line
from reader.learning.known_words import JudgedWord
from reader.learning.word_keys import MAX_WORD_CHARS
from reader.model.bounds import MAX_NUMBER
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

KNOWN, UNKNOWN = "known", "unknown"
HEAD = "# bilingual-magazine-reader words 1: word, known or unknown, milliseconds since 1970"
COMMENT = "#"


@record
class ReadLines:
    """The words of a text, and its lines that have none."""

    words: tuple[JudgedWord, ...]
    bad: tuple[tuple[int, str], ...]
    """Number of each such line, from 1, and the reason."""


def judgement(word: JudgedWord) -> str:
    """Returns the judgement of a word as a text has it."""
    return KNOWN if word.is_known else UNKNOWN


def to_lines(words: Iterable[JudgedWord]) -> str:
    """Returns words as a text."""
    rows = (f"{word.word}\t{judgement(word)}\t{word.changed}\n" for word in words)
    return f"{HEAD}\n{''.join(rows)}"


def from_lines(text: str, now_ms: int) -> ReadLines:
    """Returns the words of a text; a word alone on its line is known, and one without a time is judged now."""
    words: list[JudgedWord] = []
    bad: list[tuple[int, str]] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith(COMMENT):
            continue
        found = _word(line.split("\t"), now_ms)
        if isinstance(found, str):
            bad.append((number, found))
        else:
            words.append(found)
    return ReadLines(tuple(words), tuple(bad))


def _word(parts: list[str], now_ms: int) -> JudgedWord | str:
    """Returns the word of a line, or the reason why it has none."""
    word, judged, time, *_ = (*(clean_line(part).strip() for part in parts), "", "")
    if not 0 < len(word) <= MAX_WORD_CHARS:
        return f"a word has 1 to {MAX_WORD_CHARS} characters"
    if judged not in ("", KNOWN, UNKNOWN):
        return f"a word is {KNOWN} or {UNKNOWN}"
    is_time = time.isascii() and time.isdigit() and len(time) <= len(str(MAX_NUMBER)) and int(time) <= MAX_NUMBER
    if time and not is_time:
        return "the time is no number of milliseconds"
    return JudgedWord(word, judged != UNKNOWN, int(time) if time else now_ms)
