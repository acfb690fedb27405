"""The commands that bring issues to a shelf, as one types them in a shell."""

from __future__ import annotations

import os

from reader.folders import data_folder
from reader.library.files import OWN_FOLDER, bundled_issues, subscribed_folders
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    StepName = Literal["write", "import", "open", "subscribe"]

NEW_ISSUE, DRAFT = "first-issue", "draft.yaml"


@record
class FirstStep:
    """A command that brings issues to a shelf; ``FILE``, ``FOLDER`` and ``URL`` in it are the reader's own."""

    name: StepName
    command: str


def first_steps(sources: Sequence[str]) -> tuple[FirstStep, ...]:
    """Returns the commands for a library with some folders and files.

    New issues go into its first folder; where it has bundled and subscribed issues alone, into the platform's folder
    for issues of the reader's own.
    """
    folder = _folder_for_new(sources)
    return (
        FirstStep("write", f"reader new {_typed(os.path.join(folder, NEW_ISSUE))}"),
        FirstStep("import", f"reader import FILE -o {_typed(os.path.join(folder, DRAFT))}"),
        FirstStep("open", "reader FOLDER"),
        FirstStep("subscribe", "reader subscribe URL"),
    )


def _folder_for_new(sources: Sequence[str]) -> str:
    others = {bundled_issues(), *subscribed_folders()}
    own = next((source for source in sources if source not in others), "")
    if not own:
        return os.path.join(data_folder(), OWN_FOLDER)
    return own if os.path.isdir(own) else os.path.dirname(own)


def shell_word(path: str) -> str:
    """Returns a path as a word of a shell: in quotes where it needs them, and never as an option."""
    path = os.path.join(os.curdir, path) if path.startswith("-") else path
    if os.name == "nt":
        return f'"{path}"' if " " in path else path
    from shlex import quote

    return quote(path)


def _typed(path: str) -> str:
    """Returns a path as a word of a shell, with ``~`` for the home folder where that needs no quotes."""
    word, home = shell_word(path), os.path.join(os.path.expanduser("~"), "")
    return f"~/{path.removeprefix(home)}" if os.name == "posix" and word == path and path.startswith(home) else word
