"""Several pages in one text: divided where one ends, read one by one, and bound together again."""

from __future__ import annotations

from reader.importing.extraction import FRAGMENT, HEADING, ExtractedArticle, ExtractedBlock, Extraction, retagged
from reader.importing.text.furniture import is_label
from reader.importing.text.paragraphs import joined
from reader.importing.text.words import CHINESE, ENGLISH
from reader.model.language import is_ideographic
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_LINES = 200
"""Lines that are searched together; two facing pages have fewer."""


class Leaf:
    """The text of a page, or of a stretch of lines where nothing tells where a page ends."""

    def __init__(self, text: str, begins: bool, ends: bool) -> None:
        self.text = text
        self.begins, self.ends = begins, ends
        """Whether it begins where a page does, and ends where one does."""


def leaves(text: str) -> Iterator[Leaf]:
    """Yields the pages of a text, in order: a form feed parts them, or a site's label before each."""
    for page in text.split("\f"):
        lines = page.splitlines()
        begins = True
        while len(lines) > _MOST_LINES:
            cut = _label(lines)
            at = cut or _blank(lines) or _MOST_LINES
            yield Leaf("\n".join(lines[:at]), begins, bool(cut))
            lines, begins = lines[at:], bool(cut)
        yield Leaf("\n".join(lines), begins, True)


def _label(lines: list[str]) -> int:
    """Returns where the next page begins by its label, 0 if none does soon; labels after each other are one."""
    for at in range(1, _MOST_LINES):
        if is_label(lines[at]) and not is_label(lines[at - 1]):
            return at
    return 0


def _blank(lines: list[str]) -> int:
    """Returns the last blank line in the second half of a stretch, 0 if there is none."""
    return next((at for at in range(_MOST_LINES, _MOST_LINES // 2, -1) if not lines[at].strip()), 0)


def bound(found: Iterable[tuple[Leaf, Extraction]], languages: tuple[str, str]) -> Extraction:
    """Returns what was found on pages as one: a page without a title goes on with the article before it."""
    pieces: list[ExtractedArticle] = []
    running: list[str] = []
    unplaced: list[str] = []
    notes: list[str] = []
    for leaf, each in found:
        for piece in each.articles:
            if pieces and not piece.title:
                pieces[-1] = _extended(pieces[-1], piece, is_torn=not leaf.begins)
            else:
                pieces.append(piece)
        running += each.running
        unplaced += each.unplaced
        notes += each.notes
    whole = Extraction((CHINESE, ENGLISH), tuple(pieces), tuple(running), tuple(unplaced), tuple(dict.fromkeys(notes)))
    return retagged(whole, dict(zip(whole.languages, languages, strict=True)))


def _extended(piece: ExtractedArticle, more: ExtractedArticle, is_torn: bool) -> ExtractedArticle:
    """Returns an article with another page of it; ``is_torn`` if the text was parted where no page ends."""
    return replace(
        piece,
        deck=piece.deck or more.deck,
        section=piece.section or more.section,
        byline=(*piece.byline, *more.byline),
        body={
            tag: _together(blocks, more.body[tag], is_torn, chinese=is_ideographic(tag))
            for tag, blocks in piece.body.items()
        },
        figures=(*piece.figures, *more.figures),
        asides=(*piece.asides, *more.asides),
        pages=tuple(dict.fromkeys((*piece.pages, *more.pages))),
    )


def _together(
    before: tuple[ExtractedBlock, ...], after: tuple[ExtractedBlock, ...], is_torn: bool, chinese: bool
) -> tuple[ExtractedBlock, ...]:
    if not (before and after):
        return (*before, *after)
    last, first = before[-1], after[0]
    is_torn = is_torn and HEADING not in (last.kind, first.kind) and not ends_sentence(last.text)
    if not (is_torn or (last.continues and first.kind == FRAGMENT)):
        return (*before, *after)
    text = joined([last.text, first.text], chinese)
    confidence = min(last.confidence, first.confidence)
    both = replace(last, text=text, confidence=confidence, continues=first.continues)
    return (*before[:-1], both, *after[1:])
