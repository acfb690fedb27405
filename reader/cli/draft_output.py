"""Draft issues of imported pages: printed, written to a new file, or added to an issue file."""

from __future__ import annotations

import os
import re

from reader.cli.counts import counted
from reader.cli.opening import fault
from reader.errors import NotFoundError, ReaderError, UnusableError
from reader.file_writing import write_new
from reader.gate import quoted, shown_path
from reader.importing.drafting import drafted
from reader.importing.extraction import combined
from reader.importing.pictures import with_saved_pictures
from reader.model.address import ID_PATTERN
from reader.model.bounds import MAX_ID_CHARS
from reader.source import load_text
from reader.source.editing import with_article
from reader.source.formatting import ChangeError, formatted
from reader.source.loading import load_source
from reader.source.snapshot import Snapshot
from reader.source.source_file import SourceFile, read_source
from reader.source.writer import dump, dump_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.console import Console
    from reader.importing.drafting import Draft
    from reader.importing.extraction import Extraction
    from reader.importing.sources import PageSource

    Imported = tuple[PageSource, Extraction]
    """A source and its extraction."""


def print_draft(imported: Sequence[Imported], section: str, console: Console) -> None:
    """Prints a draft; it has no pictures."""
    extraction = combined([each for _, each in _with_pictures(imported, "")])
    draft = drafted(extraction, _id_of_file(imported[0][0].path), section)
    console.out.text(_laid_out(draft))


def write_draft(imported: Sequence[Imported], path: str, section: str, console: Console) -> list[Imported]:
    """Writes a draft to a new file, and its pictures into the folder beside it; prints the file's path.

    Returns the sources with the extractions that were written.

    Raises:
        ReaderError: If the folder of the file cannot be made.
    """
    try:
        os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
    except OSError as error:
        raise ReaderError(f"{shown_path(path)}: cannot be written: {error.strerror}") from error
    with_pictures = _with_pictures(imported, os.path.splitext(path)[0])
    extraction = combined([each for _, each in with_pictures])
    draft = drafted(extraction, _id_of_file(path), section)
    write_new(path, [_laid_out(draft).encode()])
    console.out.line(shown_path(path))
    _report(extraction, console)
    return with_pictures


def add_to_issue(imported: Sequence[Imported], path: str, section: str, console: Console) -> list[Imported]:
    """Adds the articles at the end of a section of an issue file, the last one if none is given.

    The rest of the file stays as it is. Prints the addresses of the articles. Returns the sources with the extractions
    that were added.
    """
    snapshot = Snapshot(path)
    source = read_source(path)
    text, (loaded, _) = source.text, load_source(source)
    issue = loaded.issue
    if issue is None:
        raise UnusableError(fault(loaded))
    if not snapshot.is_of(text):
        raise ReaderError(f"{shown_path(path)}: was changed meanwhile, and is left as it is")
    section = section or issue.sections[-1].id
    if section not in [one.id for one in issue.sections]:
        known = ", ".join(one.id for one in issue.sections)
        raise NotFoundError(f"{shown_path(path)}: there is no section {quoted(section)}; there are {known}")
    with_pictures = _with_pictures(imported, os.path.splitext(path)[0])
    extraction = combined([each for _, each in with_pictures])
    draft = drafted(extraction, issue.id, section, taken=[article.id for _, article in issue.articles()])
    added = []
    for article in draft.issue.sections[0].articles:
        try:
            text = with_article(text, issue, section, dump_article(article, draft.notes))
        except UnusableError as error:
            raise UnusableError(f"{shown_path(path)}: {error}") from error
        issue = load_text(text, path).issue
        assert issue
        added.append(f"{issue.id}/{article.id}")
    snapshot.replace(text)
    for address in added:
        console.out.line(address)
    _report(extraction, console)
    return with_pictures


def _laid_out(draft: Draft) -> str:
    """Returns the text of a draft in the one layout of issue files."""
    text = dump(draft.issue, draft.notes)
    try:
        return formatted(SourceFile(draft.issue.id, text)) or text
    except ChangeError:
        return text  # as it is, too, it can be read


def _with_pictures(imported: Sequence[Imported], folder: str) -> list[Imported]:
    """Returns the sources and their extractions, with their pictures in the folder."""
    return [
        (source, with_saved_pictures(extraction, source, folder, _id_of_file(source.path)))
        for source, extraction in imported
    ]


def _id_of_file(path: str) -> str:
    """Returns an issue's id after the name of a file."""
    stem = os.path.splitext(os.path.basename(path))[0]
    made = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:MAX_ID_CHARS].strip("-")
    return made if re.fullmatch(ID_PATTERN, made) else "draft"


def _report(extraction: Extraction, console: Console) -> None:
    """Prints a line with the number of articles and figures, and the next step."""
    figures = sum(len(article.figures) for article in extraction.articles)
    figures += sum(len(prepared.article.figures) for prepared in extraction.prepared)
    articles = len(extraction.articles) + len(extraction.prepared)
    parts = [counted(articles, "article"), counted(figures, "figure")]
    parts += [f"{counted(len(extraction.unplaced), 'text')} placed nowhere"] if extraction.unplaced else []
    console.err.line(f"{', '.join(parts)}; look at the comments, then: reader check")
