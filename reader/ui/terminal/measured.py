"""The widths of the terminal, once it has answered: taken, and everything drawn anew with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.lines import measure_anew
from reader.layout.width import TerminalWidths, take_widths, taken_widths
from reader.settings.ambiguous_width import is_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.screen import Screen

    from reader.settings.known_terminals import CellAnswers


def measured_again(answers: CellAnswers, wanted: str, environ: Mapping[str, str]) -> bool:
    """Takes the widths that a terminal has; returns whether they are others than before.

    Args:
        answers: The answers of the terminal.
        wanted: The setting of the ambiguous width, which the answers change only if it is ``auto``.
        environ: The environment, which counts where there is no answer.
    """
    wide = is_wide(wanted, environ, answers.ambiguous)
    widths = TerminalWidths(wide, answers.emoji != 1, answers.keycap != 1)
    if widths == taken_widths():
        return False
    from reader.ui.terminal.cells import follow_layout

    take_widths(widths)
    follow_layout()
    measure_anew()
    return True


def draw_anew(screens: Iterable[Screen[object]]) -> None:
    """Draws every widget of some screens anew; those that keep measured texts have a method for it."""
    for screen in screens:
        for widget in screen.walk_children():
            if measure := getattr(widget, "measure_anew", None):
                measure()
            widget.refresh(layout=True)
        screen.refresh(layout=True)
