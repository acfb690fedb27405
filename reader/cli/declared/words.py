"""The declaration of ``reader words``."""

from __future__ import annotations

from reader.cli.declaration import Form, LegendEntry, Option, Positional, Verb
from reader.cli.declared.shared import PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    WordsAction = Literal["list", "known", "unknown", "export", "import"]

WORDS_ACTIONS: tuple[WordsAction, ...] = ("list", "known", "unknown", "export", "import")

VERB = Verb(
    "words",
    "the words that you know, and those that you want help with",
    """
    Prints the words that you have judged, in Chinese or English, and the words that you kept with w, which are
    unknown until you say otherwise. Other words are known up to your level (the settings level and english-level).
    Readings and glosses are shown above the words that you don't know.
    """,
    (
        Option("--output", "write the export there instead of printing it; - prints it", "FILE", "file", short="-o"),
        PLAIN,
        Option("--json", "print JSON: a list of words"),
    ),
    (
        Form((Positional(optional=True, choices=("list",)),), ("--plain", "--json")),
        Form((Positional(choices=("known",)), Positional("WORD", many=True))),
        Form((Positional(choices=("unknown",)), Positional("WORD", many=True))),
        Form((Positional(choices=("export",)),), ("--output",)),
        Form((Positional(choices=("import",)), Positional("FILE", "file"))),
    ),
    (
        "reader words known 泉水 spring",
        "reader words unknown 石拱桥",
        "reader words export -o words.tsv",
        "reader words import hsk-3.txt",
    ),
    (
        LegendEntry("known, unknown", "judges words; in the look-up of an article the key K says that you know one"),
        LegendEntry("export", "writes a word a line: the word, known or unknown, and the time, with tabs between them"),
        LegendEntry(
            "import FILE",
            "adds the words of such a file, or of a plain list of known words, one a line; of two judgements the later "
            "one holds; lines that have no word are left out and counted. - is the standard input",
        ),
    ),
)
