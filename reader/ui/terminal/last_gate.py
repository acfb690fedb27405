"""The last gate: every line of every widget, Textual's own included, passes it on its way to the terminal.

Textual and Rich filter nothing. Lines go through ``App.get_line_filters`` while text and style are still apart; after
that, only Textual makes escape sequences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from reader.reading.links import safe_target
from reader.ui.frames.output import safe_cells
from reader.ui.theme.depths import FILTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.color import Color

    from reader.settings.colour_depth import ColourDepth


class LastGate(LineFilter):
    """Replaces characters that a terminal could take for a command, and removes links with unsafe targets."""

    def __init__(self, ascii_lines: bool = False, depth: ColourDepth = "true") -> None:
        """Makes the gate.

        Args:
            ascii_lines: Whether rules and blocks are drawn in ASCII, where they would be wide.
            depth: The number of colours that lines may have.
        """
        super().__init__()
        self.ascii_lines = ascii_lines
        self._in_depth = FILTERS.get(depth)
        self.behind: Sequence[LineFilter] = ()
        """Textual's own filters, which a line passes first: each filter of the app costs two copies of the line."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Returns a safe line: the same list if it is safe already."""
        for usual in self.behind:
            segments = usual.apply(segments, background)
        if in_depth := self._in_depth:
            segments = [
                Segment(text, in_depth(style) if style else style, control) for text, style, control in segments
            ]
        if not self.ascii_lines and "".join([segment[0] for segment in segments]).isprintable():
            links = [style.link for _, style, _ in segments if style is not None and style._link]  # noqa: SLF001 (fast)
            if all(safe_target(link or "") == link for link in links):
                return segments
        return [self._safe(segment) for segment in segments]

    def _safe(self, segment: Segment) -> Segment:
        text, style, control = segment
        safe = safe_cells(text, in_ascii=self.ascii_lines)
        return Segment(safe, _unlinked(style) if style and style.link else style, control)


def _unlinked(style: Style) -> Style:
    """Returns the style, without its link if the target is not safe."""
    link = style.link or ""
    return style if safe_target(link) == link else style.update_link(None)
