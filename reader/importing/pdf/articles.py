"""The parts of pages put together to articles: each title has what stands under it, up to the next."""

from __future__ import annotations

from reader.importing.extraction import ExtractedArticle, ExtractedAside, ExtractedFigure, Extraction
from reader.importing.hyphens import words
from reader.importing.pdf.beside import asides_of, ornament_text, scattered, section_of
from reader.importing.pdf.figures import SIDEWAYS, figures_of
from reader.importing.pdf.flows import blocks_of
from reader.importing.pdf.paragraphs import text_of
from reader.importing.pdf.parts import (
    BODY,
    BYLINE,
    DECK,
    FLOWING,
    RUNNING,
    TITLE,
)
from reader.importing.pdf.sheets import Box
from reader.importing.scripts import HAN, LATIN, split_by_script
from reader.model.record import record
from reader.model.scripts import is_traditional_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.importing.extraction import Texts
    from reader.importing.pdf.leaves import Leaf
    from reader.importing.pdf.parts import Part
    from reader.importing.pdf.tables import Grid
    from reader.importing.scripts import Script


@record
class Opened:
    """A printed page with its parts told apart."""

    leaf: Leaf
    parts: tuple[Part, ...]
    grids: tuple[Grid, ...] = ()
    turned: tuple[str, ...] = ()
    """Lines that are printed sideways."""


class _Draft:
    """An article that is being put together."""

    def __init__(self) -> None:
        self.pages: list[tuple[Opened, list[Part], list[Grid]]] = []

    def add(self, page: Opened, part: Part | None = None, grid: Grid | None = None) -> None:
        if not self.pages or self.pages[-1][0] is not page:
            self.pages.append((page, [], []))
        if part:
            self.pages[-1][1].append(part)
        if grid:
            self.pages[-1][2].append(grid)

    def titled(self, side: Script | None) -> bool:
        """Whether it has a title in that language."""
        return any(part.role == TITLE and part.stack.side == side for _, parts, _ in self.pages for part in parts)

    def has_text(self, sides: set[Script | None]) -> bool:
        """Whether it has running text in one of the languages."""
        return any(part.role == BODY and part.stack.side in sides for _, parts, _ in self.pages for part in parts)


def found_on(pages: Sequence[Opened]) -> Extraction:
    """Puts the parts of pages together."""
    known = words(line.text for page in pages for line in page.leaf.lines)
    drafts = [_Draft()]
    for page in pages:
        _share_out(page, drafts)
    running = []
    for page in pages:
        single = scattered(page.leaf, page.parts)
        running += [ornament_text(single)] if single else []
        running += [part.stack.text for part in page.parts if part.role == RUNNING and part.stack not in single]
    is_hant = is_traditional_text("".join(line.text for page in pages for line in page.leaf.lines))
    tags: dict[Script, str] = {HAN: "zh-Hant" if is_hant else "zh-Hans", LATIN: "en"}
    articles = [_article(draft, known, tags) for draft in drafts if draft.pages]
    credited = [figure.credit for article in articles for figure in article.figures if figure.doubt == SIDEWAYS]
    for text in (text for page in pages for text in page.turned):
        if text in credited:
            credited.remove(text)
        else:
            running.append(text)
    return Extraction((tags[HAN], tags[LATIN]), tuple(articles), tuple(running))


def _share_out(page: Opened, drafts: list[_Draft]) -> None:
    """Gives each part of a page to the article it belongs to."""
    heads: list[tuple[list[Part], _Draft]] = []
    current = drafts[-1]
    for group in _title_groups(page.parts):
        sides = {part.stack.side for part in group}
        is_next = heads or any(current.titled(side) for side in sides) or _ends_above(group, page)
        if is_next or (current.has_text(sides) and _starts(group, page)):
            drafts.append(_Draft())
        heads.append((group, drafts[-1]))
    for part in page.parts:
        if part.role == RUNNING:
            continue
        own = next((draft for group, draft in heads if part in group), None)
        (own or _owner(part, heads, current, page)).add(page, part)
    for grid in page.grids:
        nearest = max(
            (head for head in heads if _top(head[0]) <= grid.top), key=lambda head: _top(head[0]), default=None
        )
        (nearest[1] if nearest else drafts[-1]).add(page, grid=grid)


def _starts(group: Sequence[Part], page: Opened) -> bool:
    """Whether a title begins another article than the one of the pages before: it stands over text, not under it."""
    return _top(group) < page.leaf.height / 3 or any(
        part.role == BODY and part.stack.bottom <= _top(group) for part in page.parts
    )


def _ends_above(group: Sequence[Part], page: Opened) -> bool:
    """Whether an article of a page before ends over a title: text in each language stands both over and under it."""
    sides = {part.stack.side for part in group}
    above = [part for part in page.parts if part.role == BODY and part.stack.bottom <= _top(group)]
    under = [part for part in page.parts if part.role == BODY and part.stack.top >= _top(group)]
    return (
        any(_over(group, part) for part in above)
        and {part.stack.side for part in above} >= sides
        and {part.stack.side for part in under} >= sides
    )


