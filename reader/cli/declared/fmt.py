"""The declaration of ``reader fmt``."""

from __future__ import annotations

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Wrap = Literal["sentence", "paragraph"]
    Annotations = Literal["text", "github"]

WRAPS: tuple[Wrap, ...] = ("sentence", "paragraph")
ANNOTATIONS: tuple[Annotations, ...] = ("text", "github")

VERB = Verb(
    "fmt",
    "issue files in one layout",
    """
    Lays issue files out in one way, so that changes are readable: blocks are indented by two, short texts are
    on one line, longer ones in literal blocks with a sentence a line. Keys keep their order, comments stay
    where they are, line ends are those of most lines, and the meaning of the file stays the same: it is read again
    and compared before the file is replaced. Many files are laid out on all cores. Exits with 1 if a file cannot be
    read, with 2 if one cannot be written or is not there.
    """,
    (
        Option(
            "--check",
            "write nothing, print the files with another layout, and exit with 1 if there are any",
        ),
        Option("--diff", "write nothing, show the changes, and exit with 1 if there are any"),
        Option(
            "--format",
            "with --check: text; github, the annotations of a workflow",
            kind="choice",
            choices=ANNOTATIONS,
        ),
        Option(
            "--wrap",
            "sentence (the default): each sentence of a long text on a line of its own; paragraph: each text on one "
            "line",
            kind="choice",
            choices=WRAPS,
        ),
        PLAIN,
    ),
    (
        Form((Positional("FILE|DIR", "issue file", many=True),), ("--wrap", "--plain")),
        Form((Positional("FILE|DIR", "issue file", many=True),), ("--format", "--wrap"), ("--check",)),
        Form((Positional("FILE|DIR", "issue file", many=True),), ("--check", "--wrap"), ("--diff",)),
    ),
    ("reader fmt my-issue.yaml", "reader fmt issues/ --check", "reader fmt my-issue.yaml --diff"),
)
