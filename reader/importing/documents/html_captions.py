"""Captions in paragraphs of their own below a picture, put into a figure with it."""

from __future__ import annotations

import re

from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.importing.documents.html_tree import Element

MAX_CAPTION_CHARS = 100
"""Length of a centred line below a centred picture up to which it is the caption."""
MAX_CAPTIONS = 2
"""Lines below a picture that are its caption, one a language."""
_LINES = frozenset({"p", "div", "center"})
_CENTRED = re.compile(r"text-align:\s*center|\bcenter", re.IGNORECASE)


def with_centred_captions(root: Element) -> None:
    """Puts the short centred lines below each centred picture of a page into a figure with it."""
    gather_captions(root, _is_picture, _is_caption, MAX_CAPTIONS)


def gather_captions(
    root: Element, is_picture: Callable[[Element], bool], is_caption: Callable[[Element], bool], most: int
) -> None:
    """Puts captions, ``most`` for each, and the block with nothing but a picture above them into a figure."""
    for parent in [root, *root.walk()]:
        kept: list[Element | str] = []
        figure: Element | None = None
        count = 0
        for child in parent.children:
            if isinstance(child, str):
                kept.append(child)
                figure = figure if not child.strip() else None
            elif figure and count < most and is_caption(child):
                _put_below(child, figure)
                count += 1
            else:
                kept.append(child)
                figure, count = child if is_picture(child) else None, 0
        parent.children = kept


def _put_below(caption: Element, figure: Element) -> None:
    figure.name, caption.name = "figure", "figcaption"
    caption.parent = figure
    figure.children.append(caption)
    figure.holds_block = True


def _is_picture(line: Element) -> bool:
    return _is_line(line) and line.first("img") is not None and not line.text().strip()


def _is_caption(line: Element) -> bool:
    text = line.text().strip() if _is_line(line) else ""
    return 0 < len(text) <= MAX_CAPTION_CHARS and line.first("img") is None and not ends_sentence(text)


def _is_line(line: Element) -> bool:
    """Whether a block without blocks in it is centred."""
    is_centred = line.name == "center" or any(_CENTRED.search(line.get(name)) for name in ("style", "align", "class"))
    return line.name in _LINES and not line.holds_block and is_centred
