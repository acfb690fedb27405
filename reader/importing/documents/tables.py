"""Tables: those whose columns are two languages beside each other, and those with facts."""

from __future__ import annotations

import re

from reader.importing.documents.document import RowCell, SourceUnit
from reader.importing.documents.languages import declared_tag, language_named, letters_of, side_of, tag_by_content
from reader.model.record import record, replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.text import Span

LANGUAGE_SHARE = 0.8
"""Share of the cells of a column with letters that are in one script, from which on the column is in a language."""
MAX_COLUMNS = 60
"""Columns of a table above which no two of them are looked for as languages."""
MEAN_CHARS = 9
"""Mean length of the cells of both columns from which on a table beside other text is two languages."""
MAX_TAG_CHARS = 7
LABEL_CHARS = range(2, 21)
"""Lengths of a text that may be the name of a language."""
LONG_CHARS = 20
"""Mean length of the cells of two columns in Latin letters from which on their words show two languages."""
LETTERS_FOR_CHARACTER = 0.9
"""Letters of a column for each Han character of another one, below which neither is the translation of the other."""
MAX_LEAD_ROWS = 2
"""Rows with a single text that may be above the heads of the columns."""
NO_LANGUAGES = frozenset(
    {"id", "key", "no", "nr", "num", "src", "str", "tag", "row", "ref", "cue", "doc", "pos", "seg"}
)
"""Heads of columns that are tags of languages, too, but mean names, numbers or places."""
_NAMES = re.compile(
    r"(?:\S*(?:[={}\\$]|\(\)|</?\w)\S*|[A-Za-z][\w-]*(?:[._:/-]\w+)+|[A-Za-z_-]*\d[\w.:/-]*|[A-Z_]{2,})", re.ASCII
)
"""A name that a program gives a text."""
_NUMBER = re.compile(r"\W*[0-9]{1,5}(?:[.-][0-9]{1,4})*\W*\Z")
_HEADS = re.compile(
    r"\W*(?:(?:原|译|譯|中|英|日|法|德)文(?:本|版)?|[汉漢日英法德韩韓]语|[漢日英法德韓]語|简体中文|繁體中文|日本語"
    r"|(?:source|target)(?: (?:text|language|string))?|original|translation|text|english|chinese|japanese"
    r"|french|german|français|deutsch|msgid|msgstr|zh|en|ja|fr|de)\W*(?:[(（/].*)?\Z",
    re.IGNORECASE,
)
"""Heads of columns that name a language or its part in a translation."""


@record
class SourceCell:
    """A cell as a format has it: the units in it."""

    units: tuple[SourceUnit, ...]
    columns: int = 1
    align: str = ""
    is_head: bool = False
    tag: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "\n".join(unit.text.text for unit in self.units)


@record
class LanguageColumns:
    """Two or more columns of a table that are as many languages."""

    places: tuple[int, ...]
    tags: tuple[str, ...]
    is_headed: bool
    """Whether the first row names the languages."""


@record
class _LanguageColumn:
    """A column that is in one language."""

    place: int
    side: str
    """Its script."""
    mean_chars: float
    tag: str
    is_named: bool
    """Whether its head names the language."""


def units_of_table(
    rows: Sequence[Sequence[SourceCell]], group: int, *, is_whole: bool
) -> tuple[list[SourceUnit], list[str]]:
    """Returns the units of a table, and the texts of columns beside two languages.

    ``is_whole`` if the source is nothing but the table: then short cells may be two languages, too.
    """
    rows = [row for row in rows if any(cell.text.strip() for cell in row)]
    if is_whole and (lead := _lead(rows)):
        units, rest = units_of_table(rows[lead:], group, is_whole=True)
        return [*(unit for row in rows[:lead] for cell in row for unit in cell.units), *units], rest
    if columns := language_columns(rows, is_whole=is_whole):
        return _parallel(rows, columns, group)
    return [*_rows_of_facts(rows, group)], []


def _lead(rows: Sequence[Sequence[SourceCell]]) -> int:
    """Returns the number of rows with a single text, such as a name, above a row that names languages; 0 without."""
    for at, row in enumerate(rows[: MAX_LEAD_ROWS + 1]):
        if at and len(row) > 1 and _is_headed(row, [_language_of_head(cell.text.strip()) for cell in row]):
            return at
        if sum(bool(cell.text.strip()) for cell in row) > 1:
            return 0
    return 0


def is_language_label(text: str) -> bool:
    """Whether a text is nothing but the name of a language, or of its part in a translation."""
    name = text.strip(" *:：[]【】")
    return len(text) in LABEL_CHARS and bool(_HEADS.fullmatch(name) or (len(name) > 1 and language_named(name)))


def language_columns(rows: Sequence[Sequence[SourceCell]], *, is_whole: bool) -> LanguageColumns | None:
    """Returns the columns of a table that are two languages or more, or None."""
    if not rows or min(map(len, rows)) < 2 or any(cell.columns > 1 for row in rows for cell in row):
        return _columns_of_ragged(rows, is_whole=is_whole)
    if len(rows[0]) > MAX_COLUMNS:
        return None
    named = [_language_of_head(cell.text.strip()) for cell in rows[0]]
    is_headed = _is_headed(rows[0], named)
    body = rows[1:] if is_headed else rows
    found = list(_columns(body, named if is_headed else [""] * len(rows[0])))
    pairs = [
        (one, other)
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if _differ(one, other) and (is_whole or is_headed or _may_translate(one, other))
    ]
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: pair[0].mean_chars + pair[1].mean_chars)
    shorter, both = min(one.mean_chars, other.mean_chars), one.mean_chars + other.mean_chars
    if not is_whole and (shorter < MEAN_CHARS / 2 or both < 2 * MEAN_CHARS):
        return None
    chosen = [one, other]
    for more in found:  # a third language, which may be one of the two that are wanted
        if all(more.tag != each.tag and _differ(more, each) for each in chosen):
            chosen.append(more)
    return LanguageColumns(tuple(each.place for each in chosen), tuple(each.tag for each in chosen), is_headed)


