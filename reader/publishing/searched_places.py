"""The places of an issue that the search of a site finds, paragraphs, captions and heads of articles, and their tokens.

A place has texts, and each text a number: eight numbers belong to a place, so that a number tells its place. Numbers of
an issue run backwards, because the newest ones are read first: so a search finds the newest issue first, and its
places in the order of reading.
"""

from __future__ import annotations

import re
from binascii import crc32
from collections import defaultdict
from itertools import groupby, pairwise

from reader.gate import clean
from reader.model.equivalence import fold
from reader.model.naming import both
from reader.model.record import record
from reader.model.scripts import FIRST_EAST_ASIAN
from reader.search.folding import is_symbol
from reader.search.hits import Hit
from reader.search.stemming import stem
from reader.search.texts import search_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.exporting.edition import Edition
    from reader.model.magazine import Article, Issue
    from reader.search.terms import TextField
    from reader.search.texts import SearchText

    Json = str | int | list["Json"]

SLOTS = 8
"""Number of texts of a place that are told apart; a head with more has the others in the last slot."""
GAP_CHARS = 2
"""Characters between two texts in one slot: no token goes over them."""
_OFFSET_BITS = 24
"""Bits of an offset: a text is no longer than an issue file."""
_WORDS = re.compile(r"[^\W_]+")


@record
class Postings:
    """The texts of an issue that have a token, by ascending numbers."""

    key: str
    is_placed: bool
    """Whether each has the offsets of the token in the folded text."""
    first: int
    last: int
    places: int
    """Number of places."""
    has_several: bool
    """Whether the first text has several offsets."""
    data: bytes
    """The texts, one after the other, without the gap before the first, which is written when lists are joined.

    A text is the gap before it (:func:`gap_before`); in lists with offsets the number of these, if it is not 1; and the
    offsets, each as the distance from the one before.
    """


@record
class SearchedIssue:
    """An issue as the search of a site knows it."""

    places: int
    shown: tuple[Json, ...]
    """The places in the order of their numbers, as they are shown."""
    article_names: tuple[Json, ...]
    """The address and the titles of each article, which places name by its index."""
    postings: tuple[Postings, ...]
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


def searched_issue(edition: Edition) -> SearchedIssue:
    """Returns the places of an issue with their tokens."""
    issue = edition.issue
    places = [place for number, article in enumerate(edition.articles) for place in _places(edition, number, article)]
    lists = PostingLists()
    characters: set[str] = set()
    for number, place in enumerate(reversed(places)):
        sides = shown_sides(edition.tags(edition.articles[place.article]), place)
        for slot, side in enumerate(sides):
            characters.update(side.text)
            lists.add(number * SLOTS + min(slot, SLOTS - 1), side.text, side.field)
    shown = [_shown(edition, place) for place in reversed(places)]
    names: list[Json] = [_article_name(edition, issue, article) for article in edition.articles]
    return SearchedIssue(len(places), tuple(shown), tuple(names), lists.postings(), "".join(sorted(characters)))


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


def shown_sides(tags: Sequence[str], place: SearchedPlace) -> list[Side]:
    """Returns the texts of a place in the languages of its page, in the order of their slots."""
    return [side for text in place.texts for side in _sides(tags, text)]


def _sides(tags: Sequence[str], text: SearchText) -> list[Side]:
    shown = ((tag, prose) for tag, prose in text.text.sides if prose.text and (not tag or tag in tags))
    return [Side(text.field, tag, clean(prose.text)) for tag, prose in shown]


def _shown(edition: Edition, place: SearchedPlace) -> Json:
    """Returns a place as the page of results shows it."""
    article = edition.articles[place.article]
    tags = edition.tags(article)
    units: list[Json] = []
    for text in place.texts:
        sides: list[Json] = [[side.tag and edition.shown_tag(side.tag), side.text] for side in _sides(tags, text)]
        units.append([text.field, *sides])
    made: list[Json] = [place.article, place.anchor, place.page, units]
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


_NO_WORD = "", 0
"""No word and no offset: before the first word of a row of words."""


