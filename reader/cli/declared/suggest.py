"""The declaration of ``reader suggest``, which the scripts of ``reader completion`` call."""

from reader.cli.declaration import Form, Positional, Verb

VERB = Verb(
    "suggest",
    "candidates for the last word of a command line",
    "",
    (),
    (Form((Positional("WORD", many=True),)),),
    hidden=True,
)
