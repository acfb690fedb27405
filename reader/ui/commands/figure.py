"""Turning the figures of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.figure import FigureScreen


def next_figure(screen: FigureScreen) -> None:
    """Shows the next figure."""
    screen.turn(1)


def previous_figure(screen: FigureScreen) -> None:
    """Shows the previous figure."""
    screen.turn(-1)
