"""The parts of a query as records: terms, the fields and facets that they are restricted to, and clauses of terms."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final, Literal

    TermKind = Literal["literal", "word", "open", "reading"]
    TextField = Literal["title", "deck", "credit", "caption", "text"]
    """The kind of a text: ``text`` is a passage of an article, the others are the texts around them."""
    Facet = Literal["issue", "section", "tag", "page", "lang"]
    """A property of the place of a text, by which texts can be chosen whatever their words are."""
    FieldOrFacet = TextField | Facet | Literal[""]
    """A restriction of a term; empty if there is none."""

LITERAL: Final = "literal"
WORD: Final = "word"
OPEN: Final = "open"
READING: Final = "reading"
HEAD_FIELDS: tuple[TextField, ...] = ("title", "deck", "credit", "caption")
"""Fields of the texts around the passages of an article."""
TEXT_FIELDS: tuple[TextField, ...] = (*HEAD_FIELDS, "text")
READ_FIELDS: tuple[TextField, ...] = ("title", "credit", "caption")
"""Fields whose texts are found by their pinyin, too."""
FACETS: tuple[Facet, ...] = ("issue", "section", "tag", "page", "lang")


@record
class Term:
    """A folded string to look for.

    A ``literal`` is found as it is written, and begins and ends at the ends of words where its ends are letters of a
    script with spaces between words. A ``word`` is found with its inflections, an ``open`` term as the beginning of
    words, a ``reading`` as the toneless pinyin of two characters or more.
    """

    text: str
    kind: TermKind = LITERAL
    field: FieldOrFacet = ""
    open_end: bool = False
    """Whether a literal or a reading may end inside a word or a syllable."""
    anywhere: bool = False
    """Whether a literal may begin and end inside words."""
    longer: tuple[str, ...] = ()
    """Longer spellings that contain the string: inside one of them it is not found."""


@record
class Clause:
    """Alternative terms: at least one must be found, or none if ``negated``."""

    terms: tuple[Term, ...]
    negated: bool = False


@record
class Facets:
    """The properties of a text's place that a query can ask for, and the field of the text."""

    field: TextField
    names: Mapping[str, tuple[str, ...]]
    """Folded names by facet: of the issue, the section, the tags."""
    page: str
    language: str
