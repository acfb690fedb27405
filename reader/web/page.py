"""The page around the screen, and the files that it is made of: all of them come from this server. Pure."""

from __future__ import annotations

import os
from html import escape
from importlib.util import find_spec
from string import Template

from reader.model.record import record
from reader.ui.theme.palettes import NAMES, palette

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.settings.table import InterfaceLanguage
    from reader.ui.theme.palettes import Role, ThemeName

_HERE = os.path.dirname(os.path.abspath(__file__))
_ROLES: tuple[Role, ...] = ("background", "surface", "foreground", "accent")
PACKAGE = "textual_serve"
"""The package that has the terminal for browsers."""


@record
class PageFile:
    """A file of the page, by its path and its type."""

    path: str
    type: str


@record
class PageStrings:
    """The strings of the page in one language."""

    title: str
    opening: str
    ended: str
    again: str


STRINGS: dict[InterfaceLanguage, PageStrings] = {
    "en": PageStrings("Reader", "Opening the shelf…", "The screen is closed.", "Open it again"),
    "zh": PageStrings("双语杂志阅读器", "正在打开书架…", "界面已关闭。", "重新打开"),
}


def page(socket_url: str, theme: str, language: InterfaceLanguage) -> str:
    """Returns the page.

    Args:
        socket_url: The address of its socket.
        theme: The name of a theme; of another name the dark one is taken.
        language: The language of the interface.
    """
    strings = STRINGS[language]
    with open(os.path.join(_HERE, "page.html"), encoding="utf-8") as file:
        template = Template(file.read())
    values = {
        "language": "zh-Hans" if language == "zh" else "en",
        "theme": theme,
        "title": strings.title,
        "opening": strings.opening,
        "ended": strings.ended,
        "again": strings.again,
        "socket": socket_url,
    }
    return template.substitute({name: escape(value) for name, value in values.items()})


def style(theme: str) -> str:
    """Returns the style sheet of the page, in the colours of a theme."""
    named: list[ThemeName] = [name for name in NAMES if name == theme and name != "ansi"]
    colours = palette(named[0] if named else "dark", "true")
    tokens = "".join(f"--{role}: {colours[role]};" for role in _ROLES)
    with open(os.path.join(_HERE, "page.css"), encoding="utf-8") as file:
        return f":root {{ {tokens} }}\n{file.read()}"


def page_files() -> dict[str, PageFile]:
    """Returns the files that the page links, by the name in the address; its style is made.

    Raises:
        ModuleNotFoundError: If the package is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.origin:
        raise ModuleNotFoundError(PACKAGE)
    static = os.path.join(os.path.dirname(spec.origin), "static")
    return {
        "page.js": PageFile(os.path.join(_HERE, "page.js"), "text/javascript"),
        "icon.svg": PageFile(os.path.join(_HERE, "icon.svg"), "image/svg+xml"),
        "textual.js": PageFile(os.path.join(static, "js", "textual.js"), "text/javascript"),
        "xterm.css": PageFile(os.path.join(static, "css", "xterm.css"), "text/css"),
        "RobotoMono.ttf": PageFile(os.path.join(static, "fonts", "RobotoMono-VariableFont_wght.ttf"), "font/ttf"),
    }
