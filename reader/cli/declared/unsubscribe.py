"""The declaration of ``reader unsubscribe``."""

from reader.cli.declaration import Form, Option, Positional, Verb

VERB = Verb(
    "unsubscribe",
    "end a subscription",
    """
    Ends a subscription, named by its id or its address. Its issues that you have read or marked stay on the shelf; the
    others are removed. Your marks stay in any case.
    """,
    (Option("--remove", "remove all its issues, also those that you have read or marked"),),
    (Form((Positional("SUBSCRIPTION"),), ("--remove",)),),
    ("reader unsubscribe example-org-magazine-1a2b3c", "reader unsubscribe https://example.org/magazine/ --remove"),
)
