"""Commands of the tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.tour import TourScreen


def next_step(screen: TourScreen) -> None:
    """Goes to the next step; after the last one the tour ends."""
    screen.go(1)


def previous_step(screen: TourScreen) -> None:
    """Goes to the step before."""
    screen.go(-1)


def end(screen: TourScreen) -> None:
    """Ends the tour."""
    screen.dismiss()
