"""The declaration of ``reader doctor``."""

from reader.cli.declaration import Form, Option, Verb
from reader.cli.declared.shared import LIBRARY, PLAIN

VERB = Verb(
    "doctor",
    "facts for a problem report; --fix repairs damaged files",
    """
    Prints facts about the program and its surroundings: versions, the terminal (which is asked for the width of
    characters on which terminals disagree), folders and their rights, the library, and whether the databases
    are intact. Nothing private is printed: no titles, notes or names, and ~ for your home. So it may be pasted
    into a report. Exits with 1 if something is wrong.
    """,
    (
        Option(
            "--fix",
            "make a damaged catalogue again, and rename a damaged file of yours, so that a new one can begin; its data "
            "is not deleted",
        ),
        PLAIN,
        Option("--json", "print JSON: a list of facts"),
        LIBRARY,
    ),
    (Form((), ("--fix", "--json", "--plain", "--library")),),
    ("reader doctor", "reader doctor --fix"),
)
