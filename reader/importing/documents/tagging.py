"""The languages of a document, and that of each unit; units in both languages are divided."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.alignment.glossary import is_gloss
from reader.importing.credits import is_byline
from reader.importing.documents.han_headings import with_sides_of_neighbours
from reader.importing.documents.language_labels import without_labels
from reader.importing.documents.languages import (
    fits,
    has_letters,
    letters_of,
    settled,
    side_of,
    tag_by_content,
    text_of_units,
)
from reader.importing.documents.latin_tagging import (
    cyrillic_tags,
    latin_tags,
    with_joint_titles,
    with_latin_lines,
    with_tags_by_words,
)
from reader.importing.documents.quotations import with_authors
from reader.importing.documents.splitting import split_at_change
from reader.importing.documents.titles import is_like_title
from reader.importing.latin_languages import ENGLISH
from reader.model.language import is_ideographic, matches, script
from reader.model.record import record, replace
from reader.model.scripts import ends_sentence
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.documents.document import Document, RowCell, SourceUnit, UnitKind

MIN_SHARE = 0.08
"""Share of a text's words that its second language has at least."""
MIN_UNITS = 2
"""Number of texts that the second language has at least."""
JOINT_SHARE = 0.6
"""Share of the texts that have both languages in one line from which on a source is so throughout."""
TRUSTED_SHARE = 0.8
"""Share of the texts with a declared language that are in its script, from which on texts without letters are in it."""
_SIGN = re.compile(r"[/／|｜•·—–~～:：(（\[【\t\u3000]|\s-\s")
_BAR = re.compile(r"\s[/／|｜]\s")
_HAN_TO_LETTERS = (0.8, 14.0)
"""Letters of an alphabetic text for each Han character between which one may be the translation of the other."""


@record
class TaggedDocument:
    """The units of a document with the tags of their languages; units in no language have none."""

    units: tuple[SourceUnit, ...]
    languages: tuple[str, ...]
    """The languages that the units are in, one or two, in the order of a draft."""
    others: tuple[str, ...] = ()
    """Texts in further languages."""


def tagged_as_one(document: Document, wanted: str = "") -> TaggedDocument:
    """Returns a document in one language: ``wanted``, or the one that it says, or that most of its text is in."""
    units = with_authors(with_pages(document.units))
    text = text_of_units(units)
    declared = next((unit.tag for unit in units if unit.tag), "")
    tag = wanted or _agreed(document.language, text) or _agreed(declared, text) or tag_by_content(text) or "en"
    return TaggedDocument(tuple(replace(unit, tag=tag) for unit in units), (tag,))


def tagged(document: Document, wanted: Sequence[str] = ()) -> TaggedDocument:
    """Returns the units of a document in one language or two, each with its tag."""
    units = with_latin_lines(_split_throughout(without_labels(with_authors(with_pages(document.units)))))
    tags = _tags_of(units, document.language, wanted)
    units = [replace(unit, tag=tag) for unit, tag in zip(units, tags, strict=True)]
    languages = _two_languages(units, wanted, document.language)
    if len(languages) == 2 and is_ideographic(languages[0]) != is_ideographic(languages[1]):
        units = list(_divided(units, languages))
    if len(languages) == 2 and _are_alike(languages):
        units = with_joint_titles(units, languages)
        languages = _two_languages(units, wanted, document.language)
    if len(languages) == 2:
        units = _with_plain_titles(units)
    if len(languages) == 1:
        return TaggedDocument(tuple(replace(unit, tag=languages[0]) for unit in units), languages)
    others = tuple(unit.text.text for unit in units if unit.tag and unit.tag not in languages)
    units = [unit for unit in units if not unit.tag or unit.tag in languages]
    return TaggedDocument(tuple(units), languages, others)


def _are_alike(languages: Sequence[str]) -> bool:
    """Whether the letters of two languages do not tell them apart: both are in Latin ones, or Chinese and Japanese."""
    return all(script(tag) == "Latn" for tag in languages) or (
        "ja" in languages and all(map(is_ideographic, languages))
    )


def with_pages(units: Iterable[SourceUnit]) -> list[SourceUnit]:
    """Returns units with the beginnings of printed pages as a part of the units after them."""
    found: list[SourceUnit] = []
    page = ""
    for unit in units:
        if unit.kind == "page":
            page = unit.text.text
            continue
        found.append(replace(unit, page=page) if page else unit)
        page = ""
    return found


def _split_throughout(units: list[SourceUnit]) -> list[SourceUnit]:
    """Returns units; where most have both languages in one line, each of them as two with the same key."""
    lettered = [unit for unit in units if unit.kind not in ("code", "page") and has_letters(unit.text.text)]
    if len({side_of(unit.text.text) for unit in lettered}) > 1 or any(unit.key for unit in units):
        return units
    found = {id(unit): parts for unit in lettered if (parts := _parts(unit, (), is_joint=True))}
    if len(found) < max(2, JOINT_SHARE * len(lettered)):
        return units
    return [
        replace(part, key=f"line {at}") if id(unit) in found else part
        for at, unit in enumerate(units)
        for part in found.get(id(unit), (unit,))
    ]


