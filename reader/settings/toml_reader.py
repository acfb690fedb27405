"""Reads the settings file within bounds, and finds the line of each name, which ``tomllib`` does not report."""

from __future__ import annotations

import os

from reader.folders import config_folder
from reader.regular_files import IrregularError, read_regular
from reader.settings.settings import Settings

FILE_NAME = "settings.toml"
MAX_FILE_BYTES = 100_000
MAX_PARTS = 3
"""Number of parts of a dotted name that a line is found by; no setting has more."""


def default_path() -> str:
    """Returns the path of the file, in the platform's folder for settings."""
    return os.path.join(config_folder(), FILE_NAME)


def read_settings(path: str = "") -> Settings:
    """Returns the settings of a file, by default that of :func:`default_path`. Never raises for its content."""
    settings = Settings(path or default_path())
    if data := _content(settings):
        from reader.settings.toml_parser import parse_toml  # not needed where there is no file

        text, values, fault = parse_toml(data)
        settings.columns = first_columns(text)
        if fault:
            settings.report(fault.line, f"{fault.message}; the defaults apply", fault.column)
        settings.apply(values, lines_by_name(text))
        settings.drop_missing_paths("library", lambda path: os.path.lexists(os.path.expanduser(path)))
    return settings


def _content(settings: Settings) -> bytes:
    """Returns the file's bytes; none if there is no file, or, with a fault, if it cannot be used."""
    try:
        return read_bounded(settings.path, MAX_FILE_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        pass
    except (OSError, ValueError) as error:
        settings.report(0, f"cannot be read: {getattr(error, 'strerror', None) or error}; the defaults apply")
    return b""


def read_bounded(path: str, max_bytes: int) -> bytes:
    """Returns the bytes of an ordinary file, without waiting for another program.

    Raises:
        OSError: If the file cannot be read.
        ValueError: If it is no ordinary file, or larger than the bound.
    """
    try:
        data = read_regular(path, max_bytes + 1)
    except IrregularError as error:
        raise ValueError("not an ordinary file") from error
    if len(data) > max_bytes:
        raise ValueError(f"larger than {max_bytes:,} bytes")
    return data


def first_columns(text: str) -> dict[int, int]:
    """Returns the column, from 1, of the first sign of each line that begins with blanks."""
    lines = enumerate(text.split("\n"), 1)
    return {number: len(line) - len(line.lstrip()) + 1 for number, line in lines if line[:1] in (" ", "\t")}


def lines_by_name(text: str) -> dict[str, int]:
    """Returns the line, from 1, of each name in a TOML file; names in a table are ``table.name``.

    Finds names at the beginning of a line. Skips the lines inside a text of several lines.
    """
    found: dict[str, int] = {}
    table = ""
    quotes_open = ""  # those of a text of several lines
    for number, line in enumerate(text.split("\n"), 1):
        if quotes_open:
            quotes_open = "" if line.count(quotes_open) % 2 else quotes_open
            continue
        bare = line.strip()
        if bare.startswith("["):
            table = bare.strip("[]# ").partition("]")[0].strip().strip("\"'")
            _add(found, "", table, number)
            continue
        name, equals, rest = bare.partition("=")
        if equals and not bare.startswith("#"):
            _add(found, table, name, number)
            quotes_open = next((quotes for quotes in ('"""', "'''") if rest.count(quotes) % 2), "")
    return found


def _add(found: dict[str, int], table: str, name: str, number: int) -> None:
    """Adds the line of a dotted name, and of the names that it begins with: ``a.b`` sets ``a``, too."""
    parts = [part.strip().strip("\"'") for part in name.split(".")]
    for count in range(1, min(len(parts), MAX_PARTS) + 1):
        found.setdefault(".".join(filter(None, (table, *parts[:count]))), number)
