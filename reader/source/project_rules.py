"""How bad a breach of each rule is in a project: ``.reader.toml``, or ``pyproject.toml``, nearest above an issue file.

The table is ``[rules]``, in ``pyproject.toml`` ``[tool.bilingual-magazine-reader.rules]``; a key is the code of a rule,
its value ``error``, ``warning`` or ``off``. What keeps an issue from being opened stays an error.
"""

from __future__ import annotations

import os

from reader.errors import ReaderError
from reader.gate import clean_line
from reader.model.record import replace
from reader.source.diagnostic import ERROR, WARNING
from reader.source.rules import RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from reader.source.diagnostic import Diagnostic

    Severities = Mapping[str, str]

OFF = "off"
OWN_FILE, PROJECT_FILE = ".reader.toml", "pyproject.toml"
PROJECT_TABLE = "bilingual-magazine-reader"


def severities_for(path: str, known: dict[str, Severities]) -> Severities:
    """Returns what a project says of the rules for one of its files; ``known`` keeps it for each folder.

    Raises:
        ReaderError: If the settings cannot be read, or say what they may not.
    """
    folder = os.path.dirname(os.path.abspath(path))
    passed = []
    while folder not in known:
        passed.append(folder)
        above = os.path.dirname(folder)
        found = _settings(folder)
        if found is not None or above == folder:
            known[folder] = found or {}
            break
        folder = above
    for below in passed:
        known[below] = known[folder]
    return known[folder]


def judged(diagnostics: Iterable[Diagnostic], severities: Severities) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics with the severities of a project, without those that are off."""
    if not severities:
        return tuple(diagnostics)
    wanted = ((d, severities.get(d.code, d.severity)) for d in diagnostics)
    return tuple(d if how == d.severity else replace(d, severity=how) for d, how in wanted if how != OFF)


def _settings(folder: str) -> Severities | None:
    """Returns the table of a folder's settings; None if it has none."""
    own = _toml(os.path.join(folder, OWN_FILE))
    if own is not None:
        return _checked(own, os.path.join(folder, OWN_FILE))
    project = _toml(os.path.join(folder, PROJECT_FILE))
    if project is None:
        return None
    tools = project.get("tool")
    ours = tools.get(PROJECT_TABLE) if isinstance(tools, dict) else None
    return None if ours is None else _checked(ours, os.path.join(folder, PROJECT_FILE))


def _toml(path: str) -> dict[str, Any] | None:
    if not os.path.isfile(path):
        return None
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError(f"{clean_line(path)}: cannot be read: {clean_line(reason)}") from error


def _checked(table: Any, path: str) -> Severities:
    """Returns the rules of a table, if each is known and has a severity that it may have."""
    rules = table.get("rules", {}) if isinstance(table, dict) else None
    if not isinstance(rules, dict):
        raise ReaderError(f'{clean_line(path)}: rules is not a table; write [rules] and lines such as T702 = "error"')
    for code, severity in rules.items():
        name = clean_line(str(code))
        if code not in RULES:
            raise ReaderError(f"{clean_line(path)}: there is no rule {name!r}")
        if severity not in (ERROR, WARNING, OFF):
            raise ReaderError(f"{clean_line(path)}: {name} must be error, warning or off")
        if RULES[code].severity == ERROR and severity != ERROR:
            raise ReaderError(
                f"{clean_line(path)}: {name} must stay an error: an issue that breaks it cannot be opened"
            )
    return rules
