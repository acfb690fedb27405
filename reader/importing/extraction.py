"""What was found on a page, or on facing pages: the parts of its articles, each with how sure that is.

Both ways in end here, from the text of a page and from a PDF; pairing and drafting begin here.
"""

from __future__ import annotations

from reader.model.record import record, replace

PARAGRAPH, HEADING, FRAGMENT = "para", "heading", "fragment"
"""Kinds of block; a fragment is the end of a paragraph that began on a page that is not there."""
CHINESE, ENGLISH = "zh", "en"
"""The sides of a page. Which script Chinese is in is told once, for the whole page."""


@record
class Block:
    """A paragraph, a heading or a fragment in one language.

    ``confidence`` is between 0 and 1, ``doubt`` says in a few words what is unsure, for the comment in the draft.
    """

    kind: str
    text: str
    page: str = ""
    confidence: float = 1.0
    doubt: str = ""
    continues: bool = False
    """Whether it goes on on a page that is not there."""


@record
class Caption:
    """A figure by its caption in each language, empty where there is none, and its credit as printed."""

    zh: str = ""
    en: str = ""
    credit: str = ""
    page: str = ""
    picture: str = ""
    """The name of the extracted picture's file, beside the draft."""
    confidence: float = 1.0
    doubt: str = ""


@record
class Aside:
    """A pull quote, a sidebar or a table, by its title and texts in each language; a table has rows of cells."""

    kind: str
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    page: str = ""
    confidence: float = 1.0
    doubt: str = ""
    title: tuple[str, str] = ("", "")


@record
class Piece:
    """An article: what stands around it, and its body in each language, in reading order."""

    title: tuple[str, str] = ("", "")
    """In Chinese and in English, as the other pairs."""
    deck: tuple[str, str] = ("", "")
    byline: tuple[str, ...] = ()
    section: tuple[str, str] = ("", "")
    zh: tuple[Block, ...] = ()
    en: tuple[Block, ...] = ()
    figures: tuple[Caption, ...] = ()
    asides: tuple[Aside, ...] = ()
    pages: tuple[str, ...] = ()


@record
class Found:
    """All that was found: the articles, what was taken off the page, and what could be placed nowhere."""

    pieces: tuple[Piece, ...] = ()
    running: tuple[str, ...] = ()
    """Running heads and feet, page numbers, the magazine's name, labels of a web site."""
    unplaced: tuple[str, ...] = ()
    traditional: bool = False
    """Whether its Chinese is in traditional characters."""
    notes: tuple[str, ...] = ()
    """What a maintainer should look at, a sentence each."""


def replaced_pictures(found: Found, names: dict[str, str]) -> Found:
    """Returns what was found with other names of pictures; those without one have no picture."""
    pieces = []
    for piece in found.pieces:
        figures = tuple(replace(figure, picture=names.get(figure.picture, "")) for figure in piece.figures)
        pieces.append(replace(piece, figures=figures))
    return replace(found, pieces=tuple(pieces))
