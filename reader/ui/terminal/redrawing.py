"""The screen drawn anew, where others may have drawn on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.terminal.frame_output import output_of

if TYPE_CHECKING:
    from textual.app import App


def redraw(app: App[None]) -> None:
    """Draws the current screen anew, also the cells that the terminal is known to have."""
    if output := output_of(app):
        output.frames.forget()
    if pictures := getattr(app, "pictures", None):
        pictures.forget()
    if app._screen_stack:  # noqa: SLF001
        app.screen.refresh()
