"""Rules of tables: straight lines on a page, those on one line joined, and the frames in which they cross."""

from __future__ import annotations

from bisect import bisect_left

from reader.importing.pdf import weights
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.geometry import Box

_NEAR_PT = 2.5
"""Distance within which rules are on one line, meet or cross."""
_MIN_LENGTH_PT = 4.0
"""Minimum length of a rule; a shorter one is a part of one that was drawn in pieces."""
_MAX_RULES = 3000
"""Maximum number of pieces of rules of a page; a page with more is a drawing or a map."""
_MAX_PAGE_SHARE = 0.98
"""Share of the page's width above which a framed area is its ground."""


@record
class PrintedRule:
    """A straight line: its place across its direction, and its extent along it."""

    at: float
    start: float
    end: float

    def spans(self, place: float) -> bool:
        """Whether it is at a place along its direction."""
        return self.start - _NEAR_PT <= place <= self.end + _NEAR_PT


@record
class RuledFrame:
    """Rules that cross each other."""

    level: tuple[PrintedRule, ...]
    """The horizontal ones."""
    upright: tuple[PrintedRule, ...]
    """The vertical ones."""


def ruled_frames(boxes: Sequence[Box], page_width: float) -> list[RuledFrame]:
    """Returns the frames of rules on a page that have at least two rows and two columns."""
    level: list[PrintedRule] = []
    upright: list[PrintedRule] = []
    for box in boxes:
        if box.width >= _MAX_PAGE_SHARE * page_width and box.height > weights.RULE_MAX_PT:
            continue
        is_flat, is_thin = box.height <= weights.RULE_MAX_PT, box.width <= weights.RULE_MAX_PT
        if is_flat:
            level.append(PrintedRule((box.top + box.bottom) / 2, box.left, box.right))
        elif is_thin:
            upright.append(PrintedRule((box.left + box.right) / 2, box.top, box.bottom))
        else:
            level += [PrintedRule(box.top, box.left, box.right), PrintedRule(box.bottom, box.left, box.right)]
            upright += [PrintedRule(box.left, box.top, box.bottom), PrintedRule(box.right, box.top, box.bottom)]
        if len(level) + len(upright) > _MAX_RULES:
            return []
    return [
        frame
        for frame in _crossing(_joined(level), _joined(upright))
        if len(frame.level) > 1 and len(frame.upright) > 0 and len(frame.level) + len(frame.upright) > _MIN_FRAME_RULES
    ]


_MIN_FRAME_RULES = 3
"""Number of rules above which a frame may be that of a table; those of a box are four, with two of each direction."""


def _joined(rules: Iterable[PrintedRule]) -> list[PrintedRule]:
    """Returns the rules; pieces that touch each other on one line are one rule."""
    lines: list[list[PrintedRule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if lines and rule.at - lines[-1][0].at <= _NEAR_PT:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    found: list[PrintedRule] = []
    for line in lines:
        at = line[0].at
        start = end = None
        for rule in sorted(line, key=lambda rule: rule.start):
            if start is None or end is None or rule.start > end + _NEAR_PT:
                if start is not None and end is not None:
                    found.append(PrintedRule(at, start, end))
                start, end = rule.start, rule.end
            else:
                end = max(end, rule.end)
        if start is not None and end is not None:
            found.append(PrintedRule(at, start, end))
    return [rule for rule in found if rule.end - rule.start >= _MIN_LENGTH_PT]


def _crossing(level: Sequence[PrintedRule], upright: Sequence[PrintedRule]) -> list[RuledFrame]:
    """Returns the groups of rules that cross or touch each other."""
    ordered = sorted(level, key=lambda rule: rule.at)
    places = [rule.at for rule in ordered]
    group_of: dict[int, set[int]] = {}
    for number, rule in enumerate(upright):
        first, last = bisect_left(places, rule.start - _NEAR_PT), bisect_left(places, rule.end + _NEAR_PT)
        merged = {-1 - number}
        for at in range(first, last):
            if ordered[at].spans(rule.at):
                merged |= group_of.get(at, {at})
        for member in merged:
            if member < 0 and member != -1 - number:
                merged = merged | group_of[member]
        for member in merged:
            group_of[member] = merged
    groups = {id(group): group for group in group_of.values()}.values()
    return [
        RuledFrame(
            tuple(ordered[at] for at in sorted(member for member in group if member >= 0)),
            tuple(upright[-1 - at] for at in sorted((member for member in group if member < 0), reverse=True)),
        )
        for group in groups
    ]
