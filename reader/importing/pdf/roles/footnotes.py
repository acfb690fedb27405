"""Footnotes: texts at the foot of a column under a short rule, in smaller print or with the mark of a note."""

from __future__ import annotations

import re

from reader.importing.pdf.blocks.article_labels import begins_entry, begins_with_label
from reader.importing.pdf.blocks.line_ends import ends_paragraph
from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.regions import Region, largest_size
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import script_of
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.body_sizes import BodySizes
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage
    from reader.importing.pdf.text_lines.text_line import TextLine

_MAX_RULES = 200
"""Number of short rules above which a page is a drawing or a form."""
_SIGNS = "*∗†‡§¶※①-⑳⁰¹²³⁴-⁹"
_SIGN = re.compile(rf"[{_SIGNS}]")
_NUMBER = re.compile(r"[\[(（〔]\d{1,3}[\])）〕]|\d{1,3}[.．、)）]?\s*(?=[^\W\d_])")
_COUNTED = re.compile(r"[0-9]{1,3}(?=\s*[^\W\d_])")
_ADDRESS = re.compile(r"\S+@\S+\Z")
"""An address of mail by itself, which ends the note over it."""
_LONE_MARK = re.compile(rf"(?:[{_SIGNS}]{{1,3}}|\d{{1,3}}[)）]?)\Z")
"""A mark that is raised so far that it is a text by itself."""


def with_footnotes(regions: Sequence[Region], page: PrintedPage, body: BodySizes) -> list[Region]:
    """Returns the regions, with the notes under the short rule at the foot of a column at their end."""
    rules = [box for box in page.boxes if _may_be_over_notes(box, page)]
    if not rules or len(rules) > _MAX_RULES:
        return list(regions)
    rules = [rule for rule in rules if not any(_continues_rule(rule, other) for other in rules)]
    blocks = [region.block for region in regions if region.role is None]
    taken: set[int] = set()
    notes: list[TextBlock] = []
    for rule in rules:
        found = [block for block in _notes_under(rule, blocks, largest_size(body)) if id(block) not in taken]
        taken.update(map(id, found))
        notes += _divided(found)
    return [
        *(region for region in regions if id(region.block) not in taken),
        *(Region(note, "other") for note in notes),
    ]


def _may_be_over_notes(box: Box, page: PrintedPage) -> bool:
    is_short = 0 < box.width <= weights.FOOTNOTE_RULE_MAX_WIDTH_SHARE * (page.right - page.left)
    return is_short and box.height <= page_weights.RULE_MAX_PT and page.height / 2 < box.top < page.height


def _continues_rule(rule: Box, other: Box) -> bool:
    """Whether a rule begins or ends at the end of another one: both are parts of a long one, as under a table."""
    is_level = abs(rule.top - other.top) <= page_weights.RULE_MAX_PT
    gap = min(abs(other.left - rule.right), abs(rule.left - other.right))
    return other is not rule and is_level and gap <= page_weights.BOX_SLACK_PT


def _notes_under(rule: Box, blocks: Iterable[TextBlock], size: float) -> list[TextBlock]:
    """Returns the texts under a rule that are notes; none if it is another kind of rule.

    The rule is at the left edge of the column that ends over it, and the text close under it is smaller or has a mark,
    or is data of the article, which may be as wide as the page.
    """
    column = [block for block in blocks if shared_width(block, rule) > 0]
    above = [block for block in column if block.bottom <= rule.bottom and _is_at_edge(block, rule, size)]
    below = sorted((block for block in column if block.bottom > rule.bottom), key=lambda block: block.top)
    width = max((block.width for block in above), default=0.0)
    if (
        not below
        or len(below) > weights.FOOTNOTE_MAX_TEXTS
        or not weights.FOOTNOTE_RULE_MIN_WIDTH_EM * size <= rule.width <= weights.FOOTNOTE_RULE_MAX_WIDTH_SHARE * width
    ):
        return []
    first = below[0]
    is_close = -first.size / 2 <= first.top - rule.bottom <= weights.FOOTNOTE_MAX_GAP_EM * first.size
    is_data = begins_entry(first.text)
    is_in_column = first.left >= rule.left - size and (
        is_data or all(block.right <= rule.left + width + size for block in below)
    )
    if not is_close or not is_in_column or not (is_data or _is_note(first, size)):
        return []
    notes = [first]
    for block in below[1:]:
        bottom = max(note.bottom for note in notes)
        if block.top - bottom > weights.FOOTNOTE_MAX_STEP_EM * block.size or block.size > weights.LARGER_RATIO * size:
            break
        notes.append(block)
    while notes and _LONE_MARK.match(notes[-1].text):
        notes.pop()
    return notes


