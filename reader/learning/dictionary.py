"""A dictionary: the words that begin at a place of a text, and the words for an English one."""

from __future__ import annotations

import json
from array import array
from contextlib import suppress
from threading import RLock

from reader.errors import UnusableError
from reader.gate import shown_path
from reader.learning.building import NUMBERS, SIGNATURE, build, fill
from reader.learning.cedict import MAX_WORD_CHARS, Classifier, DictionaryEntry, senses_of
from reader.learning.english import as_written_first, variants, wanted_words, words
from reader.learning.kept_answers import KeptAnswers
from reader.model.record import record
from reader.model.scripts import is_han
from reader.sqlite import engine
from reader.sqlite.connection import connect
from reader.sqlite.health import delete
from reader.sqlite.signature import signature_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.learning.building import DictionaryText, EntryRow
    from reader.sqlite.connection import Row

    Entries = tuple[DictionaryEntry, ...]
    """Entries, the best first."""

BUSY_SECONDS = 5.0
"""How long to wait for another program that makes the file."""
MAX_WORDS = 8
"""Number of words of an English expression that are looked up."""
MAX_ANSWERS = 24
"""Number of entries for an English word."""
MAX_KEPT_HEADWORDS = 24_000
"""Number of strings whose entries are kept; most strings of a text are no headwords, and take 200 bytes each."""
MAX_KEPT_ANSWERS = 1_500
"""Number of English expressions whose entries are kept: about 10 kB each."""
_BY_NUMBER = "SELECT id, traditional, simplified, rest FROM entries WHERE id IN (SELECT value FROM json_each(?))"
_BY_WORD = "SELECT word, entries FROM glosses WHERE word IN (SELECT value FROM json_each(?))"
_BY_HEADWORD = """
SELECT id, traditional, simplified, rest FROM entries WHERE simplified IN (SELECT value FROM json_each(?1))
UNION SELECT id, traditional, simplified, rest FROM entries
WHERE traditional IN (SELECT value FROM json_each(?1)) AND traditional <> simplified ORDER BY id
"""


@record
class FoundWord:
    """A word of a text that a dictionary has."""

    text: str
    entries: tuple[DictionaryEntry, ...]
    """Its entries, one a reading, names and variants last."""


