"""Bullets of fonts that call them by the letters of their keys: each begins a line, and its font has nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.importing.bullets import BULLET
from reader.importing.pdf.weights import page as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.glyphs import Glyph


def with_bullets_named(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Returns the glyphs of a page; the only letter of a font is a bullet where it is apart from all text around it."""
    letters: dict[str, list[Glyph]] = {}
    for glyph in glyphs:
        if not glyph.char.isspace():
            letters.setdefault(glyph.font, []).append(glyph)
    candidates = [
        found
        for found in letters.values()
        if len(found) >= weights.BULLET_FONT_MIN_LETTERS
        and len({glyph.char for glyph in found}) == 1
        and "\x20" < found[0].char < "\u0100"
    ]
    if not candidates:
        return glyphs
    rows = _LettersByBaseline(glyph for found in letters.values() for glyph in found)
    bullets = {id(glyph) for found in candidates if all(map(rows.begins_item, found)) for glyph in found}
    return [replace(glyph, char=BULLET) if id(glyph) in bullets else glyph for glyph in glyphs]


class _LettersByBaseline:
    """The letters of a page by the height of their baselines, in whatever order they are drawn."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self._glyphs = sorted(glyphs, key=lambda glyph: glyph.baseline)
        self._baselines = [glyph.baseline for glyph in self._glyphs]

    def begins_item(self, bullet: Glyph) -> bool:
        """Whether text in another font is right of a letter on its line, not close, and none is close on its left."""
        reach = weights.BULLET_BASELINE_EM * weights.BULLET_TEXT_MAX_RATIO * bullet.size
        first = bisect_left(self._baselines, bullet.baseline - reach)
        last = bisect_right(self._baselines, bullet.baseline + reach)
        row = [
            glyph
            for glyph in self._glyphs[first:last]
            if abs(glyph.baseline - bullet.baseline) <= weights.BULLET_BASELINE_EM * glyph.size
        ]
        behind = min((glyph.left for glyph in row if glyph.left > bullet.left), default=None)
        before = max((glyph.right for glyph in row if glyph.left < bullet.left), default=None)
        if behind is None or behind - bullet.right < weights.BULLET_MIN_GAP_EM * bullet.size:
            return False
        return before is None or bullet.left - before >= weights.BULLET_MIN_GAP_BEFORE_EM * bullet.size
