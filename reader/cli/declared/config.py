"""The declaration of ``reader config``."""

from reader.cli.declaration import Form, Option, Verb
from reader.cli.declared.shared import PLAIN

VERB = Verb(
    "config",
    "the settings file: its path, the settings in force, a template",
    """
    Prints the path of the settings file. It is a TOML file; without it the defaults are in force. Every verb
    reports the faults of the file with their lines, and uses the rest of it.
    """,
    (
        Option("--init", "write the file, with every setting in a comment; an existing file stays"),
        Option(
            "--show",
            "print every setting with its value and its source; exit with 1 if something in the file is wrong",
        ),
        PLAIN,
        Option("--json", "print JSON: path, settings, commands, faults"),
    ),
    (Form((), ("--json", "--plain"), ()), Form((), (), ("--init",)), Form((), ("--json", "--plain"), ("--show",))),
    ('reader config --init && $EDITOR "$(reader config)"', "reader config --show"),
    hint=", and one of --init and --show",
)
