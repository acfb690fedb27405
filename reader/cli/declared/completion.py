"""The declaration of ``reader completion``."""

from __future__ import annotations

from reader.cli.declaration import Form, Option, Positional, Verb

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Shell = Literal["bash", "zsh", "fish"]

SHELLS: tuple[Shell, ...] = ("bash", "zsh", "fish")

VERB = Verb(
    "completion",
    "completion of verbs, options and addresses in your shell",
    """
    Prints a script for bash, zsh or fish. With it, the Tab key completes verbs, options and their values, issue
    files and folders, and the addresses of your library.

    The first example sets it up for bash, the second for zsh (with ~/.zfunc in fpath before compinit), the third
    for fish.
    """,
    (Option("--plain", "no effect: it has no colour"),),
    (Form((Positional(choices=SHELLS),), ("--plain",)),),
    (
        "reader completion bash >> ~/.bashrc",
        "reader completion zsh > ~/.zfunc/_reader",
        "reader completion fish > ~/.config/fish/completions/reader.fish",
    ),
)
