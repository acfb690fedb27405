"""Two languages in one source whose letters do not tell them apart: told by words, list by list, line by line."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.importing.documents.cyrillic_languages import cyrillic_evidence
from reader.importing.documents.languages import latin_evidence, latin_tag, letters_of, side_of
from reader.importing.documents.splitting import sliced
from reader.importing.latin_languages import frequent_words
from reader.model.language import is_ideographic, script
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.importing.documents.document import SourceUnit
    from reader.model.text import Prose

LATIN_WORDS = 2
"""Frequent words of a language from which on a paragraph is in it rather than in English."""
ALTERNATING_SHARE = 0.3
"""Share of the texts whose language is another than that before, from which on two languages alternate."""
LINES_SHARE = 0.6
"""Share of the paragraphs of two lines that have a language in each, from which on all have."""
_BETWEEN = re.compile(r"\n|\s+[/|·–—]\s+|[／｜]|\s+\((?=[^()]+\)\Z)|（(?=[^（）]+）\Z)")
_JOINT = frozenset({"heading", "item", "figure", "caption"})
_GROUPED = frozenset({"item", "row"})


def with_latin_lines(units: Sequence[SourceUnit]) -> list[SourceUnit]:
    """Returns units; where paragraphs have a line in each of two languages, these lines and headings are divided."""
    found = list(units)
    if any(unit.tag or unit.key for unit in units):
        return found
    two = [_two_lines(unit) for unit in units if unit.kind in ("paragraph", "quotation") and _line_end(unit)]
    if len(two) < 2 or any(set(letters_of(line)) - {"latin"} for lines in two for line in lines):
        return found
    tags = [(latin_tag(one), latin_tag(other)) for one, other in two]
    told = max(set(tags), key=tags.count)
    if told[0] == told[1] or tags.count(told) < LINES_SHARE * len(tags):
        return found
    divided: list[SourceUnit] = []
    for at, unit in enumerate(units):
        line_end = _line_end(unit)
        if line_end and not (unit.kind == "heading" and _BETWEEN.search(unit.text.text)):
            divided += [
                replace(unit, text=part, tag=tag, key=f"line {at}", line_end=0)
                for part, tag in zip(_parted_at(unit.text, line_end), told, strict=True)
            ]
            continue
        places = [*_BETWEEN.finditer(unit.text.text)] if unit.kind != "code" else []
        if len(places) != 1 or unit.kind == "paragraph":
            own = frequent_words(unit.text.text)
            divided.append(replace(unit, tag=max(told, key=lambda tag: own.get(tag, 0))))
            continue
        end = len(unit.text.text) - places[0][0].endswith(("(", "（"))
        parts = sliced(unit.text, 0, places[0].start()), sliced(unit.text, places[0].end(), end)
        divided += [replace(unit, text=part, tag=tag, key=f"line {at}") for part, tag in zip(parts, told, strict=True)]
    return divided


def _line_end(unit: SourceUnit) -> int:
    """Returns the offset of the only line end of a text, meant or not; 0 if it has none or several."""
    text = unit.text.text
    if unit.kind == "code" or text.count("\n") > 1:
        return 0
    return max(0, text.find("\n")) if "\n" in text else unit.line_end


def _two_lines(unit: SourceUnit) -> list[str]:
    return [part.text for part in _parted_at(unit.text, _line_end(unit))]


def _parted_at(prose: Prose, at: int) -> tuple[Prose, Prose]:
    return sliced(prose, 0, at), sliced(prose, at + 1, len(prose.text))


def with_joint_titles(units: Sequence[SourceUnit], languages: Sequence[str]) -> list[SourceUnit]:
    """Returns units; each heading or item with both of two languages, whose letters do not tell them apart, as two."""
    parted = [_parts_of_title(unit) if unit.kind in _JOINT and not unit.key else [] for unit in units]
    told = [
        _languages_of(parts, languages, is_sure="\n" in unit.text.text)
        for unit, parts in zip(units, parted, strict=True)
    ]
    orders: list[Sequence[str]] = [tuple(tags) for tags in told if set(tags) == set(languages)]
    found: list[SourceUnit] = []
    for at, (unit, parts, tags) in enumerate(zip(units, parted, told, strict=True)):
        if orders and unit.kind == "heading" and _is_open(tags, languages):
            tags = max(set(orders), key=orders.count)  # words without kana, or a name
        if len(parts) != 2 or set(tags) != set(languages):
            found.append(unit)
            continue
        found += [
            replace(unit, text=part, tag=tag, key=f"title {at}", line_end=0)
            for part, tag in zip(parts, tags, strict=True)
        ]
    return found


def _is_open(tags: Sequence[str], languages: Sequence[str]) -> bool:
    """Whether the languages of two parts are not told by words: one has none, or Japanese is without kana."""
    return len(tags) == 2 and ("" in tags or ("ja" in languages and "ja" not in tags))


def _languages_of(parts: Sequence[Prose], languages: Sequence[str], *, is_sure: bool) -> Sequence[str]:
    """Returns the languages of the parts of a text; one that no word tells is in the other, if it surely has two."""
    tags = [_language_of(part.text, languages) for part in parts]
    if is_sure and tags.count("") == 1:
        told = next(tag for tag in tags if tag)
        tags = [tag or next(each for each in languages if each != told) for tag in tags]
    return tags


def _parts_of_title(unit: SourceUnit) -> list[Prose]:
    """Returns the parts of a title before and after its only sign or line end; none if it has several.

    Items and captions have no signs between two languages, but line ends.
    """
    text = unit.text.text
    between = [*_BETWEEN.finditer(text)] if unit.kind == "heading" else []
    if len(between) != 1:
        return [*_parted_at(unit.text, _line_end(unit))] if _line_end(unit) else []
    end = len(text) - between[0][0].endswith(("(", "（"))
    return [sliced(unit.text, 0, between[0].start()), sliced(unit.text, between[0].end(), end)]


def _language_of(text: str, languages: Sequence[str]) -> str:
    """Returns the one of two languages that a part of a title is in: by its words, or by its kana."""
    if "ja" in languages and any(map(is_ideographic, set(languages) - {"ja"})):
        return "ja" if side_of(text) == "kana" else next(tag for tag in languages if tag != "ja")
    evidence = latin_evidence(text)
    return _best({tag: evidence.get(tag, 0.0) for tag in languages})


def latin_tags(units: Sequence[SourceUnit], tags: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Returns tags for a text in Latin letters that may be in two languages, paragraph by paragraph."""
    counts = [{tag: float(count) for tag, count in frequent_words(unit.text.text).items()} for unit in units]
    return _tags_of_two(units, tags, wanted, counts, latin_evidence)


