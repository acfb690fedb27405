"""Lines of runs, which lists and command output are made of."""

from __future__ import annotations

from reader.gate import clean_line, drawn_line
from reader.layout.lines import measured
from reader.layout.width import HYPHEN, cell_width, clip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Run = tuple[str, str]
    """A text and the names of its styles, with spaces between them."""

MIN_ROOM_CELLS = 8
"""Minimum width that an indent must leave for the text; a wider indent is dropped."""

MIN_LAST_CELLS = 6
"""Minimum width of a title's last line, where it has several."""


def wrap(runs: Sequence[Run], width_cells: int, first_cells: int = 0, hang_cells: int = 0) -> list[list[Run]]:
    """Breaks runs, which together are one text, into lines.

    The first line is indented by ``first_cells``, the others by ``hang_cells``.
    """
    clean = [(clean_line(text), style) for text, style in runs]
    hang_cells = hang_cells if width_cells - hang_cells >= MIN_ROOM_CELLS else 0
    first_cells = first_cells if width_cells - first_cells >= MIN_ROOM_CELLS else 0
    text = "".join(run[0] for run in clean)
    lines = []
    whole = measured(text)
    for number, (start, end) in enumerate(whole.fill(width_cells - hang_cells, first_cells - hang_cells)):
        blanks = hang_cells if number else first_cells
        line = [(" " * blanks, ""), *cut(clean, start, end)]
        lines.append([*line, (HYPHEN, line[-1][1])] if whole.is_divided(end) else line)
    return lines


def without_orphan(runs: Sequence[Run], width_cells: int, hang_cells: int = 0) -> list[list[Run]]:
    """Breaks runs into lines, as :func:`wrap` does; no line more is needed for a last one of one or two letters.

    The other lines are made narrower until the last one has at least :data:`MIN_LAST_CELLS`, if that is possible.
    """
    lines = wrap(runs, width_cells, hang_cells=hang_cells)
    if len(lines) < 2 or _is_long(lines[-1], hang_cells):
        return lines
    for narrower in range(width_cells - 1, max(MIN_ROOM_CELLS, width_cells * 2 // 3), -1):
        tried = wrap(runs, narrower, hang_cells=hang_cells)
        if len(tried) > len(lines):
            break
        if _is_long(tried[-1], hang_cells):
            return tried
    return lines


def fitted(runs: Iterable[Run], width_cells: int, blank: str = "") -> list[Run]:
    """Returns runs that fill a row of exactly this width: cut, or filled up in the style named ``blank``."""
    found: list[Run] = []
    room = width_cells
    for text, name in runs:
        safe = drawn_line(text)
        cells = cell_width(safe)
        if cells > room:
            safe = clip(safe, room)
            cells = cell_width(safe)
            found.append((safe, name))
            room -= cells
            break
        found.append((safe, name))
        room -= cells
    if room:
        found.append((" " * room, blank))
    return found


def _is_long(line: Sequence[Run], hang_cells: int) -> bool:
    return width_of(line) - hang_cells >= MIN_LAST_CELLS


def packed(names: Sequence[str], width_cells: int, dot: str = " · ") -> list[str]:
    """Returns names with dots between them, in lines that end after a dot: only a name wider than a line is torn.

    A line that one name fills has no room for its dot, and ends without it.
    """
    lines: list[str] = []
    for k, name in enumerate(names):
        longer = f"{lines[-1]}{dot}{name}" if lines else name
        after = dot.rstrip() if k + 1 < len(names) else ""
        if lines and cell_width(longer + after) <= width_cells:
            lines[-1] = longer
            continue
        if lines and not cell_width(lines[-1]) <= width_cells < cell_width(lines[-1] + dot.rstrip()):
            lines[-1] += dot.rstrip()
        lines.append(name)
    return lines


def shortened(text: str, width_cells: int, lines: int) -> str:
    """Returns the beginning of a text that fits into a number of lines; an ellipsis marks a cut."""
    text = clean_line(text)
    filled = measured(text).fill(width_cells)
    if len(filled) <= lines:
        return text
    end = filled[lines - 1][1]
    while end and len(measured(text[:end] + "…").fill(width_cells)) > lines:
        end = max(text.rfind(" ", 0, end), end - 12) if text[end - 1].isascii() else end - 1
    return text[:end].rstrip() + "…"


def with_ellipsis(runs: Sequence[Run], width_cells: int) -> list[Run]:
    """Returns a line with an ellipsis at its end, and without its last characters if there is no room for it."""
    length = sum(len(text) for text, _ in runs)
    kept = [*runs]
    while kept and width_of(kept) + 1 > width_cells:
        length -= 1
        kept = cut(runs, 0, length)
    if not kept:
        return [("…", "muted")]
    text, style = kept[-1]
    return [*kept[:-1], (f"{text.rstrip(' ·')}…", style)]


def cut(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Returns the runs of the characters ``start`` to ``end``, half-open, of the text that runs are together."""
    found = []
    offset = 0
    for text, style in runs:
        if part := text[max(0, start - offset) : max(0, end - offset)]:
            found.append((part, style))
        offset += len(text)
    return found


def lit(text: str, spans: Sequence[tuple[int, int]], style: str = "") -> list[Run]:
    """Returns a text in a style, with spans (in order, not overlapping) in the style of matches."""
    runs = []
    here = 0
    for start, end in spans:
        runs += [(text[here:start], style), (text[start:end], "match")]
        here = end
    return [*runs, (text[here:], style)]


def width_of(runs: Sequence[Run]) -> int:
    """Returns the width of runs in cells."""
    return cell_width("".join(text for text, _ in runs))


def padded(runs: Sequence[Run], width_cells: int) -> list[Run]:
    """Returns runs with blanks after them up to a width."""
    return [*runs, (" " * max(0, width_cells - width_of(runs)), "")]
