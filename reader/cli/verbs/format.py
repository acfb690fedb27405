"""``reader format``: the description of issue files."""

from __future__ import annotations

import os

import reader
from reader.cli.exits import ExitCode
from reader.errors import UnusableError
from reader.gate import shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console

NAME = "FORMAT.md"


def run(given: Arguments, console: Console) -> ExitCode:  # noqa: ARG001 (as every verb)
    """Prints the description."""
    path = description_path()
    try:
        with open(path, encoding="utf-8") as file:
            console.out.text(file.read())
    except OSError as error:
        raise UnusableError(f"{shown_path(path)}: cannot be read: {error.strerror}") from error
    return ExitCode.GOOD


def description_path() -> str:
    """Returns the path of the description: in the installed package, else in ``docs`` of the source tree."""
    package = os.path.dirname(os.path.abspath(reader.__file__))
    inside = os.path.join(package, NAME)
    return inside if os.path.isfile(inside) else os.path.join(os.path.dirname(package), "docs", NAME)