def cyrillic_tags(units: Sequence[SourceUnit], tags: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Returns tags for a text in Cyrillic letters that may be in two languages, as :func:`latin_tags` does."""
    return _tags_of_two(units, tags, wanted, [cyrillic_evidence(unit.text.text) for unit in units], cyrillic_evidence)


def with_tags_by_words(units: Sequence[SourceUnit], tags: Sequence[str]) -> list[str]:
    """Returns tags; texts of which the source says nothing have those of their words, where it says two languages.

    These are in Latin letters, as the columns of a table below a title in both.
    """
    told = list(dict.fromkeys(unit.tag for unit in units if unit.tag and unit.tag in tags))
    if len(told) != 2 or any(script(tag) != "Latn" for tag in told):
        return list(tags)
    found = list(tags)
    for at, unit in enumerate(units):
        if not unit.tag and tags[at] in told and unit.kind != "code":
            evidence = latin_evidence(unit.text.text)
            found[at] = _best({tag: evidence.get(tag, 0.0) for tag in told}) or tags[at]
    return found


def _tags_of_two(
    units: Sequence[SourceUnit],
    tags: Sequence[str],
    wanted: Sequence[str],
    counts: Sequence[dict[str, float]],
    evidence_of: Callable[[str], dict[str, float]],
) -> list[str]:
    """Returns tags for a text that may be in two languages of one script.

    Args:
        units: The texts.
        tags: Their tags if there is but one language.
        wanted: The languages, if they are known.
        counts: The sure evidence of each text for each language.
        evidence_of: Returns all evidence of a text.
    """
    known = [tag for tag in (wanted or counts[0] if counts else ()) if tag in counts[0]]
    best = [
        max(known, key=lambda tag: count[tag]) if known and max(count.values()) >= LATIN_WORDS else ""
        for count in counts
    ]
    chars = {
        tag: sum(len(unit.text.text) for unit, own in zip(units, best, strict=True) if own == tag) for tag in known
    }
    found = sorted((tag for tag in known if chars[tag]), key=lambda tag: -chars[tag])[:2]
    if len(found) < 2 or chars[found[1]] < 0.25 * chars[found[0]]:
        return list(tags)
    one, other = found
    evidence = _evidence(units, found, evidence_of)
    result = [max(found, key=lambda tag: own[tag]) if own[one] != own[other] else "" for own in evidence]
    decided = [tag for tag in result if tag]
    changes = sum(before != tag for before, tag in pairwise(decided))
    if changes < ALTERNATING_SHARE * len(decided):  # one language after the other: a heading is of the text below it
        for at in range(len(result) - 1, -1, -1):
            result[at] = result[at] or (result[at + 1] if at + 1 < len(result) else decided[-1])
        return result
    before = ""
    for at, (unit, tag) in enumerate(zip(units, result, strict=True)):
        if at and _is_same_list(units[at - 1], unit) and result[at - 1] and not tag:
            result[at] = result[at - 1]
        elif not tag:  # a heading between two languages: the other one than that before, where they alternate
            result[at] = (other if before == one else one) if before else one
        before = result[at]
    return result


def _evidence(
    units: Sequence[SourceUnit], languages: Sequence[str], evidence_of: Callable[[str], dict[str, float]]
) -> list[dict[str, float]]:
    """Returns the evidence of each unit for two languages; of an item or a row, that of its list or table.

    Where two lists follow each other without a gap, each half has its own language; where items do, each has its own.
    """
    found = [{tag: own[tag] for tag in languages} for unit in units if (own := evidence_of(unit.text.text))]
    start = 0
    for at in range(1, len(units) + 1):
        if at < len(units) and _is_same_list(units[at - 1], units[at]):
            continue
        half = (at - start) // 2
        parts = [range(start, at)]
        if at - start == 2 * half:
            for pair in (
                [range(start, at - half), range(at - half, at)],
                [range(start, at, 2), range(start + 1, at, 2)],
            ):
                if len({_best(_sum(found, part)) for part in pair} - {""}) == 2:
                    parts = pair
                    break
        for part in parts:
            total = _sum(found, part)
            for place in part:
                found[place] = total
        start = at
    return found


def _sum(evidence: Sequence[dict[str, float]], part: range) -> dict[str, float]:
    return {tag: sum(evidence[at][tag] for at in part) for tag in evidence[part.start]}


def _best(evidence: dict[str, float]) -> str:
    (one, first), (other, second) = evidence.items()
    return "" if first == second else one if first > second else other


def _is_same_list(one: SourceUnit, other: SourceUnit) -> bool:
    return one.kind == other.kind and one.kind in _GROUPED and one.group == other.group != 0
