"""CSV: a row for each text, with the markup of issue files.

A cell that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io

from reader.translation.text_forms import written
from reader.translation.translation_file import MAX_FILE_BYTES, FileFaultError, FileUnit, checked, decoded, hash_or_none

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.translation.translation_file import TranslationFile
    from reader.translation.units import TranslationUnit

COLUMNS = (
    "address",
    "page",
    "kind",
    "source-language",
    "language",
    "source",
    "target",
    "state",
    "source-hash",
    "target-hash",
)
_NEEDED = ("address", "language", "source", "target")
_FORMULA = "=+-@\t'"


def csv_table(units: Sequence[TranslationUnit]) -> str:
    """Returns units as a table, with a byte order mark, by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for unit in units:
        cells = (
            unit.address,
            unit.page,
            unit.held.part or unit.form,
            unit.source_language,
            unit.language,
            written(unit.source, unit.form),
            written(unit.target, unit.form),
            unit.state,
            unit.source_hash,
            unit.target_hash,
        )
        writer.writerow(f"'{cell}" if cell[:1] and cell[0] in _FORMULA else cell for cell in cells)
    return "\ufeff" + out.getvalue()


def read_csv(data: bytes) -> TranslationFile:
    """Returns the units of a table, whose cells are parted by commas, semicolons or tabs.

    Raises:
        FileFaultError: If it is not UTF-8, or lacks a column or a cell.
    """
    text = decoded(data)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(MAX_FILE_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    units: list[FileUnit] = []
    language = ""
    names: list[str] = []
    line = 1
    try:
        for row in reader:
            if not names:
                names = [name.strip() for name in row]
                if missing := [name for name in _NEEDED if name not in names]:
                    raise FileFaultError(f"has no column {missing[0]}", line, 1)
            elif any(row):
                if len(row) != len(names):
                    raise FileFaultError(f"a row of {len(row)} cells under a header of {len(names)}", line, 1)
                cells = dict(zip(names, map(_cell, row), strict=True))
                if language not in ("", cells["language"]):
                    raise FileFaultError(f"has translations into {language} and {cells['language']}", line, 1)
                language = cells["language"]
                units.append(_unit(cells, line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise FileFaultError(f"is no CSV that can be read: {error}", line, 1) from error
    return checked(language, units)


def _cell(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _FORMULA else cell


def _unit(cells: dict[str, str], line: int) -> FileUnit:
    return FileUnit(
        cells["address"].strip(),
        line,
        1,
        cells["source"],
        cells["target"],
        cells.get("state", "").strip() != "stale",
        hash_or_none(cells.get("source-hash", "").strip()),
        hash_or_none(cells.get("target-hash", "").strip()),
    )
