"""The declaration of ``reader show``."""

from __future__ import annotations

from reader.cli.declaration import Form, LegendEntry, Option, Positional, Verb
from reader.cli.declared.shared import JSON, LIBRARY, WIDTH
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.learning.conversion import Script

SCRIPTS: tuple[Script, ...] = ("simplified", "traditional", "taiwan", "hong-kong")

VERB = Verb(
    "show",
    "an issue, an article side by side, a paragraph or a figure",
    """
    Prints the content that TARGET names:
    """,
    (
        Option(
            "--lang",
            "one language (zh, en, zh-Hant …), in a pipe as whole paragraphs; or two (TAG,TAG), the first at the left",
            "TAG",
            "language",
        ),
        Option("--script", "the characters of Chinese texts, by words", kind="choice", choices=SCRIPTS),
        replace(WIDTH, about="cells in a line; the terminal's width, or 80, if not given"),
        Option("--plain", "no colour, no boxes"),
        JSON,
        LIBRARY,
    ),
    (Form((Positional("TARGET", "target"),), ("--lang", "--script", "--width", "--plain", "--json", "--library")),),
    (
        "reader show city-of-springs-08",
        "reader show city-of-springs-08/new-drivers --lang en,zh",
        "reader show city-of-springs-08/new-drivers#p3",
        "reader show city-of-springs-08/springs --script traditional",
        "reader show city-of-springs-08/springs --lang zh | wc -m",
    ),
    (
        LegendEntry("ISSUE, FILE", "its contents, with the address of every article"),
        LegendEntry(
            "ISSUE/ARTICLE",
            "the article in both languages, side by side (one under the other where the width is less than 66 cells), "
            "printed pages in the margin, and its figures with captions and credits",
        ),
        LegendEntry("ISSUE/ARTICLE#p12", "one paragraph in both languages"),
        LegendEntry("ISSUE/ARTICLE#ID", "the block with that id, or a figure: captions, credit, file"),
        LegendEntry("DIR", "every issue in the folder"),
    ),
)
