"""Glyphs assembled to lines, by their baselines and by the gaps between them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import takewhile
from statistics import median

from reader.importing.pdf.text_lines.formulas import is_formula_part
from reader.importing.pdf.text_lines.gutters import BEGINS_NO_LINE, GutterFinder, narrow_gutters
from reader.importing.pdf.text_lines.leaders import ends_entry, with_leaders_short, with_numbers_of_entries
from reader.importing.pdf.text_lines.letter_spacing import (
    has_stretched_blanks,
    is_in_small_capitals,
    least_blank_em,
    size_of,
    with_spaced_joined,
    without_spaces,
)
from reader.importing.pdf.text_lines.stretched_rows import StretchedRows
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import text_lines as weights
from reader.importing.scripts import HAN, LATIN, count_han, script_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.glyphs import Glyph
    from reader.importing.pdf.page.rules import PrintedRule
    from reader.importing.scripts import Script

_EDGE_SLACK_PT = 0.01
"""Maximum error of the edge of a gutter."""
_OPEN_ROWS = 6
"""Number of last baselines that a glyph may belong to."""


def lines_of(
    glyphs: Iterable[Glyph], edges: Sequence[PrintedRule] = (), starts: Sequence[PrintedRule] = ()
) -> list[TextLine]:
    """Returns the lines of a page's glyphs, from the top down, and from the left.

    ``edges`` are those of cells, at which lines are divided; ``starts`` are places at which one may begin.
    """
    rows = [part for row in _rows(glyphs) for part in _divided_at_cells(with_leaders_short(row), edges)]
    rows = [part for row in rows for part in _divided_at_starts(row, starts)]
    rows = _divided_at_narrow_gutters(rows)
    fragments = [_line(fragment) for row in rows for fragment in _divided_at_gaps(row)]
    gutters = GutterFinder([line for line in fragments if not is_formula_part(line.text)])
    parts = [[fragment for part in gutters.divided(row) for fragment in _divided_at_gaps(part)] for row in rows]
    return with_numbers_of_entries(_stretched_lines_joined([with_spaced_joined(row) for row in parts]))


def _divided_at_cells(row: list[Glyph], edges: Sequence[PrintedRule]) -> list[list[Glyph]]:
    """Divides a row at the upright edges of cells, unless a glyph is on one: then its text goes over several cells."""
    inked = [glyph for glyph in row if not glyph.char.isspace()]
    if not inked or not edges:
        return [row]
    baseline, left, right = inked[0].baseline, inked[0].left, inked[-1].right
    places = sorted(edge.at for edge in edges if edge.start < baseline < edge.end and left < edge.at < right)
    if any(
        glyph.left + weights.ON_EDGE_PT < place < glyph.right - weights.ON_EDGE_PT
        for glyph in inked
        for place in places
    ):
        return [row]
    places = [place for place in places if not _is_in_word(row, place)]
    parts: list[list[Glyph]] = [[] for _ in range(len(places) + 1)]
    for glyph in row:
        parts[bisect_right(places, (glyph.left + glyph.right) / 2)].append(glyph)
    return [part for part in parts if not all(glyph.char.isspace() for glyph in part)]


def _divided_at_starts(row: list[Glyph], starts: Sequence[PrintedRule]) -> list[list[Glyph]]:
    """Divides a row where a word begins at one of the places."""
    baseline = row[0].baseline
    places = [start.at for start in starts if start.start < baseline < start.end]
    parts: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    for glyph in row:
        is_blank = glyph.char.isspace()
        is_word = (
            last is None or last.char.isspace() or glyph.left - last.right > page_weights.LATIN_BLANK_EM * glyph.size
        )
        if not is_blank and is_word and any(abs(glyph.left - place) <= page_weights.BOX_SLACK_PT for place in places):
            parts.append([])
        parts[-1].append(glyph)
        last = glyph
    return [part for part in parts if not all(glyph.char.isspace() for glyph in part)]


def _divided_at_narrow_gutters(rows: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Returns rows, each as several where narrow gutters are in it."""
    gutters = narrow_gutters(rows)
    found: list[list[Glyph]] = []
    for row in rows:
        edges = [edge for edge in sorted(gutters.get(id(row), ())) if not _is_in_word(row, edge)]
        parts: list[list[Glyph]] = [[] for _ in range(len(edges) + 1)]
        for glyph in row:
            parts[bisect_right(edges, glyph.left + _EDGE_SLACK_PT)].append(glyph)
        found += [part for part in parts if not all(glyph.char.isspace() for glyph in part)]
    return found


