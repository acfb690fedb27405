"""The places of an issue that the search of a site finds, paragraphs, captions and heads of articles, and their tokens.

A place has texts, and each text a number: eight numbers belong to a place, so that a number tells its place. Numbers of
an issue run backwards, because the newest ones are read first: so a search finds the newest issue first, and its
places in the order of reading.
"""

from __future__ import annotations

import re

from reader.gate import clean
from reader.model.language import is_ideographic
from reader.model.naming import both
from reader.model.record import record
from reader.model.scripts import FIRST_EAST_ASIAN
from reader.publishing.packing import packed_json
from reader.publishing.token_lists import SLOTS, TokenLists
from reader.search.hits import Hit
from reader.search.texts import search_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.exporting.edition import Edition
    from reader.model.magazine import Article, Issue
    from reader.publishing.packing import Json
    from reader.publishing.token_lists import TokenRows
    from reader.search.terms import TextField
    from reader.search.texts import SearchText

PLACES_IN_BLOCK = 16
BLOCKS_IN_FOLDER = 256
FOLDER = "search"
_BLOCK = re.compile(rf"{FOLDER}/t([0-9a-f]+)/([0-9a-f]+)\.bin")
PLACES_TOGETHER = 64
"""Places of an issue begin at a multiple of this, so that a small change moves no other issue; blocks divide it."""
UNITS = SLOTS // 2
"""Number of texts of a place, each in two groups of languages, that have slots of their own."""


@record
class SearchedIssue:
    """The places of an issue with their tokens."""

    places: int
    rows: TokenRows
    joined: int
    """Slots of several texts, as a mask."""
    characters: str
    """All characters of its texts."""


@record
class SearchedPlace:
    """A place with its texts."""

    article: int
    anchor: str
    page: str
    texts: tuple[SearchText, ...]


@record
class Side:
    """A text in a language."""

    field: TextField
    tag: str
    text: str


def places_of(edition: Edition) -> list[SearchedPlace]:
    """Returns the places of an issue by their numbers: the last one first."""
    places = [place for number, article in enumerate(edition.articles) for place in _places(edition, number, article)]
    return places[::-1]


def searched_issue(edition: Edition, places: Sequence[SearchedPlace]) -> SearchedIssue:
    """Returns the places of an issue with their tokens."""
    lists = TokenLists()
    characters: set[str] = set()
    for number, place in enumerate(places):
        for slot, side in sides_by_slot(edition.tags(edition.articles[place.article]), place):
            characters.update(side.text)
            lists.add(number * SLOTS + slot, side.text, side.field)
    return SearchedIssue(len(places), lists.rows(), lists.joined, "".join(sorted(characters)))


def blocks_of(edition: Edition, places: Sequence[SearchedPlace]) -> Iterator[bytes]:
    """Yields the blocks of texts of an issue, in the order of the numbers of their places, as they are written."""
    names = [_article_name(edition, edition.issue, article) for article in edition.articles]
    for first in range(0, len(places), PLACES_IN_BLOCK):
        block = places[first : first + PLACES_IN_BLOCK]
        articles = list(dict.fromkeys(place.article for place in block))
        shown: list[Json] = [[articles.index(place.article), *_shown(edition, place)] for place in block]
        yield packed_json({"articles": [names[article] for article in articles], "places": shown})


def block_path(number: int) -> str:
    """Returns the path of a block of texts."""
    return f"{FOLDER}/t{number // BLOCKS_IN_FOLDER:x}/{number % BLOCKS_IN_FOLDER:x}.bin"


def block_number(path: str) -> int | None:
    """Returns the number of the block of texts that a path of a site leads to; None if it leads to another file."""
    found = _BLOCK.fullmatch(path)
    return int(found[1], 16) * BLOCKS_IN_FOLDER + int(found[2], 16) if found else None


def sizes_path(folder: int) -> str:
    """Returns the path of the file with the sizes of the blocks in a folder."""
    return f"{FOLDER}/t{folder:x}/sizes.bin"


def _places(edition: Edition, number: int, article: Article) -> Iterator[SearchedPlace]:
    tags = edition.tags(article)
    groups: dict[str, list[SearchText]] = {}
    for text in search_texts(article):
        if not text.side or text.side in tags:
            group = groups.pop(text.anchor, [])  # to the end: the source of a verse comes before its words
            groups[text.anchor] = [text, *group] if text.field == "text" else [*group, text]
    for anchor, group in groups.items():
        held = tuple(text for text in group if any(text.text.get(tag) for tag in tags))
        if held:
            yield SearchedPlace(number, anchor, held[0].page, held)


def sides_by_slot(tags: Sequence[str], place: SearchedPlace) -> list[tuple[int, Side]]:
    """Returns the texts of a place in the languages of its page, by their slots.

    A text has a slot for each of two groups of languages, so that the list of a token tells by its slots that no text
    has it and a token of the other group. Texts beyond the slots share the last two.
    """
    sides = [
        (2 * min(unit, UNITS - 1) + _group(tags, side), side)
        for unit, text in enumerate(place.texts)
        for side in _sides(tags, text)
    ]
    return sorted(sides, key=lambda each: each[0])


def _group(tags: Sequence[str], side: Side) -> int:
    """Returns the group of languages of a text: 1 for those that are written without spaces, if the others are not."""
    if not side.tag:
        return int(any(character >= FIRST_EAST_ASIAN for character in side.text))
    is_alike = len(tags) > 1 and len({is_ideographic(tag) for tag in tags}) == 1
    return min(1, sorted(tags).index(side.tag)) if is_alike else int(is_ideographic(side.tag))


def _sides(tags: Sequence[str], text: SearchText) -> list[Side]:
    shown = ((tag, prose) for tag, prose in text.text.sides if prose.text and (not tag or tag in tags))
    return [Side(text.field, tag, clean(prose.text)) for tag, prose in shown]


def _shown(edition: Edition, place: SearchedPlace) -> list[Json]:
    """Returns a place as the page of results shows it, behind its article."""
    article = edition.articles[place.article]
    tags = edition.tags(article)
    units: list[Json] = []
    for text in place.texts:
        sides: list[Json] = [[side.tag and edition.shown_tag(side.tag), side.text] for side in _sides(tags, text)]
        units.append([text.field, *sides])
    made: list[Json] = [place.anchor, place.page, units]
    first = place.texts[0]
    if first.side:
        hit = Hit(edition.issue, article, first.field, first.anchor, first.page, first.side, first.text, (), first.side)
        other = hit.counterpart()
        if other and other.about and other.language in tags:
            made.append([other.language, clean(other.text)])
    return made


def _article_name(edition: Edition, issue: Issue, article: Article) -> Json:
    tags = edition.tags(article)
    titles: list[Json] = [[tag, clean(article.title.plain(tag))] for tag in tags if article.title.get(tag)]
    return [
        f"{issue.id}/{article.id}/",
        titles or [["", clean(article.title.best(()))]],
        clean(f"{both(issue.magazine, tags)} · {both(issue.label, tags)}"),
    ]