class Dictionary:
    """Answers from an SQLite file, which is made at the first question; from memory where no file can be written."""

    def __init__(
        self,
        path: str,
        source: str,
        text: Callable[[], DictionaryText] | None,
        most_kept: tuple[int, int] = (MAX_KEPT_HEADWORDS, MAX_KEPT_ANSWERS),
    ) -> None:
        """Takes a dictionary.

        Args:
            path: The file that is made.
            source: Name of the text; a file that is made from another one is made anew.
            text: Returns the text, when it is needed; None for a file that cannot be made anew.
            most_kept: Number of headwords and of English expressions whose entries are kept while it is open.
        """
        self.path, self._source, self._text = path, source, text
        self._connection: engine.Connection | None = None
        self._headwords = KeptAnswers(most_kept[0])
        self._expressions = KeptAnswers(most_kept[1])
        self._lock = RLock()  # one connection serves the screen's thread and others: sqlite3 crashes without it

    @property
    def is_open(self) -> bool:
        """Whether its file is open, so that a question is answered at once."""
        return self._connection is not None

    def entries(self, word: str) -> list[DictionaryEntry]:
        """Returns the entries of a headword in either script.

        Raises:
            UnusableError: If the dictionary cannot be read or made.
        """
        return list(self.entries_of((word,)).get(word, ()))

    def entries_of(self, words: Iterable[str]) -> dict[str, Entries]:
        """Returns the entries of each of many headwords, in either script, that there is: one query for all.

        The entries of a word are parsed once, and kept; that a string is no headword is kept, too.

        Raises:
            UnusableError: If the dictionary cannot be read or made.
        """
        wanted = set(words)
        with self._lock:
            known = {word: entries for word in wanted if (entries := self._headwords.get(word)) is not None}
            if missing := wanted.difference(known):
                known |= self._headwords_of(missing)
            return {word: entries for word, entries in known.items() if entries}

    def _headwords_of(self, words: set[str]) -> dict[str, Entries]:
        """Reads the entries of each of many strings from the file, none for one that is no headword; keeps them."""
        found: dict[str, list[DictionaryEntry]] = {word: [] for word in words}
        for _, *columns in self._ask(_BY_HEADWORD, json.dumps(list(words))):
            entry = _entry(*columns)
            for form in {entry.traditional, entry.simplified}.intersection(words):
                found[form].append(entry)
        ranked = {form: tuple(sorted(entries, key=_rank)) for form, entries in found.items()}
        for form, entries in ranked.items():
            self._headwords.put(form, entries)
        return ranked

    def words_from(self, text: str, offset: int) -> list[FoundWord]:
        """Returns the words that begin at an offset of a text, the longest first; empty if there are none.

        Raises:
            UnusableError: If the dictionary cannot be read or made.
        """
        longest = min(len(text), offset + MAX_WORD_CHARS)
        candidates = [text[offset:end] for end in range(longest, offset, -1)]
        found = self.entries_of(candidates)
        return [FoundWord(word, found[word]) for word in candidates if word in found]

    def words_in(self, text: str, *, are_parts: bool = False) -> list[FoundWord]:
        """Returns the words of a Chinese text, the longest at each place; characters in no word are left out.

        Args:
            text: The text.
            are_parts: Whether the text as a whole is left out: its parts are wanted.

        Raises:
            UnusableError: If the dictionary cannot be read or made.
        """
        found: list[FoundWord] = []
        offset = 0
        while offset < len(text):
            here = self.words_from(text, offset) if is_han(text[offset]) else []
            longest = next((word for word in here if not (are_parts and word.text == text)), None)
            found += [longest] if longest else []
            offset += len(longest.text) if longest else 1
        return found

    def answers(self, english: str) -> list[DictionaryEntry]:
        """Returns the entries whose glosses have all words of an English expression, the best first.

        Raises:
            UnusableError: If the dictionary cannot be read or made.
        """
        return list(self.answers_of((english,))[english])

    def answers_of(self, expressions: Iterable[str]) -> dict[str, Entries]:
        """Returns the :meth:`answers` for each of many English expressions, by two queries for all; keeps them.

        Raises:
            UnusableError: If the dictionary cannot be read or made.
        """
        wanted = dict.fromkeys(expressions)
        with self._lock:
            known = {each: entries for each in wanted if (entries := self._expressions.get(each)) is not None}
            if missing := [each for each in wanted if each not in known]:
                known |= self._expressions_of(missing)
            return known

    def _expressions_of(self, expressions: list[str]) -> dict[str, Entries]:
        """Returns the entries for each of many expressions from the file, and keeps them."""
        spelt = {each: wanted_words(each)[:MAX_WORDS] for each in expressions}
        numbers_of = self._numbers({word for found in spelt.values() for word in found})
        answering = {each: sorted((numbers_of[word] for word in found), key=_scarcity) for each, found in spelt.items()}
        numbers = {number for found in answering.values() for _, here in found for number in here}
        rows = {number: columns for number, *columns in self._ask(_BY_NUMBER, json.dumps(sorted(numbers)))}
        answers: dict[str, Entries] = {}
        for each, found in answering.items():
            held = dict.fromkeys(number for _, here in found for number in here if number in rows)
            if len(found) > 1:
                stems = {spelling for spelling, _ in found}
                entries = [_entry(*rows[number]) for number in held]
                entries = [entry for entry in entries if stems <= set(words(" ".join(entry.senses)))]
            else:
                entries = as_written_first(each, [_entry(*rows[number]) for number in held])
            answers[each] = tuple(entries[:MAX_ANSWERS])
            self._expressions.put(each, answers[each])
        return answers

    def _numbers(self, spelt: set[str]) -> dict[str, tuple[str, list[int]]]:
        """Returns, for each of many words, its spelling that most entries answer for, and their numbers.

        A word for which none answers is its own spelling.
        """
        spellings = {word: sorted(set(variants(word))) for word in spelt}
        asked = {spelling for found in spellings.values() for spelling in found}
        rows = dict(self._ask(_BY_WORD, json.dumps(sorted(asked))))
        found = {}
        for word, own in spellings.items():
            known = [(each, array(NUMBERS, rows[each]).tolist()) for each in own if each in rows]
            found[word] = max(known, key=_scarcity, default=(word, []))
        return found

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._headwords.clear()
            self._expressions.clear()
            if self._connection:
                self._connection.close()
                self._connection = None

    def _ask(self, statement: str, value: str) -> list[Row]:
        """Returns the rows of a query with one value; makes the file anew, once, if it is damaged."""
        with self._lock:
            return self._asked(statement, value)

    def _asked(self, statement: str, value: str) -> list[Row]:
        try:
            return self._opened().execute(statement, (value,)).fetchall()
        except (engine.Error, OSError, UnicodeError) as error:
            self.close()
            if self._text is None:
                raise UnusableError(
                    f"{shown_path(self.path)} cannot be read, add the dictionary again: {error}"
                ) from error
        try:
            delete(self.path)
            return self._opened().execute(statement, (value,)).fetchall()
        except (engine.Error, OSError, UnicodeError):
            self.close()
        try:
            self._connection = self._in_memory(self._text())
            return self._connection.execute(statement, (value,)).fetchall()
        except engine.Error as error:
            raise UnusableError(f"the dictionary cannot be read: {error}") from error

    def _opened(self) -> engine.Connection:
        """Returns the open file, which is made first if it is missing, or made from another text."""
        if self._connection is None:
            self._connection = self._open_if_ours()
        if self._connection is None:
            if self._text is None:
                raise engine.DatabaseError("it is no dictionary")
            build(self.path, self._text())
            self._connection = connect(self.path, "read", BUSY_SECONDS)
        return self._connection

    def _open_if_ours(self) -> engine.Connection | None:
        """Opens a file that is made from the same text; returns None if there is none."""
        with suppress(engine.OperationalError):
            connection = connect(self.path, "read", BUSY_SECONDS)
            with suppress(engine.Error):
                is_ours = signature_of(connection) == SIGNATURE
                source = connection.execute("SELECT source FROM about").fetchall() if is_ours else []
                if source and (self._text is None or source == [(self._source,)]):
                    return connection
            connection.close()
        return None

    @staticmethod
    def _in_memory(text: DictionaryText) -> engine.Connection:
        connection = engine.connect(":memory:", isolation_level=None, check_same_thread=False)
        fill(connection, text)
        return connection


