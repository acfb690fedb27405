"""``reader schema``: the JSON Schema of issue files."""

from __future__ import annotations

from reader.cli.exits import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> ExitCode:  # noqa: ARG001 (as every verb)
    """Prints the schema."""
    from reader.cli.reporting.objects import to_json
    from reader.source.json_schema import json_schema

    console.out.text(to_json(json_schema()))
    return ExitCode.GOOD
