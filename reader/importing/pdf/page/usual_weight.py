"""Bold letters told by the rest of a page: where most of it is in a font that is called bold, that font is not."""

from __future__ import annotations

from collections import Counter

from reader.importing.pdf.weights import page as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph


def with_usual_weight(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Returns the glyphs of a page; those in its usual font are not bold, even if the file calls that so."""
    fonts = Counter(glyph.font for glyph in glyphs if glyph.bold and not glyph.char.isspace())
    if not fonts or len(glyphs) < weights.USUAL_FONT_MIN_LETTERS:
        return glyphs
    usual, count = fonts.most_common(1)[0]
    if count < weights.USUAL_FONT_MIN_SHARE * sum(not glyph.char.isspace() for glyph in glyphs):
        return glyphs
    return [replace(glyph, bold=False) if glyph.font == usual else glyph for glyph in glyphs]
