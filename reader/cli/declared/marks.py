"""The declaration of ``reader marks``."""

from __future__ import annotations

from reader.cli.declaration import Form, LegendEntry, Option, Positional, Verb
from reader.cli.declared.shared import LIBRARY, WIDTH
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    ExportFormat = Literal["md", "json", "csv", "anki"]
    MarksAction = Literal["list", "export", "import", "sync"]

EXPORT_FORMATS: tuple[ExportFormat, ...] = ("md", "json", "csv", "anki")
MARKS_ACTIONS: tuple[MarksAction, ...] = ("list", "export", "import", "sync")
MARK_KINDS = ("place", "bookmark", "highlight", "note", "word")

VERB = Verb(
    "marks",
    "your bookmarks, highlights, notes and words",
    """
    Prints the bookmarks, highlights, notes and words that you made, each with its address and whether its
    passage is found in the library as it is now, lost, or in an issue that is not here. They are in reading
    order, whatever the order in which they were made. In a pipe, or with --plain, each is one line.
    """,
    (
        Option("--format", "the format of the export", kind="choice", choices=EXPORT_FORMATS),
        Option("--output", "write the export there instead of printing it; - prints it", "FILE", "file", short="-o"),
        Option(
            "--kind",
            "only place, bookmark, highlight, note or word",
            "KIND",
            "choice",
            choices=MARK_KINDS,
        ),
        Option("--sync", "the same as sync FILE", "FILE", "file"),
        replace(WIDTH, about="cells in a line, on a terminal"),
        Option("--plain", "one line for each mark, no colour"),
        Option("--json", "print JSON: a list of marks"),
        LIBRARY,
    ),
    (
        Form((Positional(optional=True, choices=("list",)),), ("--kind", "--width", "--json", "--plain", "--library")),
        Form((Positional(choices=("export",)),), ("--kind", "--output", "--library"), ("--format",)),
        Form((Positional(choices=("import",)), Positional("FILE", "file"))),
        Form((Positional(choices=("sync",)), Positional("FILE", "file"))),
    ),
    (
        "reader marks --kind word",
        "reader marks export --format md -o notes.md",
        "reader marks export --format anki > words.txt",
        "reader marks sync ~/Shared/marks.json",
    ),
    (
        LegendEntry(
            "export",
            "writes them for another program, in reading order: Markdown with both languages and citations; JSON with "
            "every field; CSV; words for Anki, with pinyin and both sentences",
        ),
        LegendEntry(
            "import FILE",
            "adds the marks of such a JSON file; nothing is doubled, and of two states of a mark the one that was "
            "changed last is kept; entries that are no marks are left out and counted. - is the standard input",
        ),
        LegendEntry(
            "sync FILE",
            "adds the marks of the file and writes all marks back: keep the file in a folder that your machines share, "
            "and all of them have the same marks",
        ),
    ),
)
