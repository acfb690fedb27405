"""A conversation in lines: the reader types a command, the next lines answer it. Nothing that was written changes."""

from __future__ import annotations

from reader.search.query import parse_query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.reading.linear.parts import PartList, PartText, SpokenPart
    from reader.reading.linear.words import LinearWords
    from reader.search.query import Query

MAX_SHOWN_CHARS = 80
"""Number of characters of an unknown command that are repeated."""


class LinearReading:
    """The place in an article, the language that is read, and the answers to commands."""

    def __init__(self, lists: Sequence[PartList], words: LinearWords, address: str) -> None:
        """Takes an article.

        Args:
            lists: Its parts; at least one list.
            words: The words of the interface.
            address: The address of the article.
        """
        self.lists, self.words, self.address = tuple(lists), words, address
        self.tags = tuple(dict.fromkeys(tag for held in lists for tag in held.tags))
        others = (text.language for held in lists for part in held.parts for text in part.texts)
        self._names = words.language_names(tuple(dict.fromkeys((*self.tags, *others))))
        self.language = self.tags[0]
        self.has_ended = False
        self._list, self._at = 0, 0
        self._named = ""
        self._query: Query | None = None

    @property
    def parts(self) -> tuple[SpokenPart, ...]:
        """The parts of the list that is read."""
        return self.lists[self._list].parts

    @property
    def part(self) -> SpokenPart:
        """The part at the present place."""
        return self.parts[self._at]

    def start(self, anchor: str = "", side: str = "") -> list[str]:
        """Returns the first lines: the hint and the first part, or the part of an anchor."""
        if side in self.tags:
            self.language = side
            self._list = self._list_of(side)
        place = self._place_of(anchor) if anchor else None
        if place is not None:
            self._at = place
        return [self.words.hint, *self.said()]

    def answer(self, typed: str) -> list[str]:
        """Returns the lines that answer a typed line."""
        command = typed.strip()
        if command.startswith("/"):
            return self._find(command[1:].strip())
        if command.startswith("#"):
            return self._go_to(command)
        if command.isascii() and command.isdigit():
            return self._go_to_number(command)
        match command.lower():
            case "":
                return self._move(1)
            case "-":
                return self._move(-1)
            case ".":
                return self.said()
            case "o":
                return self._change_language()
            case "h":
                return self._next_heading()
            case "?":
                return list(self.words.help)
            case "q":
                self.has_ended = True
                return [self.words.ended_at.format(self._here())]
        return [self.words.unknown.format(command[:MAX_SHOWN_CHARS])]

    def said(self) -> list[str]:
        """Returns the lines of the present part in the present language, or in one that has it."""
        part = self.part
        own = next((text for text in part.texts if text.language in (self.language, "")), None)
        lines = list(part.before)
        if part.texts and own is None:
            lines.append(self.words.absent.format(self._names[self.language]))
        return lines + self._text(part, own or next(iter(part.texts), None))

    def whole(self) -> Iterator[str]:
        """Yields the lines of the whole article, each part in every language that has it."""
        for number, held in enumerate(self.lists):
            self._list = number
            for part in held.parts:
                yield from part.before
                for count, text in enumerate(part.texts):
                    if not any(text.text == other.text for other in part.texts[:count]):
                        yield from self._text(part, text)
        yield self.words.ends

    def _text(self, part: SpokenPart, text: PartText | None) -> list[str]:
        if text is None:
            return []
        lines = []
        if text.language and text.language != self._named:
            self._named = text.language
            lines.append(self.words.language.format(self._names[text.language]))
        number = f"{part.number}. " if part.number else ""
        return [*lines, *f"{number}{part.lead}{text.text}".split("\n")]

    def _move(self, by: int) -> list[str]:
        if not 0 <= self._at + by < len(self.parts):
            return [self.words.ends if by > 0 else self.words.begins]
        self._at += by
        return self.said()

    def _change_language(self) -> list[str]:
        """Changes to the other language; in a list of its own, to the part that is about as far from its beginning."""
        if len(self.tags) < 2:
            return [self.words.no_other]
        self.language = self.tags[(self.tags.index(self.language) + 1) % len(self.tags)]
        before, self._list = self._list, self._list_of(self.language)
        if self._list != before:
            self._at = min(len(self.parts) - 1, self._at * len(self.parts) // len(self.lists[before].parts))
        return self.said()

    def _list_of(self, language: str) -> int:
        return next((number for number, held in enumerate(self.lists) if language in held.tags), 0)

    def _go_to_number(self, typed: str) -> list[str]:
        numbers = {part.number: place for place, part in enumerate(self.parts) if part.number}
        place = numbers.get(int(typed)) if len(typed) < 10 else None
        if place is None:
            return [self.words.no_paragraph.format(typed[:MAX_SHOWN_CHARS], max(numbers, default=0))]
        self._at = place
        return self.said()

    def _go_to(self, typed: str) -> list[str]:
        place = self._place_of(typed[1:])
        if place is None:
            return [self.words.no_anchor.format(typed[:MAX_SHOWN_CHARS])]
        self._at = place
        return self.said()

    def _place_of(self, anchor: str) -> int | None:
        """Returns the place of an anchor in the present list: an id, ``p12``, or a printed page (``page-61``)."""
        page = anchor.removeprefix("page-") if anchor.startswith("page-") else ""
        for place, part in enumerate(self.parts):
            if anchor in (part.anchor or None, f"p{part.number}") or (page and part.page == page):
                return place
        return None

    def _next_heading(self) -> list[str]:
        found = (place for place in range(self._at + 1, len(self.parts)) if self.parts[place].is_heading)
        place = next(found, None)
        if place is None:
            return [self.words.no_heading]
        self._at = place
        return self.said()

    def _find(self, typed: str) -> list[str]:
        """Goes to the next part that a query holds in, around the end; in the language in which it holds."""
        if typed:
            self._query = parse_query(typed)
        if self._query is None:
            return [self.words.nothing_sought]
        places = [(number, at) for number, held in enumerate(self.lists) for at in range(len(held.parts))]
        first = places.index((self._list, self._at)) + 1
        found = [place for place in places[first:] + places[:first] if self._languages_with(self._query, *place)]
        if not found:
            return [self.words.not_found.format(typed or "/")]
        self._list, self._at = found[0]
        known = self._languages_with(self._query, *found[0])
        if self.language not in known:
            self.language = next((tag for tag in self.lists[self._list].tags if tag in known), self.language)
        return [self.words.found.format(len(found)), *self.said()]

    def _languages_with(self, query: Query, number: int, at: int) -> tuple[str, ...]:
        """Returns the languages in which a query holds in a part."""
        held = self.lists[number]
        texts = held.parts[at].sought
        return tuple(tag for tag in held.tags if any(query.spans(text.plain(tag)) for text in texts if text.get(tag)))

    def _here(self) -> str:
        part = self.part
        return f"{self.address}#{part.anchor}" if part.anchor else self.address
