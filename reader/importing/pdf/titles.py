"""Large texts: finds the titles, the decks under them, and the pull quotes."""

from __future__ import annotations

import re

from reader.importing.pdf import weights
from reader.importing.pdf.geometry import shared_width, vertical_gap
from reader.importing.pdf.regions import largest_size
from reader.importing.scripts import count_han, count_latin_words
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.body_sizes import BodySizes
    from reader.importing.pdf.regions import Region, RegionRole
    from reader.importing.pdf.text_blocks import TextBlock

_OPENING_QUOTE = re.compile(r"\s*[“「『\"]")
_CLOSING_QUOTE = re.compile(r"[”」』\"][。.]?\s*\Z")
_STATEMENT_END = re.compile(r"[。.！][”」』\"]?\s*\Z")


def with_titles(regions: Sequence[Region], body: BodySizes) -> list[Region]:
    """Returns the regions with titles found: the largest text, and its counterpart beside or below it.

    Texts as large which are no titles become decks or pull quotes.
    """
    size = largest_size(body)
    text = body_grams(regions)
    titles = [
        region
        for region in regions
        if region.role is None
        and region.block.size >= weights.TITLE_RATIO * size
        and len(region.block.lines) <= weights.TITLE_MAX_LINES
        and is_worded(region.block.text)
        and not is_pull_quote(region.block, text, may_repeat=_is_over_all_text(region.block, regions))
    ]
    counterparts = _counterparts(regions, titles, size)
    roles: dict[int, RegionRole] = {id(region): "title" for region in (*titles, *counterparts)}
    for region in titles:
        if _is_between_text(region, titles, regions, size):
            roles[id(region)] = "pull"
        elif _is_deck_below(region.block, titles, regions):
            roles[id(region)] = "deck"
    return [replace(region, role=roles[id(region)]) if id(region) in roles else region for region in regions]


def body_grams(regions: Iterable[Region]) -> set[str]:
    """Returns the character n-grams of the running text."""
    return character_grams("".join(region.block.text for region in regions if region.role == "body"))


def _counterparts(regions: Sequence[Region], titles: Sequence[Region], size: float) -> list[Region]:
    """Returns the smaller titles in the other script, close to a title."""
    found = []
    known = {id(title) for title in titles}
    for region in regions:
        block = region.block
        if region.role or id(region) in known or block.size < weights.LARGE_RATIO * size or not block.script:
            continue
        if len(block.lines) > weights.COUNTERPART_MAX_LINES:
            continue
        near = [title.block for title in titles if _is_close(block, title.block, weights.TITLE_REACH_EM)]
        if any(title.script == block.script for title in near) or _is_sentence(block.text):
            continue
        if any(_is_close(block, title, weights.COUNTERPART_REACH_EM) for title in near):
            found.append(region)
    return found


def _is_deck_below(block: TextBlock, titles: Sequence[Region], regions: Sequence[Region]) -> bool:
    """Whether text as large as a title is below a much larger one of its script, without running text between."""
    return any(
        title.block.script == block.script
        and block.size < weights.DECK_RATIO * title.block.size
        and _is_close(block, title.block, weights.TITLE_REACH_EM)
        and not any(title.block.top < region.block.top < block.top for region in regions if region.role == "body")
        for title in titles
    )


def is_worded(text: str) -> bool:
    """Whether a text is words rather than figures, arrows or signs: ``90%`` and ``85,508 MW`` head nothing."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdecimal, text))
    return bool(letters) and letters * 2 >= digits


def _is_between_text(title: Region, titles: Sequence[Region], regions: Sequence[Region], size: float) -> bool:
    """Whether text as large as a title is inside a column: smaller than the title of the page, or the only one."""
    block = title.block
    above = [
        region.block
        for region in regions
        if region.role == "body"
        and region.block.script == block.script
        and region.block.bottom <= block.top
        and shared_width(region.block, block) > 0
    ]
    if not above:
        return False
    others = [other.block.size for other in titles if other is not title and other.block.script == block.script]
    if others and block.size < weights.LESSER_TITLE_RATIO * max(others):
        return True
    nearest = max(above, key=lambda one: one.bottom)
    return len(titles) == 1 and (block.size < weights.LONE_TITLE_RATIO * size or not ends_sentence(nearest.text))


def _is_close(block: TextBlock, title: TextBlock, reach_em: float) -> bool:
    return vertical_gap(block, title) <= reach_em * title.size and shared_width(block, title) > 0


def is_pull_quote(block: TextBlock, body: set[str], *, may_repeat: bool) -> bool:
    """Whether a large text is a sentence, or repeats the running text, given by its n-grams.

    Text over all running text, or close over text of its own, may repeat some words.
    """
    own = character_grams(block.text)
    is_repeated = len(own) >= weights.REPEATED_MIN_GRAMS and len(own & body) >= weights.REPEATED_SHARE * len(own)
    return _is_sentence(block.text) or (is_repeated and not may_repeat)


def _is_over_all_text(block: TextBlock, regions: Iterable[Region]) -> bool:
    return all(region.block.top >= block.bottom for region in regions if region.role == "body")


def _is_sentence(text: str) -> bool:
    """Whether a text is a sentence or is in quotation marks, and is no mere exclamation."""
    is_quoted = bool(_OPENING_QUOTE.match(text) and _CLOSING_QUOTE.search(text))
    is_closed = bool(_STATEMENT_END.search(text))
    characters, words = count_han(text), count_latin_words(text)
    if is_quoted and (
        is_closed or characters > weights.QUOTATION_MAX_CHARACTERS or words > weights.QUOTATION_MAX_WORDS
    ):
        return True
    return is_closed and (characters > weights.EXCLAMATION_MAX_CHARACTERS or words > weights.EXCLAMATION_MAX_WORDS)


def character_grams(text: str) -> set[str]:
    """Returns the sequences of three characters of a Han text, and of five letters of another."""
    tight = re.sub(r"\W+", "", text.lower())
    threes = {tight[at : at + 3] for at in range(len(tight) - 2)}
    fives = {tight[at : at + 5] for at in range(len(tight) - 4)}
    return {gram for gram in threes if count_han(gram)} | {gram for gram in fives if not count_han(gram)}
