"""The check of a whole file of marks: its pages, its indexes, its schema, and the columns of its rows."""

from __future__ import annotations

import os
from contextlib import closing

from reader.gate import clean_line
from reader.marks import rows, schema
from reader.sqlite import engine
from reader.sqlite.connection import connect
from reader.sqlite.health import BUSY_SECONDS, fault, fault_of
from reader.sqlite.signature import signature_of


def whole_fault(marks: engine.Connection) -> str:
    """Returns the first fault of a file of this version: of its pages, its indexes, or the columns of its rows.

    Raises:
        engine.Error: If the file cannot be read.
    """
    if found := fault_of(marks, with_indexes=True):
        return found
    return "a row has other columns than its mark" if rows.with_wrong_columns(marks) else ""


def fault_of_file(path: str) -> str:
    """Returns the first fault of a file in one line, without a change of it; empty if it is whole or does not exist.

    Of a file of another version only the pages are checked.
    """
    found = fault(path)
    if found or not os.path.exists(path):
        return found
    try:
        with closing(connect(path, "read", BUSY_SECONDS)) as marks:
            marks.text_factory = rows.decoded
            if signature_of(marks) != schema.SIGNATURE:
                return ""
            return clean_line(schema.fault(marks, schema.SCHEMA_VERSION) or whole_fault(marks))
    except (engine.Error, UnicodeError) as error:
        return clean_line(str(error))
