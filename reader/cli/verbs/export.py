"""``reader export``: an issue or an article as a file for other programs."""

from __future__ import annotations

import os

from reader.cli.arguments import UsageError
from reader.cli.declared.export import FORMATS, LAYOUTS
from reader.cli.declared.show import SCRIPTS
from reader.cli.exits import ExitCode
from reader.cli.export_files import ending_of, exported_target, no_format, refuse_issue_file
from reader.cli.opening import only_word
from reader.cli.verbs.show import chosen_languages, target_in_script
from reader.errors import ReaderError
from reader.file_writing import replace_file
from reader.gate import shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.declared.export import ExportFormat
    from reader.exporting.edition import Edition
    from reader.exporting.picture_set import PictureSet
    from reader.library import Target

    Written = tuple[bytes, tuple[str, ...]]
    """A file, and the messages about pictures that it lacks."""

LINES_ALONE: tuple[ExportFormat, ...] = ("json", "md", "txt")
"""Formats without columns."""


def run(given: Arguments, console: Console) -> ExitCode:
    """Writes the content that the address or the file names to a file."""
    out = given.value("--output")
    word = only_word(given.words)
    if not word:
        raise UsageError("export needs an address or a file: reader export ISSUE/ARTICLE -o OUT")
    form = _format(given, out)
    if given.choice("--layout", LAYOUTS) == "columns" and form in LINES_ALONE:
        raise UsageError(f"--layout columns needs a page; {form} has pairs, left or right")
    target = exported_target(word, given, console)
    refuse_issue_file(out, given, target.entry.path)
    if script := given.choice("--script", SCRIPTS):
        target = target_in_script(target, script)
    edition = _edition(target, given)
    data, faults = _written(form, target, edition, given)
    replace_file(out, [data])
    console.out.line(shown_path(out))
    for fault in faults:
        console.report(fault)
    return ExitCode.PROBLEMS if faults else ExitCode.GOOD


def _written(form: ExportFormat, target: Target, edition: Edition, given: Arguments) -> Written:
    """Returns the file in a format; the pictures of Markdown are written at once, so that it is never without them."""
    from reader.exporting.as_text import markdown, plain_text
    from reader.exporting.picture_set import picture_set

    if form == "json":
        return _json(target, edition), ()
    if form == "txt":
        return plain_text(edition).encode(), ()
    pictures = picture_set(edition, target.entry.pictures)
    if form == "epub":
        from reader.exporting.epub import epub

        return epub(edition, pictures), pictures.faults
    if form == "html":
        from reader.exporting.html_page import html_page

        return html_page(edition, pictures), pictures.faults
    if form == "pdf":
        from reader.exporting.pdf import pdf

        return pdf(edition, pictures), pictures.faults
    out = given.value("--output")
    folder = f"{os.path.splitext(out)[0]}-pictures"
    if not os.path.isdir(os.path.dirname(out) or os.curdir):
        raise ReaderError(f"{shown_path(out)}: cannot be written: {shown_path(os.path.dirname(out))} is no folder")
    for each in pictures.by_key.values():
        refuse_issue_file(os.path.join(folder, each.name), given, target.entry.path)
    _write_pictures(folder, pictures)
    name = os.path.basename(folder)
    return markdown(
        edition, {key: f"{name}/{each.name}" for key, each in pictures.by_key.items()}
    ).encode(), pictures.faults


def _write_pictures(folder: str, pictures: PictureSet) -> None:
    """Writes pictures into the folder beside a file.

    Raises:
        ReaderError: If one cannot be written.
    """
    if not pictures.by_key:
        return
    try:
        os.mkdir(folder)  # in a folder that is there, as the file itself
    except FileExistsError:
        pass
    except OSError as error:
        raise ReaderError(f"{shown_path(folder)}: cannot be made: {error.strerror}") from error
    for each in pictures.by_key.values():
        replace_file(os.path.join(folder, each.name), [each.data])


def _format(given: Arguments, out: str) -> ExportFormat:
    """Returns the format that is asked for, else that of the ending of the file."""
    ending = ending_of(out)
    form = given.choice("--format", FORMATS)
    form = form or next((known for known in FORMATS if f".{known}" == ending), "")
    if not form:
        raise no_format(out, FORMATS)
    return form


def _edition(target: Target, given: Arguments) -> Edition:
    from reader.exporting.edition import Edition

    articles = (target.article,) if target.article else tuple(article for _, article in target.issue.articles())
    languages = chosen_languages(target, given.value("--languages"))
    layout = given.choice("--layout", LAYOUTS) or "pairs"
    return Edition(target.issue, articles, languages, layout, given.choice("--script", SCRIPTS) or None)


def _json(target: Target, edition: Edition) -> bytes:
    """Returns the content as the objects of ``show --json`` without paths."""
    from reader.cli.reporting.objects import exported_object, to_json

    is_alone = edition.layout in ("left", "right")
    first = edition.tags(target.article) if target.article else edition.issue_tags
    return f"{to_json(exported_object(target, first if is_alone else edition.languages))}\n".encode()
