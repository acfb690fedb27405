"""``reader import``: printed pages, as PDF or as text, to a draft issue."""

from __future__ import annotations

import os
import re
import sys

from reader.errors import NotFoundError, ReaderError, UnusableError
from reader.gate import clean_line
from reader.model.address import ID_PATTERN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.output import Console
    from reader.importing.extraction import Extraction

OPTIONS = {
    "--pages": "N-M",
    "--output": "DRAFT",
    "--into": "ISSUE",
    "--section": "ID",
    "--json": "",
    "--plain": "",
}

HELP = """\
usage: reader import SOURCE… [--pages N-M] [-o DRAFT.yaml] [--section ID] [--json] [--plain]
       reader import SOURCE… --into ISSUE.yaml [--section ID]

Makes a draft issue of printed pages. A SOURCE is a PDF, a file with the text of pages as
web sites give it, or - for such a text on the standard input. Columns are put together,
paragraphs, headings and captions told apart, the two languages paired where they
correspond. What it doubts has a comment in the draft; what could be placed nowhere is
under unplaced. Pictures of a PDF are put into the folder beside the draft.

The draft is printed, or written to DRAFT.yaml, which must not be there yet; with --into,
its articles are added at the end of a section of an issue that is there. PDF files are
read by an extra: pip install 'bilingual-magazine-reader[import]'.

Bounds: PDF files of 1 GB and 5,000 pages, 200,000 characters a page, 4 MB of text.

  --pages N-M     pages of the PDF to read, counted from 1: 12, 12-15 or 3,12-15
  --output DRAFT  where the draft is written; -o for short
  --into ISSUE    an issue file to which the articles are added
  --section ID    the section they go to: one of ISSUE (the last if not given), or the draft's
  --plain         no colour
  --json          as JSON: what was found on the pages, with how sure each part is
  --help          this text
  --version       the version

examples:
  reader import magazine.pdf --pages 60-61 -o issues/august-08.yaml
  reader import page.txt --into issues/august-08.yaml --section focus
  pbpaste | reader import - --json
"""

MAX_FILE_BYTES = 1_000_000_000
MAX_TEXT_BYTES = 4_000_000
MAX_PAGES = 5000
_PDF_MARK = b"%PDF-"
_HEAD_BYTES = 1024
"""A PDF says so within so many bytes."""


def run(given: Arguments, console: Console) -> int:
    """Reads the sources and prints, writes or adds what was found."""
    from reader.cli.arguments import UsageError

    if not given.words:
        raise UsageError(
            "import needs a PDF, a text file, or - for a text on the standard input (reader import --help)"
        )
    if given.flag("--into") and (given.flag("--output") or given.flag("--json")):
        raise UsageError("--into adds to an issue: give it without -o and --json")
    pages = _pages(given.value("--pages"))
    target = given.value("--output") or given.value("--into")
    if given.flag("--output") and os.path.lexists(target):
        raise ReaderError(f"{clean_line(target)}: is there already, and is left as it is")
    sources = [(word, _read(word, pages, console)) for word in given.words]
    if len(sources) > 1:
        sources = [(word, _named(found, word)) for word, found in sources]
    if given.flag("--json"):
        from reader.cli.objects import to_json
        from reader.importing.extraction import combined
        from reader.importing.objects import as_object

        console.out.text(to_json(as_object(combined([found for _, found in sources]))))
        return 0
    if given.flag("--into"):
        return _add(sources, target, given, console)
    return _draft(sources, target, given, console)


def _pages(written: str) -> tuple[int, ...]:
    from reader.cli.arguments import UsageError

    if not written:
        return ()
    found: list[int] = []
    for span in written.split(","):
        told = re.fullmatch(r"\s*([0-9]{1,5})\s*(?:-\s*([0-9]{1,5}))?\s*", span)
        if not told or not 1 <= int(told[1]) <= int(told[2] or told[1]) <= MAX_PAGES:
            raise UsageError(f"--pages takes pages such as 12, 12-15 or 3,12-15, not {clean_line(written)!r}")
        found += range(int(told[1]), int(told[2] or told[1]) + 1)
    return tuple(dict.fromkeys(found))


def _read(word: str, pages: tuple[int, ...], console: Console) -> Extraction:
    """Reads one source."""
    data = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1) if word == "-" else _head(word)
    shown = "the standard input" if word == "-" else clean_line(word)
    if word != "-" and _PDF_MARK in data:
        from reader.importing.pdf.pipeline import read_pdf

        try:
            return read_pdf(word, pages, console.progress("reading pages"))
        finally:
            console.end_progress()
    if _PDF_MARK in data[:_HEAD_BYTES]:
        raise ReaderError("a PDF is read from a file, not from the standard input: reader import FILE.pdf")
    if pages:
        raise ReaderError(f"{shown} is no PDF: --pages names pages of one")
    return _text(data if word == "-" else _whole(word), shown)


