"""The named styles that widgets draw with, from the theme's colours.

They are no component classes of the style sheet: matching a dozen of those for every panel would cost a tenth
of the time until the first text is seen.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color

from reader.reading.links import safe_target

LINK = "link="

# Each: the token of the foreground, that of the background, attributes; empty where the panel's own stays.
_STYLES: dict[str, tuple[str, str, str]] = {
    "accent": ("accent", "", ""),
    "muted": ("muted", "", ""),
    "faint": ("faint", "", ""),
    "strong": ("", "", "bold"),
    "emphasis": ("", "", "italic"),
    # Slanted Han characters are hard to read; Chinese emphasises by marks below, for which an underline stands.
    "emphasis-han": ("", "", "underline"),
    "term": ("", "", "underline"),
    "link": ("accent", "", "underline"),
    "warning": ("warning", "", "bold"),
    "heading": ("accent", "", "bold"),
    "note": ("muted", "", "underline"),
    "match": ("match-foreground", "match-background", "underline"),
    "match-here": ("on-accent", "accent", "bold underline"),
    "highlight": ("", "mark-background", "underline"),
    "here": ("", "here-background", ""),
    "selection": ("on-accent", "muted", ""),
}


def style(name: str, own: Style, tokens: Mapping[str, str]) -> Style:
    """Returns a style over a panel's own; of several names, the later over the earlier.

    Args:
        name: Names of styles, with spaces between them; ``link=TARGET`` among them makes a link of the text (OSC 8).
        own: The panel's style.
        tokens: The theme's colours by name.
    """
    for part in name.split():
        if part.startswith(LINK):
            own += Style(link=safe_target(part.removeprefix(LINK)) or None)
            continue
        foreground, background, attributes = _STYLES[part]
        colour = Color.parse(tokens[foreground]).rich_color if foreground else None
        ground = Color.parse(tokens[background]).rich_color if background else None
        own += Style(color=colour, bgcolor=ground) + Style.parse(attributes)
    return own
