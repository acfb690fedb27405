"""The declaration of ``reader export``."""

from __future__ import annotations

from reader.cli.declaration import Form, LegendEntry, Option, Positional, Verb
from reader.cli.declared.shared import LIBRARY, PLAIN
from reader.cli.declared.show import SCRIPTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reader.exporting.edition import Layout

    ExportFormat = Literal["epub", "html", "pdf", "md", "txt", "json"]

FORMATS: tuple[ExportFormat, ...] = ("epub", "html", "pdf", "md", "txt", "json")
LAYOUTS: tuple[Layout, ...] = ("pairs", "columns", "left", "right")

VERB = Verb(
    "export",
    "an issue or an article as a file for other programs",
    """
    Writes the content that TARGET names to OUT, which is replaced whole or stays as it was. PDF needs WeasyPrint:
    pip install '.[pdf]' in a clone, or pip install weasyprint where the program is installed. TARGET is:
    """,
    (
        Option("--output", "the file to write", "OUT", "file", short="-o"),
        Option("--format", "the format; if not given, by the ending of OUT", kind="choice", choices=FORMATS),
        Option(
            "--layout",
            "pairs (one under the other, or side by side where there is room), columns (always side by side), "
            "left or right (one language alone)",
            kind="choice",
            choices=LAYOUTS,
        ),
        Option("--languages", "one language, or two (TAG,TAG); if not given, those of each article", "TAG", "language"),
        Option("--script", "the characters of Chinese texts, by words", kind="choice", choices=SCRIPTS),
        PLAIN,
        LIBRARY,
    ),
    (
        Form(
            (Positional("TARGET", "target"),),
            ("--format", "--layout", "--languages", "--script", "--plain", "--library"),
            ("--output",),
        ),
    ),
    (
        "reader export city-of-springs-08 -o springs.epub",
        "reader export city-of-springs-08/springs -o springs.md",
        "reader export city-of-springs-08 -o springs.json --languages zh --script traditional",
    ),
    (
        LegendEntry("ISSUE, FILE", "the whole issue"),
        LegendEntry("ISSUE/ARTICLE", "one article"),
    ),
)
