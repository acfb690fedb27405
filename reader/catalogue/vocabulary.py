"""The lists of the catalogue that complete a query: words by stem, names of facets, spellings of glossaries."""

from __future__ import annotations

from reader.search.matching import has_facet, is_in_a_name
from reader.search.stemming import stem
from reader.search.terms import Facets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.catalogue.file import Catalogue
    from reader.search.terms import Term


class IndexVocabulary:
    """The words, names and spellings in an open catalogue, as :mod:`reader.search.tokens` asks for them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def spellings(self, wanted: Sequence[str]) -> dict[str, set[str]]:
        """Returns, for those of some folded spellings that a glossary has, all spellings of the same term."""
        marks = ", ".join("?" * len(wanted))
        joined = "spellings AS a JOIN spellings AS b USING (issue, entry)"
        statement = f"SELECT a.word, b.word FROM {joined} WHERE a.word IN ({marks})"  # noqa: S608 (question marks)
        found: dict[str, set[str]] = {}
        for word, other in self._catalogue.select(statement, wanted, (str, str)):
            found.setdefault(word, set()).add(other)
        return found

    def longer(self, spelling: str) -> Iterable[str]:
        """Returns the spellings that contain one, and more."""
        statement = "SELECT DISTINCT word FROM spellings WHERE instr(word, ?) AND word <> ?"
        return [found for (found,) in self._catalogue.select(statement, (spelling, spelling), (str,))]

    def inflections(self, word: str) -> Iterable[str]:
        """Returns the words with the stem of a word."""
        statement = "SELECT word FROM words WHERE stem = ?"
        return [found for (found,) in self._catalogue.select(statement, (stem(word),), (str,))]

    def beginning(self, start: str, limit: int) -> list[str]:
        """Returns at most ``limit`` words that begin with ``start``."""
        end = start[:-1] + chr(ord(start[-1]) + 1)
        statement = "SELECT word FROM words WHERE word >= ? AND word < ? LIMIT ?"
        return [found for (found,) in self._catalogue.select(statement, (start, end, limit), (str,))]

    def names(self, term: Term) -> list[str]:
        """Returns the names, pages or languages that are meant by a term whose field is a facet."""
        if term.field == "page":
            return [term.text]
        statement = "SELECT name FROM names WHERE kind = ?"
        known = [name for (name,) in self._catalogue.select(statement, (term.field,), (str,))]
        if term.field == "lang":
            return [tag for tag in known if has_facet(term, Facets("text", {}, "", tag))]
        return [name for name in known if is_in_a_name(term, name.split("\n"))]
