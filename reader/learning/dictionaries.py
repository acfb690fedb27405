"""All dictionaries of the reader as one: each is asked in turn, and one that cannot be read is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reader.errors import UnusableError
from reader.learning.bundled import NAME, bundled_dictionary
from reader.learning.own_dictionaries import in_order, own_dictionary, own_names
from reader.model.record import record
from reader.model.scripts import is_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.learning.cedict import DictionaryEntry
    from reader.learning.dictionary import Dictionary, FoundWord

T = TypeVar("T")


@record
class Answer:
    """The entries for a word, from the first dictionary that has it."""

    word: str
    entries: tuple[DictionaryEntry, ...] = ()
    source: str = ""
    """Name of the dictionary."""
    inner: tuple[FoundWord, ...] = ()
    """The shorter words that a Chinese word consists of."""
    fault: str = ""
    """Why a dictionary could not be asked, in one line."""
    told: tuple[str, ...] = ()
    """The lines of the reader's own dictionary program."""


class Dictionaries:
    """Several dictionaries in the order in which they answer."""

    def __init__(self, held: Iterable[tuple[str, Dictionary]]) -> None:
        self._held = tuple(held)
        self.fault = ""
        """Fault of the last dictionary that could not be asked."""

    def longest(self, text: str, offset: int) -> int:
        """Returns the number of characters of the longest word that begins at an offset; 0 if there is none."""
        answers = self.ask(lambda held: held.words_from(text, offset))
        return max((len(found[0].text) for _, found in answers), default=0)

    def answer(self, word: str) -> Answer:
        """Returns the entries for a word; those of its parts, too, where it is Chinese."""
        is_chinese = any(map(is_han, word))
        answers = self.ask(lambda held: held.entries(word) if is_chinese else look_up(held, word))
        name, entries = next(answers, ("", []))
        _, inner = next(self.ask(lambda held: held.words_in(word, are_parts=True)), ("", []))
        return Answer(word, tuple(entries), name, tuple(inner), self.fault)

    def close(self) -> None:
        """Closes the reader's own dictionaries; the bundled one stays open for the next look-up."""
        for name, dictionary in self._held:
            if name != NAME:
                dictionary.close()

    def ask(self, question: Callable[[Dictionary], list[T]]) -> Iterator[tuple[str, list[T]]]:
        """Yields the names and the answers of the dictionaries that have one."""
        for name, dictionary in self._held:
            try:
                answer = question(dictionary)
            except UnusableError as error:
                self.fault = str(error)
                continue
            if answer:
                yield name, answer


def readers_dictionaries(wanted: Sequence[str]) -> list[tuple[str, Dictionary]]:
    """Returns the reader's own dictionaries and the bundled one with their names: the wanted ones first."""
    names = in_order([*own_names(), NAME], wanted)
    return [(name, bundled_dictionary() if name == NAME else own_dictionary(name)) for name in names]


def look_up(dictionary: Dictionary, expression: str) -> list[DictionaryEntry]:
    """Returns the entries of a Chinese word, or of the words of a text; for an English one the words that mean it."""
    if found := dictionary.entries(expression) or dictionary.entries(expression.lower()):
        return found
    if any(map(is_han, expression)):
        return [entry for word in dictionary.words_in(expression) for entry in word.entries]
    return dictionary.answers(expression)
