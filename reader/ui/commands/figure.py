"""Turning the figures of an article, and looking at one closely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.links import open_file

if TYPE_CHECKING:
    from reader.ui.screens.figure import FigureScreen


def next_figure(screen: FigureScreen) -> None:
    """Shows the next figure."""
    screen.turn(1)


def previous_figure(screen: FigureScreen) -> None:
    """Shows the previous figure."""
    screen.turn(-1)


def zoom_in(screen: FigureScreen) -> None:
    """Enlarges the picture."""
    screen.zoom(1)


def zoom_out(screen: FigureScreen) -> None:
    """Makes the picture smaller."""
    screen.zoom(-1)


def zoom_whole(screen: FigureScreen) -> None:
    """Shows the whole picture."""
    screen.zoom(0)


def pan_left(screen: FigureScreen) -> None:
    """Shows more of the picture at the left."""
    screen.pan(-1, 0)


def pan_right(screen: FigureScreen) -> None:
    """Shows more of the picture at the right."""
    screen.pan(1, 0)


def pan_up(screen: FigureScreen) -> None:
    """Shows more of the picture above."""
    screen.pan(0, -1)


def pan_down(screen: FigureScreen) -> None:
    """Shows more of the picture below."""
    screen.pan(0, 1)


def open_viewer(screen: FigureScreen) -> None:
    """Opens the picture in the platform's own viewer."""
    if screen.file is None:
        screen.say(screen.strings.no_picture)
        return
    target = screen.file.name
    message = screen.strings.opened if open_file(screen.file.folder, target) else screen.strings.no_opener
    screen.say(message.format(target=target))
