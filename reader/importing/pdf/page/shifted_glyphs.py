"""Superior and inferior glyphs, such as the numbers of notes and of formulas: small glyphs put on the baseline."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from reader.importing.pdf.weights import page as weights
from reader.importing.scripts import count_han
from reader.model.raised_text import table_of
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph

_FIGURES = frozenset("0123456789+-−–=()")
_SHIFTED = frozenset(map(chr, (*table_of("superior").values(), *table_of("inferior").values())))
_SIGNS = frozenset(",，、*∗†‡§¶®™©①②③④⑤⑥⑦⑧⑨⑩")
"""Characters that have no superior form, or have their place over the line already."""
_BARS = frozenset("/⁄∕")
"""Bars between what is divided and what divides."""
_CITATION = re.compile(r"\[[\d?,，、;；–—~-]{1,20}\]\Z")
"""Numbers of references in brackets, which are raised as they are: there are no superior brackets."""
_MAX_SUPERIOR_RUNS = 400
"""Maximum number of groups of small figures of a page; a page with more is a table or a map."""


def with_shifted_placed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Returns the glyphs of a page, shifted ones on the baseline of their line, in its size.

    Figures become superior or inferior characters; letters, such as those of ``1st``, stay as they are. A second round
    places those over or under one that was shifted.
    """
    glyphs = _with_divisors_sized(_with_interlocked_placed(glyphs))
    placed = _with_groups_placed(glyphs)
    return placed if placed == glyphs else _with_groups_placed(placed)


def _with_interlocked_placed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Returns the glyphs, those that reach into the letters before and after them on the line of these: ``LaTeX``."""
    found = list(glyphs)
    for at in range(1, len(glyphs) - 1):
        before, glyph, after = glyphs[at - 1 : at + 2]
        least = weights.SHIFTED_INTERLOCKED_EM * after.size
        shift = abs(glyph.baseline - after.baseline)
        if (
            0 < shift <= weights.SHIFTED_MAX_DROP_EM * after.size
            and before.baseline == after.baseline
            and before.left < glyph.left < before.right - least
            and after.left + least < glyph.right < after.right
            and before.char.isalpha()
            and glyph.char.isalpha()
            and after.char.isalpha()
        ):
            found[at] = replace(glyph, baseline=after.baseline, size=after.size)
    return found


def _with_divisors_sized(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Returns the glyphs, small letters and figures that touch the bar before them in its size: those of ``km/h``."""
    found = list(glyphs)
    for at, (bar, glyph) in enumerate(pairwise(glyphs), 1):
        before = found[at - 1]
        is_after_bar = bar.char in _BARS or before is not bar
        if (
            is_after_bar
            and glyph.char.isalnum()
            and abs(glyph.baseline - before.baseline) <= weights.SAME_BASELINE_EM * glyph.size
            and abs(glyph.left - before.right) <= weights.SHIFTED_LETTER_GAP_EM * before.size
            and weights.SHIFTED_MIN_SIZE_RATIO * before.size
            <= glyph.size
            <= weights.SHIFTED_MAX_SIZE_RATIO * before.size
        ):
            found[at] = replace(glyph, size=before.size)
    return found


def _with_groups_placed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    groups = _groups(glyphs)
    if not groups or len(groups) > _MAX_SUPERIOR_RUNS:
        return list(glyphs)
    ordered = sorted((glyph for glyph in glyphs if not glyph.char.isspace()), key=lambda glyph: glyph.right)
    rights = [glyph.right for glyph in ordered]
    following = {id(one): other for one, other in pairwise(glyph for glyph in glyphs if not glyph.char.isspace())}
    placed: dict[int, Glyph] = {}
    for group in groups:
        host = _host(group, ordered, rights) or _host_after(group, following.get(id(group[-1])))
        if host and not _is_over_others(group, host, ordered, rights):
            for glyph, shifted in zip(group, placed_at(group, host.baseline, host.size), strict=True):
                placed[id(glyph)] = shifted
    return [placed.get(id(glyph), glyph) for glyph in glyphs]


def placed_at(group: Sequence[Glyph], baseline: float, size: float) -> list[Glyph]:
    """Returns a group of shifted glyphs on the baseline of a line, in its size; small figures keep their height."""
    first = group[0]
    are_figures = all(glyph.char in _FIGURES or glyph.char in _SIGNS or glyph.char.isalpha() for glyph in group)
    is_small = first.size <= weights.SHIFTED_MAX_SIZE_RATIO * size and are_figures
    table = table_of("superior" if baseline > first.baseline else "inferior") if is_small else {}
    found = []
    for glyph in group:
        own = "−" if glyph.char == "–" else glyph.char
        char = chr(table.get(ord(own), ord(own))) if table and glyph.char in _FIGURES else glyph.char
        found.append(replace(glyph, char=char, baseline=baseline, size=size))
    return found


def is_citation(group: Sequence[Glyph]) -> bool:
    """Whether a group has numbers of references in brackets."""
    return bool(_CITATION.match(_text(group)))