def _title_groups(parts: Iterable[Part]) -> list[list[Part]]:
    """Returns the titles of a page, those of one article in two languages together."""
    groups: list[list[Part]] = []
    for part in sorted((part for part in parts if part.role == TITLE), key=lambda part: part.stack.top):
        for group in groups:
            last = group[-1].stack
            is_new_side = all(other.stack.side != part.stack.side for other in group)
            is_row = abs(last.lines[0].baseline - part.stack.lines[0].baseline) < max(last.size, part.stack.size)
            is_under = part.stack.top - last.bottom < 2 * last.size
            if is_new_side and (is_row or is_under):
                group.append(part)
                break
        else:
            groups.append([part])
    return groups


def _top(group: Iterable[Part]) -> float:
    return min(part.stack.top for part in group)


def _owner(part: Part, heads: Sequence[tuple[list[Part], _Draft]], current: _Draft, page: Opened) -> _Draft:
    """Returns the article of a part: the nearest title above it, one over its own column first.

    A column of the same language under the nearest title tells that articles stand side by side.
    """
    if not heads:
        return current
    stack = part.stack
    above = sorted((head for head in heads if _top(head[0]) <= stack.top + stack.size), key=lambda head: -_top(head[0]))
    if not above:
        has_text = any(other.role == BODY and other.stack.bottom <= _top(heads[0][0]) for other in page.parts)
        return current if has_text and current is not heads[0][1] else heads[0][1]
    nearest = above[0]
    if not _over(nearest[0], part) and any(
        other.role == BODY
        and other.stack.side == stack.side
        and other is not part
        and _over(nearest[0], other)
        and _top(nearest[0]) < other.stack.top
        for other in page.parts
    ):
        nearest = next((head for head in above if _over(head[0], part)), nearest)
    return nearest[1]


def _over(group: Iterable[Part], part: Part) -> bool:
    return any(min(title.stack.right, part.stack.right) > max(title.stack.left, part.stack.left) for title in group)


def _article(draft: _Draft, known: frozenset[str], tags: Mapping[Script, str]) -> ExtractedArticle:
    parts = [part for _, parts, _ in draft.pages for part in parts]
    titles = _sided((part for part in parts if part.role == TITLE), tags)
    bodies = {}
    sides = [part.stack.side for part in parts if part.role == BODY]
    unlettered = LATIN if sides.count(LATIN) > sides.count(HAN) else HAN
    for side, tag in tags.items():
        pages = [
            (
                page.leaf.page,
                [part for part in here if part.role in FLOWING and (part.stack.side or unlettered) == side],
                _others(page, side),
            )
            for page, here, _ in draft.pages
        ]
        bodies[tag] = tuple(blocks_of(pages, side, tag in titles, known))
    figures: list[ExtractedFigure] = []
    asides: list[ExtractedAside] = []
    for page, here, grids in draft.pages:
        figures += figures_of(here, page.leaf, tags, page.turned)
        asides += asides_of(here, grids, page.leaf.page, tags)
    return ExtractedArticle(
        titles,
        _deck(draft, parts, tags),
        tuple(part.stack.text for part in parts if part.role == BYLINE),
        section_of(draft.pages[0][0].leaf, draft.pages[0][0].parts, tags),
        bodies,
        tuple(figures),
        tuple(asides),
        tuple(dict.fromkeys(page.leaf.page for page, _, _ in draft.pages)),
    )


def _others(page: Opened, side: Script) -> list[Box]:
    """Returns the places of what stands on a page beside the text of a language."""
    stacks = [part.stack for part in page.parts if part.role not in (*FLOWING, RUNNING) or part.stack.side != side]
    found = [Box(stack.left, stack.top, stack.right, stack.bottom) for stack in stacks]
    found += [Box(grid.left, grid.top, grid.right, grid.bottom) for grid in page.grids]
    return [*found, *page.leaf.boxes, *(box for _, box in page.leaf.pictures)]


def _deck(draft: _Draft, parts: Iterable[Part], tags: Mapping[Script, str]) -> Texts:
    """Returns the lines under the title; where there are none, what is scattered over the head of the first page."""
    deck = _sided((part for part in parts if part.role == DECK), tags)
    first = draft.pages[0][0]
    ornament = ornament_text(scattered(first.leaf, first.parts))
    return deck or ({tags[HAN]: ornament} if ornament else {})


def _sided(parts: Iterable[Part], tags: Mapping[Script, str]) -> Texts:
    """Returns the texts of parts in each language."""
    found: dict[str, list[str]] = {tag: [] for tag in tags.values()}
    for part in parts:
        for script, text in split_by_script(text_of(part.stack.lines, part.stack.side)).items():
            found[tags[script]].append(text)
    return {tag: " ".join(texts) for tag, texts in found.items() if texts}
