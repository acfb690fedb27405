"""Bullets of fonts that call them by the letters of their keys: each begins a line, and its font has nothing else."""

from __future__ import annotations

from reader.importing.bullets import BULLET
from reader.importing.pdf.weights import page as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph


def with_bullets_named(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Returns the glyphs of a page; the only letter of a font is a bullet where it is apart from all text around it."""
    letters: dict[str, list[int]] = {}
    for at, glyph in enumerate(glyphs):
        if not glyph.char.isspace():
            letters.setdefault(glyph.font, []).append(at)
    bullets = {
        at
        for places in letters.values()
        if len(places) >= weights.BULLET_FONT_MIN_LETTERS
        and len({glyphs[at].char for at in places}) == 1
        and "\x20" < glyphs[places[0]].char < "\u0100"
        and all(_begins_item(glyphs, at) for at in places)
        for at in places
    }
    return [replace(glyph, char=BULLET) if at in bullets else glyph for at, glyph in enumerate(glyphs)]


def _begins_item(glyphs: Sequence[Glyph], at: int) -> bool:
    """Whether text in another font is right of a glyph on its line, not close, and none is close on its left."""
    own = glyphs[at]
    before = next((glyph for glyph in reversed(glyphs[max(0, at - 2) : at]) if not glyph.char.isspace()), None)
    behind = next((glyph for glyph in glyphs[at + 1 : at + 4] if not glyph.char.isspace()), None)
    if behind is None or not _is_on_line(own, behind) or behind.left - own.right < weights.BULLET_MIN_GAP_EM * own.size:
        return False
    return before is None or not _is_on_line(own, before) or before.left > own.left


def _is_on_line(one: Glyph, other: Glyph) -> bool:
    return abs(one.baseline - other.baseline) <= weights.BULLET_BASELINE_EM * other.size
