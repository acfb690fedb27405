"""Frames of the app on a terminal of ours: only the cells that differ from the last one are written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual._compositor import ChopsUpdate, LayoutUpdate

from reader.ui.terminal.frame_output import output_of

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.app import App

    from reader.ui.picture_desk import PictureDesk
    from reader.ui.terminal.driver import TerminalDriver
    from reader.ui.terminal.frame_output import FrameOutput

RETRY_SECONDS = 0.05
"""Time after which pictures are drawn that came while the framework drew nothing."""


def is_written(app: App[None], renderable: RenderableType | None) -> bool:
    """Has our driver write a frame; returns whether it has done so, and Textual need not."""
    output = output_of(app)
    if output is None or not isinstance(renderable, LayoutUpdate | ChopsUpdate):
        return False
    if not _is_shown(app):
        return False
    output.frames.take(renderable, app.console._color_system)  # noqa: SLF001 (it has no public name)
    if _show(app, output, with_new=False):
        app.call_later(draw_pictures, app)
    return True


def draw_pictures(app: App[None]) -> None:
    """Draws the pictures of the frame that the terminal has, as far as they are made."""
    if output := output_of(app):
        if _is_shown(app):
            _show(app, output, with_new=True)
        elif app._batch_count:  # noqa: SLF001 (no frame need follow, in which they would be drawn)
            app.set_timer(RETRY_SECONDS, partial(draw_pictures, app))


def own_driver(app: App[None]) -> TerminalDriver | None:
    """Returns the app's driver, if it is ours."""
    return cast("TerminalDriver", app._driver) if output_of(app) else None  # noqa: SLF001


def _is_shown(app: App[None]) -> bool:
    return not (app._batch_count or app._closed or not app._running)  # noqa: SLF001


def _show(app: App[None], output: FrameOutput, *, with_new: bool) -> bool:
    cursor = app.screen.outer_size.clamp_offset(app.cursor_position)
    pictures: PictureDesk | None = getattr(app, "pictures", None)
    drawings = pictures.drawings(output.frames) if pictures else ()
    return output.show(drawings, cursor, in_one=app._sync_available, with_new=with_new)  # noqa: SLF001
