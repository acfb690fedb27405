"""The content that an export takes, and the file that it writes, of both verbs that export."""

from __future__ import annotations

import os

from reader.cli.arguments import UsageError
from reader.cli.opening import no_issues, opened
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


def _ending(out: str) -> str:
    return os.path.splitext(out)[1].lower()


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


def refuse_issue_file(out: str, target: Target) -> None:
    """Checks that the file of the issue is not the one to be written, by whatever name.

    Raises:
        UsageError: If it is.
    """
    try:
        is_same = os.path.samefile(out, target.entry.path)
    except (OSError, ValueError):
        return
    if is_same:
        raise UsageError(f"{shown_path(out)}: is the issue itself; give OUT another name")
