"""``reader completion``: the script by which a shell completes command lines."""

from __future__ import annotations

import os

from reader.cli.declared.completion import SHELLS
from reader.cli.exits import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the script for a shell."""
    if len(given.words) != 1 or given.words[0] not in SHELLS:
        from reader.cli.arguments import UsageError

        raise UsageError(f"completion takes a shell: reader completion {'|'.join(SHELLS)}")
    path = os.path.join(os.path.dirname(os.path.dirname(__file__)), "shells", f"reader.{given.words[0]}")
    with open(path, encoding="utf-8") as script:
        console.out.text(script.read())
    return ExitCode.GOOD
