"""The choice of the driver: our own in the place of Textual's, on a terminal and in a browser."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.errors import UnusableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver


def chosen_driver(found_by_textual: Callable[[], type[Driver]]) -> type[Driver]:
    """Returns the driver: that of the environment, or of the terminal, ours where we have one for the same purpose.

    Raises:
        UnusableError: If ``TEXTUAL_DRIVER`` names no driver.
    """
    try:
        found = found_by_textual()
    except (ImportError, AttributeError, ValueError, RuntimeError) as error:
        raise UnusableError(f"TEXTUAL_DRIVER names no driver: {error}") from error
    if found.__name__ == "WebDriver":
        from reader.ui.terminal.browser_driver import BrowserDriver

        return BrowserDriver
    if os.name == "posix" and found.__name__ == "LinuxDriver":
        from reader.ui.terminal.driver import TerminalDriver

        return TerminalDriver
    return found
