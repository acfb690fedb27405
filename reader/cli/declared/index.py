"""The declaration of ``reader index``."""

from reader.cli.declaration import Form, Option, Verb
from reader.cli.declared.shared import LIBRARY, NO_WORD_BUT_LIBRARY, PLAIN

VERB = Verb(
    "index",
    "an update of a big library, for quick starts and searches",
    """
    Reads the issue files that are new or have changed, and keeps their contents, so that the screen opens and
    searches answer at once in a library of any size. The other verbs do the same for few files; this one is for
    many. It may be stopped at any moment and goes on from there the next time. The result is in the platform's
    cache folder and may be deleted.
    """,
    (
        Option("--rebuild", "read every file again"),
        PLAIN,
        Option("--json", "print JSON: the number of all, read, broken and gone files"),
        LIBRARY,
    ),
    (Form((), ("--rebuild", "--json", "--plain", "--library")),),
    ("reader index", "reader index --library ~/magazines --rebuild"),
    hint=NO_WORD_BUT_LIBRARY,
)
