"""Articles of the model made of pairs of units."""

from __future__ import annotations

import re
from itertools import groupby

from reader.importing.documents.document import OF_SECOND
from reader.importing.documents.table_building import table_of
from reader.importing.naming import slug, unused
from reader.importing.pair_doubts import ALONE, SHARED
from reader.model.magazine import (
    MAX_LIST_LEVELS,
    Aside,
    Code,
    Figure,
    Footnote,
    Heading,
    ItemList,
    ListItem,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Verse,
)
from reader.model.record import replace
from reader.model.text import EVERY_LANGUAGE, Prose, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.importing.documents.document import SourceUnit, UnitKind
    from reader.importing.documents.pairs import UnitPair
    from reader.model.magazine import Block

HEADING_LEVELS = 3
MAX_CODE_LINES, MAX_CODE_CHARS = 2000, 1000
"""Bounds of a block of code or verse."""
NO_CAPTION = "…"
_PAGE = re.compile(r"[^\W_]{1,8}\Z")
_PROGRAMMING = re.compile(r"[a-z0-9+#.-]{1,30}\Z")
_TAKEN = re.compile(r"p\d+\Z|page-|figure-\d|note")
"""Ids that are numbers of paragraphs, pages, figures or notes."""
_EMPTY = Prose("")


class BlockBuilder:
    """Makes the blocks of a body, its figures and the comments on them."""

    def __init__(
        self, languages: Sequence[str], is_aligned: bool, levels: Sequence[int], ids: set[str] | None = None
    ) -> None:
        """Takes the languages of the body, the levels of headings that occur, the highest first, and the ids in use."""
        self._ids = set() if ids is None else ids
        self.places: dict[str, str] = {}
        """Ids of blocks and figures, by the names that links of the source have for them."""
        self._languages, self._is_aligned = tuple(languages), is_aligned
        self._levels = {level: min(rank, HEADING_LEVELS) for rank, level in enumerate(levels, 1)}
        self.figures: list[Figure] = []
        self.doubts: dict[int, str] = {}
        """Comments by the ``id()`` of the block or figure that each is on."""
        self.unplaced: list[str] = []

    def blocks(self, pairs: Sequence[UnitPair]) -> list[Block]:
        """Returns the blocks of pairs in their order."""
        found: list[Block] = []
        for box, run in groupby(pairs, key=_box):
            inner = list(self._without_boxes(list(run)))
            if not box or not inner or (isinstance(inner[0], Placement) and len(inner) == 1):
                found += inner
                continue
            title = inner[0].text if isinstance(inner[0], Heading) and len(inner) > 1 else None
            found.append(Aside(title, tuple(inner[1:] if title else inner)))
        return found

    def footnotes(self, pairs: Sequence[UnitPair]) -> tuple[Footnote, ...]:
        """Returns notes, whose ids are the names of their units."""
        return tuple(Footnote(pair.units[0].name, self.text(pair)) for pair in pairs)

    def text(self, pair: UnitPair) -> Text:
        """Returns the text of a pair in the languages of the body; empty where a language has none."""
        left, right = pair.left.text if pair.left else _EMPTY, pair.right.text if pair.right else _EMPTY
        return self._text(left, right)

    def _text(self, left: Prose, right: Prose) -> Text:
        if not self._is_aligned:
            return Text(((self._languages[0], left if left.text else right),))
        return Text(((self._languages[0], left), (self._languages[1], right)))

    def _without_boxes(self, pairs: Sequence[UnitPair]) -> Iterator[Block]:
        at = 0
        while at < len(pairs):
            kind = _kind(pairs[at])
            end = at + 1
            if kind in ("item", "quotation", "row", "caption"):
                while end < len(pairs) and _goes_with(pairs[end], pairs[at:end]):
                    end += 1
            run = pairs[at:end]
            for label in (unit.page for unit in run[0].units[:1] if unit.page and _PAGE.match(unit.page)):
                yield PageBreak(label)
            yield from self._blocks_of(kind, run)
            at = end

    def _blocks_of(self, kind: UnitKind, run: Sequence[UnitPair]) -> Iterator[Block]:
        """Yields the blocks of a pair, or of pairs that are one list, quotation or table."""
        pair = run[0]
        first = pair.units[0]
        made: Block
        match kind:
            case "heading":
                made = Heading(self.text(pair), self._levels.get(first.level, 1))
            case "item":
                made = ItemList(self._items(run, 1)[0], any(unit.is_ordered for unit in pair.units))
            case "quotation":
                texts = [self.text(each) for each in run]
                by = self._by(run[-1])
                made = Quotation(texts[0], by, more=tuple(texts[1:]))
            case "row" | "caption":
                table = table_of(run, self._text)
                if not table:
                    yield from (self._noted(self._with_id(Paragraph(self.text(each)), [each]), each) for each in run)
                    return
                made = table
            case "code" | "verse":
                yield from self._kept_lines(kind, pair)
                return
            case "figure":
                made = self._figure(pair)
            case _:
                number = next((unit.number for unit in pair.units if unit.number), "")
                made = Paragraph(self.text(pair), speaker=self._by(pair), number=number)
        yield self._noted(self._with_id(made, run), pair, is_one=len(run) == 1)

    def _with_id(self, block: Block, run: Sequence[UnitPair]) -> Block:
        """Returns a block with an id if links lead to it; the id is made of a name that the source has for it."""
        names = [name for pair in run for unit in pair.units for name in unit.places]
        if not names:
            return block
        if isinstance(block, Placement):
            found = block.figure
        else:
            found = unused(next(filter(None, map(_id_of_place, names)), "place"), self._ids)
        self.places |= dict.fromkeys(names, found)
        return block if isinstance(block, Placement | PageBreak) else replace(block, id=found)

    def _noted(self, block: Block, pair: UnitPair, is_one: bool = True) -> Block:
        doubts = [unit.doubt for unit in pair.units if unit.doubt]
        if self._is_aligned and is_one and len(pair.units) < 2 and _kind(pair) not in ("heading", "figure"):
            doubts.append(SHARED if pair.goes_on else ALONE)
        if doubts:
            self.doubts[id(block)] = "; ".join(dict.fromkeys(doubts))
        return block

    def _by(self, pair: UnitPair) -> Text | None:
        left, right = pair.left.by if pair.left else _EMPTY, pair.right.by if pair.right else _EMPTY
        if not left.text and not right.text:
            return None
        if left == right:
            return Text(((EVERY_LANGUAGE, left),))
        return self._text(left, right)

    def _items(self, pairs: Sequence[UnitPair], depth: int) -> tuple[tuple[Text | ListItem, ...], int]:
        """Returns the items at the depth of the first pair, with the lists under them, and the number of pairs."""
        level = _level(pairs[0])
        items: list[Text | ListItem] = []
        at = 0
        while at < len(pairs) and _level(pairs[at]) >= level:
            texts = [self.text(pairs[at])]
            at += 1
            while at < len(pairs) and _is_more(pairs[at]) and _level(pairs[at]) == level:
                texts.append(self.text(pairs[at]))
                at += 1
            under: tuple[Text | ListItem, ...] = ()
            is_ordered = False
            if at < len(pairs) and _level(pairs[at]) > level and depth < MAX_LIST_LEVELS:
                is_ordered = any(unit.is_ordered for unit in pairs[at].units)
                under, taken = self._items(pairs[at:], depth + 1)
                at += taken
            items.append(ListItem(tuple(texts), under, is_ordered) if under or len(texts) > 1 else texts[0])
        return tuple(items), at

    def _kept_lines(self, kind: UnitKind, pair: UnitPair) -> Iterator[Block]:
        """Yields code or verse; more than the bounds allow is left to the maintainer."""
        lines = [unit.text.text.split("\n") for unit in pair.units]
        if any(len(own) > MAX_CODE_LINES or max(map(len, own)) > MAX_CODE_CHARS for own in lines):
            self.unplaced += [unit.text.text for unit in pair.units]
            return
        proses = [unit.text for unit in pair.units]
        is_same = len(proses) == 2 and proses[0] == proses[1]
        if kind == "verse":
            yield self._noted(self._with_id(Verse(self.text(pair)), [pair]), pair)
            return
        is_shared = is_same or (self._is_aligned and len(proses) == 1)
        text = Text(((EVERY_LANGUAGE, proses[0]),)) if is_shared else self.text(pair)
        name = next((unit.name for unit in pair.units if _PROGRAMMING.match(unit.name)), "")
        yield self._with_id(Code(text, name), [pair])

    def _figure(self, pair: UnitPair) -> Placement:
        caption = self.text(pair) if any(unit.text.text for unit in pair.units) else _in_every(NO_CAPTION)
        alts = [Prose(unit.alt) if unit else _EMPTY for unit in (pair.left, pair.right)]
        first = pair.units[0]
        figure = Figure(
            f"figure-{len(self.figures) + 1}",
            caption,
            credit=self._by(pair),
            alt=self._text(*alts) if any(alt.text for alt in alts) else None,
            file=next((unit.name for unit in pair.units if unit.name), ""),
        )
        if not any(unit.text.text for unit in pair.units):
            self.doubts[id(figure)] = "its caption is to be written"
        elif other := _other_picture(pair):
            self.doubts[id(figure)] = f"the second source has a picture of its own here: {other}"
        elif first.doubt:
            self.doubts[id(figure)] = first.doubt
        self.figures.append(figure)
        return Placement(figure.id)