def _groups(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Returns the figures, signs and few letters that have nothing else in their size beside them."""
    found: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.isspace():
            continue
        if last and _is_beside(last, glyph):
            found[-1].append(glyph)
        else:
            found.append([glyph])
        last = glyph
    return [group for group in found if _may_be_shifted(group)]


def _may_be_shifted(group: Sequence[Glyph]) -> bool:
    text = _text(group)
    if _CITATION.match(text):
        return True
    if len(text) > weights.SHIFTED_MAX_CHARACTERS or not any(char not in ",，、" for char in text):
        return False
    if all(char in _FIGURES or char in _SIGNS for char in text):
        return True
    is_word = all(
        after.left - before.right <= weights.SHIFTED_LETTER_GAP_EM * after.size for before, after in pairwise(group)
    )
    letters = text.rstrip(".,;:)")
    is_name = letters.replace(",", "").isalnum() and letters[0].isalnum()
    return len(letters) <= weights.SHIFTED_MAX_LETTERS and is_name and is_word and not count_han(text)


def _text(group: Sequence[Glyph]) -> str:
    return "".join(glyph.char for glyph in group)


def _is_beside(last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph is after another one on a baseline, in its size."""
    return (
        abs(last.baseline - glyph.baseline) <= 0.1 * glyph.size
        and abs(last.size - glyph.size) <= 0.05 * glyph.size
        and -glyph.size <= glyph.left - last.right <= weights.SHIFTED_APART_EM * glyph.size
    )


def _is_over_others(group: Sequence[Glyph], host: Glyph, ordered: Sequence[Glyph], rights: Sequence[float]) -> bool:
    """Whether other glyphs on the baseline of a line have the place of a group: it is over or under them."""
    left, right = (
        group[0].left + weights.SHIFTED_GAP_EM * group[0].size,
        group[-1].right - weights.SHIFTED_GAP_EM * group[-1].size,
    )
    for at in range(bisect_left(rights, left), len(ordered)):
        glyph = ordered[at]
        if glyph.right > right + weights.SHIFTED_REACH_EM * host.size:
            return False
        is_in_line = abs(glyph.baseline - host.baseline) <= weights.SAME_BASELINE_EM * host.size
        is_usual = glyph.size > weights.SHIFTED_MAX_SIZE_RATIO * host.size and glyph.char not in _SHIFTED
        if is_in_line and is_usual and glyph.left < right and glyph is not host:
            return True
    return False


def _host_after(group: Sequence[Glyph], after: Glyph | None) -> Glyph | None:
    """Returns the first letter of a line, if raised figures begin the line, as the numbers of verses do."""
    if after is None or not after.char.isalpha() or not all(glyph.char.isdecimal() for glyph in group):
        return None
    rise = (after.baseline - group[0].baseline) / after.size
    gap = abs(after.left - group[-1].right)
    is_raised = weights.SHIFTED_RAISED_MIN_RISE_EM <= rise <= weights.SHIFTED_MAX_RISE_EM
    is_small = group[0].size <= weights.SHIFTED_MAX_SIZE_RATIO * after.size
    return after if is_raised and is_small and gap <= weights.SHIFTED_LETTER_GAP_EM * after.size else None


def _host(group: Sequence[Glyph], ordered: Sequence[Glyph], rights: Sequence[float]) -> Glyph | None:
    """Returns the larger glyph after which a group begins, shifted; ``ordered`` are by right edge."""
    first = group[0]
    reach = weights.SHIFTED_RAISED_GAP_EM * first.size / weights.SHIFTED_MAX_SIZE_RATIO * 2
    nearest: Glyph | None = None
    has_letters = any(glyph.char.isalpha() for glyph in group)
    highest = weights.SHIFTED_CITATION_MAX_RISE_EM if is_citation(group) else weights.SHIFTED_MAX_RISE_EM
    for at in range(bisect_left(rights, first.left - reach), len(ordered)):
        glyph = ordered[at]
        if glyph.right > first.left + reach:
            break
        rise = (glyph.baseline - first.baseline) / glyph.size
        gap = abs(first.left - glyph.right)
        is_raised = rise >= weights.SHIFTED_RAISED_MIN_RISE_EM and first.left > glyph.right
        is_under = rise < 0 and first.left < glyph.right
        letter_gap = weights.SHIFTED_OVERHANG_EM if is_under else weights.SHIFTED_LETTER_GAP_EM
        sign_gap = weights.SHIFTED_RAISED_GAP_EM if is_raised else weights.SHIFTED_GAP_EM
        widest = letter_gap if has_letters else sign_gap
        is_shifted = (
            weights.SHIFTED_MIN_RISE_EM <= rise <= highest
            or weights.SHIFTED_MIN_DROP_EM <= -rise <= weights.SHIFTED_MAX_DROP_EM
        )
        is_nearer = nearest is None or gap < abs(first.left - nearest.right)
        if (
            is_shifted
            and is_nearer
            and weights.SHIFTED_MIN_SIZE_RATIO * glyph.size <= first.size <= weights.SHIFTED_MAX_SIZE_RATIO * glyph.size
            and gap <= widest * glyph.size
            and not (has_letters and (count_han(glyph.char) or not glyph.char.isalnum()))
        ):
            nearest = glyph
    return nearest
