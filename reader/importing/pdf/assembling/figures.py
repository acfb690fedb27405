"""Figures of a page: captions that are close to each other, each assigned to its picture."""

from __future__ import annotations

from itertools import product

from reader.importing.credits import is_credit
from reader.importing.pdf import confidences
from reader.importing.pdf.assembling.captions import captions_of
from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.page.geometry import bounding_box, distance, shared_width
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import assembling as weights
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.importing.extraction import ExtractedFigure
    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage
    from reader.importing.scripts import Script

SIDEWAYS_CREDIT_DOUBT = "its credit is printed sideways"
ONE_LANGUAGE = "in one language only, unlike the others on its page"
UNSURE_PICTURE = "which picture it belongs to is unsure"


@record
class _PlacedCaption:
    """A figure by its caption, and the place of the caption."""

    figure: ExtractedFigure
    box: Box


@record
class _PictureCandidate:
    """A picture that a caption may belong to."""

    cost: float
    """Distance in points, and more if the picture is below the caption."""
    caption: int
    """Index of the caption."""
    picture: str
    """Name of the picture."""


def figures_of(
    regions: Iterable[Region], page: PrintedPage, tags: Mapping[Script, str], sideways: Sequence[str] = ()
) -> list[ExtractedFigure]:
    """Returns the captions of a page as figures with their pictures.

    ``tags`` are the languages by their scripts. ``sideways`` are lines printed sideways: credits among them go to the
    figures without one, if there are as many.
    """
    placed: list[_PlacedCaption] = []
    for group in _groups(regions):
        lines = [line for region in group for line in region.block.lines]
        doubt = group[0].doubt if all(region.doubt for region in group) else ""
        for caption in captions_of(lines, tags, page.label, _measure(page, bounding_box(lines))):
            figure = caption.figure
            if doubt and not figure.doubt:
                figure = replace(figure, confidence=confidences.DOUBTED, doubt=doubt)
            placed.append(_PlacedCaption(figure, bounding_box(caption.lines)))
    figures = [_doubted_if_in_one_language(figure, placed) for figure in _with_pictures(placed, page)]
    return _with_sideways_credits(figures, [text for text in sideways if is_credit(text)])


def picture_name(page: int, index: int) -> str:
    """Returns the name of a picture's file: by its page of the PDF, and its index among the drawn objects there."""
    return f"page-{page}-{index}.png"


def _with_sideways_credits(figures: list[ExtractedFigure], texts: Sequence[str]) -> list[ExtractedFigure]:
    bare = [at for at, figure in enumerate(figures) if not figure.credit]
    if len(texts) == len(bare):
        for at, text in zip(bare, texts, strict=True):
            confidence = confidences.SIDEWAYS_CREDIT
            figures[at] = replace(figures[at], credit=text, confidence=confidence, doubt=SIDEWAYS_CREDIT_DOUBT)
    return figures


def _groups(regions: Iterable[Region]) -> list[list[Region]]:
    """Returns captions close under each other in groups."""
    groups: list[list[Region]] = []
    near: list[list[Region]] = []
    captions = _with_credits_beside([region for region in regions if region.role == "caption"])
    for region in sorted(captions, key=lambda region: region.block.top):
        block = region.block
        near = [group for group in near if block.top - group[-1].block.bottom < _reach(group[-1])]
        for group in near:
            last = group[-1].block
            if shared_width(last, block) > 0 and block.top - last.bottom > -weights.CAPTION_OVERLAP_PT:
                group.append(region)
                break
        else:
            groups.append([region])
            near.append(groups[-1])
    return groups


def _with_credits_beside(captions: Sequence[Region]) -> list[Region]:
    """Returns captions; a line that is a credit, right of the last line of one and in its row, is in that line."""
    found = list(captions)
    for credit in captions:
        if len(credit.block.lines) > 1 or not is_credit(credit.block.text):
            continue
        line = credit.block.lines[0]
        beside = [
            at
            for at, each in enumerate(found)
            if each is not credit
            and are_in_row(line, each.block.lines[-1])
            and 0 <= line.left - each.block.lines[-1].right <= blocks_weights.CELL_MAX_GAP_EM * line.size
            and not is_credit(each.block.text)
        ]
        if beside:
            at = max(beside, key=lambda at: found[at].block.lines[-1].right)
            *above, last = found[at].block.lines
            joined = replace(last, text=f"{last.text} {line.text}", right=line.right)
            found[at] = replace(found[at], block=block_of([*above, joined]))
            found.remove(credit)
    return found


def _reach(last: Region) -> float:
    """Returns the gap below the last caption of a group from which on no other one belongs to it."""
    return weights.CAPTION_GROUP_GAP_EM * last.block.size


def _measure(page: PrintedPage, captions: Box) -> float:
    """Returns the width of the picture over or under captions, from their left edge; 0 if there is none."""
    near = [
        box.right - captions.left
        for box in page.picture_boxes
        if box.left <= captions.left + 1 < box.right
        and (box.bottom <= captions.top or captions.bottom <= box.top)
        and distance(box, captions) < blocks_weights.PICTURE_MAX_DISTANCE_PT
    ]
    return max(near, default=0.0)


def _with_pictures(placed: Sequence[_PlacedCaption], page: PrintedPage) -> list[ExtractedFigure]:
    """Returns the figures with the names of their pictures: the nearest first, each picture once."""
    candidates = _picture_candidates(placed, page)
    names: dict[int, str] = {}
    for candidate in sorted(candidates, key=lambda each: (each.cost, each.caption, each.picture)):
        is_near = candidate.cost < blocks_weights.PICTURE_MAX_DISTANCE_PT
        if is_near and candidate.caption not in names and candidate.picture not in names.values():
            names[candidate.caption] = candidate.picture
    figures = []
    for at, each in enumerate(placed):
        figure, name = replace(each.figure, picture=names.get(at, "")), names.get(at)
        own = [candidate for candidate in candidates if candidate.caption == at]
        cost = min((candidate.cost for candidate in own if candidate.picture == name), default=0.0)
        limit = min(cost + weights.PICTURE_RIVAL_PT, blocks_weights.PICTURE_MAX_DISTANCE_PT)
        if not figure.doubt and any(candidate.cost < limit for candidate in own if candidate.picture != name):
            figure = replace(figure, confidence=confidences.DOUBTED, doubt=UNSURE_PICTURE)
        figures.append(figure)
    return figures


def _picture_candidates(placed: Sequence[_PlacedCaption], page: PrintedPage) -> list[_PictureCandidate]:
    """Returns each picture, ornaments left out, as a candidate for each caption."""
    least = weights.PICTURE_FILE_MIN_PT
    found = []
    for (at, caption), picture in product(enumerate(placed), page.pictures):
        box = picture.box
        if box.width >= least and box.height >= least:
            below = weights.PICTURE_BELOW_PT if box.top > caption.box.top else 0.0
            name = picture_name(page.number, picture.index)
            found.append(_PictureCandidate(distance(box, caption.box) + below, at, name))
    return found


def _doubted_if_in_one_language(figure: ExtractedFigure, placed: Sequence[_PlacedCaption]) -> ExtractedFigure:
    """Returns a figure with a doubt if it lacks a language that most captions of its page have."""
    whole = sum(len(each.figure.caption) > 1 for each in placed)
    if figure.doubt or whole * 2 <= len(placed) or len(figure.caption) > 1:
        return figure
    return replace(figure, confidence=confidences.DOUBTED, doubt=ONE_LANGUAGE)