def pair_key(first: str, second: str) -> str:
    """Returns the token of two words that follow each other: a hash, because most pairs are longer and occur once.

    The words are as they are written, because a phrase has no other forms of them.

    It begins with a capital letter, as no folded word does. Pairs with the same token are told apart in the text.
    """
    number = crc32(f"{first} {second}".encode()) % PAIR_KEYS
    letter, rest = divmod(number, len(_DIGITS) ** 3)
    third, rest = divmod(rest, len(_DIGITS) ** 2)
    return _CAPITALS[letter] + _DIGITS[third] + _DIGITS[rest // len(_DIGITS)] + _DIGITS[rest % len(_DIGITS)]


_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = f"0123456789{_CAPITALS}abcdefghijklmnopqrstuvwxyz-_"
PAIR_KEYS = len(_CAPITALS) * len(_DIGITS) ** 3


def _is_mark(character: str) -> bool:
    """Whether a character is neither a letter, a digit nor a space."""
    return not character.isalnum() and not character.isspace()


class PostingLists:
    """Collects the tokens of texts, which come by ascending numbers."""

    def __init__(self) -> None:
        self._placed: defaultdict[str, list[int]] = defaultdict(list)
        """For each token, its text's number and its offset as one number."""
        self._plain: dict[str, list[int]] = {}
        self._number = -1
        self._start = 0
        self._before = _NO_WORD
        self._prefixes: tuple[str, ...] = ("",)

    def add(self, number: int, text: str, field: TextField) -> None:
        """Adds a text; one with the number of the last text follows that one.

        Its tokens are found by themselves, and those of titles, captions and such also behind the name of the field.
        """
        self._prefixes = ("",) if field == "text" else ("", f"{field}:")
        self._start = self._start if number == self._number else 0
        self._number = number
        self._before = _NO_WORD
        folded = fold(text)
        for match in _WORDS.finditer(folded):
            self._add_run(number, match.start(), match.group(), folded)
        for character in {*folded}:
            if not character.isalnum() and is_symbol(character):
                self._add_plain(character, number)
        self._start += len(folded) + GAP_CHARS

    def _add_run(self, number: int, start: int, run: str, folded: str) -> None:
        """Adds the letters and digits between two other characters of a text."""
        if run[0] < FIRST_EAST_ASIAN and run.isascii():
            self._add_word(number, start, run)
            return
        for is_unspaced, characters in groupby(run, lambda character: character >= FIRST_EAST_ASIAN):
            part = "".join(characters)
            if is_unspaced:
                self._add_unspaced(number, start, part, folded)
            else:
                self._add_word(number, start, part)
            start += len(part)

    def _add_word(self, number: int, start: int, word: str) -> None:
        """Adds a word, and its pair with the word before it."""
        at = self._start + start
        self._place(stem(word), number, at)
        before, its_place = self._before
        if before:
            self._place(pair_key(before, word), number, its_place)
        self._before = word, at

    def _add_unspaced(self, number: int, start: int, part: str, folded: str) -> None:
        """Adds the characters of a run without word spaces, their pairs, and its ends with the marks beside them."""
        self._before = _NO_WORD
        at, end = self._start + start, start + len(part)
        if start and _is_mark(folded[start - 1]):
            self._place(folded[start - 1 : start + 1], number, at - 1)
        for index, character in enumerate(part):
            self._place(character, number, at + index)
            if index:
                self._place(part[index - 1 : index + 1], number, at + index - 1)
        if end < len(folded) and _is_mark(folded[end]):
            self._place(folded[end - 1 : end + 1], number, self._start + end - 1)

    def _place(self, key: str, number: int, offset: int) -> None:
        for prefix in self._prefixes:
            self._placed[prefix + key].append(number << _OFFSET_BITS | offset)

    def _add_plain(self, key: str, number: int) -> None:
        for prefix in self._prefixes:
            numbers = self._plain.setdefault(prefix + key, [])
            if not numbers or numbers[-1] != number:
                numbers.append(number)

    def postings(self) -> tuple[Postings, ...]:
        """Returns the lists of all tokens, sorted by token."""
        made = [_placed_postings(key, places) for key, places in self._placed.items()]
        for key, numbers in self._plain.items():
            gaps = b"".join(gap_before(after - before, False) for before, after in pairwise(numbers))
            made.append(_postings(key, False, numbers, False, gaps))
        return tuple(sorted(made, key=lambda each: each.key))


def _placed_postings(key: str, places: list[int]) -> Postings:
    if len(places) == 1:
        number, offset = places[0] >> _OFFSET_BITS, places[0] & (1 << _OFFSET_BITS) - 1
        return Postings(key, True, number, number, 1, False, varint(offset))
    numbers: list[int] = []
    data = bytearray()
    has_several = False
    at = 0
    while at < len(places):
        number = places[at] >> _OFFSET_BITS
        end = at + 1
        while end < len(places) and places[end] >> _OFFSET_BITS == number:
            end += 1
        if numbers:
            data += gap_before(number - numbers[-1], end - at > 1)
        else:
            has_several = end - at > 1
        numbers.append(number)
        if end - at > 1:
            data += varint(end - at)
        before = number << _OFFSET_BITS
        for place in places[at:end]:
            data += varint(place - before)
            before = place
        at = end
    return _postings(key, True, numbers, has_several, bytes(data))


def _postings(key: str, is_placed: bool, numbers: Sequence[int], has_several: bool, data: bytes) -> Postings:
    places = len({number // SLOTS for number in numbers})
    return Postings(key, is_placed, numbers[0], numbers[-1], places, has_several, data)


def gap_before(gap: int, has_several: bool) -> bytes:
    """Returns the gap from one text of a list to the next, twice, and one more if the next has several offsets."""
    return varint(2 * gap + has_several)


def varint(number: int) -> bytes:
    """Returns a number in bytes of seven bits, the lowest first; all but the last have their highest bit set."""
    if number < 0x80:
        return _SMALL[number]
    made = bytearray()
    while number >= 0x80:
        made.append(number & 0x7F | 0x80)
        number >>= 7
    made.append(number)
    return bytes(made)


_SMALL = tuple(bytes((number,)) for number in range(0x80))