def _is_in_word(row: Sequence[Glyph], edge: float) -> bool:
    """Whether letters touch each other at the edge of a gutter: it is inside a word of a row that goes over it."""
    inked = [glyph for glyph in row if not glyph.char.isspace()]
    at = next((at for at, glyph in enumerate(inked) if glyph.left + _EDGE_SLACK_PT >= edge), 0)
    if not at:
        return False
    last, first = inked[at - 1], inked[at]
    is_blank = any(glyph.char.isspace() and last.left < glyph.left < first.left for glyph in row)
    is_close = abs(first.left - last.right) <= weights.LETTER_MAX_GAP_EM * first.size
    return is_close and not is_blank and last.char.isalpha() and first.char.islower()


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Returns the glyphs of each baseline, in whatever column, from the left."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        near = page_weights.SAME_BASELINE_EM * glyph.size
        for row in reversed(rows[-_OPEN_ROWS:]):
            if abs(row[0].baseline - glyph.baseline) <= min(near, page_weights.SAME_BASELINE_EM * row[0].size):
                row.append(glyph)
                break
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.left) for row in rows]


def _divided_at_gaps(row: list[Glyph]) -> list[list[Glyph]]:
    """Divides a row at wide gaps, and where the font size changes much."""
    fragments: list[list[Glyph]] = []
    current: list[Glyph] = []
    last: Glyph | None = None
    blanks = 0.0
    blank_gap_em = weights.BLANK_GAP_EM if has_stretched_blanks(row) else weights.GAP_EM
    for glyph in row:
        if glyph.char.isspace():
            if current:
                blanks += glyph.right - glyph.left
                current.append(glyph)
            continue
        if last:
            if _is_drawn_twice(glyph, current):
                continue
            size = max(glyph.size, last.size)
            gap = glyph.left - last.right - blanks
            widest = (blank_gap_em if blanks else weights.GAP_EM) * size
            is_resized = size > weights.SIZE_RATIO * min(glyph.size, last.size)
            is_other = is_resized and not is_in_small_capitals(last, glyph, gap)
            is_apart = gap > (max(widest, weights.CLOSING_GAP_EM * size) if glyph.char in BEGINS_NO_LINE else widest)
            if is_apart or is_other or ends_entry(last, glyph, current):
                fragments.append(current)
                current = []
        current.append(glyph)
        last, blanks = glyph, 0.0
    return [*fragments, current] if current else fragments


def _is_drawn_twice(glyph: Glyph, before: Sequence[Glyph]) -> bool:
    """Whether a glyph is drawn over one of those before it, to look bold: in another text run, nearly in its place.

    Within a run each glyph is a letter of its own: those of a ligature are all at its place. Han has no ligatures.
    """
    reach = weights.DRAWN_TWICE_EM * glyph.size
    for other in reversed(before):
        distance = glyph.left - other.left
        if distance >= reach:
            return False
        if other.char == glyph.char and (other.run != glyph.run or count_han(glyph.char)):
            advance = other.right - other.left
            if distance < (min(reach, weights.DRAWN_TWICE_ADVANCE_SHARE * advance) if advance > 0 else reach):
                return True
    return False


def _stretched_lines_joined(rows: list[list[list[Glyph]]]) -> list[TextLine]:
    """Returns the lines of fragments; those of a justified line that was stretched until it broke are joined."""
    stretched = StretchedRows([[_line(fragment) for fragment in row] for row in rows])
    found: list[TextLine] = []
    for at, fragments in enumerate(rows):
        ends = stretched.ends_in_columns(at)
        kept = fragments[:1]
        for number, fragment in enumerate(fragments[1:], 1):
            if number in ends or stretched.continues(at, _line(kept[-1]), number):
                kept[-1] = [*kept[-1], *fragment]
            else:
                kept.append(fragment)
        found += [_line(fragment) for fragment in kept]
    return found


