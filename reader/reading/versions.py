"""The open article in a changed file: its new version, or the fault that hides it. Pure."""

from __future__ import annotations

import os

from reader.gate import shown_path
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article, Issue
    from reader.source import Loaded


@record
class Version:
    """An article of an issue as a file has it now."""

    issue: Issue
    article: Article


def version_of(loaded: Loaded, article: str) -> Version | None:
    """Returns the version of an article, by its id, in a file; None if the file cannot be used or lacks it."""
    issue = loaded.issue
    found = issue.article(article) if issue else None
    return Version(issue, found) if issue and found else None


def version_or_first(loaded: Loaded, article: str) -> Version | None:
    """Returns the same, but the first article of an issue that lacks this one."""
    if loaded.issue is None:
        return None
    return version_of(loaded, article) or Version(loaded.issue, next(first for _, first in loaded.issue.articles()))


def first_fault(loaded: Loaded) -> str:
    """Returns the first error of a file as ``name:line:column: message``; empty without errors."""
    if not loaded.errors:
        return ""
    first = loaded.errors[0]
    place = f":{first.line}:{first.column}" if first.line else ""
    return f"{shown_path(os.path.basename(loaded.path))}{place}: {first.message}"
