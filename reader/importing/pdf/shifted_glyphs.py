"""Superior figures and signs, such as the numbers of notes: small glyphs over the baseline, put on it as characters."""

from __future__ import annotations

from bisect import bisect_left

from reader.model.raised_text import table_of
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.glyphs import Glyph

_FIGURES = frozenset("0123456789+-−=()")
_SIGNS = frozenset(",，、*†‡§")
"""Characters that have no superior form, or have their place over the line already."""
_MAX_CHARACTERS = 8
"""Maximum number of superior characters beside each other; more are a small line of their own."""
_MAX_SIZE_RATIO = 0.8
"""Maximum size divided by that of the line."""
_MIN_RISE_EM, _MAX_RISE_EM = 0.15, 0.62
"""Range of the height over the baseline, in sizes of the line; readings over a line are higher."""
_GAP_EM = 0.3
"""Maximum gap to the glyph before it, and the depth by which it may reach into that."""
_MAX_SUPERIOR_RUNS = 400
"""Maximum number of groups of small figures of a page; a page with more is a table or a map."""


def with_superiors_placed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Returns the glyphs of a page, superior ones on the baseline of their line, as superior characters in its size."""
    groups = _groups(glyphs)
    if not groups or len(groups) > _MAX_SUPERIOR_RUNS:
        return list(glyphs)
    ordered = sorted((glyph for glyph in glyphs if not glyph.char.isspace()), key=lambda glyph: glyph.right)
    rights = [glyph.right for glyph in ordered]
    placed: dict[int, Glyph] = {}
    table = table_of("superior")
    for group in groups:
        host = _host(group, ordered, rights)
        if host:
            for glyph in group:
                char = chr(table.get(ord(glyph.char), ord(glyph.char))) if glyph.char in _FIGURES else glyph.char
                placed[id(glyph)] = replace(glyph, char=char, baseline=host.baseline, size=host.size)
    return [placed.get(id(glyph), glyph) for glyph in glyphs]


def _groups(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Returns the figures and signs beside each other that have nothing else in their size on their baseline."""
    found: list[list[Glyph]] = []
    last: Glyph | None = None
    is_open = False
    for glyph in glyphs:
        if glyph.char.isspace():
            continue
        is_next = bool(last and _is_beside(last, glyph))
        if glyph.char not in _FIGURES and glyph.char not in _SIGNS:
            if is_next and is_open:
                found.pop()
            is_open = False
        elif is_next and is_open:
            found[-1].append(glyph)
        elif not is_next:
            found.append([glyph])
            is_open = True
        last = glyph
    return [
        group for group in found if len(group) <= _MAX_CHARACTERS and any(each.char not in ",，、" for each in group)
    ]


def _is_beside(last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph is after another one on a baseline, in its size."""
    return (
        abs(last.baseline - glyph.baseline) <= 0.1 * glyph.size
        and abs(last.size - glyph.size) <= 0.05 * glyph.size
        and -glyph.size <= glyph.left - last.right <= glyph.size
    )


def _host(group: Sequence[Glyph], ordered: Sequence[Glyph], rights: Sequence[float]) -> Glyph | None:
    """Returns the larger glyph after which a group begins, over its baseline; ``ordered`` are by right edge."""
    first = group[0]
    reach = _GAP_EM * first.size / _MAX_SIZE_RATIO * 2
    nearest: Glyph | None = None
    for at in range(bisect_left(rights, first.left - reach), len(ordered)):
        glyph = ordered[at]
        if glyph.right > first.left + reach:
            break
        rise = (glyph.baseline - first.baseline) / glyph.size
        gap = abs(first.left - glyph.right)
        is_over = first.size <= _MAX_SIZE_RATIO * glyph.size and _MIN_RISE_EM <= rise <= _MAX_RISE_EM
        is_nearer = nearest is None or gap < abs(first.left - nearest.right)
        if is_over and is_nearer and gap <= _GAP_EM * glyph.size:
            nearest = glyph
    return nearest
