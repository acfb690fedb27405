"""``reader export``: an issue or an article as a file for other programs."""

from __future__ import annotations

import os

from reader.cli.arguments import UsageError
from reader.cli.declared.export import FORMATS, LAYOUTS
from reader.cli.declared.show import SCRIPTS
from reader.cli.exits import ExitCode
from reader.cli.opening import only_word, opened
from reader.cli.output import STANDARD_OUTPUT
from reader.cli.show import chosen_languages, target_in_script
from reader.errors import NotFoundError
from reader.file_writing import replace_file
from reader.gate import shown_path
from reader.library import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.declared.export import ExportFormat
    from reader.exporting.edition import Edition
    from reader.library import Target

ISSUE_ENDINGS = (".yaml", ".yml")


def run(given: Arguments, console: Console) -> ExitCode:
    """Writes the content that the address or the file names to a file."""
    out = given.value("--output")
    word = only_word(given.words)
    if not word:
        raise UsageError("export needs an address or a file: reader export ISSUE/ARTICLE -o OUT")
    form = _format(given, out)
    target = _target(word, given, console)
    _refuse_issue_file(out, target)
    if script := given.choice("--script", SCRIPTS):
        target = target_in_script(target, script)
    edition = _edition(target, given)
    data = _json(target, edition)
    assert form == "json"
    replace_file(out, [data])
    console.out.line(shown_path(out))
    return ExitCode.GOOD


def _format(given: Arguments, out: str) -> ExportFormat:
    """Returns the format that is asked for, else that of the ending of the file."""
    if not out or out in STANDARD_OUTPUT:
        raise UsageError("export writes a file: give it a name by -o OUT")
    ending = os.path.splitext(out)[1].lower()
    if ending in ISSUE_ENDINGS:
        raise UsageError(f"{shown_path(out)}: has the name of an issue file; give OUT another ending")
    form = given.choice("--format", FORMATS)
    form = form or next((known for known in FORMATS if f".{known}" == ending), "")
    if not form:
        raise UsageError(f"{shown_path(out)}: its ending is no format; give --format {'|'.join(FORMATS)}")
    return form


def _target(word: str, given: Arguments, console: Console) -> Target:
    """Returns the issue or the article that a word names.

    Raises:
        NotFoundError: If it names something else.
    """
    place = opened(word, given, console)
    if not place.address:
        raise NotFoundError(f"{shown_path(word)}: is a folder; export takes one issue or one article of it")
    target = resolve(place.library, place.address)
    if target.passage or target.figure:
        raise NotFoundError(f"{word}: export takes an issue or an article; reader show prints a part of one")
    return target


def _refuse_issue_file(out: str, target: Target) -> None:
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


def _edition(target: Target, given: Arguments) -> Edition:
    from reader.exporting.edition import Edition

    articles = (target.article,) if target.article else tuple(article for _, article in target.issue.articles())
    languages = chosen_languages(target, given.value("--languages"))
    layout = given.choice("--layout", LAYOUTS) or "pairs"
    return Edition(target.issue, articles, languages, layout, given.choice("--script", SCRIPTS) or None)


def _json(target: Target, edition: Edition) -> bytes:
    """Returns the content as the objects of ``show --json`` without paths."""
    from reader.cli.objects import exported_object, to_json

    is_alone = edition.layout in ("left", "right")
    first = edition.tags(target.article) if target.article else edition.issue_tags
    return f"{to_json(exported_object(target, first if is_alone else edition.languages))}\n".encode()
