"""The declaration of ``reader status``."""

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import JSON, LIBRARY, PLAIN

VERB = Verb(
    "status",
    "which translations are complete, abridged, missing or stale",
    """
    Prints the state of each article in each language: original; complete; partial, with the number of missing
    paragraphs; abridged, adapted, summary or independent, as the file says; or missing. A translation is stale
    when its source was changed after the translation was made. The file records that source as hashes of its
    paragraphs, which --accept writes: use it when a translation is up to date. Without a FILE or DIR the whole
    library is read. Exits with 1 if a file cannot be opened.
    """,
    (
        Option(
            "--accept",
            "record every existing translation as up to date; the rest of the file stays as it is",
        ),
        Option("--strict", "exit with 1 if a translation is partial, missing or stale"),
        PLAIN,
        JSON,
        LIBRARY,
    ),
    (
        Form(
            (Positional("FILE|DIR", "issue file", optional=True, many=True),),
            ("--accept", "--strict", "--json", "--plain", "--library"),
        ),
    ),
    ("reader status issues/", "reader status my-issue.yaml --accept"),
)
