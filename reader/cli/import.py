"""``reader import``: makes a draft issue of printed pages, given as PDF or as text."""

from __future__ import annotations

import os
import re
import sys

from reader.errors import ReaderError
from reader.gate import clean_line
from reader.model.address import ID_PATTERN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.draft_output import Imported
    from reader.cli.output import Console

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

MAX_PAGES = 5000


def run(given: Arguments, console: Console) -> int:
    """Extracts the sources, and prints the draft, writes it or adds it to an issue."""
    from reader.cli.arguments import UsageError

    if not given.words:
        raise UsageError(
            "import needs a PDF, a text file, or - for a text on the standard input (reader import --help)"
        )
    if given.flag("--into") and (given.flag("--output") or given.flag("--json")):
        raise UsageError("--into adds to an issue: give it without -o and --json")
    pages = _page_numbers(given.value("--pages"))
    output = given.value("--output")
    if given.flag("--output") and os.path.lexists(output):
        raise ReaderError(f"{clean_line(output)}: is there already, and is left as it is")
    imported = _imported(given.words, pages, console)
    if given.flag("--json"):
        from reader.cli.objects import to_json
        from reader.importing.extraction import combined
        from reader.importing.objects import as_object

        console.out.text(to_json(as_object(combined([extraction for _, extraction in imported]))))
        return 0
    from reader.cli.draft_output import add_to_issue, print_draft, write_draft

    section = _section_id(given)
    if given.flag("--into"):
        add_to_issue(imported, given.value("--into"), section, console)
    elif output:
        write_draft(imported, output, section, console)
    else:
        print_draft(imported, section, console)
    return 0


def _imported(words: Sequence[str], pages: tuple[int, ...], console: Console) -> list[Imported]:
    """Extracts each source; the notes of several begin with the names of their files."""
    from reader.importing.formats import format_of
    from reader.importing.sources import file_source, stream_source
    from reader.model.record import replace

    imported: list[Imported] = []
    for word in words:
        source = stream_source(sys.stdin.buffer) if word == "-" else file_source(word)
        try:
            extraction = format_of(source).extract(source, pages, console.progress("reading pages"))
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
            raise UsageError(f"--pages takes pages such as 12, 12-15 or 3,12-15, not {clean_line(written)!r}")
        found += range(int(limits[1]), int(limits[2] or limits[1]) + 1)
    return tuple(dict.fromkeys(found))


def _section_id(given: Arguments) -> str:
    from reader.cli.arguments import UsageError

    section = given.value("--section")
    if given.flag("--section") and not re.fullmatch(ID_PATTERN, section):
        raise UsageError(f"{clean_line(section)!r} is not an id: lower-case letters, digits and - between them")
    return section
