"""``reader lookup``: words in the dictionary."""

from __future__ import annotations

from reader.cli.arguments import UsageError
from reader.cli.declared.lookup import READINGS
from reader.cli.exits import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.object_types import DictionaryEntryObject
    from reader.layout.runs import Run
    from reader.learning.cedict import DictionaryEntry
    from reader.learning.dictionary import Dictionary
    from reader.learning.pinyin import ReadingStyle

NO_LIMIT_CELLS = 10_000


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the entries of all words."""
    from reader.learning.bundled import ATTRIBUTION, bundled_dictionary

    if not given.words:
        raise UsageError("lookup takes words, Chinese or English")
    style = given.choice("--readings", READINGS) or READINGS[0]
    dictionary = bundled_dictionary()
    found = [entry for word in _expressions(given.words) for entry in look_up(dictionary, word)]
    if given.flag("--json"):
        from reader.cli.objects import to_json

        console.out.text(to_json([_object(entry, style) for entry in found]))
    else:
        width_cells = given.number("--width") or (NO_LIMIT_CELLS if console.piped else console.width_cells())
        for entry in found:
            console.out.lines(entry_lines(entry, style, width_cells))
        if found and not console.piped:
            console.out.line([(ATTRIBUTION, "muted")])
    if not found:
        console.report(f"the dictionary has no {' '.join(given.words)}")
    return ExitCode.GOOD if found else ExitCode.PROBLEMS


def look_up(dictionary: Dictionary, expression: str) -> list[DictionaryEntry]:
    """Returns the entries of a Chinese word, or of the words of a text; for an English one the words that mean it."""
    from reader.model.scripts import is_han

    if found := dictionary.entries(expression):
        return found
    if any(map(is_han, expression)):
        return [entry for word in dictionary.words_in(expression) for entry in word.entries]
    return dictionary.answers(expression)


def entry_lines(entry: DictionaryEntry, style: ReadingStyle, width_cells: int) -> Iterator[list[Run]]:
    """Yields the headword with its reading, and its numbered senses below."""
    from reader.layout.runs import wrap
    from reader.learning.pinyin import written

    forms = entry.simplified if entry.simplified == entry.traditional else f"{entry.simplified} {entry.traditional}"
    yield from wrap([(forms, "heading"), (f"  {written(entry.pinyin, style)}", "muted")], width_cells)
    for number, sense in enumerate(entry.senses, 1):
        mark = f"{number}. " if len(entry.senses) > 1 else ""
        for line in wrap([(mark, "muted"), (sense, "")], max(1, width_cells - 2)):
            yield [("  ", ""), *line]
    if entry.classifiers:
        counted = ", ".join(f"{each.simplified} {written(each.pinyin, style)}" for each in entry.classifiers)
        yield [("  classifiers: ", "muted"), (counted, "")]


def _expressions(words: Sequence[str]) -> Iterator[str]:
    """Yields each Chinese word by itself, and English words that follow each other as one expression."""
    from reader.model.scripts import is_han

    english: list[str] = []
    for word in words:
        if any(map(is_han, word)):
            if english:
                yield " ".join(english)
                english = []
            yield word
        else:
            english.append(word)
    if english:
        yield " ".join(english)


def _object(entry: DictionaryEntry, style: ReadingStyle) -> DictionaryEntryObject:
    from reader.learning.pinyin import written

    return {
        "simplified": entry.simplified,
        "traditional": entry.traditional,
        "reading": written(entry.pinyin, style),
        "senses": list(entry.senses),
        "classifiers": [
            {"simplified": each.simplified, "traditional": each.traditional, "reading": written(each.pinyin, style)}
            for each in entry.classifiers
        ],
    }