def _other_picture(pair: UnitPair) -> str:
    """Returns the name of the second source's picture if it is called otherwise than that of the first."""
    names = [unit.name.removeprefix(OF_SECOND) for unit in pair.units]
    return names[-1] if len(set(filter(None, names))) > 1 else ""


def _in_every(text: str) -> Text:
    return Text(((EVERY_LANGUAGE, Prose(text)),))


def _id_of_place(name: str) -> str:
    """Returns an id made of the name of a place, without the part of a book that it is in; empty if it gives none."""
    made = slug(name.rpartition("#")[2])
    return "" if _TAKEN.match(made) else made


def _kind(pair: UnitPair) -> UnitKind:
    return pair.units[0].kind


def _box(pair: UnitPair) -> int:
    return pair.units[0].box


def _level(pair: UnitPair) -> int:
    return pair.units[0].level


def _is_more(pair: UnitPair) -> bool:
    return all(unit.is_more for unit in pair.units)


def _goes_with(pair: UnitPair, run: Sequence[UnitPair]) -> bool:
    """Whether a pair belongs to the list, quotation or table of the pairs before it."""
    kinds = {_kind(run[0]), _kind(pair)}
    if len(kinds) > 1 and kinds != {"row", "caption"}:
        return False
    if kinds == {"row", "caption"} and _kind(pair) == "caption":
        return False
    for side in ("left", "right"):
        own: SourceUnit | None = getattr(pair, side)
        last: SourceUnit | None = next((unit for each in reversed(run) if (unit := getattr(each, side))), None)
        if own and last:
            return own.group == last.group
    return True
