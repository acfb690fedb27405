"""The ends of writing: keeping, dropping, going back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.writing import WritingScreen


def keep(screen: WritingScreen) -> None:
    """Keeps the text, and goes back."""
    screen.finish()


def drop(screen: WritingScreen) -> None:
    """Goes back, and leaves all as it was before."""
    screen.dismiss(None)


def back(screen: WritingScreen) -> None:
    """Goes back; a note is kept, a line is dropped."""
    if screen.is_note:
        screen.finish()
    else:
        screen.dismiss(None)
