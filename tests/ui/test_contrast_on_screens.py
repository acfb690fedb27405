"""All text and all signs on the main screens can be seen, in every theme and with every number of colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import Color, ColorType

from reader.settings.colour_depth import TerminalColours
from reader.ui.theme import palettes
from reader.ui.theme.luminance import contrast
from reader.ui.theme.pairs import least_of
from reader.ui.theme.palettes import NAMES, ThemeName
from tests.ui.main_screens import SCREENS, main_screen
from tests.ui.schemes import DARK, LIGHT, PLAIN, Scheme
from tests.ui.screen import settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.style import Style
    from textual.pilot import Pilot
    from textual.screen import Screen

    from reader.library import Library
    from reader.settings.colour_depth import ColourDepth, Ground

PIXELS = frozenset("▀▄█▁▔")
"""Characters that pictures and the edges of boxes are drawn with."""
SIZE = (120, 36)


def pale(pilot: Pilot[None], name: ThemeName, schemes: dict[str, Scheme]) -> list[str]:
    """Returns the texts and signs on a screen that cannot be seen in one of some schemes."""
    found = []
    for text, style in {*drawn(pilot.app.screen)}:
        least = least_of("text" if any(char.isalnum() for char in text) else "sign", name)
        for called, scheme in schemes.items():
            value, best = contrast_of(style, scheme), contrast(scheme.foreground, scheme.background)
            if value < (min(least, best) if name == "ansi" else least):
                found.append(f"{text!r} {style} in {called}: {value:.2f}")
    return found


def drawn(screen: Screen[object]) -> Iterator[tuple[str, Style]]:
    """Yields the texts on a screen with their styles; not what is seen dimly behind it, nor pictures and edges."""
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            text = segment.text.strip()
            begin = x + len(segment.text) - len(segment.text.lstrip())
            x += segment.cell_length
            if segment.style and text and not {*text} <= PIXELS and screen.get_widget_at(begin, y)[0] is not screen:
                yield text[:30], segment.style


def contrast_of(style: Style, scheme: Scheme) -> float:
    """Returns the contrast of a text with its ground."""
    ink, ground = rgb(style.color, scheme, scheme.foreground), rgb(style.bgcolor, scheme, scheme.background)
    return contrast(ink, ground)


def rgb(colour: Color | None, scheme: Scheme, own: str) -> str:
    """Returns a colour as a terminal with a scheme shows it."""
    if colour is None or colour.type is ColorType.DEFAULT:
        return own
    if colour.number is not None and colour.number < 16:
        return scheme.colours[colour.number]
    return colour.get_truecolor().hex


@pytest.mark.parametrize("depth", ["true", "256", "16"])
@pytest.mark.parametrize("name", SCREENS)
async def test_everything_on_a_screen_can_be_seen(
    name: str, depth: ColourDepth, library: Library, tmp_path: Path
) -> None:
    async with main_screen(name, library, tmp_path, SIZE, terminal=TerminalColours(depth, "dark")) as pilot:
        for theme in NAMES:
            pilot.app.theme = theme
            await settled(pilot)
            schemes = DARK if theme == "ansi" else PLAIN if depth == "16" else {"xterm": PLAIN["xterm"]}
            assert pale(pilot, theme, schemes) == [], theme


async def test_the_own_colours_can_be_seen_on_a_light_ground(library: Library, tmp_path: Path) -> None:
    terminal = TerminalColours("16", "light")
    async with main_screen("contents", library, tmp_path, SIZE, "ansi", terminal=terminal) as pilot:
        assert pale(pilot, "ansi", LIGHT) == []


@pytest.mark.parametrize("role", ["muted", "faint", "accent", "foreground", "accent-here", "muted-here"])
async def test_a_role_that_is_made_pale_is_found_on_the_screen(
    role: palettes.Role, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = palettes.palette

    def with_pale(name: ThemeName, depth: ColourDepth, ground: Ground = "") -> palettes.Palette:
        return made(name, depth, ground) | {role: "#3b3f46"}

    for module in ("themes", "paint"):
        monkeypatch.setattr(f"reader.ui.theme.{module}.palette", with_pale)
    async with main_screen("contents", library, tmp_path, SIZE, "dark") as pilot:
        assert pale(pilot, "dark", PLAIN)
