"""Text, signs and bars can be seen in every theme, whatever the number of colours: by role, and on the screens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings.colour_depth import TerminalColours
from reader.ui.theme import palettes
from reader.ui.theme.luminance import contrast
from reader.ui.theme.pairs import LEAST, PAIRS, Pair, least_of
from reader.ui.theme.palettes import NAMES, SIXTEEN, ThemeName, hex_of, palette
from reader.ui.theme.themes import theme
from tests.ui.schemes import DARK, LIGHT, PLAIN, Scheme

if TYPE_CHECKING:
    from reader.settings.colour_depth import ColourDepth

NAMED = tuple(name for name in NAMES if name != "ansi")


def faults(name: ThemeName, depth: ColourDepth) -> list[tuple[Pair, float]]:
    """Returns the pairs of a theme that cannot be seen, with their contrast."""
    colours = palette(name, depth)
    found = [(pair, contrast(colours[pair.role], colours[pair.ground])) for pair in PAIRS]
    return [(pair, value) for pair, value in found if value < least_of(pair.kind, name)]


def seen(colour: str, scheme: Scheme, own: str) -> str:
    """Returns a colour of the sixteen as a scheme has it; ``own`` is the scheme's colour for the terminal's own."""
    word = colour.removeprefix("ansi_")
    if word in SIXTEEN:
        return scheme.colours[[*SIXTEEN].index(word)]
    return own if word == "default" else scheme.colours[[*SIXTEEN.values()].index(colour)]


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("depth", ["true", "256"])
def test_every_pair_of_a_theme_can_be_seen(name: ThemeName, depth: ColourDepth) -> None:
    assert faults(name, depth) == []


@pytest.mark.parametrize("scheme", PLAIN)
@pytest.mark.parametrize("name", NAMED)
def test_every_pair_can_be_seen_in_sixteen_colours(name: ThemeName, scheme: str) -> None:
    colours, of = palette(name, "16"), PLAIN[scheme]
    for pair in PAIRS:
        value = contrast(seen(colours[pair.role], of, ""), seen(colours[pair.ground], of, ""))
        if pair.kind != "tint":  # there is none among so few: the bar in the margin and the underline are enough
            assert value >= least_of(pair.kind, name), (pair, value)


@pytest.mark.parametrize(("ground", "schemes"), [("dark", DARK), ("light", LIGHT)])
def test_the_own_colours_can_be_read_in_every_scheme(ground: str, schemes: dict[str, Scheme]) -> None:
    colours = palette("ansi", "true", "dark" if ground == "dark" else "light")
    assert colours["here"] == colours["background"] == colours["foreground"] == "ansi_default"
    for name, scheme in schemes.items():
        least = min(LEAST["text"], contrast(scheme.foreground, scheme.background))
        for role in ("accent", "warning"):
            value = contrast(seen(colours[role], scheme, scheme.foreground), scheme.background)
            assert value >= least, (name, role, value)


def test_without_a_known_ground_or_colours_nothing_has_a_colour() -> None:
    assert {*palette("ansi", "true").values()} == {"ansi_default"}
    for name in NAMES:
        assert {*palette(name, "none", "dark").values()} == {"ansi_default"}
        assert theme(name, TerminalColours("none")).ansi


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("depth", ["true", "256"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.role}-{pair.ground}")
def test_a_role_that_is_made_pale_is_found(
    name: ThemeName, depth: ColourDepth, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pale = palette(name, depth) | {pair.role: palette(name, depth)[pair.ground]}
    monkeypatch.setitem(globals(), "palette", lambda *_: pale)
    assert pair in [found for found, _ in faults(name, depth)]


@given(st.integers(16, 255))
def test_a_colour_of_the_256_is_written_as_terminals_have_it(index: int) -> None:
    from rich.color import EIGHT_BIT_PALETTE

    assert hex_of(index) == EIGHT_BIT_PALETTE[index].hex


def test_every_role_has_a_colour_in_every_table() -> None:
    assert {*palettes.IN_ALL} == {*palettes.IN_256} == {*palettes.IN_16}
    assert {len(text.split()) for text in palettes.IN_ALL.values()} == {len(NAMED)}


def test_the_page_of_colours_is_current() -> None:
    program = Path(__file__).parents[2] / "tools" / "make_colour_page.py"
    done = subprocess.run([sys.executable, str(program), "--check"], check=False, timeout=300)
    assert done.returncode == 0, "python tools/make_colour_page.py writes it"
