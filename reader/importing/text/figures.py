"""Figures, pull quotes and sidebars, made of the pieces that belong to no column."""

from __future__ import annotations

import re

from reader.importing.credits import WOVEN_CREDIT
from reader.importing.extraction import ExtractedAside, ExtractedFigure
from reader.importing.scripts import count_han
from reader.importing.text.guessing import SURE
from reader.importing.text.margins import CAPTION, COLUMN
from reader.importing.text.words import CHINESE, ENGLISH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.extraction import AsideKind
    from reader.importing.text.guessing import Guess
    from reader.importing.text.margins import Margins
    from reader.importing.text.pieces import Piece
    from reader.importing.text.sides import Sides

_LONGEST = 60
"""A text in one language alone that is longer, in Chinese characters or English words, is no caption."""
_DOUBT = "unsure of the caption: what goes with it was not found"


def collect(
    outs: list[Piece],
    guesses: Iterable[Guess],
    margins: Sequence[Margins],
    body: str,
    sides: Sides,
    one_language: bool,
) -> tuple[list[ExtractedFigure], list[ExtractedAside]]:
    """Returns the captions and the asides, out of pieces in the order of the page.

    What was guessed to be a caption is one if all of it is among them; ``margins`` are those of the searches that left
    them out.
    """
    figures: list[tuple[int, ExtractedFigure]] = []
    asides: list[ExtractedAside] = []
    left = {piece.key: piece for piece in outs}
    made: list[Guess] = []
    for guess in sorted(guesses, key=lambda guess: -guess.nats):
        if all(part.key in left for part in guess.parts):
            for part in guess.parts:
                del left[part.key]
            made.append(guess)
    for guess in made:
        keys = [part.key for part in guess.parts if guess.nats < SURE]
        confidence = min(each.least(keys, CAPTION, COLUMN)[0] for each in margins)
        figures.append((guess.parts[0].line, guess.caption(sides.of_caption(guess.parts[0].key), confidence, made)))
    groups: list[list[Piece]] = []
    for piece in left.values():
        if groups and piece.line - groups[-1][-1].line <= 1 + (piece.language != groups[-1][-1].language):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    for group in groups:
        _deal(group, body, sides.of_caption(group[0].key), one_language, figures, asides)
    return [figure for _, figure in sorted(figures, key=lambda each: each[0])], asides


def _deal(
    group: list[Piece],
    body: str,
    page: str,
    one_language: bool,
    figures: list[tuple[int, ExtractedFigure]],
    asides: list[ExtractedAside],
) -> None:
    """Makes figures and asides of pieces that stand together."""
    made: list[dict[str, str]] = []
    for piece in group:
        credited = [found.group() for found in WOVEN_CREDIT.finditer(piece.text)]
        text = WOVEN_CREDIT.sub(" ", piece.text).strip()
        side = "zh" if count_han(text) else "en"
        if text:
            lacking = [each for each in made if not each.get(side) and side == "en"]
            if lacking:
                lacking[0][side] = text
            else:
                made.append({side: text})
        for credit in credited:
            lacking = [each for each in made if not each.get("credit")]
            if len(credited) == 1 and lacking:
                lacking[-1 if text else 0]["credit"] = credit
            elif lacking:
                lacking[0]["credit"] = credit
            elif made:
                made[-1]["credit"] += " " + credit
            else:
                made.append({"credit": credit})
    for each in made:
        chinese, english = each.get("zh", ""), each.get("en", "")
        bare = re.sub(r"\W", "", chinese or english)
        quoted = bool(bare) and bare in re.sub(r"\W", "", body)
        alone = one_language and not quoted and max(count_han(chinese), len(english.split())) <= _LONGEST
        if each.get("credit") or alone:
            texts = {tag: text for tag, text in ((CHINESE, chinese), (ENGLISH, english)) if text}
            figures.append((group[0].line, ExtractedFigure(texts, each.get("credit", ""), page, "", 0.6, _DOUBT)))
        else:
            kind: AsideKind = "pullquote" if quoted else "sidebar"
            quoted_texts = {tag: (text,) for tag, text in ((CHINESE, chinese), (ENGLISH, english)) if text}
            asides.append(ExtractedAside(kind, quoted_texts, page=page, confidence=0.6))
