"""The named styles of :mod:`reader.ui.theme.paint` as Rich has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

from reader.ui.theme.paint import paint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.color import Color as RichColor


def style(name: str, own: Style, tokens: Mapping[str, str]) -> Style:
    """Returns a panel's own style with named styles over it.

    Args:
        name: Names of styles, separated by spaces; see :func:`reader.ui.theme.paint.paint`.
        own: The panel's style.
        tokens: The theme's colours by name.
    """
    over = paint(name, tokens)
    words = " ".join(name if is_on else f"not {name}" for name, is_on in over.attributes)
    found = own + Style(color=_colour(over.foreground), bgcolor=_colour(over.background)) + Style.parse(words)
    return found if over.link is None else found + Style(link=over.link or None)


def _colour(written: str) -> RichColor | None:
    return Color.parse(written).rich_color if written else None
