"""The named styles that widgets draw with, in the theme's colours.

They are not component classes of the style sheet: matching a dozen of those for every panel would take a tenth of the
time to the first text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from rich.style import Style
from textual.color import Color

from reader.reading.links import safe_target

if TYPE_CHECKING:
    from collections.abc import Mapping

LINK = "link="

StyleName = Literal[
    "accent",
    "muted",
    "faint",
    "strong",
    "emphasis",
    "emphasis-han",
    "term",
    "link",
    "warning",
    "heading",
    "note",
    "match",
    "match-here",
    "highlight",
    "here",
    "selection",
]


class NamedStyle(NamedTuple):
    """A style by the theme's colours; the panel's own stays where a field is empty."""

    foreground: str = ""
    """The name of a colour of the theme."""
    background: str = ""
    attributes: str = ""
    """Rich's words for attributes, such as ``bold``."""


_STYLES: dict[StyleName, NamedStyle] = {
    "accent": NamedStyle("accent"),
    "muted": NamedStyle("muted"),
    "faint": NamedStyle("faint"),
    "strong": NamedStyle(attributes="bold"),
    "emphasis": NamedStyle(attributes="italic"),
    # Slanted Han characters are hard to read: Chinese emphasises by dots below, drawn as an underline.
    "emphasis-han": NamedStyle(attributes="underline"),
    "term": NamedStyle(attributes="underline"),
    "link": NamedStyle("accent", attributes="underline"),
    "warning": NamedStyle("warning", attributes="bold"),
    "heading": NamedStyle("accent", attributes="bold"),
    "note": NamedStyle("muted", attributes="underline"),
    "match": NamedStyle("match-foreground", "match-background", "underline"),
    "match-here": NamedStyle("on-accent", "accent", "bold underline"),
    "highlight": NamedStyle(background="mark-background", attributes="underline"),
    "here": NamedStyle(background="here-background"),
    "selection": NamedStyle("on-accent", "muted"),
}


def style(name: str, own: Style, tokens: Mapping[str, str]) -> Style:
    """Returns a panel's own style with named styles over it.

    Args:
        name: Names of styles, separated by spaces, each drawn over those before it. ``link=TARGET`` among them makes
            the text a link (OSC 8).
        own: The panel's style.
        tokens: The theme's colours by name.
    """
    for part in name.split():
        if part.startswith(LINK):
            own += Style(link=safe_target(part.removeprefix(LINK)) or None)
            continue
        foreground, background, attributes = _STYLES[cast("StyleName", part)]
        colour = Color.parse(tokens[foreground]).rich_color if foreground else None
        ground = Color.parse(tokens[background]).rich_color if background else None
        own += Style(color=colour, bgcolor=ground) + Style.parse(attributes)
    return own
