"""The declaration of ``reader`` and ``reader open``."""

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import INTERFACE, JSON, LIBRARY, NO_MOUSE, PICTURES, PLAIN, THEME, TOUR, WIDTH
from reader.model.record import replace

VERB = Verb(
    "open",
    "the screen, as without a verb",
    """
    Opens the screen: on the shelf, or on the place that TARGET names. Without a terminal (in a pipe, or where
    TERM is dumb) it prints the same as reader list or reader show, and takes their options.

    With - the target is the first line of the standard input, such as a line chosen from the output of reader
    search; only the address in that line counts.

    TARGET is an address (ISSUE, ISSUE/ARTICLE, ISSUE/ARTICLE#p12), an issue file, or a folder of issues. An
    address goes before a file of the same name; ./NAME means the file.
    """,
    (
        LIBRARY,
        NO_MOUSE,
        INTERFACE,
        THEME,
        PICTURES,
        TOUR,
        Option("--json", "print JSON instead of opening the screen"),
        Option("--plain", "print text without colour instead of opening the screen"),
        replace(WIDTH, about="print, with this number of cells in a line"),
        Option("--lang", "print one or two languages, as reader show does", "TAG", "language"),
    ),
    (
        Form(
            (Positional("TARGET", "target", optional=True),),
            (
                "--library",
                "--no-mouse",
                "--interface",
                "--theme",
                "--pictures",
                "--tour",
                JSON.name,
                PLAIN.name,
                "--width",
                "--lang",
            ),
        ),
    ),
    (
        "reader open",
        "reader open city-of-springs-08/new-drivers",
        "reader open my-issue.yaml --theme paper",
        "reader search spring | fzf | reader open -",
    ),
)
