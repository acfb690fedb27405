"""The severities that a project sets for rules, in ``.reader.toml`` or ``pyproject.toml``, nearest above an issue file.

The table is ``[rules]``, in ``pyproject.toml`` ``[tool.bilingual-magazine-reader.rules]``; a key is the code of a rule,
its value ``error``, ``warning`` or ``off``. Rules that are errors stay errors.
"""

from __future__ import annotations

import os

from reader.errors import ReaderError
from reader.gate import clean_line, quoted, shown_path
from reader.model.record import record, replace
from reader.source.diagnostic import ERROR, WARNING
from reader.source.rules import RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Final, Literal

    from reader.source.diagnostic import Diagnostic, Severity

    Severities = Mapping[str, Severity | Literal["off"]]
    """The severities that a project sets, by the code of the rule."""

MAX_FILE_BYTES = 1_000_000
MAX_CODE_CHARS = 40
"""Length to which the name of an unknown rule is cut in a message."""
OFF: Final = "off"
OWN_FILE, PROJECT_FILE = ".reader.toml", "pyproject.toml"
PROJECT_TABLE = "bilingual-magazine-reader"


def severities_for(path: str, known: dict[str, Severities]) -> Severities:
    """Returns the severities that apply to an issue file.

    Args:
        path: The issue file.
        known: The severities of each folder that was looked at before; the call adds to it.

    Raises:
        ReaderError: If a settings file cannot be read, or is invalid.
    """
    folder = os.path.dirname(os.path.abspath(path))
    passed = []
    while folder not in known:
        passed.append(folder)
        above = os.path.dirname(folder)
        found = _severities_in(folder)
        if found is not None or above == folder:
            known[folder] = found or {}
            break
        folder = above
    for below in passed:
        known[below] = known[folder]
    return known[folder]


def with_severities(diagnostics: Iterable[Diagnostic], severities: Severities) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics with the severities of a project, without those that are off."""
    if not severities:
        return tuple(diagnostics)
    found = []
    for diagnostic in diagnostics:
        severity = severities.get(diagnostic.code, diagnostic.severity)
        if severity != OFF:
            found.append(diagnostic if severity == diagnostic.severity else replace(diagnostic, severity=severity))
    return tuple(found)


def _severities_in(folder: str) -> Severities | None:
    """Returns the severities that a folder's own files set; None if they have no table."""
    own = _read_toml(os.path.join(folder, OWN_FILE))
    if own is not None:
        return _checked(own.values, own, "rules")
    project = _read_toml(os.path.join(folder, PROJECT_FILE))
    tools = project.values.get("tool") if project else None
    table = tools.get(PROJECT_TABLE) if isinstance(tools, dict) else None
    return None if table is None or project is None else _checked(table, project, f"tool.{PROJECT_TABLE}.rules")


@record
class _TomlFile:
    """The values of a file, and the line of each name in it."""

    path: str
    values: dict[str, object]
    lines: dict[str, int]


def _read_toml(path: str) -> _TomlFile | None:
    """Returns the content of a file; None if there is none.

    Raises:
        ReaderError: If it cannot be read, is larger than :data:`MAX_FILE_BYTES`, or is not TOML within its bounds.
    """
    if not os.path.isfile(path):
        return None
    from reader.settings.toml_parser import parse_toml
    from reader.settings.toml_reader import lines_by_name, read_bounded

    try:
        data = read_bounded(path, MAX_FILE_BYTES)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError(f"{shown_path(path)}: cannot be read: {clean_line(reason)}") from error
    text, values, fault = parse_toml(data)
    if fault:
        place = f"{shown_path(path)}:{fault.line}:{fault.column}"
        raise ReaderError(f"{place}: cannot be read: {clean_line(fault.message)}")
    return _TomlFile(path, values, lines_by_name(text))


def _checked(table: object, file: _TomlFile, name: str) -> Severities:
    """Returns the severities under ``rules`` of a table.

    Args:
        table: The table.
        file: Its file.
        name: The name of ``rules`` in the file.

    Raises:
        ReaderError: If a rule is unknown, or its severity is not allowed.
    """
    rules = table.get("rules", {}) if isinstance(table, dict) else None
    if not isinstance(rules, dict):
        fault = 'rules is not a table; write [rules] and lines such as T702 = "error"'
        raise ReaderError(f"{_place(file, name)}: {fault}")
    for code, severity in rules.items():
        place = _place(file, f"{name}.{code}")
        shown = clean_line(code[:MAX_CODE_CHARS])
        if code not in RULES:
            raise ReaderError(f"{place}: there is no rule {quoted(shown)}")
        if severity not in (ERROR, WARNING, OFF):
            raise ReaderError(f"{place}: {shown} must be error, warning or off")
        if RULES[code].severity == ERROR and severity != ERROR:
            raise ReaderError(f"{place}: {shown} must stay an error: an issue that breaks it cannot be opened")
    return rules


def _place(file: _TomlFile, name: str) -> str:
    line = file.lines.get(name, 0)
    return shown_path(file.path) + (f":{line}" if line else "")
