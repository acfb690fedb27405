"""JSON objects about files, settings and the program: diagnostics, translations, the catalogue, facts."""

from __future__ import annotations

from reader.model.translation_status import translation_statuses
from reader.settings.table import SETTINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.catalogue.update import Update
    from reader.cli.examining import Fact
    from reader.cli.object_types import (
        DiagnosticObject,
        FactObject,
        IssueStatusObject,
        SettingsObject,
        TranslationStatusObject,
        UpdateObject,
    )
    from reader.library import Library
    from reader.model.magazine import Issue
    from reader.model.translation_status import TranslationStatus
    from reader.settings import Settings
    from reader.source.diagnostic import Diagnostic


def diagnostic_object(found: Diagnostic) -> DiagnosticObject:
    """Returns a diagnostic; ``mark`` is the index in ``excerpt`` of the marked character."""
    return {
        "path": found.path,
        "line": found.line,
        "column": found.column,
        "code": found.code,
        "severity": found.severity,
        "message": found.message,
        "hint": found.hint,
        "excerpt": found.excerpt,
        "mark": found.mark,
    }


def issue_status_object(path: str, issue: Issue) -> IssueStatusObject:
    """Returns the states of the articles of an issue in its languages."""
    return {
        "address": issue.id,
        "path": path,
        "articles": [
            {
                "address": f"{issue.id}/{article.id}",
                "languages": [
                    _translation(status, f"{issue.id}/{article.id}") for status in translation_statuses(issue, article)
                ],
            }
            for _, article in issue.articles()
        ],
    }


def _translation(status: TranslationStatus, address: str) -> TranslationStatusObject:
    return {
        "language": status.language,
        "state": status.state,
        "passages": status.passages,
        "missing": status.missing,
        "accepted": status.accepted,
        "stale": [f"{address}#{anchor}" for anchor in status.stale],
        "gone": status.gone,
    }


def update_object(done: Update, library: Library) -> UpdateObject:
    """Returns the numbers of files of an update, and the path of the catalogue."""
    path = library.catalogue.path if library.catalogue else ""
    return {"files": done.total, "read": done.read, "broken": done.broken, "gone": done.gone, "catalogue": path}


def settings_object(settings: Settings, keys: dict[str, tuple[str, ...]]) -> SettingsObject:
    """Returns the settings and keys in force with their sources, and the faults of the file.

    Args:
        settings: The settings.
        keys: The keys of each command, by its id.
    """
    return {
        "path": settings.path,
        "settings": [{"name": s.name, "value": settings[s.name], "source": settings.source(s.name)} for s in SETTINGS],
        "commands": [
            {"command": name, "keys": settings.keys.get(name, own), "source": settings.source(f"keys.{name}")}
            for name, own in keys.items()
        ],
        "faults": [{"path": fault.path, "line": fault.line, "message": fault.message} for fault in settings.faults],
    }


def fact_object(fact: Fact) -> FactObject:
    """Returns a fact of ``reader doctor``."""
    return {"topic": fact.topic, "name": fact.name, "value": fact.value, "problem": fact.problem}