def _line(glyphs: Sequence[Glyph]) -> TextLine:
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()]
    text = _text(glyphs)
    script = script_of(text)
    letters = [glyph for glyph in inked if script == HAN and count_han(glyph.char)] or inked
    fonts = Counter(glyph.font for glyph in letters).most_common(1)
    begins_bold = _ends_lighter(inked)
    is_head = script == LATIN and (begins_bold or _begins_in_other_font(inked))
    is_mixed = fonts[0][1] < weights.MIXED_FONTS_SHARE * len(letters) or begins_bold
    last = [glyph for glyph in letters if glyph.font == letters[-1].font]
    if is_mixed and len(last) > (1 - weights.MIXED_FONTS_SHARE) * len(letters):
        letters = last
    return TextLine(
        text,
        inked[0].left,
        inked[-1].right,
        median(glyph.baseline for glyph in inked),
        round(_size(letters, inked, is_mixed, script), 2),
        Counter(glyph.font for glyph in letters).most_common(1)[0][0],
        not is_mixed and sum(glyph.bold for glyph in letters) * 2 > len(letters),
        Counter(glyph.color for glyph in letters).most_common(1)[0][0],
        script,
        is_mixed=is_mixed,
        is_typewritten=_is_typewritten(glyph for glyph in letters if glyph.font == fonts[0][0]),
        has_run_in_head=is_head or begins_bold,
    )


def _size(letters: Sequence[Glyph], inked: Sequence[Glyph], is_mixed: bool, script: Script | None) -> float:
    """Returns the size of a line; one in Han script is no smaller for many letters of formulas in it."""
    if is_mixed:
        return size_of(letters)
    return max(size_of(letters), size_of(inked)) if script == HAN else size_of(inked)


def _ends_lighter(inked: Sequence[Glyph]) -> bool:
    """Whether a line that begins in bold ends with a word that is not: the bold words head a paragraph."""
    if not inked[0].bold or inked[-1].bold:
        return False
    light = list(takewhile(lambda glyph: not glyph.bold, reversed(inked)))
    return (
        sum(glyph.char.isalpha() for glyph in light) >= weights.BOLD_START_MIN_LIGHT_LETTERS
        and inked[-1].char not in ")）]"
    )


def _begins_in_other_font(inked: Sequence[Glyph]) -> bool:
    """Whether a line begins with a word in one font and goes on in another to its end, neither typewritten."""
    first, last = inked[0].font, inked[-1].font
    begun = list(takewhile(lambda glyph: glyph.font == first, inked))
    rest = inked[len(begun) :]
    is_word = sum(glyph.char.isalpha() for glyph in begun) >= weights.BOLD_START_MIN_LETTERS
    is_divided = is_word and len(rest) > len(begun) and all(glyph.font == last for glyph in rest)
    return is_divided and not _is_typewritten(begun) and not _is_typewritten(rest)


def _is_typewritten(glyphs: Iterable[Glyph]) -> bool:
    """Whether Latin letters are in a font in which all have one width; a few letters do not show it."""
    letters = [glyph for glyph in glyphs if glyph.char.isascii() and glyph.char.isalpha()]
    widths = {round((glyph.right - glyph.left) / glyph.size, 2) for glyph in letters}
    return len(widths) == 1 and len({glyph.char for glyph in letters}) >= weights.TYPEWRITTEN_MIN_LETTERS


def _text(glyphs: Sequence[Glyph]) -> str:
    """Returns the characters, with blanks where they are drawn or where words are apart."""
    blank_gaps_em = (least_blank_em(glyphs), weights.MIXED_BLANK_EM, weights.GAP_EM)
    parts: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.isspace():
            if parts and parts[-1] != " ":
                parts.append(" ")
            continue
        if last and parts[-1] != " ":
            han = count_han(last.char) + count_han(glyph.char)
            if (glyph.left - last.right) / glyph.size > blank_gaps_em[han]:
                parts.append(" ")
        parts.append(glyph.char)
        last = glyph
    return without_spaces("".join(parts).strip())
