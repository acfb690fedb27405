"""Rules of tables: straight lines on a page, those on one line joined, and the frames in which they cross."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.weights import page as weights
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MAX_RULES = 3000
"""Maximum number of pieces of rules of a page; a page with more is a drawing or a map."""


@record
class PrintedRule:
    """A straight line: its place across its direction, and its extent along it."""

    at: float
    start: float
    end: float

    def spans(self, place: float) -> bool:
        """Whether it is at a place along its direction."""
        return self.start - weights.RULE_NEAR_PT <= place <= self.end + weights.RULE_NEAR_PT


@record
class RuledFrame:
    """Rules that cross each other."""

    level: tuple[PrintedRule, ...]
    """The horizontal ones."""
    upright: tuple[PrintedRule, ...]
    """The vertical ones."""


def ruled_frames(boxes: Sequence[Box], page_width: float) -> list[RuledFrame]:
    """Returns the frames of rules on a page that have at least two rows and two columns."""
    thin: list[PrintedRule] = []
    upright: list[PrintedRule] = []
    grounds: list[Box] = []
    for box in boxes:
        if box.width >= weights.FRAME_MAX_PAGE_SHARE * page_width and box.height > weights.RULE_MAX_PT:
            continue
        if box.height <= weights.RULE_MAX_PT:
            thin.append(PrintedRule((box.top + box.bottom) / 2, box.left, box.right))
        elif box.width <= weights.RULE_MAX_PT or box.width <= min(weights.CELL_PADDING_PT, box.height / 2):
            upright.append(PrintedRule((box.left + box.right) / 2, box.top, box.bottom))
        else:
            grounds.append(box)
        if len(thin) + len(upright) + 2 * len(grounds) > _MAX_RULES:
            return []
    grounds = _grounds_of_cells(grounds, _crossing(_joined(thin), _joined(upright)))
    bands = [PrintedRule(at, box.left, box.right) for box in grounds for at in (box.top, box.bottom)]
    sides = [PrintedRule(at, box.top, box.bottom) for box in grounds for at in (box.left, box.right)]
    pieces = _edges_of_pieces(thin)
    level = _joined([*bands, *thin])
    beyond = [
        *_edges_beyond_bands(level, sides, weights.BAND_ROWS_ABOVE),
        *_edges_beyond_bands([*_joined(bands), *thin], pieces, 1),
    ]
    return [
        frame
        for frame in _crossing(level, _joined([*upright, *sides, *pieces, *beyond]))
        if len(frame.level) > 1
        and len(frame.upright) > 0
        and len(frame.level) + len(frame.upright) > weights.FRAME_MIN_RULES
    ]


def drawn_frames(boxes: Sequence[Box]) -> list[Box]:
    """Returns the areas that four thin rules, in any pieces, close in, and no other rule touches."""
    level = [PrintedRule((box.top + box.bottom) / 2, box.left, box.right) for box in boxes if _is_level(box)]
    upright = [PrintedRule((box.left + box.right) / 2, box.top, box.bottom) for box in boxes if _is_upright(box)]
    if not upright or len(level) + len(upright) > _MAX_RULES:
        return []
    return [
        Box(frame.upright[0].at, frame.level[0].at, frame.upright[1].at, frame.level[1].at)
        for frame in _crossing(_joined(level), _joined(upright))
        if len(frame.level) == len(frame.upright) == 2 and _closes(frame)
    ]


def level_rules(boxes: Iterable[Box]) -> list[PrintedRule]:
    """Returns the level rules of a page, those in pieces joined."""
    thin = [PrintedRule((box.top + box.bottom) / 2, box.left, box.right) for box in boxes if _is_level(box)]
    return _joined(thin) if len(thin) <= _MAX_RULES else []


def _is_level(box: Box) -> bool:
    return box.height <= weights.RULE_MAX_PT


def _is_upright(box: Box) -> bool:
    return box.width <= weights.RULE_MAX_PT < box.height


def _closes(frame: RuledFrame) -> bool:
    """Whether two level rules and two upright ones end at each other."""
    ends = [(rule.start, rule.end, frame.upright) for rule in frame.level]
    ends += [(rule.start, rule.end, frame.level) for rule in frame.upright]
    return all(
        abs(start - first.at) <= weights.RULE_NEAR_PT and abs(end - last.at) <= weights.RULE_NEAR_PT
        for start, end, (first, last) in ends
    )


def cell_edges(boxes: Sequence[Box], page_width: float) -> list[PrintedRule]:
    """Returns the upright edges of the cells of frames with several columns."""
    frames = ruled_frames(boxes, page_width)
    return [edge for frame in frames if len(frame.upright) >= weights.BAND_MIN_EDGES for edge in frame.upright]


def starts_under_pictures(pictures: Sequence[Box]) -> list[PrintedRule]:
    """Returns the left edges of pictures right of others in a row, going on below them: captions begin there."""
    return [
        PrintedRule(right.left, right.bottom, right.bottom + weights.PICTURES_IN_ROW_REACH_PT)
        for left in pictures
        for right in pictures
        if 0 <= right.left - left.right <= weights.PICTURES_IN_ROW_GAP_PT
        and abs(left.bottom - right.bottom) <= weights.RULE_NEAR_PT
        and min(left.height, right.height) >= weights.PICTURE_MIN_PT
    ]


def _grounds_of_cells(grounds: Sequence[Box], frames: Iterable[RuledFrame]) -> list[Box]:
    """Returns the coloured areas whose edges are those of cells.

    The grounds of the lines in a cell are none, nor are any where rules divide the cells of a table.
    """
    ruled = [
        Box(
            min(rule.start for rule in frame.level),
            min(rule.start for rule in frame.upright),
            max(rule.end for rule in frame.level),
            max(rule.end for rule in frame.upright),
        )
        for frame in frames
        if min(len(frame.level), len(frame.upright)) >= weights.BAND_MIN_EDGES
    ]
    ordered = sorted(grounds, key=lambda box: (box.top, box.left))
    found: list[Box] = []
    for box in ordered:
        is_inner = any(_is_padded(box, other) for other in found[-weights.GROUND_OPEN_CELLS :])
        if not is_inner and not any(area.holds(box) for area in ruled):
            found.append(box)
    return found


def _is_padded(box: Box, other: Box) -> bool:
    """Whether an area is the ground of lines in another one: as wide but for the padding of a cell."""
    sides = (box.left - other.left, other.right - box.right)
    is_within = other.top - weights.RULE_NEAR_PT <= box.top and box.bottom <= other.bottom + weights.RULE_NEAR_PT
    return is_within and all(0 < side <= weights.CELL_PADDING_PT for side in sides)


def _edges_of_pieces(level: Iterable[PrintedRule]) -> list[PrintedRule]:
    """Returns the edges of columns at which several level rules, each drawn in pieces, are divided."""
    lines: dict[int, list[PrintedRule]] = {}
    for rule in level:
        lines.setdefault(round(rule.at), []).append(rule)
    divided: list[tuple[list[float], list[float]]] = []
    for pieces in lines.values():
        ordered = sorted(pieces, key=lambda piece: piece.start)
        inner = [
            one.end
            for one, other in pairwise(ordered)
            if -2 * weights.RULE_NEAR_PT <= other.start - one.end <= weights.RULE_NEAR_PT
        ]
        if len(set(map(round, inner))) > 1:
            ends = [ordered[0].start, *inner, ordered[-1].end]
            places = next((places for known, places in divided if _are_near(known, ends)), None)
            if places is None:
                divided.append((ends, [ordered[0].at]))
            else:
                places.append(ordered[0].at)
    return [
        PrintedRule(end, min(places), max(places))
        for ends, places in divided
        if len(places) >= weights.RULE_PIECES_MIN_LEVELS
        for end in ends
    ]


def _are_near(places: Sequence[float], others: Sequence[float]) -> bool:
    """Whether places are as many as others and each is close to its counterpart."""
    return len(places) == len(others) and all(
        abs(one - other) <= weights.RULE_NEAR_PT for one, other in zip(places, others, strict=True)
    )


def _edges_beyond_bands(
    level: Sequence[PrintedRule], upright: Sequence[PrintedRule], rows_above: int
) -> list[PrintedRule]:
    """Returns the edges of the cells in rows without a ground, above and below rows whose cells have one.

    They go on to the next level edge that is as wide. Above, they go on into the row of heads.
    """
    found = []
    for band in _bands(upright):
        left, right = band[0].at, band[-1].at
        top, bottom = band[0].start, band[0].end
        places = sorted(
            rule.at
            for rule in level
            if abs(rule.start - left) <= weights.RULE_NEAR_PT and abs(rule.end - right) <= weights.RULE_NEAR_PT
        )
        below = [place for place in places if weights.RULE_NEAR_PT < place - bottom <= weights.BAND_MAX_GAP_PT][:1]
        above = [place for place in places if place < top - weights.RULE_NEAR_PT][-rows_above:]
        reach = [place for place in above if top - place <= weights.BAND_MAX_GAP_PT]
        ends = min([top, *reach]), max([bottom, *below])
        found += [PrintedRule(rule.at, *ends) for rule in band]
    return found


def _bands(upright: Iterable[PrintedRule]) -> list[list[PrintedRule]]:
    """Returns upright edges that begin and end together: those of the cells of coloured rows."""
    bands: dict[tuple[int, int], list[PrintedRule]] = {}
    for rule in sorted(upright, key=lambda rule: rule.at):
        head, foot = int(rule.start // weights.RULE_NEAR_PT), int(rule.end // weights.RULE_NEAR_PT)
        near = [(head + down, foot + further) for down in (0, -1, 1) for further in (0, -1, 1)]
        bands.setdefault(next((cell for cell in near if cell in bands), near[0]), []).append(rule)
    return [
        band
        for band in bands.values()
        if len({round(edge.at) for edge in band}) >= weights.BAND_MIN_EDGES and not _are_boxes(band)
    ]


def _are_boxes(band: Sequence[PrintedRule]) -> bool:
    """Whether upright edges are those of boxes with text beside each other: high, and with room between them."""
    is_high = band[0].end - band[0].start > weights.BAND_MAX_GAP_PT
    return is_high and any(right.at - left.at < weights.BAND_CELL_MIN_PT for left, right in pairwise(band))


def _joined(rules: Iterable[PrintedRule]) -> list[PrintedRule]:
    """Returns the rules; pieces that touch each other on one line are one rule."""
    lines: list[list[PrintedRule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if lines and rule.at - lines[-1][0].at <= weights.RULE_NEAR_PT:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    found: list[PrintedRule] = []
    for line in lines:
        at = line[0].at
        start = end = None
        for rule in sorted(line, key=lambda rule: rule.start):
            if start is None or end is None or rule.start > end + weights.RULE_NEAR_PT:
                if start is not None and end is not None:
                    found.append(PrintedRule(at, start, end))
                start, end = rule.start, rule.end
            else:
                end = max(end, rule.end)
        if start is not None and end is not None:
            found.append(PrintedRule(at, start, end))
    return [rule for rule in found if rule.end - rule.start >= weights.RULE_MIN_LENGTH_PT]


def _crossing(level: Sequence[PrintedRule], upright: Sequence[PrintedRule]) -> list[RuledFrame]:
    """Returns the groups of rules that cross or touch each other."""
    ordered = sorted(level, key=lambda rule: rule.at)
    places = [rule.at for rule in ordered]
    group_of: dict[int, set[int]] = {}
    for number, rule in enumerate(upright):
        first, last = (
            bisect_left(places, rule.start - weights.RULE_NEAR_PT),
            bisect_left(places, rule.end + weights.RULE_NEAR_PT),
        )
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
