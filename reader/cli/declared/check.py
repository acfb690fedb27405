"""The declaration of ``reader check``."""

from __future__ import annotations

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import LIBRARY, PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    ReportFormat = Literal["text", "json", "github", "sarif"]

REPORT_FORMATS: tuple[ReportFormat, ...] = ("text", "json", "github", "sarif")

VERB = Verb(
    "check",
    "the problems of issue files, each with its place",
    """
    Prints every problem of issue files: the place, the code of the rule, the problem and its remedy; under it
    the line of the file, with a mark at the place. Without a FILE or DIR the whole library is checked, many
    files on all cores. Links to other issues are looked up in the library if --library names one. Exits
    with 1 if there is an error, with 2 if a FILE or DIR is not there.

    Rules can be made errors, warnings or silent in .reader.toml or pyproject.toml: see docs/MAINTAINING.md.
    """,
    (
        Option("--strict", "count warnings as errors"),
        Option(
            "--format",
            "text; json, a list of diagnostics; github, the annotations of a workflow; sarif, a log for code scanning",
            kind="choice",
            choices=REPORT_FORMATS,
        ),
        Option(
            "--fix",
            "correct the faults that have one right answer, and report the others: half-width punctuation, "
            "ellipses and dashes, spaces between Chinese characters, radicals, missing ids, names of licences; a file "
            "is replaced as a whole, or left as it is",
        ),
        Option(
            "--diff",
            "show the changes of --fix; alone it writes nothing, and exits with 1 if there is something to correct",
        ),
        Option("--no-cache", "check every file, also those whose bytes were checked before"),
        Option("--explain", "the page of a rule: its reason, an example, and the right way", "CODE", "rule"),
        PLAIN,
        Option("--json", "the same as --format json"),
        LIBRARY,
    ),
    (
        Form(
            (Positional("FILE|DIR", "issue file", optional=True, many=True),),
            ("--strict", "--format", "--json", "--plain", "--no-cache", "--library"),
        ),
        Form((Positional("FILE|DIR", "issue file", many=True),), ("--diff",), ("--fix",)),
        Form((Positional("FILE|DIR", "issue file", many=True),), (), ("--diff",)),
        Form((), (), ("--explain",)),
    ),
    (
        "reader check",
        "reader check my-issue.yaml",
        "reader check issues/ --strict --format github",
        "reader check my-issue.yaml --fix --diff",
        "reader check --explain T702",
    ),
)
