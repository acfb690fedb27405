"""``reader search``: every place that holds the words, in either language."""

from __future__ import annotations

import os

from reader.cli.opening import fault, library_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.output import Console, Run
    from reader.search import Hit

OPTIONS = {
    "--lang": "TAG",
    "--limit": "N",
    "--sort": "best|newest",
    "--library": "DIR",
    "--width": "N",
    "--json": "",
    "--plain": "",
}

HELP = """\
usage: reader search QUERY… [--lang TAG] [--limit N] [--sort best|newest] [--json] [--plain]
                     [--library DIR]

Prints every title, paragraph, caption and credit that holds all the words, in either
language; letter case, width, accents, and simplified or traditional characters make no
difference. On a terminal hits stand under their article, with the same place in the other
language; in a pipe, or with --plain, each is one line: its address, a tab, and the text
around the match. Exits with 1 if nothing was found.

  泉水             any Chinese characters, as they stand together
  spring           a word with its inflections; spr* finds words that begin so
  "famed springs"  these very words
  spring -market   not with that word
  spring OR river  one of the two
  title:spring     only titles; also caption: credit: deck: text:
  tag:water        only there; also section: issue: page: lang:
  jinan yaogu      titles, captions and names by their pinyin

  --lang TAG     finds in this language only: zh, en, zh-Hant …
  --limit N      prints N hits; 100 if not given
  --sort best    titles and captions first, the very word before its inflections (as if
                 nothing is given); newest: those of the newest issues first
  --width N      cells in a line, on a terminal
  --plain        one line for each hit, no colour
  --json         as JSON: a list of hits
  --library DIR  a folder of issues, or one issue file; may be given more than once
  --help         this text
  --version      the version

examples:
  reader search 泉水
  reader search '"famed springs"' --lang en
  reader search --sort newest title:water
  reader search spring | fzf | reader open -
"""

DEFAULT_HITS = 100
MAX_HITS = 1_000_000


def run(given: Arguments, console: Console) -> int:
    """Searches the library and prints the hits."""
    from reader.cli.arguments import UsageError
    from reader.gate import clean_line
    from reader.library.searching import search
    from reader.search import parse_query
    from reader.search.narrowing import in_language
    from reader.search.ranking import SORTS, grouped

    written = _as_typed(" ".join(given.words))
    query = parse_query(written)
    if not query.clauses:
        raise UsageError("search needs words to look for: reader search WORD…")
    limit = given.number("--limit", 1, MAX_HITS)
    sort = given.choice("--sort", SORTS) or SORTS[0]
    language = given.value("--lang")
    library = library_of(given, console, whole=True)
    for entry in library.broken():
        console.err.line(f"reader: left out: {fault(entry.loaded)}")
    if language:
        _check_language(language, library.languages())
    found = search(library, in_language(query, language), sort, limit or DEFAULT_HITS)
    if given.flag("--json"):
        from reader.cli.objects import hit_object, to_json

        console.out.text(to_json([hit_object(hit) for hit in found.hits]))
    elif given.flag("--plain") or (console.piped and not given.flag("--width")):
        for hit in found.hits:
            console.out.fields(hit.address, hit.snippet()[0])
    else:
        from reader.cli.list import MAX_WIDTH_CELLS, MIN_WIDTH_CELLS

        width = given.number("--width", MIN_WIDTH_CELLS, MAX_WIDTH_CELLS) or console.width_cells()
        console.out.lines(_grouped(grouped(found.hits), max(MIN_WIDTH_CELLS, width)))
    if not found.hits:
        console.err.line(f"reader: nothing found for {clean_line(written)!r}")
    elif found.more and not limit:
        console.err.line(f"reader: the first {DEFAULT_HITS} hits; --limit N prints more")
    return 0 if found.hits else 1


ABOUT_SIGN = "≈ "
"""Before what stands about there in a translation that goes its own way."""


def _as_typed(words: str) -> str:
    """Returns words as UTF-8, also where the locale, and so Python, took them for something else."""
    try:
        return os.fsencode(words).decode("utf-8")
    except UnicodeError:
        return words


def _check_language(wanted: str, tags: Iterable[str]) -> None:
    """Refuses a language that no issue has.

    Raises:
        NotFoundError: With those that there are.
    """
    from reader.errors import NotFoundError
    from reader.gate import clean_line
    from reader.model.language import choose

    known = tuple(sorted(tags))
    if known and choose(wanted, known) is None:
        raise NotFoundError(f"no issue is in the language {clean_line(wanted)!r}; there are {', '.join(known)}")


def _grouped(hits: list[Hit], width_cells: int) -> Iterator[list[Run]]:
    """Yields hits under their issues and articles; the matches of one place in two languages stand together."""
    from reader.layout.runs import wrap
    from reader.model.naming import both, issue_name, pages_of

    issue_id = article_id = ""
    for place in _places(hits):
        issue, article = place[0].issue, place[0].article
        if issue.id != issue_id:
            if issue_id:
                yield []
            issue_id, article_id = issue.id, ""
            yield from wrap([(issue_name(issue), "title")], width_cells)
        if article.id != article_id:
            article_id = article.id
            yield []
            name = [(both(article.title, issue.languages_of(article)), "heading"), (f"  {pages_of(article)}", "muted")]
            yield from wrap(name, width_cells)
        else:
            yield []
        yield from _place_lines(place, width_cells)
    if hits:
        articles = len({(hit.issue.id, hit.article.id) for hit in hits})
        yield []
        yield [(f"{_count(len(hits), 'hit')} in {_count(articles, 'article')}", "muted")]


def _places(hits: list[Hit]) -> Iterator[list[Hit]]:
    """Yields the hits in one text together."""
    place: list[Hit] = []
    for hit in hits:
        if place and hit.text is not place[0].text:
            yield place
            place = []
        place.append(hit)
    if place:
        yield place


def _place_lines(place: list[Hit], width_cells: int) -> Iterator[list[Run]]:
    """Yields the page, the texts with their matches lit, the counterpart, and the address."""
    from reader.layout.runs import lit, shortened, wrap
    from reader.layout.width import flush_right
    from reader.model.language import is_ideographic

    first = place[0]
    margin = 5
    room = 2 * max(10, width_cells - margin)
    lines: list[list[Run]] = []
    found = {hit.language: hit for hit in place}
    for tag in dict.fromkeys((*first.issue.languages_of(first.article), *first.text.languages)):
        chars = room // 2 if is_ideographic(tag) else room
        if hit := found.pop(tag, None):
            lines += wrap(lit(*hit.snippet(max(12, chars - 6))), width_cells, margin, margin)
        elif tag not in {hit.language for hit in place} and first.language and (text := first.text.plain(tag)):
            lines += wrap([(shortened(text, width_cells - margin, 2), "muted")], width_cells, margin, margin)
    if first.side and (across := first.counterpart()):
        about = [(ABOUT_SIGN, "faint"), (shortened(across.text, width_cells - margin - 2, 2), "muted")]
        lines += wrap(about, width_cells, margin, margin)
    label = f"  {first.field}" if first.field != "text" else ""
    lines += wrap([(first.address, "address"), (label, "muted")], width_cells, margin, margin)
    lines[0] = [(flush_right(first.page, 3) + "  ", "muted"), *lines[0][1:]]
    yield from lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
