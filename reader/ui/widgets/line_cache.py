"""The lines of a panel, kept until they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.widget import Widget


class LineCache(StylesCache):
    """Keeps lines that a widget draws whole.

    Textual's own copies each line for borders, padding, outlines and tints, which no panel has: a tenth of a frame.
    """

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Returns the lines of a region of the widget, drawn through the filters of the app where they changed."""
        width = widget.region.width
        if width != self._width:
            self.clear()
            self._width = width
        if changed := [y for y in crop.line_range if y in self._dirty_lines or y not in self._cache]:
            filters, background = widget.get_line_filters(), widget.background_colors[1]
            for y in changed:
                strip = widget.render_line(y)
                segments = drawn = strip._segments  # noqa: SLF001 (a copy of the list for nothing, else)
                for each in filters:
                    segments = each.apply(segments, background)
                self._cache[y] = strip if segments is drawn else Strip(segments, width)
            self._dirty_lines.difference_update(changed)
        strips = [self._cache[y] for y in crop.line_range]
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]
