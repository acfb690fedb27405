"""The named styles that panels draw with, in the theme's colours; without Textual and Rich. Pure.

They are not component classes of the style sheet: matching a dozen of those for every panel would take a tenth of the
time to the first text.
"""

from __future__ import annotations

from reader.model.record import record
from reader.ui.theme.palettes import attributes, palette

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from reader.settings.colour_depth import TerminalColours
    from reader.ui.theme.palettes import Role, ThemeName

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
    Attribute = Literal["bold", "italic", "underline", "reverse"]

ATTRIBUTES = "-attributes"
"""End of the names of tokens that hold attributes of a named style."""
LINK = "link="


@record
class NamedStyle:
    """A style by the theme's colours; the panel's own stays where a field is empty."""

    foreground: Role | Literal[""] = ""
    background: Role | Literal[""] = ""
    attributes: str = ""
    """Words for attributes, such as ``bold``."""


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
_BY_NAME: dict[str, NamedStyle] = dict(_STYLES.items())
_ATTRIBUTES: dict[str, Attribute] = {
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "reverse": "reverse",
}
_HERE = "here"
_OWN_HERE: frozenset[Role] = frozenset(("accent", "muted", "faint", "warning"))
"""Colours that are others on the selection bar of a list: they end in ``-here``."""


@record
class Paint:
    """Colours, attributes and a link; over another one, a field that is empty leaves the other's."""

    foreground: str = ""
    """A colour as in the palettes: ``#rrggbb``, or ``ansi_`` and a name."""
    background: str = ""
    attributes: frozenset[tuple[Attribute, bool]] = frozenset()
    """Each attribute that is on or off."""
    link: str | None = None
    """The target of a link, which is safe; None leaves the other's."""

    def over(self, other: Paint) -> Paint:
        """Returns another paint with this one over it."""
        attributes = dict(other.attributes) | dict(self.attributes)
        return Paint(
            self.foreground or other.foreground,
            self.background or other.background,
            frozenset(attributes.items()),
            other.link if self.link is None else self.link,
        )


def paint(name: str, tokens: Mapping[str, str]) -> Paint:
    """Returns the paint of named styles, over that of a panel.

    Args:
        name: Names of styles, separated by spaces, each drawn over those before it. ``link=TARGET`` among them makes
            the text a link (OSC 8).
        tokens: The theme's colours by name.
    """
    found = Paint()
    parts = name.split()
    on_bar = _HERE in parts
    for part in parts:
        if part.startswith(LINK):
            from reader.reading.links import safe_target  # few texts have a link

            found = Paint(link=safe_target(part.removeprefix(LINK))).over(found)
            continue
        named = _BY_NAME[part]
        foreground, background = named.foreground, named.background
        if on_bar and part == "match":  # the ground of a match is much like that of the bar
            foreground, background = _STYLES["match-here"].foreground, _STYLES["match-here"].background
            part = "match-on-bar"
        token = f"{foreground}-{_HERE}" if on_bar and foreground in _OWN_HERE else foreground
        words = f"{named.attributes} {tokens.get(part + ATTRIBUTES, '')}"
        found = Paint(tokens.get(token, ""), tokens.get(background, ""), _attributes(words)).over(found)
    return found


def _attributes(words: str) -> frozenset[tuple[Attribute, bool]]:
    """Returns the attributes of words such as ``not reverse bold``."""
    found: dict[Attribute, bool] = {}
    is_on = True
    for word in words.split():
        if word != "not":
            found[_ATTRIBUTES[word]] = is_on
        is_on = word != "not"
    return frozenset(found.items())


def tokens_of(name: ThemeName, terminal: TerminalColours) -> dict[str, str]:
    """Returns the colours of a theme by role, and the attributes that it adds to named styles."""
    colours = palette(name, terminal.depth, terminal.ground)
    return {
        **{str(role): colour for role, colour in colours.items()},
        **{f"{style}{ATTRIBUTES}": words for style, words in attributes(name, terminal.depth).items()},
    }