def _language_of_head(head: str) -> str:
    """Returns the tag that the head of a column is, or the name of a language in English stands for."""
    if head.lower() in NO_LANGUAGES:
        return ""
    return language_named(head) or (declared_tag(head) if len(head) <= MAX_TAG_CHARS else "")


def _is_headed(row: Sequence[SourceCell], named: Sequence[str]) -> bool:
    """Whether a first row names languages, or the parts of a translation."""
    heads = [cell.text.strip() for cell in row if cell.text.strip()]
    known = sum(bool(_HEADS.match(head)) for head in heads)
    return known >= min(2, len(heads)) or sum(map(bool, named)) >= 2


def _columns(body: Sequence[Sequence[SourceCell]], named: Sequence[str]) -> Iterator[_LanguageColumn]:
    """Yields the columns most of whose cells are in one script, or whose head names a language."""
    for place, name in enumerate(named):
        texts = [row[place].text for row in body if place < len(row)]
        sides = [side for text in texts if (side := side_of(text))]
        if not sides or len(sides) * 2 < len(body):
            continue
        if sum(bool(_NAMES.fullmatch(text.strip())) for text in texts) >= LANGUAGE_SHARE * len(texts):
            continue
        best = max(set(sides), key=sides.count)
        if not name and sides.count(best) < LANGUAGE_SHARE * len(sides):
            continue
        told = name or next((row[place].tag for row in body if place < len(row) and row[place].tag), "")
        tag = told if told and told != "zh" else tag_by_content("\n".join(texts))
        yield _LanguageColumn(place, best, sum(map(len, texts)) / len(texts), tag, bool(name))


def _differ(one: _LanguageColumn, other: _LanguageColumn) -> bool:
    """Whether two columns are two languages: in two scripts, by their heads, or by the words of long texts."""
    is_long = min(one.mean_chars, other.mean_chars) >= LONG_CHARS
    return one.side != other.side or (one.tag != other.tag and ((one.is_named and other.is_named) or is_long))


def _may_translate(one: _LanguageColumn, other: _LanguageColumn) -> bool:
    """Whether the lengths of two columns are those of a text and its translation: letters say less than characters."""
    short, long = sorted((one, other), key=lambda each: each.side not in ("han", "kana"))
    is_ideographic = short.side in ("han", "kana") and long.side not in ("han", "kana")
    return not is_ideographic or long.mean_chars >= LETTERS_FOR_CHARACTER * short.mean_chars


def _columns_of_ragged(rows: Sequence[Sequence[SourceCell]], *, is_whole: bool) -> LanguageColumns | None:
    """Returns the columns of a table with some rows over all columns, as headings have."""
    full = [row for row in rows if len(row) >= 2 and all(cell.columns == 1 for cell in row)]
    if len(full) * 2 < len(rows) or not full or len({len(row) for row in full}) > 1 or len(full) == len(rows):
        return None
    return language_columns(full, is_whole=is_whole)


def _parallel(
    rows: Sequence[Sequence[SourceCell]], columns: LanguageColumns, group: int
) -> tuple[list[SourceUnit], list[str]]:
    """Returns the units of two languages beside each other: those of a row have its key."""
    units: list[SourceUnit] = []
    rest: list[str] = []
    for number, row in enumerate(rows):
        if number == 0 and columns.is_headed:
            continue
        if len(row) <= max(columns.places):
            units += [unit for cell in row for unit in cell.units]
            continue
        key = f"row {group}.{number}"
        for at, tag in sorted(zip(columns.places, columns.tags, strict=True)):
            units += [replace(unit, tag=tag, key=key) for unit in row[at].units]
        rest += [
            cell.text
            for at, cell in enumerate(row)
            if at not in columns.places and letters_of(cell.text) and not _NUMBER.match(cell.text)
        ]
    return units, rest


def _rows_of_facts(rows: Sequence[Sequence[SourceCell]], group: int) -> Iterator[SourceUnit]:
    """Yields the rows of a table with facts."""
    columns = max((sum(cell.columns for cell in row) for row in rows), default=0)
    for number, row in enumerate(rows):
        cells = [RowCell(_in_one(cell.units), cell.columns, cell.align) for cell in row]
        cells += [RowCell(Prose(""))] * (columns - sum(cell.columns for cell in cells))
        is_head = number == 0 and all(cell.is_head for cell in row)
        tags = {tag for cell in row if (tag := cell.tag)}
        words = " | ".join(cell.text.text for cell in cells)
        places = tuple(name for cell in row for unit in cell.units for name in unit.places)
        yield SourceUnit(
            "row",
            Prose(words),
            group=group,
            cells=tuple(cells),
            is_head=is_head,
            tag=tags.pop() if len(tags) == 1 else "",
            places=places,
        )


def _in_one(units: Sequence[SourceUnit]) -> Prose:
    """Returns the texts of units as one, on one line."""
    text = ""
    spans: list[Span] = []
    for unit in units:
        text += " " if text else ""
        at = len(text)
        spans += [replace(span, start=span.start + at, end=span.end + at) for span in unit.text.spans]
        text += unit.text.text.replace("\n", " ")
    return Prose(text, tuple(spans))
