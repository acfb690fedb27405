"""Frames of the app on a terminal of ours: only what differs from the last one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import ChopsUpdate, LayoutUpdate

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.app import App


def is_written(app: App[None], renderable: RenderableType | None) -> bool:
    """Has our driver write a frame; returns whether it has done so, and Textual need not."""
    show = getattr(app._driver, "show", None)  # noqa: SLF001 (Textual has no public name for the parts of its display)
    if show is None or not isinstance(renderable, LayoutUpdate | ChopsUpdate):
        return False
    if app._batch_count or app._closed or not app._running:  # noqa: SLF001
        return False
    cursor = app.screen.outer_size.clamp_offset(app.cursor_position)
    show(renderable, cursor, app.console._color_system, app._sync_available)  # noqa: SLF001
    return True


def redraw(app: App[None]) -> None:
    """Draws the current screen anew, also the cells that the terminal is known to have."""
    if (frames := getattr(app._driver, "frames", None)) is not None:  # noqa: SLF001
        frames.forget()
    if app._screen_stack:  # noqa: SLF001
        app.screen.refresh()
