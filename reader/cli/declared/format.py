"""The declaration of ``reader format``."""

from reader.cli.declaration import Form, Option, Verb

VERB = Verb(
    "format",
    "the description of issue files: every key, with an example",
    """
    Prints the description of issue files, docs/FORMAT.md of the installed version, as Markdown: every key, with an
    example, and the rules for texts, languages and pictures. No network is needed.
    """,
    (Option("--plain", "no effect: it has no colour"),),
    (Form(),),
    ("reader format", "reader format | less"),
)
