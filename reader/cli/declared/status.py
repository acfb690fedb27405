"""The declaration of ``reader status``."""

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import JSON, LIBRARY, PLAIN

VERB = Verb(
    "status",
    "which translations are complete, abridged, missing or stale",
    """
    Prints the state of each article in each of its languages: original; complete; partial, with the number of
    missing texts; abridged, adapted, summary or independent, as the file says; or missing. A translation is stale
    when the meaning of its source was changed after the translation was made: titles, captions and tables count,
    too; another layout, punctuation width or script does not. The file records that source as hashes of its texts,
    which --accept writes: use it when a translation is up to date, for files, articles or single paragraphs.
    Below a stale article come its changed texts: as they were when the translation was made, if the file is in a
    repository of git, and as they are.
    A summary comes last. Without a FILE, DIR or ADDRESS the whole library is read. Exits with 1 if a file cannot be
    opened, with 2 if a FILE, DIR or ADDRESS is not there.
    """,
    (
        Option(
            "--accept",
            "record the existing translations as up to date; the rest of the file stays as it is",
        ),
        Option("--todo", "only the texts that need work, each with its line in the file"),
        Option("--strict", "exit with 1 if a translation is partial, missing or stale"),
        PLAIN,
        JSON,
        LIBRARY,
    ),
    (
        Form(
            (Positional("FILE|DIR|ADDRESS", "target", optional=True, many=True),),
            ("--accept", "--todo", "--strict", "--json", "--plain", "--library"),
        ),
    ),
    ("reader status issues/", "reader status issues/ --todo", "reader status my-issue.yaml --accept"),
)
