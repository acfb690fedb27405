"""``reader import``: makes a draft issue of printed pages, given as PDF or as text."""

from __future__ import annotations

import os
import re

from reader.cli.exits import ExitCode
from reader.cli.output import STANDARD_OUTPUT
from reader.errors import ReaderError
from reader.gate import clean_line, quoted
from reader.model.address import ID_PATTERN
from reader.model.bounds import MAX_ID_CHARS
from reader.model.language import canonical
from reader.model.magazine import MIN_LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.draft_output import Imported
    from reader.importing.formats import ImportOptions

MAX_PAGES = 5000


def run(given: Arguments, console: Console) -> int:
    """Extracts the sources, and prints the draft, writes it or adds it to an issue."""
    from reader.cli.arguments import UsageError

    if not given.words:
        raise UsageError(
            "import needs a PDF, a text file, or - for a text on the standard input (reader import --help)"
        )
    if not all(given.words):
        raise UsageError("import was given an empty name; it takes files, or - for the standard input")
    if given.flag("--into") and (given.flag("--output") or given.flag("--json")):
        raise UsageError("--into adds to an issue: give it without -o and --json")
    options = _options(given)
    output = given.value("--output")
    if output in STANDARD_OUTPUT:
        output = ""
    elif given.flag("--output") and os.path.lexists(output):
        raise ReaderError(f"{clean_line(output)}: is there already, and is left as it is")
    imported = (
        _imported_pair(given.words, options) if given.flag("--pair") else _imported(given.words, options, console)
    )
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json
        from reader.importing.extraction import combined
        from reader.importing.objects import as_object

        console.out.text(to_json(as_object(combined([extraction for _, extraction in imported]))))
        return _reported(imported, console)
    from reader.cli.draft_output import add_to_issue, print_draft, write_draft

    section = _section_id(given)
    if given.flag("--into"):
        imported = add_to_issue(imported, given.value("--into"), section, console)
    elif output:
        imported = write_draft(imported, output, section, console)
    else:
        print_draft(imported, section, console)
    return _reported(imported, console)


def _reported(imported: Sequence[Imported], console: Console) -> int:
    """Reports the parts of the sources that were skipped or are in doubt, a line each, and returns the exit code."""
    for source, extraction in imported:
        for sentence in extraction.doubted:
            console.report(f"{source.name}: {sentence}")
    skipped = [(source.name, sentence) for source, extraction in imported for sentence in extraction.skipped]
    for name, sentence in skipped:
        console.report(f"{name}: {sentence}")
    return ExitCode.PROBLEMS if skipped else ExitCode.GOOD


def _options(given: Arguments) -> ImportOptions:
    """Returns the options of the import, checked."""
    from reader.cli.arguments import UsageError
    from reader.importing.formats import KINDS, ImportOptions
    from reader.importing.pdf.confined_pdf import OCR_MODES

    languages = tuple(filter(None, re.split(r"\s*,\s*", given.value("--languages"))))
    tags = tuple(canonical(tag) or "" for tag in languages)
    if given.flag("--languages") and (len(tags) != MIN_LANGUAGES or not all(tags) or tags[0] == tags[1]):
        raise UsageError(f"--languages takes two tags, such as zh-Hans,en, not {quoted(given.value('--languages'))}")
    if given.flag("--pair") and len(given.words) != MIN_LANGUAGES:
        raise UsageError("--pair takes two sources, one in each language: reader import --pair A B")
    ocr = given.choice("--ocr", OCR_MODES) or "auto"
    return ImportOptions(_page_numbers(given.value("--pages")), given.choice("--from", KINDS), tags, ocr)


def _imported_pair(words: Sequence[str], options: ImportOptions) -> list[Imported]:
    """Extracts two sources, one in each language."""
    from reader.importing.formats import extract_pair
    from reader.importing.sources import file_source
    from reader.model.record import replace

    first, second = (file_source(word) for word in words)
    return [(replace(first, second=second), extract_pair(first, second, options))]


def _imported(words: Sequence[str], options: ImportOptions, console: Console) -> list[Imported]:
    """Extracts each source; the notes of several begin with the names of their files."""
    from io import BytesIO

    from reader.cli.standard_input import whole_input
    from reader.importing.formats import extract
    from reader.importing.sources import MAX_TEXT_BYTES, file_source, stream_source
    from reader.model.record import replace

    imported: list[Imported] = []
    for word in words:
        source = stream_source(BytesIO(whole_input(MAX_TEXT_BYTES))) if word == "-" else file_source(word)
        try:
            extraction = extract(source, options, console.progress("reading pages"))
        finally:
            console.end_progress()
        if len(words) > 1:
            name = os.path.basename(word)
            extraction = replace(extraction, notes=tuple(f"{name}: {note}" for note in extraction.notes))
        imported.append((source, extraction))
    return imported


def _page_numbers(written: str) -> tuple[int, ...]:
    """Returns the pages of a list of ranges, each once, in the order written."""
    from reader.cli.arguments import UsageError

    if not written:
        return ()
    found: list[int] = []
    for span in written.split(","):
        limits = re.fullmatch(r"\s*([0-9]{1,5})\s*(?:-\s*([0-9]{1,5}))?\s*", span)
        if not limits or not 1 <= int(limits[1]) <= int(limits[2] or limits[1]) <= MAX_PAGES:
            raise UsageError(f"--pages takes pages such as 12, 12-15 or 3,12-15, not {quoted(written)}")
        found += range(int(limits[1]), int(limits[2] or limits[1]) + 1)
    return tuple(dict.fromkeys(found))


def _section_id(given: Arguments) -> str:
    from reader.cli.arguments import UsageError

    section = given.value("--section")
    if len(section) > MAX_ID_CHARS:
        raise UsageError(f"an id has at most {MAX_ID_CHARS} characters; that of --section has {len(section):,}")
    if given.flag("--section") and not re.fullmatch(ID_PATTERN, section):
        raise UsageError(f"{quoted(section)} is not an id: lower-case letters, digits and - between them")
    return section
