"""Captions in paragraphs of their own below a picture, put into a figure with it."""

from __future__ import annotations

import re

from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.documents.html_tree import Element

MAX_CAPTION_CHARS = 100
"""Length of a centred line below a centred picture up to which it is the caption."""
_LINES = frozenset({"p", "div", "center"})
_CENTRED = re.compile(r"text-align:\s*center|\bcenter", re.IGNORECASE)


def with_centred_captions(root: Element) -> None:
    """Puts the short centred lines below each centred picture of a page into a figure with it."""
    for picture in [*root.all("img")]:
        line = picture.parent
        while line and line.name not in _LINES and line.parent:
            line = line.parent
        if line is None or not line.parent or line.holds_block or not _is_centred(line) or line.text().strip():
            continue
        siblings = [*line.parent.elements]
        at = next(place for place, each in enumerate(siblings) if each is line)
        for below in siblings[at + 1 : at + 3]:
            if not _is_caption(below):
                break
            make_caption(below)


def _is_caption(line: Element) -> bool:
    text = line.text().strip()
    is_line = line.name in _LINES and not line.holds_block and _is_centred(line) and not line.first("img")
    return is_line and 0 < len(text) <= MAX_CAPTION_CHARS and not ends_sentence(text)


def _is_centred(line: Element) -> bool:
    return line.name == "center" or any(_CENTRED.search(line.get(name)) for name in ("style", "align", "class"))


def make_caption(paragraph: Element) -> None:
    """Puts a caption and the paragraph with nothing but a picture above it into a figure."""
    parent = paragraph.parent
    assert parent
    siblings = [*parent.elements]
    at = next(place for place, each in enumerate(siblings) if each is paragraph)
    above = siblings[at - 1] if at else None
    if above is None or not above.first("img") or (above.name != "figure" and above.text().strip()):
        return
    above.name = "figure"
    paragraph.name = "figcaption"
    paragraph.remove()
    paragraph.parent = above
    above.children.append(paragraph)
    above.holds_block = True
