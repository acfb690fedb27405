"""Forms of a single block, whatever is around it: captions by number, signs, lists, running text, heads. Pure."""

from __future__ import annotations

import re

from reader.importing.bullets import has_bullet, is_item
from reader.importing.pdf.blocks.diagrams import is_numbered_caption
from reader.importing.pdf.blocks.numbered_lines import begins_clause
from reader.importing.pdf.roles.table_titles import is_table_title
from reader.importing.pdf.roles.title_words import is_worded
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import count_han, count_latin_words
from reader.model.scripts import HAN_UNIFIED, PAUSES_HAN, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.blocks.text_blocks import TextBlock

_CLAUSES = re.compile(r"[;；。]|[a-z]{3}[.!?]\s")
"""Marks between the clauses of a longer text, which heads nothing; an abbreviation is shorter."""
_SOURCE_LABEL = re.compile(r"\s*(?:(?:资料|資料)?[来來]源|出处|出處|Source)\s*[:：]\s*\Z")
"""Label at the end of a caption, with the source on a line of its own."""
_TITLED_NUMBER = re.compile(
    r"(?:Fig(?:ure|ura|\.)?|Abb(?:ildung|\.)?|Photo|Map|Chart)\s*\d{1,3}(?:[.-]\d{1,3})?[a-z]?\s*[.:–—|]\s+[A-ZÀ-Þ]"
    r"|[图圖表]\s*[A-Z]?\d{1,3}(?:[.\-–—]\d{1,3})*\s*[:：]\s*\S"
)
"""Beginning of a caption with a mark after its number, and a new sentence: running text goes on after a number."""
_LABELLED = re.compile(rf"[{HAN_UNIFIED}]{{2,8}}\s*[：:]")
"""Beginning of a line with a label for its content: ``编号：``."""
SENTENCE_MARK_AT_END = re.compile(r"[。，,；;：:.]\s*\Z")
"""A mark with which no heading ends."""


def is_caption_by_number(block: TextBlock) -> bool:
    """Whether a block by itself is a caption or the title of a table, as it begins with a number and is no sentence.

    With a mark after its number, it may be sentences.
    """
    if _TITLED_NUMBER.match(block.text) and len(block.lines) <= weights.CAPTION_MAX_LINES:
        return True
    is_numbered = is_numbered_caption(block.text) or is_table_title(block.text)
    words = _SOURCE_LABEL.sub("", block.text)
    return is_numbered and len(block.lines) <= weights.CREDITED_MAX_LINES and not _has_pause_or_end(words)


def is_sign(text: str) -> bool:
    """Whether a small text is a sign or an abbreviation in a drawing, and no caption: ``∗``, ``VDD``."""
    words = text.split()
    is_short = len(words) <= weights.ABBREVIATION_MAX_WORDS and all(
        len(word) <= weights.ABBREVIATION_MAX_LETTERS for word in words
    )
    return is_short and not count_han(text) and not any(map(str.islower, text))


def _has_pause_or_end(text: str) -> bool:
    return ends_sentence(text) or text[-1:] in PAUSES_HAN + PAUSES_LATIN


def is_short_as_heading(block: TextBlock) -> bool:
    """Whether a text is as short as a heading."""
    text = block.text
    longest = weights.HEADING_MAX_LETTERS if count_han(text) * 2 < len(text) else weights.HEADING_MAX_CHARACTERS
    if len(text) > weights.PLAIN_HEADING_MAX_LETTERS and _CLAUSES.search(text):
        return False
    return len(block.lines) <= weights.HEADING_MAX_LINES and len(text) <= longest


def is_head(block: TextBlock) -> bool:
    """Whether a text over all others is as short as the title of a paper, and no sentence."""
    is_short = len(block.lines) <= weights.HEADING_MAX_LINES and len(block.text) <= weights.PAPER_TITLE_MAX_LETTERS
    return is_short and is_worded(block.text) and not SENTENCE_MARK_AT_END.search(block.text)


def is_in_capitals(block: TextBlock) -> bool:
    """Whether a block is several words in capitals, as short as a heading, and no sentence."""
    is_short = is_short_as_heading(block) and not SENTENCE_MARK_AT_END.search(block.text)
    is_several = count_latin_words(block.text) > 1
    return is_short and is_several and block.text.isupper() and not any(map(str.isdecimal, block.text))


def has_figure(block: TextBlock) -> bool:
    """Whether a line of a short block is a mere figure, as in a chart or over a word on it, without a label."""
    return len(block.lines) <= weights.HEADING_MAX_LINES and not all(
        is_worded(line.text) or _LABELLED.match(line.text) for line in block.lines
    )


def is_list(block: TextBlock) -> bool:
    """Whether a block is items of a list: it begins with a bullet, or several lines begin with a number."""
    return has_bullet(block.text) or has_items(block)


def has_items(block: TextBlock) -> bool:
    """Whether several lines of a block begin an item or a clause."""
    return sum(is_item(line.text) or begins_clause(line.text) for line in block.lines) > 1
