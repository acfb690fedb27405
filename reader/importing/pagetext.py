"""The text of a page, as a flipbook site gives it, read back into its articles."""

from __future__ import annotations

import re

from reader.importing import captions, drop_caps, hyphens, paragraphs
from reader.importing import runs as lines_of
from reader.importing.columns import chosen, searched
from reader.importing.furniture import Furniture
from reader.importing.measures import measures
from reader.importing.page import CHINESE, ENGLISH, FRAGMENT, PARAGRAPH, Aside, Block, Found
from reader.importing.page import Piece as Article
from reader.importing.pieces import OUT
from reader.importing.scripts import is_traditional
from reader.model.record import replace


def read_text(text: str) -> Found:
    """Returns what is found in the text of a page or of facing pages; every character of it is somewhere in there."""
    furniture = Furniture(text.splitlines())
    all_runs = _runs(furniture.lines)
    page = furniture.pages[-1] if furniture.pages else ""
    by_language = {language: [run for run in all_runs if run.language == language] for language in (CHINESE, ENGLISH)}
    measured = {language: chosen(some) for language, some in by_language.items()}
    known = hyphens.words(run.text for run in by_language[ENGLISH])
    taken = captions.hints(all_runs, {language: each.width for language, each in measured.items()})
    outs = list(taken.out)
    blocks: dict[str, list[Block]] = {}
    for language in by_language:
        some = [run for run in taken.left if run.language == language]
        search, found = searched(some, measured[language], taken.hint)
        outs += [piece for piece, _, role in found if role == OUT]
        columns = [
            [(piece, role) for piece, at, role in found if at == number] for number in range(search.measure.columns)
        ]
        blocks[language] = paragraphs.build([column for column in columns if column], search, page, known)
    outs.sort(key=lambda piece: (piece.line, piece.place))
    body = "\n".join(block.text for some in blocks.values() for block in some)
    quotes = {language: _quotes(some) for language, some in blocks.items()}
    for language, pulled in quotes.items():
        blocks[language] = [block for block in blocks[language] if block not in pulled]
    figures, asides, rest = captions.collect(outs, body, page)
    if blocks[CHINESE] and not any(furniture.title) and _is_fragment(by_language[CHINESE], blocks[CHINESE][0]):
        blocks[CHINESE][0] = replace(blocks[CHINESE][0], kind=FRAGMENT)
    article = Article(
        title=furniture.title,
        deck=furniture.deck,
        byline=furniture.byline,
        section=furniture.section,
        zh=tuple(blocks[CHINESE]),
        en=tuple(blocks[ENGLISH]),
        figures=tuple(figures),
        asides=(
            *asides,
            *taken.boxes,
            *(Aside("pullquote", zh=(block.text,), confidence=0.7) for block in quotes[CHINESE]),
            *(Aside("pullquote", en=(block.text,), confidence=0.7) for block in quotes[ENGLISH]),
        ),
        pages=furniture.pages,
    )
    return Found((article,), tuple(furniture.running), tuple(rest), is_traditional(text))


def _runs(lines: list[tuple[int, str]]) -> list[lines_of.Run]:
    found = [run for number, line in lines for run in lines_of.split(number, line, 0)]
    width = measures([run for run in found if run.language == CHINESE])[0].width
    found = [run for number, line in lines for run in lines_of.split(number, line, width)]
    return drop_caps.restored(found, measures([run for run in found if run.language == ENGLISH])[0].width)


def _is_fragment(runs: list[lines_of.Run], block: Block) -> bool:
    return block.kind == PARAGRAPH and len(block.text) < 0.8 * measures(runs)[0].width


def _quotes(blocks: list[Block]) -> list[Block]:
    """Returns the blocks whose words stand in another paragraph, too: quotes pulled out of it."""
    bare = [re.sub(r"\W", "", block.text).lower() for block in blocks]
    return [
        block
        for block, text in zip(blocks, bare, strict=True)
        if len(text) > 5 and any(text in other and len(other) > len(text) for other in bare)
    ]
