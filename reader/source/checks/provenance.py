"""Checks of sources and licences: ISBNs that are mistyped, identifiers that are nearly those of SPDX (R421, R422)."""

from __future__ import annotations

from reader.gate import quoted
from reader.model.provenance import LICENCES, identifier_meant, isbn_check_digit, may_be_identifier
from reader.model.text import EVERY_LANGUAGE
from reader.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.magazine import Article, Issue, Source
    from reader.source.schema.load_context import LoadContext


def check_sources(sources: Iterable[Source], context: LoadContext) -> None:
    """Reports ISBNs whose check digit does not fit the others."""
    for source in sources:
        digit = isbn_check_digit(source.isbn) if source.isbn else ""
        if digit and source.isbn[-1].upper() != digit:
            message = f"{quoted(source.isbn)} is no ISBN: after these digits its last one is {digit}"
            context.report("R421", context.node(source, "isbn"), message, "compare it with the printed one")


def check_licence(holder: Article | Issue, context: LoadContext) -> None:
    """Reports a licence that is written nearly as an identifier of SPDX."""
    if holder.licence is None:
        return
    name = holder.licence.plain(EVERY_LANGUAGE) if holder.licence.languages == (EVERY_LANGUAGE,) else ""
    meant = identifier_meant(name)
    if not meant and may_be_identifier(name):
        meant = nearest(name, LICENCES) or ""
    if meant:
        message = f"{quoted(name)} is not the identifier of a licence"
        context.report("R422", context.node(holder.licence), message, f"write {meant}, or the licence in words")
