"""The declaration of ``reader schema``."""

from reader.cli.declaration import Form, Option, Verb

VERB = Verb(
    "schema",
    "the JSON Schema of issue files, for editors",
    """
    Prints the JSON Schema of issue files, by which editors complete keys and mark faults as you type. It is
    made from the table by which the program itself reads files. docs/MAINTAINING.md explains the setup of VS
    Code, Helix and Neovim.
    """,
    (Option("--json", "no effect: the schema is JSON"), Option("--plain", "no effect: it has no colour")),
    (Form(),),
    ("reader schema > issue.schema.json",),
)
