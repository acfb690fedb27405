"""``reader suggest``: the candidates for the last word of a command line, for the scripts of ``reader completion``.

The first line names the files that the shell shall offer besides: ``words`` (none), ``files``, ``folders`` or
``issue-files`` (folders and issue files). Each further line is a candidate, a tab, and its description.
"""

from __future__ import annotations

import os

from reader.cli.completing import completion
from reader.cli.exits import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from reader.cli.arguments import Arguments
    from reader.cli.completing import Candidate, Completion
    from reader.cli.console import Console
    from reader.cli.declaration import ValueKind
    from reader.library import Library, LibraryEntry

    Files = Literal["words", "files", "folders", "issue-files"]

FILES: dict[ValueKind, Files] = {
    "file": "files",
    "folder": "folders",
    "issue file": "issue-files",
    "library": "issue-files",
    "target": "issue-files",
}
"""Files that the shell offers for a kind of value; ``words`` for the others."""
MAX_ISSUES_READ = 200
"""Maximum number of issues that are read; of further ones the file's name is taken for the id."""


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the candidates."""
    found = completion(given.words)
    files = next((FILES[kind] for kind in found.kinds if kind in FILES), "words")
    console.out.line(files)
    for word, description in _candidates(found, console):
        if word.startswith(found.typed):
            console.out.fields(found.before + word, description)
    return ExitCode.GOOD


def _candidates(found: Completion, console: Console) -> Iterator[Candidate]:
    yield from found.candidates
    if "rule" in found.kinds:
        from reader.source.rules import RULES

        yield from ((code, rule.summary) for code, rule in RULES.items())
    if "language" in found.kinds:
        yield from _languages(_library(found, console), found.typed)
    if "target" in found.kinds and os.sep not in found.typed.partition("/")[0]:
        yield from _addresses(_library(found, console), found.typed)


def _library(found: Completion, console: Console) -> Library:
    """Returns the library that the command line names, after reading its changed files if they are few."""
    from reader.cli.arguments import parse
    from reader.cli.declared import declaration
    from reader.cli.opening import library_of
    from reader.settings import read_settings

    given = parse([f"--library={_path(value)}" for value in found.libraries], declaration("open"))
    given.settings = read_settings()
    return library_of(given, console)


def _path(typed: str) -> str:
    """Returns the path that was typed, perhaps in quotes, to a shell."""
    if any(character in typed for character in "\\'\""):
        import shlex

        typed = "".join(shlex.split(typed))
    return os.path.expanduser(typed)


def _languages(library: Library, typed: str) -> Iterator[Candidate]:
    """Yields the languages of a library, after the languages that were typed before a comma."""
    before = typed[: typed.rfind(",") + 1]
    from reader.catalogue.file import Catalogue

    no_tags: list[str] = []
    tags = library.access.ask(Catalogue.languages, no_tags)
    yield from ((before + tag, "") for tag in tags if tag not in before.split(","))


def _addresses(library: Library, typed: str) -> Iterator[Candidate]:
    """Yields issues; of the only issue that matches, its articles, too, so that completion goes on at once."""
    issue_id, slash, _ = typed.partition("/")
    issues = [] if slash else list(_issues(library, typed))
    yield from issues
    if len(issues) == 1:
        issue_id = issues[0][0]
    if slash or len(issues) == 1:
        yield from _articles(library, issue_id)


def _issues(library: Library, typed: str) -> Iterator[Candidate]:
    """Yields each issue whose id begins as typed; in a large library those whose files are named after their ids."""
    entries = list(library.entries)
    if len(entries) > MAX_ISSUES_READ:
        entries = [entry for entry in entries if entry.name.startswith(typed)]
    seen = set()
    for number, entry in enumerate(entries):
        for issue_id, name in _issue(entry, number < MAX_ISSUES_READ):
            if issue_id.startswith(typed) and issue_id not in seen:
                seen.add(issue_id)
                yield issue_id, name


def _issue(entry: LibraryEntry, is_read: bool) -> Iterator[Candidate]:
    """Yields the id and name of an issue that can be opened; of an unread file, the id that its name suggests."""
    from reader.model.address import parse
    from reader.model.naming import issue_name

    issue = entry.issue_at_hand if is_read else None
    if issue:
        yield issue.id, issue_name(issue)
    elif (not is_read or entry.is_unread) and parse(entry.name):
        yield entry.name, ""


def _articles(library: Library, issue_id: str) -> Iterator[Candidate]:
    from reader.model.naming import both

    issue = library.entry(issue_id).issue
    for _, article in issue.articles() if issue else ():
        yield f"{issue_id}/{article.id}", both(article.title, issue.languages_of(article)) if issue else ""