def _agreed(tag: str, text: str) -> str:
    return settled(tag, text) if tag and fits(tag, text) else ""


def _tags_of(units: Sequence[SourceUnit], language: str, wanted: Sequence[str]) -> list[str]:
    """Returns the tag of each unit: the declared one if its script agrees, else that of its script in the text."""
    sides = ["" if unit.kind == "code" else side_of(unit.text.text) for unit in units]
    if {"han", "kana"} <= {*sides} and _is_two(units, sides):
        sides = with_sides_of_neighbours(units, sides)
    by_side: dict[str, str] = {}
    for side in dict.fromkeys(filter(None, sides)):
        text = "\n".join(unit.text.text for unit, own in zip(units, sides, strict=True) if own == side)
        declared = [unit.tag for unit, own in zip(units, sides, strict=True) if own == side and unit.tag]
        content = tag_by_content(text)
        whole = language if side != "latin" or content == ENGLISH else content  # pages often name their template's
        told = next((tag for tag in (*wanted, *declared, whole) if tag and fits(tag, text)), "")
        by_side[side] = settled(told, text) if told else content
    if {"han", "kana"} <= by_side.keys() and not _is_two(units, sides):
        by_side["han"] = by_side["kana"]
    tags = []
    trusted = _trusted(units, sides)
    for unit, side in zip(units, sides, strict=True):
        if not side:
            tags.append(
                next((tag for tag in by_side.values() if matches(unit.tag, tag)), "") if unit.tag in trusted else ""
            )
        elif unit.tag and fits(unit.tag, unit.text.text):
            tags.append(by_side[side] if matches(unit.tag, by_side[side]) else settled(unit.tag, unit.text.text))
        else:
            tags.append(by_side[side])
    if len(set(by_side)) == 1 and "latin" in by_side and not any(unit.tag for unit in units):
        tags = latin_tags(units, tags, wanted)
    if len(set(by_side)) == 1 and "cyrillic" in by_side and not any(unit.tag for unit in units):
        tags = cyrillic_tags(units, tags, wanted)
    return with_tags_by_words(units, tags)


def _is_two(units: Sequence[SourceUnit], sides: Sequence[str]) -> bool:
    """Whether a text with kana has Chinese beside Japanese: sentences without any kana."""
    keyed: dict[str, set[str]] = {}
    for unit, side in zip(units, sides, strict=True):
        if unit.key:
            keyed.setdefault(unit.key, set()).add(side)
    if sum({"han", "kana"} <= own for own in keyed.values()) * 2 > len(keyed) > 0:
        return True
    long = [
        side
        for unit, side in zip(units, sides, strict=True)
        if side in ("han", "kana") and (len(unit.text.text) > 20 or ends_sentence(unit.text.text))
    ]
    return "latin" not in sides and long.count("han") * 3 > len(long)


def _trusted(units: Sequence[SourceUnit], sides: Sequence[str]) -> set[str]:
    """Returns the declared tags that nearly all texts with letters agree with: pages may declare one for all."""
    found: dict[str, list[bool]] = {}
    for unit, side in zip(units, sides, strict=True):
        if side and unit.tag:
            found.setdefault(unit.tag, []).append(fits(unit.tag, unit.text.text))
    return {tag for tag, own in found.items() if sum(own) >= TRUSTED_SHARE * len(own)}


def _two_languages(units: Sequence[SourceUnit], wanted: Sequence[str], language: str) -> tuple[str, ...]:
    """Returns the languages of units, the two with most text if there are more."""
    chars: dict[str, float] = {}
    counts: dict[str, int] = {}
    for unit in units:
        if unit.tag:
            size = sum(letters_of(unit.text.text).values())
            chars[unit.tag] = chars.get(unit.tag, 0) + size
            counts[unit.tag] = counts.get(unit.tag, 0) + 1
    if len(wanted) == 2 and all(any(matches(tag, own) or own == tag for own in chars) for tag in wanted):
        return tuple(next(own for own in chars if own == tag or matches(tag, own)) for tag in wanted)
    found = sorted(chars, key=lambda tag: -chars[tag])[:2]
    if len(found) == 2:
        is_short = chars[found[1]] < MIN_SHARE * chars[found[0]]
        is_keyed = any(unit.key for unit in units)
        if is_short and not is_keyed and (counts[found[1]] < max(MIN_UNITS, 0.25 * counts[found[0]])):
            found = found[:1]
    if not found:
        return (language or "en",)
    order = list(dict.fromkeys(unit.tag for unit in units if unit.tag in found))
    return tuple(sorted(order, key=lambda tag: not is_ideographic(tag)))


def _divided(units: Sequence[SourceUnit], languages: tuple[str, ...]) -> Iterable[SourceUnit]:
    """Yields units; each that has both languages as two with the same key."""
    ideographic = next(tag for tag in languages if is_ideographic(tag))
    other = next(tag for tag in languages if not is_ideographic(tag))
    joint = _joint_kinds(units)
    for at, unit in enumerate(units):
        near = [*units[max(0, at - 1) : at], *units[at + 1 : at + 2]]
        parts = None if unit.key else _parts(unit, near, is_joint=unit.kind in joint)
        if not parts:
            yield unit
            continue
        key = unit.key or f"line {at}"
        for part in parts:
            tag = ideographic if side_of(part.text.text) in ("han", "kana") else other
            yield replace(part, tag=tag, key=key)


