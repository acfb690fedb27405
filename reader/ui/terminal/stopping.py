"""Stopping the program for the shell that has started it, as Ctrl+Z does in other programs."""

from __future__ import annotations

import os
import signal


def stop_for_shell() -> None:
    """Stops the job of the program, and returns when it goes on.

    The system decides: a program that no shell could continue, such as the only one of a window, goes on at once. The
    whole job is stopped, so that the shell also notices a program that runs under another one, such as ``uv run``.
    """
    if not hasattr(signal, "SIGTSTP"):  # on Windows
        return
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)  # Textual's handler stops the program in any case
    try:
        os.kill(0, signal.SIGTSTP)
    finally:
        signal.signal(signal.SIGTSTP, before)
