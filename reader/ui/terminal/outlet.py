"""The output to a terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WRITE_SECONDS = 5.0
"""Time after which a terminal that takes nothing counts as closed."""


class Outlet:
    """The output to the terminal, in UTF-8 in any locale; nothing is written once the terminal is gone."""

    def __init__(self, descriptor: int, at_rest: Callable[[], object] = lambda: None) -> None:
        """Takes a descriptor, and a function that is called when the terminal has taken all the output."""
        self._descriptor, self._at_rest = descriptor, at_rest
        self._is_gone = False
        self.taken = 0
        """Number of texts that the terminal has taken."""

    def write(self, text: str) -> None:
        """Writes the whole of a text, also to a terminal that does not block (O_NONBLOCK)."""
        rest = memoryview(text.encode("utf-8", "replace"))
        while rest and not self._is_gone:
            try:
                rest = rest[os.write(self._descriptor, rest) :]
            except BlockingIOError:
                self._await()
            except OSError:
                self._is_gone = True
        self.taken += 1

    def flush(self) -> None:
        """Takes note that no text waits; none is held back here."""
        self._at_rest()

    def fileno(self) -> int:
        """Returns the descriptor."""
        return self._descriptor

    def _await(self) -> None:
        import selectors  # a terminal that does not block is rare

        with selectors.DefaultSelector() as selector:
            selector.register(self._descriptor, selectors.EVENT_WRITE)
            self._is_gone = not selector.select(WRITE_SECONDS)
