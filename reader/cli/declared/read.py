"""The declaration of ``reader read``."""

from reader.cli.declaration import Form, LegendEntry, Option, Positional, Verb
from reader.cli.declared.shared import INTERFACE, LIBRARY, WIDTH
from reader.cli.declared.show import SCRIPTS

VERB = Verb(
    "read",
    "an article line by line, for speech, braille and any terminal",
    """
    Reads an article part by part, for those who hear it or feel it. Lines are only added: no screen is drawn, the
    cursor never moves back, there is no colour and no escape sequence. Each language is named where it changes;
    headings, figures, tables, notes and printed pages are said in words. In a pipe it prints the whole article in both
    languages.

    Type a command and press Enter:
    """,
    (
        Option("--lang", "one language, or two (TAG,TAG), the first to begin with", "TAG", "language"),
        Option("--script", "the characters of Chinese texts, by words", kind="choice", choices=SCRIPTS),
        Option("--linear", "answer typed lines also where no terminal is, as in an editor or from a script"),
        WIDTH,
        INTERFACE,
        LIBRARY,
    ),
    (
        Form(
            (Positional("TARGET", "target"),), ("--lang", "--script", "--linear", "--width", "--interface", "--library")
        ),
    ),
    (
        "reader read city-of-springs-08/new-drivers",
        "reader read city-of-springs-08/springs#p3 --lang en,zh",
        "reader read city-of-springs-08/springs --lang en | less",
        "printf '\\no\\nq\\n' | reader read city-of-springs-08/springs --linear",
    ),
    (
        LegendEntry("Enter", "the next part"),
        LegendEntry("-", "the part before"),
        LegendEntry(".", "the same part again"),
        LegendEntry("o", "the other language, and on in it"),
        LegendEntry("12", "the paragraph of that number"),
        LegendEntry("#NAME", "a place: #p12, #page-61, the id of a figure"),
        LegendEntry("h", "the next heading"),
        LegendEntry("/WORDS", "the next part with the words, in either language; / alone goes on"),
        LegendEntry("?", "the list of commands"),
        LegendEntry("q", "the end; the address of the place is printed"),
    ),
)
