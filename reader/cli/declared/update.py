"""The declaration of ``reader update``."""

from reader.cli.declaration import Form, Option, Positional, Verb

VERB = Verb(
    "update",
    "fetch new and changed issues of your subscriptions",
    """
    Asks the server of each subscription, or of those that are named by id or URL, for its feed, and fetches the issues
    that are new or changed, and those whose files were lost or damaged. An issue is whole or not there: it is put on
    the shelf when all its files have come, have the bytes that the feed says, and can be opened. Issues that have left
    the feed are kept. A fault is one line, and costs its issue or its subscription only; then the exit code is 1.

    A server that says how long its feed holds, or asks to be left alone for a while, is not asked before.
    """,
    (
        Option("--now", "ask the servers also before the time that they have said"),
        Option("--json", "print JSON: a list of subscriptions with the ids of new, changed and withdrawn issues"),
    ),
    (Form((Positional("SUBSCRIPTION", optional=True, many=True),), ("--now", "--json")),),
    ("reader update", "reader update --json | jq -r '.[].new[]'"),
)
