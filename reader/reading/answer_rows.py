"""The rows of the look-up's panel: the glossary's note, the entries, the parts of the word, the source. Pure."""

from __future__ import annotations

from reader.layout.runs import wrap
from reader.learning.bundled import ATTRIBUTION, NAME
from reader.learning.pinyin import sense_written, written
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.runs import Run
    from reader.learning.cedict import DictionaryEntry
    from reader.learning.dictionaries import Answer
    from reader.learning.pinyin import ReadingStyle
    from reader.model.magazine import GlossaryEntry


@record
class Labels:
    """The words of the interface in the panel, and the way that its readings are written."""

    classifiers: str
    not_in_dictionary: str
    """Takes ``word``."""
    style: ReadingStyle = "marks"


INDENT_CELLS = 2
MAX_BRIEF_SENSES = 3
"""Number of senses of an entry on one row."""
MAX_MEANINGS = 3
"""Number of entries that a mark keeps."""


def answer_rows(
    answer: Answer,
    term: GlossaryEntry | None,
    languages: tuple[str, str],
    width_cells: int,
    labels: Labels,
    beside: str = "",
) -> list[list[Run]]:
    """Returns the rows of an answer.

    Args:
        answer: The answer of the dictionaries.
        term: The entry of the issue's glossary, if the word is in one of its terms.
        languages: The languages on the screen, for the glossary's note.
        width_cells: The width of a row.
        labels: The words of the interface, and the way that readings are written.
        beside: The sentence of the other language, where the article does not show it.
    """
    rows = list(_term_rows(term, languages, width_cells)) if term else []
    rows += wrap([(beside, "muted")], width_cells) if beside else []
    is_chinese = _is_chinese(answer)
    for entry in answer.entries:
        if is_chinese:
            rows += _entry_rows(entry, width_cells, labels)
        else:
            rows += wrap(_brief(entry, labels.style), width_cells, hang_cells=INDENT_CELLS)
    if not answer.entries and not answer.told:
        rows += wrap([(labels.not_in_dictionary.format(word=answer.word), "muted")], width_cells)
    for entry in _parts(answer):
        rows += wrap(_brief(entry, labels.style), width_cells, hang_cells=INDENT_CELLS)
    for line in answer.told:
        rows += wrap([(line, "")], width_cells, hang_cells=INDENT_CELLS)
    if answer.fault:
        rows += wrap([(answer.fault, "warning")], width_cells)
    if answer.source == NAME:
        rows += wrap([(ATTRIBUTION, "muted")], width_cells)
    return rows


def meaning_of(answer: Answer, style: ReadingStyle = "marks") -> str:
    """Returns the readings of a word with their first senses, for the mark that keeps it; empty without an entry.

    For an English word it is the words that mean it, with their readings.
    """
    is_chinese = _is_chinese(answer)
    found = []
    for entry in answer.entries[:MAX_MEANINGS]:
        reading = written(entry.pinyin, style)
        senses = [sense_written(sense, style) for sense in entry.senses[:1]]
        found.append(" ".join(filter(None, (reading, *senses) if is_chinese else (_forms(entry), reading))))
    return "; ".join(found)


def _is_chinese(answer: Answer) -> bool:
    """Whether the entries are those of the word itself, and not of words that mean it."""
    return any(answer.word in (entry.simplified, entry.traditional) for entry in answer.entries)


def _parts(answer: Answer) -> Iterator[DictionaryEntry]:
    """Yields an entry for each of the shorter words: the one that is read as in the whole word, if there is one."""
    syllables = answer.entries[0].pinyin.lower().split() if answer.entries else []
    for part in answer.inner:
        start = answer.word.find(part.text)
        read = " ".join(syllables[start : start + len(part.text)]) if len(syllables) == len(answer.word) else ""
        yield next((entry for entry in part.entries if entry.pinyin.lower() == read), part.entries[0])


def _term_rows(term: GlossaryEntry, languages: tuple[str, str], width_cells: int) -> Iterator[list[Run]]:
    names = dict.fromkeys(name for tag in languages if (name := term.term.plain(tag)))
    reading: list[Run] = [(f"  {term.pinyin}", "muted")] if term.pinyin else []
    yield from wrap([(" · ".join(names), "term strong"), *reading], width_cells)
    for note in dict.fromkeys(note for tag in languages if term.note and (note := term.note.plain(tag))):
        yield from wrap([(note, "")], width_cells, INDENT_CELLS, INDENT_CELLS)


def _forms(entry: DictionaryEntry) -> str:
    is_one = entry.simplified == entry.traditional.lower()
    return entry.traditional if is_one else f"{entry.simplified} {entry.traditional}"


def _entry_rows(entry: DictionaryEntry, width_cells: int, labels: Labels) -> Iterator[list[Run]]:
    """Yields the headword with its reading, its numbered senses, and its classifiers."""
    reading = written(entry.pinyin, labels.style)
    yield from wrap([(_forms(entry), "heading"), (f"  {reading}".rstrip(), "accent")], width_cells)
    for number, sense in enumerate(entry.senses, 1):
        mark = f"{number}. " if len(entry.senses) > 1 else ""
        shown = sense_written(sense, labels.style)
        yield from wrap([(mark, "muted"), (shown, "")], width_cells, INDENT_CELLS, INDENT_CELLS + len(mark))
    if entry.classifiers:
        counted = ", ".join(f"{each.simplified} {written(each.pinyin, labels.style)}" for each in entry.classifiers)
        yield from wrap([(f"{labels.classifiers} ", "muted"), (counted, "")], width_cells, INDENT_CELLS, INDENT_CELLS)


def _brief(entry: DictionaryEntry, style: ReadingStyle) -> list[Run]:
    """Returns the headword, its reading and its first senses, as one text."""
    senses = sense_written("; ".join(entry.senses[:MAX_BRIEF_SENSES]), style)
    return [(_forms(entry), "heading"), (f"  {written(entry.pinyin, style)}".rstrip(), "accent"), (f"  {senses}", "")]
