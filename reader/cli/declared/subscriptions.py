"""The declaration of ``reader subscriptions``."""

from reader.cli.declaration import Form, Option, Verb

VERB = Verb(
    "subscriptions",
    "list your subscriptions",
    """
    Prints each subscription: its id, its title, its address, the number of its issues, and when its server last
    answered. Issues that the publisher has withdrawn are kept, and counted.
    """,
    (Option("--json", "print JSON: a list of subscriptions with the ids of their issues"),),
    (Form((), ("--json",)),),
    ("reader subscriptions", "reader subscriptions --json | jq -r '.[].id'"),
)
