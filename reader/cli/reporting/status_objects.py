"""JSON objects about files, settings and the program: diagnostics, translations, the catalogue, facts."""

from __future__ import annotations

from reader.gate import path_for_programs
from reader.settings.table import SETTINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.catalogue.update import Update
    from reader.cli.examining import Fact
    from reader.cli.reporting.object_types import (
        ArticleStatusObject,
        DiagnosticObject,
        FactObject,
        IssueStatusObject,
        SettingsObject,
        TranslationStatusObject,
        UpdateObject,
        WorkPlaceObject,
    )
    from reader.cli.reporting.status_work import Work, WorkPlace
    from reader.library import Library
    from reader.model.translation_status import TranslationStatus
    from reader.settings import Settings
    from reader.source.diagnostic import Diagnostic


def diagnostic_object(found: Diagnostic) -> DiagnosticObject:
    """Returns a diagnostic; ``mark`` is the index in ``excerpt`` of the marked character."""
    return {
        "path": path_for_programs(found.path),
        "line": found.line,
        "column": found.column,
        "code": found.code,
        "severity": found.severity,
        "message": found.message,
        "hint": found.hint,
        "excerpt": found.excerpt,
        "mark": found.mark,
    }


def issue_status_object(work: Work, todo: bool = False) -> IssueStatusObject:
    """Returns the states of the articles of an issue in their languages; with ``todo`` only those that need work."""
    articles: list[ArticleStatusObject] = []
    for article, found in work.statuses:
        address = f"{work.issue.id}/{article.id}"
        shown = [_translation(each, address, work.places_of(article, each.language)) for each in found]
        kept = [one for one, each in zip(shown, found, strict=True) if each.needs_work or not todo]
        if kept:
            articles.append({"address": address, "languages": kept})
    places = [_place(place) for place in work.issue_places]
    return {"address": work.issue.id, "path": path_for_programs(work.path), "places": places, "articles": articles}


def _translation(status: TranslationStatus, address: str, places: list[WorkPlace]) -> TranslationStatusObject:
    return {
        "language": status.language,
        "state": status.state,
        "texts": status.texts,
        "missing": len(status.missing),
        "accepted": status.accepted,
        "stale": list(dict.fromkeys(f"{address}#{text.anchor}" for text in status.stale)),
        "gone": status.gone,
        "places": [_place(place) for place in places],
    }


def _place(place: WorkPlace) -> WorkPlaceObject:
    return {
        "address": place.address,
        "part": place.part,
        "language": place.language,
        "line": place.line,
        "problem": place.problem,
        "count": place.count,
        "old": place.old or None,
        "new": place.new or None,
    }


def update_object(done: Update, library: Library) -> UpdateObject:
    """Returns the numbers of files of an update, and the path of the catalogue."""
    path = path_for_programs(library.catalogue.path) if library.catalogue else ""
    return {"files": done.total, "read": done.read, "broken": done.broken, "gone": done.gone, "catalogue": path}


def settings_object(settings: Settings, keys: dict[str, tuple[str, ...]]) -> SettingsObject:
    """Returns the settings and keys in force with their sources, and the faults of the file.

    Args:
        settings: The settings.
        keys: The keys of each command, by its id.
    """
    path = path_for_programs(settings.path)
    return {
        "path": path,
        "settings": [{"name": s.name, "value": settings[s.name], "source": settings.source(s.name)} for s in SETTINGS],
        "commands": [
            {"command": name, "keys": settings.keys.get(name, own), "source": settings.source(f"keys.{name}")}
            for name, own in keys.items()
        ],
        "faults": [
            {
                "path": path_for_programs(fault.path),
                "line": fault.line,
                "column": fault.column,
                "message": fault.message,
            }
            for fault in settings.faults
        ],
    }


def fact_object(fact: Fact) -> FactObject:
    """Returns a fact of ``reader doctor``."""
    return {"topic": fact.topic, "name": fact.name, "value": fact.value, "problem": fact.problem}
