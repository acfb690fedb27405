"""The declaration of ``reader lookup``."""

from __future__ import annotations

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import PLAIN, WIDTH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.learning.pinyin import ReadingStyle

READINGS: tuple[ReadingStyle, ...] = ("marks", "numbers", "zhuyin")

VERB = Verb(
    "lookup",
    "words in the dictionary, Chinese or English",
    """
    Prints the entries of Chinese words, in either script, with their readings, senses and classifiers; of a longer
    text, those of its words. For English words, in any inflection, it prints the Chinese words that mean them, the
    commonest first. Exits with 1 if nothing was found. The entries are CC-CEDICT's, published by MDBG under the
    licence CC BY-SA 4.0.
    """,
    (
        Option(
            "--readings",
            "pinyin with tone marks, with numbers, or zhuyin; else as the setting reading-style",
            kind="choice",
            choices=READINGS,
        ),
        WIDTH,
        PLAIN,
        Option("--json", "print JSON: a list of entries"),
    ),
    (Form((Positional("WORD", many=True),), ("--readings", "--width", "--plain", "--json")),),
    ("reader lookup 泉水", "reader lookup bridges", "reader lookup --readings zhuyin 长江", "reader lookup --json 水"),
)