def _head(path: str) -> bytes:
    """Returns the first bytes of a file.

    Raises:
        NotFoundError: It is not there, no file, too large, or cannot be read.
    """
    shown = clean_line(path)
    try:
        if not os.path.isfile(path):
            kind = "a folder, not a file" if os.path.isdir(path) else "no file" if os.path.exists(path) else "not there"
            raise NotFoundError(f"{shown} is {kind}")
        if os.path.getsize(path) > MAX_FILE_BYTES:
            raise UnusableError(f"{shown} is larger than {MAX_FILE_BYTES // 10**9} GB")
        with open(path, "rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError as error:
        raise NotFoundError(f"{shown} cannot be read: {error.strerror}") from error


def _whole(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(MAX_TEXT_BYTES + 1)
    except OSError as error:
        raise NotFoundError(f"{clean_line(path)} cannot be read: {error.strerror}") from error


def _text(data: bytes, shown: str) -> Extraction:
    """Reads the text of pages."""
    if len(data) > MAX_TEXT_BYTES:
        raise UnusableError(f"{shown} has more than {MAX_TEXT_BYTES // 10**6} MB of text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableError(f"{shown} is neither a PDF nor UTF-8 text (byte {error.start})") from error
    if not text.strip():
        raise UnusableError(f"{shown} is empty")
    if "\0" in text:
        raise UnusableError(f"{shown} is neither a PDF nor a text")
    from reader.importing.text.pipeline import read_text

    return read_text(text)


def _named(found: Extraction, word: str) -> Extraction:
    """Returns what was found in one of several sources, with its notes saying which."""
    from reader.model.record import replace

    name = os.path.basename(word)
    return replace(found, notes=tuple(f"{name}: {note}" for note in found.notes))


def _draft(sources: list[tuple[str, Extraction]], target: str, given: Arguments, console: Console) -> int:
    """Prints a draft, or writes it with the pictures beside it."""
    from reader.importing.drafting import drafted
    from reader.source.writer import dump

    stem = os.path.splitext(os.path.basename(target or given.words[0]))[0]
    section = _section(given)
    found = _with_pictures(sources, os.path.splitext(target)[0] if target else "")
    draft = drafted(found, _id(stem), section)
    text = dump(draft.issue, draft.notes)
    if not target:
        console.out.text(text)
        return 0
    try:
        with open(target, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise ReaderError(f"{clean_line(target)}: cannot be written: {error.strerror}") from error
    console.out.line(target)
    _tell(found, console)
    return 0


def _add(sources: list[tuple[str, Extraction]], path: str, given: Arguments, console: Console) -> int:
    """Adds the articles to an issue that is there; the rest of its file stays as it is."""
    from reader.cli.opening import fault
    from reader.importing.drafting import drafted
    from reader.source import load_text
    from reader.source.editing import with_article
    from reader.source.nodes import read_source
    from reader.source.replacing import Snapshot
    from reader.source.writer import dump_article

    snapshot = Snapshot(path)
    text = read_source(path).text
    issue = load_text(text, path).issue
    if issue is None or not snapshot.is_of(text):
        raise UnusableError(fault(load_text(text, path)))
    section = _section(given) or issue.sections[-1].id
    if section not in [one.id for one in issue.sections]:
        known = ", ".join(one.id for one in issue.sections)
        raise NotFoundError(f"{clean_line(path)}: there is no section {section!r}; there are {known}")
    found = _with_pictures(sources, os.path.splitext(path)[0])
    draft = drafted(found, issue.id, section, taken=[article.id for _, article in issue.articles()])
    added = []
    for article in draft.issue.sections[0].articles:
        try:
            text = with_article(text, issue, section, dump_article(article, draft.notes))
        except UnusableError as error:
            raise UnusableError(f"{clean_line(path)}: {error}") from error
        loaded = load_text(text, path).issue
        assert loaded
        issue = loaded
        added.append(f"{issue.id}/{article.id}")
    snapshot.replace(text)
    for address in added:
        console.out.line(address)
    _tell(found, console)
    return 0


def _with_pictures(sources: list[tuple[str, Extraction]], folder: str) -> Extraction:
    """Puts the pictures of the sources into a folder, and returns what was found in all with those that are there."""
    from reader.importing.extraction import combined, renamed_pictures

    return combined([renamed_pictures(found, _kept_pictures(word, found, folder)) for word, found in sources])


def _kept_pictures(path: str, found: Extraction, folder: str) -> dict[str, str]:
    """Puts the pictures of a source into a folder; returns their files' names there by what captions call them."""
    names = [figure.picture for article in found.articles for figure in article.figures if figure.picture]
    kept: dict[str, str] = {}
    if names and folder:
        from reader.importing.pdf.pipeline import pictures_of

        source = _id(os.path.splitext(os.path.basename(path))[0])
        try:
            for name, data in pictures_of(path, names):
                os.makedirs(folder, exist_ok=True)
                kept[name] = _free(folder, f"{source}-{name}")
                with open(os.path.join(folder, kept[name]), "xb") as file:
                    file.write(data)
        except OSError as error:
            raise ReaderError(f"{clean_line(folder)}: pictures cannot be written: {error.strerror}") from error
    return kept


def _free(folder: str, name: str) -> str:
    """Returns a name that no file of a folder has."""
    stem, extension = os.path.splitext(name)
    made, number = name, 1
    while os.path.lexists(os.path.join(folder, made)):
        number += 1
        made = f"{stem}-{number}{extension}"
    return made


def _section(given: Arguments) -> str:
    from reader.cli.arguments import UsageError

    section = given.value("--section")
    if given.flag("--section") and not re.fullmatch(ID_PATTERN, section):
        raise UsageError(f"{clean_line(section)!r} is not an id: lower-case letters, digits and - between them")
    return section


def _id(stem: str) -> str:
    """Returns an issue's id after a file's name."""
    made = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
    return made if re.fullmatch(ID_PATTERN, made) else "draft"


def _tell(found: Extraction, console: Console) -> None:
    """Says in a line what was made, and what is left to do."""
    figures = sum(len(article.figures) for article in found.articles)
    parts = [_number(len(found.articles), "article"), _number(figures, "figure")]
    parts += [f"{_number(len(found.unplaced), 'text')} placed nowhere"] if found.unplaced else []
    console.err.line(f"{', '.join(parts)}; look at the comments, then: reader check")


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