def _with_plain_titles(units: Sequence[SourceUnit]) -> list[SourceUnit]:
    """Returns units; where all headings are in one language, a short paragraph below each is one in the other."""
    found = list(units)
    tags = {unit.tag for unit in units if unit.kind == "heading" and not unit.key}
    if len(tags) != 1:
        return found
    for at, (unit, other) in enumerate(pairwise(units)):
        is_below = (
            unit.kind == "heading" and not unit.key and other.kind == "paragraph" and other.tag not in ("", *tags)
        )
        is_followed = at + 2 < len(units) and units[at + 2].tag in tags and units[at + 2].kind != "heading"
        if is_below and is_followed and not other.key and is_like_title(other, other.tag):
            found[at + 1] = replace(other, kind="heading", level=unit.level)
    return found


def _joint_kinds(units: Sequence[SourceUnit]) -> set[UnitKind]:
    """Returns the kinds whose units have both languages in one line: some surely do, and none has one alone."""
    joint = {unit.kind for unit in units if unit.kind in ("heading", "item", "figure", "caption") and _parts(unit, ())}
    return {kind for kind in joint if not any(unit.kind == kind and _is_pure_latin(unit.text.text) for unit in units)}


def _parts(
    unit: SourceUnit, near: Sequence[SourceUnit], *, is_joint: bool = False
) -> tuple[SourceUnit, SourceUnit] | None:
    """Returns a unit in both languages as two, or None."""
    if unit.kind in ("code", "verse", "page"):
        return None
    if unit.kind == "row":
        return _parts_of_row(unit)
    found = split_at_change(unit.text)
    if not found:
        return None
    first, second = found
    if unit.kind == "paragraph" and is_byline(unit.text.text) and not is_byline(second.text):
        return None  # a name in the letters of another language
    han, letters = _measures(first.text, second.text)
    if not han or not _HAN_TO_LETTERS[0] <= letters / han <= _HAN_TO_LETTERS[1]:
        return None
    words = letters_of(first.text if side_of(first.text) == "latin" else second.text)["latin"]
    between = unit.text.text[len(first.text) : len(unit.text.text) - len(second.text)]
    is_signed = bool(_SIGN.search(between))
    if unit.kind in ("paragraph", "quotation", "note") and len(unit.text.text) > 60:
        is_colon = first.text[-1:] in ":：" and second.text[-1:] in ":："
        is_whole = first.text[-1:] in '。！？.!?…”」』’"' or is_signed or is_colon
        return (replace(unit, text=first), replace(unit, text=second)) if is_whole and words >= 3 else None
    has_counterpart = any(
        each.kind == unit.kind and each.level == unit.level and _is_pure_latin(each.text.text) for each in near
    )
    is_barred = unit.kind == "paragraph" and bool(_BAR.search(between))
    if has_counterpart and not is_barred:
        return None
    if words < 2 and not is_signed and not is_joint and not _is_glossed(first.text, second.text):
        return None
    if (
        unit.kind in ("paragraph", "quotation", "note")
        and words < 3
        and not is_signed
        and first.text[-1:] not in "。！？.!?"
    ):
        return None
    return replace(unit, text=first), replace(unit, text=second)


def _is_glossed(first: str, second: str) -> bool:
    """Whether a word is the translation of Chinese beside it, by the dictionary, as in ``工具 Tools``."""
    if side_of(first) == "latin":
        first, second = second, first
    return side_of(first) == "han" and is_gloss(second, first)


def _is_pure_latin(text: str) -> bool:
    return set(letters_of(text)) == {"latin"}


def _measures(first: str, second: str) -> tuple[int, int]:
    """Returns the Han characters of one of two texts, and the letters of the other."""
    if side_of(first) == "latin":
        first, second = second, first
    counts = letters_of(first)
    return counts["han"] + counts["kana"], sum(map(str.isalpha, second)) if side_of(second) == "latin" else 0


def _parts_of_row(unit: SourceUnit) -> tuple[SourceUnit, SourceUnit] | None:
    """Returns a row whose cells have both languages as two rows."""
    found = [split_at_change(cell.text) for cell in unit.cells]
    lettered = [cell for cell in unit.cells if letters_of(cell.text.text)]
    count = sum(1 for each in found if each)
    if not count or count * 2 < len(lettered):
        return None
    sides: tuple[list[RowCell], list[RowCell]] = ([], [])
    for cell, parts in zip(unit.cells, found, strict=True):
        ordered = parts and (parts if side_of(parts[0].text) != "latin" else (parts[1], parts[0]))
        for at in (0, 1):
            sides[at].append(replace(cell, text=ordered[at]) if ordered else cell)
    made = [
        replace(unit, cells=tuple(cells), text=Prose(" | ".join(cell.text.text for cell in cells))) for cells in sides
    ]
    return made[0], made[1]
