"""Texts in both languages, divided: by their lines, or at the place in a line where the language changes."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from reader.importing.documents.languages import letters_of, side_of
from reader.importing.documents.prose_building import ProseLine, joined
from reader.model.record import replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.document import SourceUnit

MIN_LINE_LETTERS = 2
"""Characters, or words, from which on a line shows the language of its text."""
_BREAK = re.compile(r"\s*[/／|｜•·—–~～:：-]+\s*|\s*[\t\u3000]\s*|\s+")
_OPEN, _CLOSE = "([（［【〔《", ")]）］】〕》"
_HAN_LIKE = re.compile("[\u3041-\u3096\u30a1-\u30fc\u3005-\u3007\u3400-\u9fff\uac00-\ud7a3\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_SENTENCE_ENDS = "。！？!?…”」』.\"'’)）"


def units_of_lines(lines: Sequence[ProseLine], unit: SourceUnit) -> list[SourceUnit]:
    """Returns the text of some lines as one unit, or as one for each language where the lines alternate."""
    if not lines:
        return []
    parts = _parted(lines)
    if len(parts) == 1:
        prose = joined(lines)
        is_soft = len(lines) == 2 and not lines[0].is_hard
        line_end = len(lines[0].prose.text) if is_soft and len(prose.text) > len(lines[0].prose.text) else 0
        return [replace(unit, text=prose, line_end=line_end)] if prose.text or prose.spans else []
    texts = [prose for part in parts if (prose := joined(part)).text]
    is_one = len({side_of(prose.text) for prose in texts}) < 2
    return [replace(unit, text=prose, tag=unit.tag if is_one else "") for prose in texts]


def _parted(lines: Sequence[ProseLine]) -> list[list[ProseLine]]:
    """Returns runs of lines in one language; one run if the lines do not change clearly."""
    blocks: list[list[ProseLine]] = [[]]
    for line in lines:
        blocks[-1].append(line)
        if line.parts:
            blocks.append([])
    runs: list[list[ProseLine]] = []
    for block in filter(None, blocks):
        sides = [side_of(line.prose.text) for line in block]
        clear = [side for side, line in zip(sides, block, strict=True) if side and _is_clear(line)]
        if len(set(clear)) < 2 or not _alternate(block):
            runs.append(block)
            continue
        last = clear[0]
        named = []
        for side, line in zip(sides, block, strict=True):
            last = side if side and _is_clear(line) else last
            named.append((last, line))
        runs += [[line for _, line in run] for _, run in groupby(named, key=lambda each: each[0])]
    return runs


def _is_clear(line: ProseLine) -> bool:
    """Whether a line is in one script alone, or nearly so; one word is enough where the line end is meant."""
    text = line.prose.text
    counts = letters_of(text)
    total = sum(counts.values())
    if counts.keys() == {"latin"} and line.is_set_apart:
        return True
    if total < MIN_LINE_LETTERS and not counts.keys() - {"latin"}:
        return bool(counts) and bool(re.match(r"\W*[A-Z].*[.!?]\W*\Z", text))
    best = max(counts.values(), default=0)
    others = counts["han"] + counts["kana"] if side_of(text) == "latin" else counts["latin"]
    return (best > 0 and others * 3 <= total) or counts.keys() <= {"han", "kana"}


def _alternate(lines: Sequence[ProseLine]) -> bool:
    """Whether lines of two scripts are texts of their own: the change is at a meant line end, or after a whole text."""
    for one, other in pairwise(lines):
        if side_of(one.prose.text) != side_of(other.prose.text) and not one.is_hard and not one.parts:
            first, second = one.prose.text.rstrip(), other.prose.text.lstrip()
            is_whole = bool(first) and (first[-1] in _SENTENCE_ENDS or first[-1] in ":：")
            begins = bool(second) and (second[0].isupper() or bool(_HAN_LIKE.match(second)) or not second[0].isalpha())
            is_translated = len(lines) == 2 and len({*letters_of(first), *letters_of(second)}) == 2 and len(second) > 4
            if not (begins or is_translated) or not (is_whole or len(lines) == 2):
                return False
    return True


def split_at_change(prose: Prose) -> tuple[Prose, Prose] | None:
    """Divides a text such as ``夜空 Night Sky`` where its script changes; None if it changes more than once, or never.

    Marks between the two parts are left out, and brackets around the second one.
    """
    text = prose.text
    others = [found.start() for found in _HAN_LIKE.finditer(text)]
    latin = [found.start() for found in _LATIN.finditer(text)]
    if not others or not latin:
        return None
    tail = text[others[-1] + 1 :]
    if _LATIN.search(tail) and (others[0] < latin[0] or not _LATIN.search(text[: others[0]])):
        return _cut(prose, others[-1] + 1)
    if latin[0] < others[0]:
        head_end = others[0]
        rest = text[head_end:]
        if not _LATIN.search(rest) or len(_LATIN.findall(rest)) * 4 < len(rest):
            return _cut(prose, head_end, is_head_latin=True)
    return None


def _cut(prose: Prose, at: int, *, is_head_latin: bool = False) -> tuple[Prose, Prose] | None:
    """Divides a text at the change of its script, by the marks there."""
    text = prose.text
    if is_head_latin:
        start = at
        while start and not _LATIN.match(text[start - 1]) and text[start - 1] not in ".!?)’”\"'":
            start -= 1
        first_end, second_start = start, at
        between = text[start:at]
        opening = next((offset for offset, mark in enumerate(between) if mark in "“‘「『《【"), -1)
        if opening >= 0:
            second_start = start + opening
        if any(mark in _OPEN[:4] for mark in between) and text.rstrip().endswith(tuple(_CLOSE)):
            return sliced(prose, 0, first_end), sliced(prose, at, len(text.rstrip()) - 1)
        return sliced(prose, 0, first_end), sliced(prose, second_start, len(text))
    end = at
    while end < len(text) and not (text[end].isalnum() or text[end] in "“‘\"'("):
        end += 1
    between = text[at:end]
    if (end < len(text) and text[end] == "(") or any(mark in "(（[" for mark in between):
        opening = next(offset for offset in range(at, len(text)) if text[offset] in "(（[")
        if text.rstrip()[-1] in ")）]":
            return sliced(prose, 0, opening), sliced(prose, opening + 1, len(text.rstrip()) - 1)
        return None
    kept = 0
    marks = "。！？…”’」』》）】，、；!?" + (":：" if text.rstrip()[-1:] in ":：" else "")
    while kept < len(between) and between[kept] in marks:
        kept += 1
    rest = between[kept:]
    if not rest and not kept:
        return None
    return sliced(prose, 0, at + kept), sliced(prose, end, len(text))


def sliced(prose: Prose, start: int, end: int) -> Prose:
    """Returns a part of a text with its marks, without blanks and dividing marks at its ends."""
    text = prose.text
    while start < end and (text[start].isspace() or text[start] in "/／|｜"):
        start += 1
    signs = "/／|｜•·—–-" + ("" if text.rstrip()[-1:] in ":：" else ":：")
    while end > start and (text[end - 1].isspace() or (text[end - 1] in signs and end < len(text))):
        end -= 1
    spans = []
    for span in prose.spans:
        first, last = max(span.start, start) - start, min(span.end, end) - start
        if first < last or (span.kind == "footnote" and start <= span.start <= end):
            spans.append(replace(span, start=first, end=max(first, last)))
    return Prose(text[start:end], tuple(spans))
