"""The declaration of ``reader list``."""

from reader.cli.declaration import Form, Verb
from reader.cli.declared.shared import JSON, LIBRARY, NO_WORD_BUT_LIBRARY, PLAIN, WIDTH

VERB = Verb(
    "list",
    "the shelf: every issue with its contents and addresses",
    """
    Prints every issue of the library: its name and cover line, its sections, and each article with its printed
    pages and its address. A file that cannot be opened is listed with its first error.
    """,
    (LIBRARY, WIDTH, PLAIN, JSON),
    (Form((), ("--json", "--plain", "--width", "--library")),),
    (
        "reader list",
        "reader list --library ~/magazines",
        "reader list --json | jq -r '.[].sections[]?.articles[].address'",
    ),
    hint=NO_WORD_BUT_LIBRARY,
)
