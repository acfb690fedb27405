"""Shells on pseudo-terminals: a line is typed, completed with Tab, and its words printed one a line."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TIMEOUT_SECONDS = 300.0
PROMPT = "READY>"
FIRST = "FIRST"
"""The word printed before those of a line."""
START = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
SETUP = {
    "bash": "source <(reader completion bash); PS1='REA''DY>'",
    "zsh": "bindkey -e; autoload -Uz compinit; compinit -u -D; eval \"$(reader completion zsh)\"; PS1='REA''DY>'",
    "fish": "reader completion fish | source; function fish_prompt; echo -n 'REA''DY>'; end",
}
TO_LINE_START, TAB = "\x01", "\t"


def program(folder: Path) -> Path:
    """Makes an executable ``reader`` in a folder and returns the folder."""
    folder.mkdir()
    path = folder / "reader"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    path.chmod(0o755)
    return folder


class Shell:
    """A shell that completes ``reader``, in the current folder."""

    def __init__(self, name: str, environment: Mapping[str, str], setup: str = "") -> None:
        """Starts a shell; ``setup`` is typed first, in place of the line that loads the script and sets the prompt."""
        pty = pytest.importorskip("pty")
        self.output = ""
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(START[name][0], START[name], {**environment, "TERM": "xterm", "COLUMNS": "120"})
        self._type((setup or SETUP[name]) + "\r")
        self._wait_for(PROMPT)

    def words(self, line: str) -> list[str]:
        """Types a line, in which a tab completes; returns the words of the completed line."""
        self.output = ""
        self._type(f"{line}{TO_LINE_START}printf '<%s>\\n' {FIRST} \r")
        self._wait_for(PROMPT, after=f"<{FIRST}>")
        _, *words = re.findall(r"^<(.*)>\r?$", self.output[self.output.index(f"<{FIRST}>") :], re.MULTILINE)
        return words

    def close(self) -> None:
        """Ends the shell, also one that ignores the end of its terminal as a run under nohup does."""
        os.close(self.descriptor)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)

    def _type(self, text: str) -> None:
        os.write(self.descriptor, text.encode())

    def _wait_for(self, text: str, after: str = "") -> None:
        end = time.monotonic() + TIMEOUT_SECONDS
        while after not in self.output or text not in self.output[self.output.index(after) :]:
            ready, _, _ = select.select([self.descriptor], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"{text!r} did not come: {self.output!r}"
            try:
                self.output += os.read(self.descriptor, 65536).decode("utf-8", "replace")
            except OSError:
                pytest.fail(f"the shell ended: {self.output!r}")
