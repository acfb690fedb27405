"""``reader search``: every place that holds the words, in either language."""

from __future__ import annotations

import os

from reader.cli.declared.search import DEFAULT_HITS, ORDERS
from reader.cli.declared.shared import MIN_WIDTH_CELLS
from reader.cli.exits import ExitCode
from reader.cli.opening import fault, library_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Library
    from reader.search import Hit


def run(given: Arguments, console: Console) -> ExitCode:
    """Searches the library and prints the hits."""
    from reader.cli.arguments import UsageError
    from reader.gate import quoted
    from reader.library.searching import search
    from reader.search import parse_query

    written = _decoded(" ".join(given.words))
    query = parse_query(written)
    if not query.clauses:
        raise UsageError("search needs words to look for: reader search WORD…")
    limit = given.number("--limit")
    order = given.choice("--sort", ORDERS) or ORDERS[0]
    language = given.value("--lang")
    library = library_of(given, console, whole=True)
    for entry in library.broken():
        console.report(f"left out: {fault(entry.loaded)}")
    if language:
        from reader.search.narrowing import in_language

        _check_language(language, library.languages())
        query = in_language(query, language)
    found = search(library, query, order, limit or DEFAULT_HITS)
    _print(found.hits, given, console)
    if not found.hits:
        console.report(f"nothing found for {quoted(written)}")
        _report_emptiness(library, console)
    elif found.more and not limit:
        console.report(f"the first {DEFAULT_HITS} hits; --limit N prints more")
    return ExitCode.GOOD if found.hits else ExitCode.PROBLEMS


def _report_emptiness(library: Library, console: Console) -> None:
    """Says how to add issues, if the library has none that can be opened."""
    if any(entry.issue for entry in library.entries):
        return
    from reader.cli.beginning import report_first_steps

    console.report("the library has no issue that can be opened; these commands bring some:")
    report_first_steps(library, console)


def _print(hits: Sequence[Hit], given: Arguments, console: Console) -> None:
    if given.flag("--json"):
        from reader.cli.reporting.objects import hit_object, to_json

        console.out.text(to_json([hit_object(hit) for hit in hits]))
    elif given.flag("--plain") or (console.piped and not given.flag("--width")):
        for hit in hits:
            console.out.fields(hit.address, hit.snippet()[0])
    else:
        from reader.cli.reporting.hits import hit_lines
        from reader.search.ranking import grouped

        width = given.number("--width") or console.width_cells()
        console.out.lines(hit_lines(grouped(hits), max(MIN_WIDTH_CELLS, width)))


def _decoded(words: str) -> str:
    """Returns words as UTF-8, also under a locale by which Python decoded them otherwise."""
    try:
        return os.fsencode(words).decode("utf-8")
    except UnicodeError:
        return words


def _check_language(wanted: str, tags: Iterable[str]) -> None:
    """Refuses a language that no issue has.

    Raises:
        NotFoundError: With the languages that the issues have.
    """
    from reader.errors import NotFoundError
    from reader.gate import quoted
    from reader.model.language import choose

    known = tuple(sorted(tags))
    if known and choose(wanted, known) is None:
        raise NotFoundError(f"no issue is in the language {quoted(wanted)}; there are {', '.join(known)}")
