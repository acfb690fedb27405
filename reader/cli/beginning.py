"""The commands that bring issues to an empty library, on the standard error."""

from __future__ import annotations

from reader.gate import shown_path
from reader.reading.first_steps import first_steps
from reader.ui.strings import strings_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.console import Console
    from reader.library import Library


def report_first_steps(library: Library, console: Console) -> None:
    """Writes the commands that bring issues to a library, each on a line of its own below its purpose."""
    purposes = strings_in("en").first_steps
    for step in first_steps(library.sources):
        console.err.line(f"  {purposes[step.name]}:")
        console.err.line(f"    {shown_path(step.command)}")
