"""Reads the settings file within bounds, and finds the line of each name, which ``tomllib`` does not report."""

from __future__ import annotations

import os
import stat

from reader.folders import config_folder
from reader.settings.settings import Settings

FILE_NAME = "settings.toml"
MAX_FILE_BYTES = 100_000


def default_path() -> str:
    """Returns the path of the file, in the platform's folder for settings."""
    return os.path.join(config_folder(), FILE_NAME)


def read_settings(path: str = "") -> Settings:
    """Returns the settings of a file, by default that of :func:`default_path`. Never raises for its content."""
    settings = Settings(path or default_path())
    text = _text(settings)
    if text.strip():
        settings.apply(_parsed(text, settings), lines_by_name(text))
        settings.drop_missing_paths("library", lambda path: os.path.lexists(os.path.expanduser(path)))
    return settings


def _text(settings: Settings) -> str:
    """Returns the file's text; empty if there is no file, or, with a fault, if it cannot be used."""
    try:
        descriptor = os.open(settings.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ValueError("not an ordinary file")
            data = os.read(descriptor, MAX_FILE_BYTES + 1)
        finally:
            os.close(descriptor)
        if len(data) > MAX_FILE_BYTES:
            raise ValueError(f"larger than {MAX_FILE_BYTES:,} bytes")
        return data.decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        pass
    except UnicodeDecodeError as error:
        settings.report(error.object.count(b"\n", 0, error.start) + 1, "not UTF-8; the defaults apply")
    except (OSError, ValueError) as error:
        settings.report(0, f"cannot be read: {getattr(error, 'strerror', None) or error}; the defaults apply")
    return ""


def _parsed(text: str, settings: Settings) -> dict[str, object]:
    """Returns a file's values; empty, with a fault at line and column, if the text is not TOML."""
    import tomllib  # not needed where there is no file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        import re

        message = str(error)
        place = re.search(r" \(at line (\d+), column (\d+)\)", message)
        lines = text.split("\n")
        line, column = map(int, place.groups()) if place else (len(lines), len(lines[-1]) + 1)
        message = message[: place.start()] if place else message.removesuffix(" (at end of document)")
        settings.report(line, f"column {column}: not TOML: {message}; the defaults apply")
    except RecursionError:
        settings.report(0, "nested too deep; the defaults apply")
    return {}


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
            found.setdefault(table, number)
            continue
        name, equals, rest = bare.partition("=")
        if equals and not bare.startswith("#"):
            parts = (part.strip().strip("\"'") for part in name.split("."))
            found.setdefault(".".join(filter(None, (table, *parts))), number)
            quotes_open = next((quotes for quotes in ('"""', "'''") if rest.count(quotes) % 2), "")
    return found
