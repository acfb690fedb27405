"""``reader schema``: the JSON Schema of issue files."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.output import Console

OPTIONS = {"--json": "", "--plain": ""}

HELP = """\
usage: reader schema

Prints the JSON Schema of issue files: editors complete keys by it and mark what is wrong
while it is written. It is made of the table that the program itself reads files by.
docs/MAINTAINING.md tells how VS Code, Helix and Neovim are set up with it.

  --json, --plain  as without: it is JSON
  --help           this text
  --version        the version

examples:
  reader schema > issue.schema.json
"""


def run(given: Arguments, console: Console) -> int:
    """Prints the schema."""
    from reader.cli.objects import to_json
    from reader.source.json_schema import json_schema

    if given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("schema takes no word (reader schema --help)")
    console.out.text(to_json(json_schema()))
    return 0
