"""Diagnostics for other programs: the annotations of a GitHub workflow, and SARIF."""

from __future__ import annotations

import os

from reader import __version__
from reader.gate import shown_path
from reader.source.diagnostic import ERROR
from reader.source.rule_pages import PAGES
from reader.source.rules import RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.cli.reporting.object_types import SarifLog, SarifPlace, SarifResult, SarifRule
    from reader.source.diagnostic import Diagnostic

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def annotation(found: Diagnostic) -> str:
    """Returns a diagnostic as a workflow command, which GitHub shows beside the line."""
    kind = "error" if found.severity == ERROR else "warning"
    place = f",line={found.line},col={found.column}" if found.line else ""
    hint = f"; {found.hint}" if found.hint else ""
    return workflow_command(kind, found.path, place, found.code, found.message + hint)


def workflow_command(kind: str, path: str, place: str, title: str, message: str) -> str:
    """Returns a command that makes an annotation; ``place`` is its further properties, each after a comma."""
    named = f"file={shown_path(path.translate(_PROPERTY))}{place},title={title.translate(_PROPERTY)}"
    return f"::{kind} {named}::{message.translate(_DATA)}"


def sarif(found: Iterable[Diagnostic]) -> SarifLog:
    """Returns diagnostics as a log of SARIF 2.1.0, with their rules."""
    found = list(found)
    codes = sorted({diagnostic.code for diagnostic in found})
    rules: list[SarifRule] = [
        {
            "id": code,
            "shortDescription": {"text": RULES[code].summary},
            "fullDescription": {"text": PAGES[code].why},
            "defaultConfiguration": {"level": RULES[code].severity},
        }
        for code in codes
    ]
    results = [_result(diagnostic, codes.index(diagnostic.code)) for diagnostic in found]
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "reader check", "version": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _result(found: Diagnostic, rule: int) -> SarifResult:
    from urllib.parse import quote

    name = os.fsencode(found.path.replace(os.sep, "/"))  # a URI holds the bytes of any name
    place: SarifPlace = {"artifactLocation": {"uri": quote(name)}}
    if found.line:
        place["region"] = {"startLine": found.line, "startColumn": found.column}
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity,
        "message": {"text": found.message + (f"; {found.hint}" if found.hint else "")},
        "locations": [{"physicalLocation": place}],
    }
