"""Licences and sources: identifiers of SPDX, check digits of ISBNs, and the words in which a source is named."""

from __future__ import annotations

import re
from functools import cache

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Article, Issue, Source
    from reader.model.text import Text

LICENCES = (
    *(f"CC-BY{terms}-{version}" for version in ("4.0", "3.0", "2.5", "2.0", "1.0") for terms in ("", "-SA", "-ND")),
    *(f"CC-BY-NC{terms}-{version}" for version in ("4.0", "3.0", "2.5", "2.0", "1.0") for terms in ("", "-SA", "-ND")),
    *("CC0-1.0", "CC-PDDC", "CC-PDM-1.0", "CC-SA-1.0", "PDDL-1.0", "ODbL-1.0", "ODC-By-1.0"),
    *("FSFAP", "LAL-1.3", "OGL-UK-3.0"),
    *(f"GFDL-{version}-{which}" for version in ("1.1", "1.2", "1.3") for which in ("only", "or-later")),
    *("MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "ISC", "Unlicense", "0BSD", "WTFPL"),
    *("GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later"),
    *("LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "OFL-1.1", "UPL-1.0"),
)
"""Identifiers of SPDX that texts and programs in a magazine may have; others are not checked."""
DOI_RESOLVER = "https://doi.org/"
MAX_NAME_CHARS = 100
"""Length of the longest name of a licence that may be meant for an identifier."""
_NO_TERMS = frozenset({"licence", "license", "international", "unported"})
"""Words that belong to the name of a licence, and not to its identifier."""
_CREATIVE_COMMONS = r"CC[A-Z0-9.-]*"


@record
class SourcePart:
    """A part of the line that names a source: its words, and the address that they lead to, if any."""

    words: str
    target: str = ""


def licence_of(issue: Issue, article: Article) -> Text | None:
    """Returns the licence of an article: its own, else its issue's."""
    return article.licence or issue.licence


def source_of(issue: Issue, article: Article) -> Source | None:
    """Returns the source of an article: its own, else its issue's."""
    return article.source or issue.source


def source_parts(source: Source, languages: Iterable[str]) -> Iterator[SourcePart]:
    """Yields the parts of the line that names a source, in the first of some languages that has its title."""
    if source.title:
        yield SourcePart(source.title.best(languages))
    if source.published:
        yield SourcePart(source.published)
    if source.doi:
        yield SourcePart(f"DOI {source.doi}", f"{DOI_RESOLVER}{source.doi}")
    if source.isbn:
        yield SourcePart(f"ISBN {source.isbn}")
    if source.url:
        yield SourcePart(source.url, source.url)


def provenance(issue: Issue, article: Article) -> str:
    """Returns the source and the licence of an article on one line, for a citation; empty where neither is known."""
    source, licence = source_of(issue, article), licence_of(issue, article)
    languages = issue.languages_of(article)
    parts = [part.words for part in source_parts(source, languages)] if source else []
    return " · ".join((*parts, licence.best(languages)) if licence else parts)


def identifier_meant(name: str) -> str:
    """Returns the identifier of SPDX that the name of a licence is written for; empty for one, and for other names.

    It has the same words in any order and letter case; none is guessed.
    """
    if len(name) > MAX_NAME_CHARS:
        return ""
    known = _identifiers().get(_key(name), "")
    return "" if known == name else known


@cache
def _identifiers() -> dict[tuple[str, ...], str]:
    """Returns the identifiers of SPDX by their words."""
    return {_key(known): known for known in LICENCES}


def may_be_identifier(name: str) -> bool:
    """Whether a name has the form of an identifier of Creative Commons, and is none, nor one for a country."""
    return re.fullmatch(_CREATIVE_COMMONS, name, re.IGNORECASE) is not None and not name.startswith(LICENCES)


def _key(name: str) -> tuple[str, ...]:
    """Returns the words of a licence's name without the differences between ways to write it."""
    words = re.findall(r"[a-z0-9.]+", name.casefold().replace("creative commons", "cc"))
    found = sorted(word for word in words if word not in _NO_TERMS)
    return ("1.0", "cc0") if found == ["cc0"] else tuple(found)  # its only version


def isbn_check_digit(isbn: str) -> str:
    """Returns the check digit that the other digits of an ISBN of 10 or 13 digits require (ISO 2108)."""
    digits = [int(digit) for digit in isbn if digit.isdigit()]
    written = sum(character.isalnum() for character in isbn)
    if written == ISBN_13:
        total = sum(digit * (3 if index % 2 else 1) for index, digit in enumerate(digits[: ISBN_13 - 1]))
        return str(-total % 10)
    total = sum(digit * (10 - index) for index, digit in enumerate(digits[: ISBN_10 - 1]))
    rest = -total % 11
    return "X" if rest == ISBN_10 else str(rest)


ISBN_10, ISBN_13 = 10, 13
"""Number of digits of an ISBN, of the old and the new form."""
