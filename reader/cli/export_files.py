"""The content that an export takes, and the file that it writes, of both verbs that export."""

from __future__ import annotations

import os

from reader.cli.arguments import UsageError
from reader.cli.opening import known_issue_files, no_issues, opened
from reader.cli.output import STANDARD_OUTPUT
from reader.errors import NotFoundError
from reader.gate import shown_path
from reader.library import resolve
from reader.library.files import issue_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Target

ISSUE_ENDINGS = (".yaml", ".yml")


def ending_of(out: str) -> str:
    """Returns the ending of the file to write, in lower case.

    Raises:
        UsageError: If no file is named, or one with the name of an issue file.
    """
    if not out or out in STANDARD_OUTPUT:
        raise UsageError("export writes a file: give it a name by -o OUT")
    refuse_issue_name(out)
    return _ending(out)


def refuse_issue_name(out: str) -> None:
    """Checks that a file to be written has not the name of an issue file, which it would take the place of.

    Raises:
        UsageError: If it has.
    """
    if _ending(out) in ISSUE_ENDINGS or _ending(os.path.realpath(out)) in ISSUE_ENDINGS:
        raise UsageError(f"{shown_path(out)}: has the name of an issue file; give OUT another ending")


def refuse_issue_file(out: str, given: Arguments, path: str = "") -> None:
    """Checks that a file to be written is no issue file by another name, such as a hard link.

    Args:
        out: The file to be written.
        given: The command line, whose library has the issue files.
        path: One more issue file, that of the issue at hand.

    Raises:
        UsageError: If it is one.
    """
    found = _status(out)
    if found is None:
        return
    for issue in (path, *known_issue_files(given)):
        other = _status(issue)
        if other is not None and os.path.samestat(found, other):
            named = "the issue itself" if issue == path else f"the issue file {shown_path(issue)} by another name"
            raise UsageError(f"{shown_path(out)}: is {named}; give OUT another name")


def _status(path: str) -> os.stat_result | None:
    """Returns the status of a file, or None if there is none."""
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None


def _ending(out: str) -> str:
    """Returns an ending in lower case; Windows takes dots and blanks after a name for nothing."""
    return os.path.splitext(out.rstrip(". "))[1].lower()


def no_format(out: str, formats: Sequence[str]) -> UsageError:
    """Returns the error to raise for a file whose ending is none of the formats."""
    return UsageError(f"{shown_path(out)}: its ending is no format; give --format {'|'.join(formats)}")


def exported_target(word: str, given: Arguments, console: Console) -> Target:
    """Returns the issue or the article that a word names.

    Raises:
        NotFoundError: If it names something else.
    """
    place = opened(word, given, console)
    if not place.address:
        fault = "is a folder; export takes one issue or one article of it"
        raise NotFoundError(f"{shown_path(word)}: {fault}" if issue_files(word) else no_issues((word,)))
    target = resolve(place.library, place.address)
    if target.passage or target.figure:
        raise NotFoundError(f"{word}: export takes an issue or an article; reader show prints a part of one")
    return target
