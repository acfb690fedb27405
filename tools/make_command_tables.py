"""Writes the usage and the options of every verb into ``docs/COMMANDS.md``, from their declarations.

With ``--check`` nothing is written, and the exit code is 1 if the page is not current.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from reader.cli.declaration import HELP, LOG_LEVEL, VERSION, Option, Verb
from reader.cli.declared import GROUPS, declaration
from reader.cli.help import usage_of

PAGE = Path(__file__).parents[1] / "docs" / "COMMANDS.md"
BEGIN, END = "<!-- options: made by tools/make_command_tables.py -->\n", "<!-- end of options -->\n"


def tables() -> Iterator[str]:
    """Yields the lines of the section."""
    yield f"Every verb takes {_listed((HELP, VERSION, LOG_LEVEL))} as well."
    for purpose, names in GROUPS.items():
        yield ""
        yield f"### To {purpose}"
        for name in names:
            yield from _table(declaration(name))


def _listed(options: tuple[Option, ...]) -> str:
    *most, last = (f"`{option.spelling}`" for option in options)
    return f"{', '.join(most)} and {last}"


def _table(verb: Verb) -> Iterator[str]:
    usage = [line[len("usage: ") :] for line in usage_of(verb)]
    yield from ("", "```text", *usage, "```")
    if verb.options:
        yield from ("", "| option | |", "|---|---|")
        yield from (f"| `{_cell(option.spelling)}` | {_cell(option.about)} |" for option in verb.options)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def page(text: str) -> str:
    """Returns the text of the page with the section renewed."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + "\n".join(tables()) + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    current = PAGE.read_text("utf-8")
    if sys.argv[1:] == ["--check"]:
        sys.exit(current != page(current))
    PAGE.write_text(page(current), "utf-8")
