"""Titles: the title at the top of a page in one or both languages, its deck, and its bylines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from reader.importing.credits import WOVEN_CREDIT
from reader.importing.extraction import NO_TEXTS
from reader.importing.scripts import HAN, LATIN, SCRIPTS
from reader.importing.text.text_runs import split_line
from reader.importing.text.widths import width_em
from reader.model.record import record, replace
from reader.model.scripts import HAN_UNIFIED, SENTENCE_MARKS, is_han, is_title_case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.extraction import Texts
    from reader.importing.scripts import Script
    from reader.importing.text.languages import LanguagePair

_MARK_AT_END = re.compile(rf"[{SENTENCE_MARKS}][”’」』）)\"']*(?:[ \u00a0\u202f]?»)?\Z")
_BYLINE = re.compile(
    r"(?:(?:文|撰文|作者|采访|採訪|编辑|編輯|译|翻译|翻譯|整理|口述|图文|圖文)\s*[/／|:：]|"
    r"(?:Text|Words|Story|Written|Interview|Translated|Translation|Edited|By)\s*(?:by\b|[/／|:])|By (?=[A-Z]))",
)
_HAN_CHARACTER = re.compile(f"[{HAN_UNIFIED}]")
_TITLE_LINES = 6
"""Number of lines at the top of a page among which its title and bylines are."""
_TITLE_MOST_EM = 30
_TITLE_MOST_HAN_WORDS = 3
"""Maximum number of parts of a Chinese title between spaces."""
_CAPTION_MOST_WORDS = 10
"""Number of words above which a line of English below a Chinese one makes the two a caption."""
_DECK_LEAST_EM = 9
_DECK_LEAST_LETTERS, _DECK_MOST_LETTERS = 2.8, 6.5
"""Minimum and maximum number of English characters of a deck for each Chinese one; two columns have fewer."""


class NumberedLine(NamedTuple):
    """A line with its number in the page text."""

    number: int
    text: str


@record
class TitleBlock:
    """The title of an article, with its deck and its bylines as printed."""

    title: Texts = NO_TEXTS
    deck: Texts = NO_TEXTS
    bylines: tuple[str, ...] = ()


class _BylineCut(NamedTuple):
    """A line without its bylines, and these."""

    text: str
    bylines: list[str]


def take_title_block(lines: list[NumberedLine], languages: LanguagePair) -> TitleBlock:
    """Takes a title off the top: a short line, then one in the other language, with bylines beside or below."""
    titles: dict[Script, str] = {}
    bylines: list[str] = []
    taken = 0
    for _, line in lines[:_TITLE_LINES]:
        text, own = _cut_bylines(line)
        if text or not own:
            script = _title_script(text, languages)
            if not script or script in titles:
                break
            titles[script] = text
        bylines += own
        taken += 1
    below = lines[taken].text if taken < len(lines) else ""
    if not titles or not below or _is_caption_below(titles, below):
        return TitleBlock()
    del lines[:taken]
    block = TitleBlock(languages.texts(titles), bylines=tuple(bylines))
    deck = _take_deck(lines, languages) if len(titles) == len(SCRIPTS) else None
    if not deck:
        return block
    while len(lines) > 1:
        text, own = _cut_bylines(lines[0].text)
        if text or not own:
            break
        bylines += own
        del lines[0]
    return replace(block, deck=deck, bylines=tuple(bylines))


def _title_script(text: str, languages: LanguagePair) -> Script | None:
    """Returns the script of a line that may be a title; None if it cannot be one."""
    scripts = {run.language.script for run in split_line(0, text, languages, 0)}
    if len(scripts) != 1 or (ends_with_mark(text) and not re.search(r"[?？!！]\Z", text)):
        return None
    (script,) = scripts
    if width_em(text, script == HAN) > _TITLE_MOST_EM or WOVEN_CREDIT.search(text):
        return None
    if script == LATIN:
        return script if is_title_case(text) else None
    is_title = not re.search("[。，；]", text) and len(text.split()) <= _TITLE_MOST_HAN_WORDS
    return script if is_title else None


def _is_caption_below(titles: Mapping[Script, str], below: str) -> bool:
    """Whether the line below shows that a title is a caption: a credit, or English of the form of captions."""
    if WOVEN_CREDIT.search(below):
        return True
    words = below.split()
    return (
        list(titles) == [HAN]
        and 1 < len(words) <= _CAPTION_MOST_WORDS
        and not _HAN_CHARACTER.search(below)
        and below[0].isupper()
        and not ends_with_mark(below)
        and not is_title_case(below)
    )


def _take_deck(lines: list[NumberedLine], languages: LanguagePair) -> Texts | None:
    """Takes a deck off the top: a sentence in one language, and the same one in the other."""
    texts = [line.text.strip() for line in lines[:3]]
    if len(texts) < 3 or any(has_byline(text) or WOVEN_CREDIT.search(text) for text in texts[:2]):
        return None
    scripts = [[run.language.script for run in split_line(0, text, languages, 0)] for text in texts[:2]]
    if sorted(scripts) != [[HAN], [LATIN]]:
        return None
    han, latin = texts[:2] if scripts[0] == [HAN] else texts[1::-1]
    letters = len(latin) / max(1, sum(map(is_han, han)))
    goes_on = any(re.search(r"[，,；;、-]\Z", text) for text in (han, latin))
    is_whole = ends_with_mark(han) == ends_with_mark(latin) and not goes_on and not texts[2][0].islower()
    is_translation = _DECK_LEAST_LETTERS < letters < _DECK_MOST_LETTERS
    if not (is_translation and is_whole and width_em(han, True) > _DECK_LEAST_EM):
        return None
    del lines[:2]
    return languages.texts({HAN: han, LATIN: latin})


def ends_with_mark(text: str) -> bool:
    """Whether a text ends with a punctuation mark, before quotes and brackets."""
    return bool(_MARK_AT_END.search(text))


def has_byline(text: str) -> bool:
    """Whether a byline begins anywhere in a text."""
    return bool(_BYLINE.search(text))


def _cut_bylines(line: str) -> _BylineCut:
    """Returns a line without its bylines, and these."""
    places = [found.start() for found in _BYLINE.finditer(line)]
    if not places or (places[0] and not line[places[0] - 1].isspace()):
        return _BylineCut(line.strip(), [])
    edges: Sequence[int] = [*places, len(line)]
    return _BylineCut(line[: places[0]].strip(), [line[start:end].strip() for start, end in pairwise(edges)])
