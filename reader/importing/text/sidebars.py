"""Sidebars: boxes beside the text that begin with a heading in both languages in one line, with short lines below."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.importing.text.line_segments import LineSegment

_FEWEST_LINES = 2
"""Minimum number of lines below the heading of a sidebar."""
_MOST_SHARE = 0.85
"""Maximum width of its lines as a share of a full line."""


def take_sidebars(lines: dict[int, list[LineSegment]]) -> list[list[LineSegment]]:
    """Takes sidebars out of the lines; returns the segments of each, from top to bottom."""
    found = list(_find_sidebars(lines))
    for segments in found:
        for segment in segments:
            lines[segment.line] = []
    return found


def _find_sidebars(lines: Mapping[int, list[LineSegment]]) -> Iterator[list[LineSegment]]:
    """Yields the segments of each sidebar: two in its first line, one in each of the others."""
    numbers = sorted(lines)
    for order, number in enumerate(numbers):
        here = lines[number]
        if len(here) != 2 or here[0].is_han == here[1].is_han or not all(each.may_be_heading for each in here):
            continue
        inside: list[LineSegment] = []
        for below in numbers[order + 1 :]:
            if len(lines[below]) > 1 or lines[below][0].width_share > _MOST_SHARE:
                break
            inside.append(lines[below][0])
        if len(inside) >= _FEWEST_LINES and len({each.is_han for each in inside}) == 2:
            yield [*here, *inside]
