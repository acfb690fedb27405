"""The last gate: every line of every widget, Textual's own included, passes it on its way to the terminal.

Textual and Rich filter nothing. Lines go through ``App.get_line_filters`` while text and style are still apart; after
that, only Textual makes escape sequences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from reader.ui.frames.output import safe_cells
from reader.ui.theme.depths import FILTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.color import Color

    from reader.settings.colour_depth import ColourDepth


MAX_STYLES = 4096
"""Number of styles that are remembered."""


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
        self._behind: Sequence[LineFilter] = ()
        self._unchanged: set[Style | None] = set()
        """Styles that pass as they are."""

    @property
    def behind(self) -> Sequence[LineFilter]:
        """Textual's own filters, which a line passes first: each filter of the app costs two copies of the line."""
        return self._behind

    @behind.setter
    def behind(self, filters: Sequence[LineFilter]) -> None:
        if filters != self._behind:
            self._behind = filters
            self._unchanged.clear()

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Returns a safe line: the same list if it is safe already."""
        is_known = not self.ascii_lines and self._unchanged.issuperset([style for _, style, _ in segments])
        if is_known and "".join([segment[0] for segment in segments]).isprintable():
            return segments
        passed = self._passed(segments, background)
        if len(self._unchanged) >= MAX_STYLES:
            self._unchanged.clear()
        self._unchanged.update(
            before for (_, before, _), (_, after, _) in zip(segments, passed, strict=True) if after == before
        )
        return passed

    def _passed(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Returns a safe line, of which each style was looked at."""
        for usual in self._behind:
            segments = usual.apply(segments, background)
        if in_depth := self._in_depth:
            segments = [
                Segment(text, in_depth(style) if style else style, control) for text, style, control in segments
            ]
        if not self.ascii_lines and "".join([segment[0] for segment in segments]).isprintable():
            links = [style.link for _, style, _ in segments if style is not None and style._link]  # noqa: SLF001 (fast)
            if all(_is_safe(link or "") for link in links):
                return segments
        return [self._safe(segment) for segment in segments]

    def _safe(self, segment: Segment) -> Segment:
        text, style, control = segment
        safe = safe_cells(text, in_ascii=self.ascii_lines)
        return Segment(safe, _unlinked(style) if style and style.link else style, control)


def _unlinked(style: Style) -> Style:
    """Returns the style, without its link if the target is not safe."""
    link = style.link or ""
    return style if _is_safe(link) else style.update_link(None)


def _is_safe(link: str) -> bool:
    """Whether a target is as :func:`safe_target` returns it."""
    from reader.reading.links import safe_target  # few texts have a link

    return safe_target(link) == link
