"""The declaration of ``reader list``."""

from reader.cli.declaration import Form, Option, Verb
from reader.cli.declared.shared import JSON, LIBRARY, NO_WORD_BUT_LIBRARY, PLAIN, WIDTH

VERB = Verb(
    "list",
    "the shelf: every issue with its contents and addresses",
    """
    Prints every issue of the library: its name and cover line, its sections, and each article with its printed
    pages and its address. A file that cannot be opened is listed with its first error.

    With --new only the issues are printed that have come since the screen last showed the shelf.
    """,
    (Option("--new", "only issues that have come since the last visit"), LIBRARY, WIDTH, PLAIN, JSON),
    (Form((), ("--new", "--json", "--plain", "--width", "--library")),),
    (
        "reader list",
        "reader list --new",
        "reader list --library ~/magazines",
        "reader list --json | jq -r '.[].sections[]?.articles[].address'",
    ),
    hint=NO_WORD_BUT_LIBRARY,
)
