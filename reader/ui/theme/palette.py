"""The named styles that widgets draw with, in the theme's colours.

They are not component classes of the style sheet: matching a dozen of those for every panel would take a tenth of the
time to the first text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from rich.style import Style
from textual.color import Color

from reader.reading.links import safe_target
from reader.ui.theme.themes import ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.theme.palettes import Role

LINK = "link="

StyleName = Literal[
    "accent",
    "muted",
    "faint",
    "strong",
    "emphasis",
    "emphasis-han",
    "code",
    "code-keyword",
    "code-literal",
    "code-comment",
    "term",
    "link",
    "warning",
    "heading",
    "match",
    "match-here",
    "highlight",
    "here",
    "current",
    "selection",
]
"""``here`` is the selection bar of a list, ``current`` the paragraph that is read, with its counterpart."""


class NamedStyle(NamedTuple):
    """A style by the theme's colours; the panel's own stays where a field is empty."""

    foreground: Role | Literal[""] = ""
    background: Role | Literal[""] = ""
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
    "code": NamedStyle(background="panel"),
    "code-keyword": NamedStyle(attributes="bold"),
    "code-literal": NamedStyle("literal"),
    "code-comment": NamedStyle("muted", attributes="italic"),
    "term": NamedStyle(attributes="underline"),
    "link": NamedStyle("accent", attributes="underline"),
    "warning": NamedStyle("warning", attributes="bold"),
    "heading": NamedStyle("accent", attributes="bold"),
    "match": NamedStyle("on-match", "match", "underline"),
    "match-here": NamedStyle("on-match-here", "match-here", "bold underline"),
    "highlight": NamedStyle(background="mark", attributes="underline"),
    "here": NamedStyle("on-here", "here"),
    "current": NamedStyle(background="current"),
    "selection": NamedStyle("on-selection", "selection"),
}
_HERE = "here"
_OWN_HERE: frozenset[Role] = frozenset(("accent", "muted", "faint", "warning"))
"""Colours that are others on the selection bar of a list: they end in ``-here``."""


def style(name: str, own: Style, tokens: Mapping[str, str]) -> Style:
    """Returns a panel's own style with named styles over it.

    Args:
        name: Names of styles, separated by spaces, each drawn over those before it. ``link=TARGET`` among them makes
            the text a link (OSC 8).
        own: The panel's style.
        tokens: The theme's colours by name.
    """
    parts = name.split()
    on_bar = _HERE in parts
    for part in parts:
        if part.startswith(LINK):
            own += Style(link=safe_target(part.removeprefix(LINK)) or None)
            continue
        foreground, background, attributes = _STYLES[cast("StyleName", part)]
        if on_bar and part == "match":  # the ground of a match is much like that of the bar
            foreground, background, _ = _STYLES["match-here"]
            part = "match-on-bar"
        token = f"{foreground}-{_HERE}" if on_bar and foreground in _OWN_HERE else foreground
        colour = Color.parse(tokens[token]).rich_color if token else None
        ground = Color.parse(tokens[background]).rich_color if background else None
        own += Style(color=colour, bgcolor=ground) + Style.parse(attributes)
        if words := tokens.get(part + ATTRIBUTES):
            own += Style.parse(words)
    return own
