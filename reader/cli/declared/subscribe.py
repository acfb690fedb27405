"""The declaration of ``reader subscribe``."""

from reader.cli.declaration import Form, Option, Positional, Verb

VERB = Verb(
    "subscribe",
    "subscribe to a magazine's feed, and fetch its newest issue",
    """
    Subscribes to the feed of URL: a site that reader publish made, its magazine.json, or a feed of Atom or OPDS with
    links to issue files. The newest issue is fetched, checked and put on the shelf with your others; reader update
    fetches the rest, and later ones. If the feed is signed, its key is kept, and no other is taken later.

    Only https:// is fetched, from public addresses; and http:// from this machine, if URL is on it.
    """,
    (Option("--json", "print JSON, as reader update does"),),
    (Form((Positional("URL"),), ("--json",)),),
    (
        "reader subscribe https://example.org/magazine/",
        "reader subscribe http://localhost:8000/magazine.json",
    ),
)