def _is_at_edge(block: TextBlock, rule: Box, size: float) -> bool:
    """Whether a text begins where a rule does; one line of it may have an indent."""
    return -size <= block.left - rule.left <= weights.FOOTNOTE_MAX_INDENT_EM * size


def _is_note(block: TextBlock, size: float) -> bool:
    """Whether the first text under a rule is a note: in smaller print, or as large as the text and with a mark."""
    if block.size < weights.SMALL_RATIO * size:
        return True
    has_mark = _begins_note(block.text) or bool(_NUMBER.match(block.text))
    return has_mark and not block.bold and block.size <= weights.LARGER_RATIO * size


def _divided(blocks: Iterable[TextBlock]) -> list[TextBlock]:
    """Returns texts divided into notes.

    One begins with a label, a sign or the number after that of the note above; after the end of a sentence, with any
    number or an indent, or where the line above was ended early, too. A full line goes on in the next one, though a
    gap or words in the other script are in it.
    """
    rows = _rows([(line, block) for block in blocks for line in block.lines])
    right = max((line.right for line, _ in rows), default=0.0)
    notes: list[list[TextLine]] = []
    above: TextLine | None = None
    own = None
    for line, block in rows:
        is_next = above is not None and _is_next(line, block, above, right)
        if notes and _is_lone_mark(notes[-1]):
            mark = notes[-1][0]
            notes[-1] = [replace(line, text=f"{mark.text} {line.text}", left=min(mark.left, line.left))]
        elif (notes and block is not own and _ADDRESS.match(line.text)) or (
            above and not is_next and (block is own or _goes_on(above, line, right)) and not _begins_after(line, notes)
        ):
            notes[-1].append(line)
        else:
            notes.append([line])
        above, own = line, block
    return [block_of(note) for note in notes]


def _is_next(line: TextLine, block: TextBlock, above: TextLine, right: float) -> bool:
    """Whether a line after the end of a sentence begins a note: by an indent, a number, or a short line above it."""
    if not ends_sentence(above.text):
        return False
    is_indented = line.left - block.left >= blocks_weights.MIN_INDENT_EM * line.size
    space = (right - above.right) / above.size
    return is_indented or bool(_NUMBER.match(line.text)) or ends_paragraph(above, line, space)


def _rows(lines: Iterable[tuple[TextLine, TextBlock]]) -> list[tuple[TextLine, TextBlock]]:
    """Returns lines from the top down, each with its block; those that only a wider blank divides are one line."""
    found: list[tuple[TextLine, TextBlock]] = []
    for line, block in sorted(lines, key=lambda pair: (round(pair[0].baseline), pair[0].left)):
        last = found[-1][0] if found else None
        if (
            last
            and are_in_row(last, line)
            and not _LONE_MARK.match(last.text)
            and 0 <= line.left - last.right <= weights.FOOTNOTE_BLANK_MAX_EM * line.size
        ):
            text = f"{last.text} {line.text}"
            found[-1] = (replace(last, text=text, right=line.right, script=script_of(text)), found[-1][1])
        else:
            found.append((line, block))
    return found


def _goes_on(above: TextLine, line: TextLine, right: float) -> bool:
    """Whether a note goes on from a full line, which ends at ``right``, in the line of another block below it."""
    is_full = right - above.right <= line.size and not ends_sentence(above.text)
    return is_full and above.script == line.script and not are_in_row(above, line)


def _begins_after(line: TextLine, notes: Sequence[Sequence[TextLine]]) -> bool:
    """Whether a line begins with the mark of a note, or with the number after that of the note above."""
    return _begins_note(line.text) or _is_counted_on(notes[-1][0].text, line.text)


def _is_counted_on(above: str, text: str) -> bool:
    """Whether a line begins with the number after the one that the note above begins with."""
    first, second = _COUNTED.match(above), _COUNTED.match(text)
    return bool(first and second and int(second[0]) == int(first[0]) + 1)


def _is_lone_mark(lines: Sequence[TextLine]) -> bool:
    return len(lines) == 1 and bool(_LONE_MARK.match(lines[0].text))


def _begins_note(text: str) -> bool:
    return bool(_SIGN.match(text)) or begins_with_label(text)
