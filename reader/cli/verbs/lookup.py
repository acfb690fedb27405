"""``reader lookup``: words in the dictionary."""

from __future__ import annotations

from reader.cli.arguments import UsageError
from reader.cli.declared.lookup import READINGS
from reader.cli.exits import ExitCode
from reader.cli.verbs.list import contents_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.reporting.object_types import DictionaryEntryObject
    from reader.layout.runs import Run
    from reader.learning.cedict import DictionaryEntry
    from reader.learning.dictionary import Dictionary
    from reader.learning.pinyin import ReadingStyle


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the entries of all words."""
    from reader.learning.bundled import ATTRIBUTION, NAME
    from reader.learning.dictionaries import Dictionaries, readers_dictionaries
    from reader.learning.pinyin import style_named

    if not given.words:
        raise UsageError("lookup takes words, Chinese or English")
    style = given.choice("--readings", READINGS) or style_named(given.settings.text("reading-style"))
    expressions = list(_expressions(given.words))
    asked = Dictionaries(readers_dictionaries(given.settings.texts("dictionaries")))
    found = dict(asked.ask(lambda dictionary: _found(dictionary, expressions)))
    if asked.fault:
        console.report(asked.fault)
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json

        console.out.text(to_json([_object(entry, style, name) for name, entries in found.items() for entry in entries]))
        return ExitCode.GOOD if found else ExitCode.PROBLEMS
    told = _told_by_program(given, expressions, console)
    width_cells = contents_width(given, console)
    for name, entries in found.items():
        if list(found) != [NAME]:
            console.out.line([(name, "title")])
        for entry in entries:
            console.out.lines(entry_lines(entry, style, width_cells))
    console.out.lines([(line, "")] for line in told)
    if NAME in found and not console.piped:
        console.out.line([(ATTRIBUTION, "muted")])
    if not found and not told:
        console.report(f"no dictionary has {' '.join(given.words)}")
    return ExitCode.GOOD if found or told else ExitCode.PROBLEMS


def _found(dictionary: Dictionary, expressions: Sequence[str]) -> list[DictionaryEntry]:
    from reader.learning.dictionaries import look_up

    return [entry for expression in expressions for entry in look_up(dictionary, expression)]


def _told_by_program(given: Arguments, expressions: Sequence[str], console: Console) -> list[str]:
    """Returns the lines of the reader's own dictionary program, if one is set; a fault of it is reported."""
    command = given.settings.texts("dictionary-command")
    if not command:
        return []
    from reader.errors import UnusableError
    from reader.learning.command import answer_of

    try:
        return [line for expression in expressions for line in answer_of(command, expression)]
    except UnusableError as error:
        console.report(str(error))
        return []


def entry_lines(entry: DictionaryEntry, style: ReadingStyle, width_cells: int) -> Iterator[list[Run]]:
    """Yields the headword with its reading, and its numbered senses below."""
    from reader.layout.runs import wrap
    from reader.learning.pinyin import sense_written, written

    is_one = entry.simplified == entry.traditional.lower()
    forms = entry.traditional if is_one else f"{entry.simplified} {entry.traditional}"
    yield from wrap([(forms, "heading"), (f"  {written(entry.pinyin, style)}".rstrip(), "muted")], width_cells)
    for number, sense in enumerate(entry.senses, 1):
        mark = f"{number}. " if len(entry.senses) > 1 else ""
        for line in wrap([(mark, "muted"), (sense_written(sense, style), "")], max(1, width_cells - 2)):
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


def _object(entry: DictionaryEntry, style: ReadingStyle, dictionary: str) -> DictionaryEntryObject:
    from reader.learning.pinyin import written

    return {
        "dictionary": dictionary,
        "simplified": entry.simplified,
        "traditional": entry.traditional,
        "reading": written(entry.pinyin, style),
        "senses": list(entry.senses),
        "classifiers": [
            {"simplified": each.simplified, "traditional": each.traditional, "reading": written(each.pinyin, style)}
            for each in entry.classifiers
        ],
    }
