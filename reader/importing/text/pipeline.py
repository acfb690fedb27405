"""The text of a page, as a flipbook site gives it, read back into its articles."""

from __future__ import annotations

import re

from reader.importing import hyphens
from reader.importing.extraction import ExtractedArticle, ExtractedAside, ExtractedBlock, Extraction
from reader.importing.text import captions, drop_caps, guessing, paragraphs
from reader.importing.text import figures as figures_of
from reader.importing.text import runs as lines_of
from reader.importing.text.binding import Leaf, bound, leaves
from reader.importing.text.boxes import boxed as boxed_aside
from reader.importing.text.boxes import boxes
from reader.importing.text.columns import Search, chosen, searched
from reader.importing.text.furniture import Furniture
from reader.importing.text.measures import Measure, measures
from reader.importing.text.parts import parts_of, taken
from reader.importing.text.pieces import BODY, OUT, Key, Piece
from reader.importing.text.rows import tables
from reader.importing.text.sides import Sides
from reader.importing.text.words import CHINESE, ENGLISH
from reader.model.scripts import is_traditional_text

_FEW = 6
"""Fewer lines of a language don't tell how wide its columns are."""


def read_text(text: str) -> Extraction:
    """Returns what is found in the text of pages; every character of it is somewhere in there."""
    return bound(
        ((leaf, _read(leaf)) for leaf in leaves(text)), ("zh-Hant" if is_traditional_text(text) else "zh-Hans", "en")
    )


def _read(leaf: Leaf) -> Extraction:
    """Returns what is found in the text of a page or of facing pages."""
    furniture = Furniture(leaf.text.splitlines(), leaf.begins, leaf.ends)
    all_runs = _runs(furniture.lines)
    found_tables = tables(all_runs)
    all_runs = taken(all_runs, {key for table in found_tables for key in table.keys})[0]
    page = furniture.pages[-1] if furniture.pages else ""
    by_language = {language: [run for run in all_runs if run.language == language] for language in (CHINESE, ENGLISH)}
    measured = {language: chosen(some) for language, some in by_language.items()}
    known = hyphens.words(run.text for run in by_language[ENGLISH])
    lines = parts_of(all_runs, _widths(by_language, measured))
    boxed = boxes(lines)
    for box in boxed:
        for part in box:
            lines[part.line] = [each for each in lines[part.line] if each is not part]
    one_language = not all(by_language.values())
    guesses = captions.guesses(lines, one_language)
    if not one_language:  # what a first search makes of the Chinese tells more of its captions
        chinese = [run for run in all_runs if run.language == CHINESE]
        _, found = searched(chinese, measured[CHINESE], captions.hints(guesses, lines))
        captions.weighed(guesses, {piece.key: role for piece, _, role in found}, _amid(found))
    hint = captions.hints(guesses, lines)
    sure = {key for key, nats in hint.items() if nats >= guessing.SURE + 1}
    inside = {part.key for box in boxed for part in box}
    left, outs = taken(taken(all_runs, inside)[0], sure)
    headed = any(furniture.title) or not leaf.begins
    searches: dict[str, tuple[Search, list[tuple[Piece, int, str]]]] = {}
    for language in (ENGLISH, CHINESE):
        searches[language] = searched([run for run in left if run.language == language], measured[language], hint)
        outs += [piece for piece, _, role in searches[language][1] if role == OUT]
        hint = captions.settled(hint, guesses, {piece.key for piece in outs})
    widths = {language: search.width for language, (search, _) in searches.items()}
    sides = Sides(furniture.pages, [each for _, found in searches.values() for each in found], widths)
    blocks = {
        language: paragraphs.build(_columns(found, sides), search, known, headed)
        for language, (search, found) in searches.items()
    }
    outs.sort(key=lambda piece: piece.key)
    body = "\n".join(block.text for some in blocks.values() for block in some)
    quotes = {language: _quotes(some) for language, some in blocks.items()}
    for language, pulled in quotes.items():
        blocks[language] = [block for block in blocks[language] if block not in pulled]
    margins = [search.margins for search, _ in searches.values()]
    figures, asides = figures_of.collect(outs, guesses, margins, body, sides, one_language)
    article = ExtractedArticle(
        title=_texts(furniture.title),
        deck=_texts(furniture.deck),
        byline=furniture.byline,
        section=_texts(furniture.section),
        body={language: tuple(some) for language, some in blocks.items()},
        figures=tuple(figures),
        asides=(
            *asides,
            *(table.aside(page) for table in found_tables),
            *(boxed_aside(box, page) for box in boxed),
            *(
                ExtractedAside("pullquote", {language: (block.text,)}, confidence=0.7)
                for language in (CHINESE, ENGLISH)
                for block in quotes[language]
            ),
        ),
        pages=furniture.pages,
    )
    return Extraction((CHINESE, ENGLISH), (article,), tuple(furniture.running))


def _texts(pair: tuple[str, str]) -> dict[str, str]:
    return {language: text for language, text in zip((CHINESE, ENGLISH), pair, strict=True) if text}


def _columns(found: list[tuple[Piece, int, str]], sides: Sides) -> list[tuple[str, list[tuple[Piece, str]]]]:
    """Returns the columns of one language, in reading order, each with its page."""
    columns: dict[int, list[tuple[Piece, str]]] = {}
    for piece, column, role in found:
        if role != OUT:
            columns.setdefault(column, []).append((piece, role))
    return [(sides.of_column((columns[at][0][0].language, at)), columns[at]) for at in sorted(columns)]


def _runs(lines: list[tuple[int, str]]) -> list[lines_of.Run]:
    found = [run for number, line in lines for run in lines_of.split(number, line, 0)]
    width = measures([run for run in found if run.language == CHINESE])[0].width
    found = [run for number, line in lines for run in lines_of.split(number, line, width)]
    return drop_caps.restored(found, measures([run for run in found if run.language == ENGLISH])[0].width)


def _widths(runs: dict[str, list[lines_of.Run]], measured: dict[str, Measure]) -> dict[str, float]:
    """Returns how wide a full line is in each language; a language of few lines may be in captions only."""
    widths = {language: each.width for language, each in measured.items()}
    widest = max(widths.values())
    return {language: width if len(runs[language]) >= _FEW else widest for language, width in widths.items()}


def _amid(found: list[tuple[Piece, int, str]]) -> set[Key]:
    """Returns the keys of pieces that go on a sentence in their column."""
    amid = set()
    last: dict[int, Piece] = {}
    for piece, column, role in found:
        if role != OUT:
            if role == BODY and column in last and not last[column].closed:
                amid.add(piece.key)
            last[column] = piece
    return amid


def _quotes(blocks: list[ExtractedBlock]) -> list[ExtractedBlock]:
    """Returns the blocks whose words stand in another paragraph, too: quotes pulled out of it."""
    bare = [re.sub(r"\W", "", block.text).lower() for block in blocks]
    return [
        block
        for block, text in zip(blocks, bare, strict=True)
        if len(text) > 5 and any(text in other and len(other) > len(text) for other in bare)
    ]
