"""Tables of comma-separated values as documents: two columns that are two languages, or facts."""

from __future__ import annotations

import csv
import re
from io import StringIO

from reader.errors import UnusableError
from reader.importing.documents.document import Document, SourceUnit
from reader.importing.documents.prose_building import ProseLine, plain
from reader.importing.documents.splitting import units_of_lines
from reader.importing.documents.tables import SourceCell, units_of_table
from reader.importing.prose import may_be_heading
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

DELIMITERS = ",;\t|"
_HEAD = re.compile(r"key|id|name|nr|no\.?|number|编号|序号|msgid|string", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]*[\w.:/-]*\d[\w.:/-]*|[A-Za-z]+[._:/-][\w.:/-]+", re.ASCII)
MIN_ROWS = 2
"""Number of rows that a table with a title has at least."""
MAX_ROWS, MAX_COLUMNS = 100_000, 1000
MAX_FIELD_CHARS = 1_000_000


def read_csv(text: str, name: str) -> Document:
    """Returns a table as a document; ``name`` is its name in messages.

    Raises:
        UnusableError: It is no table, or too large.
    """
    first = text.lstrip("\ufeff")
    if first[:4].lower() == "sep=":
        delimiter, first = first[4], first.partition("\n")[2]
    else:
        delimiter = _delimiter(first)
    csv.field_size_limit(MAX_FIELD_CHARS)
    rows: list[list[SourceCell]] = []
    is_bare = delimiter == "\t" and not re.search(r"(?:^|\t)\"", first, re.MULTILINE)
    source = StringIO(first)
    if is_bare:
        reader = csv.reader(source, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(source, delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if len(row) > MAX_COLUMNS:
                raise UnusableError(f"{name}: line {reader.line_num:,}: has more than {MAX_COLUMNS:,} columns")
            if any(cell.strip() for cell in row):
                rows.append([_cell(cell) for cell in row])
            if len(rows) > MAX_ROWS:
                raise UnusableError(f"{name} has more than {MAX_ROWS:,} rows")
    except csv.Error as error:
        raise UnusableError(f"{name}: line {reader.line_num:,}: {error}") from None
    if keyed := _named_texts(rows):
        return Document("csv", tuple(keyed))
    title = _title(rows)
    units, rest = units_of_table(rows[len(title) :], 1, is_whole=True)
    units = [*title, *units]
    if units and all(len(row) < 2 for row in rows):
        units = [unit for row in rows for cell in row for unit in cell.units]
    return Document("csv", tuple(units), unplaced=tuple(rest))


def _title(rows: Sequence[Sequence[SourceCell]]) -> list[SourceUnit]:
    """Returns the title of a table: a short text alone in the first row, where no other row has but one; else none."""
    texts = [[cell.text.strip() for cell in row if cell.text.strip()] for row in rows]
    is_title = len(rows) > MIN_ROWS and len(texts[0]) == 1 and all(len(own) > 1 for own in texts[1:])
    if not is_title or "\n" in texts[0][0] or not may_be_heading(texts[0]):
        return []
    return [SourceUnit("heading", plain(texts[0][0]), level=1)]


def _named_texts(rows: Sequence[Sequence[SourceCell]]) -> list[SourceUnit]:
    """Returns the texts of a table of two columns, the first with a name of its own in each row; none for others."""
    if not rows or any(len(row) != 2 for row in rows):
        return []
    names = [row[0].text for row in rows]
    is_head = bool(_HEAD.fullmatch(names[0]))
    names, body = names[is_head:], rows[is_head:]
    if len(set(names)) < len(names) or not names or not all(_NAME.fullmatch(name) for name in names):
        return []
    found = []
    for name, row in zip(names, body, strict=True):
        is_number = name.isdigit()
        found += [replace(unit, key=f"row {name}", number=name if is_number else "") for unit in row[1].units]
    return found


def _delimiter(text: str) -> str:
    """Returns the delimiter that gives most rows the same number of columns, two or more."""
    sample = "\n".join(text.split("\n")[:200])
    best, most = ",", 0.0
    for delimiter in DELIMITERS:
        try:
            counts = [len(row) for row in csv.reader(StringIO(sample), delimiter=delimiter) if row]
        except csv.Error:
            continue
        common = max(set(counts), key=counts.count, default=0)
        share = counts.count(common) / max(1, len(counts)) if common > 1 else 0.0
        if share > most + 0.05:
            best, most = delimiter, share
    return best


def _cell(text: str) -> SourceCell:
    lines = [ProseLine(prose, is_hard=True) for each in text.split("\n") if (prose := plain(each)).text]
    return SourceCell(tuple(units_of_lines(lines, SourceUnit("paragraph"))))