def row_of(entry: DictionaryEntry) -> EntryRow:
    """Returns the row of an entry that is not a line of CC-CEDICT."""
    classifiers = [(each.traditional, each.simplified, each.pinyin) for each in entry.classifiers]
    rest = json.dumps([entry.pinyin, entry.senses, classifiers], ensure_ascii=False)
    return entry.traditional, entry.simplified, "=" + rest


def _entry(traditional: str, simplified: str, rest: str) -> DictionaryEntry:
    """Returns the entry of a row, whose rest is ``[PINYIN] /SENSE/SENSE/``, or made by :func:`row_of`."""
    if rest.startswith("="):
        reading, senses_kept, classifiers = json.loads(rest[1:])
        return DictionaryEntry(
            traditional, simplified, reading, tuple(senses_kept), tuple(Classifier(*each) for each in classifiers)
        )
    pinyin, _, senses = rest.partition("] /")
    return DictionaryEntry(traditional, simplified, pinyin.strip("[]"), *senses_of(senses.removesuffix("/")))


def _scarcity(found: tuple[str, list[int]]) -> int:
    """Returns the number of entries that answer for a word: those of the rarest word come first."""
    return len(found[1])


def _rank(entry: DictionaryEntry) -> tuple[bool, bool, bool]:
    """Returns the place of an entry among those of its headword: parts of words, names and variants come last."""
    return entry.is_reference, entry.is_name, entry.is_part
