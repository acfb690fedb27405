"""Writes ``docs/COLOUR.md``: the colours of each theme by role, and the least contrast of each.

With ``--check`` nothing is written, and the exit code is 1 if the page is not current.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from reader.ui.theme.luminance import contrast
from reader.ui.theme.pairs import HIGH_CONTRAST, LEAST, LEAST_IN_HIGH_CONTRAST, PAIRS
from reader.ui.theme.palettes import IN_16, IN_256, NAMES, Role, palette

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.settings.colour_depth import ColourDepth
    from reader.ui.theme.palettes import ThemeName

PAGE = Path(__file__).parents[1] / "docs" / "COLOUR.md"
USES: dict[Role, str] = {
    "background": "ground of text and pictures",
    "surface": "ground of lists",
    "panel": "ground of the lines at the edges, and of boxes over the text",
    "foreground": "text",
    "muted": "text of the second rank: places, counts, sources, repeated names",
    "faint": "signs, rules and bars; never letters",
    "accent": "headings in text, keys of hints, the bar of the cursor",
    "warning": "faults, beside the sign ✗ or !",
    "literal": "strings and numbers in code",
    "here": "selection bar of a list; box that takes words",
    "on-here": "text on it",
    "muted-here": "text of the second rank on it",
    "faint-here": "signs on it",
    "accent-here": "accent on it",
    "warning-here": "faults on it",
    "current": "tint of the paragraph that is read, with its counterpart",
    "match": "ground of a match, underlined",
    "on-match": "text on it",
    "match-here": "ground of the current match, bold and underlined; of a match on a selection bar",
    "on-match-here": "text on it",
    "mark": "ground of a highlight, underlined",
    "selection": "ground of selected text",
    "on-selection": "text on it",
}
DEPTHS: tuple[tuple[ColourDepth, str], ...] = (("true", "All colours"), ("256", "256 colours"))
HEAD = """\
# Colour

<!-- made by tools/make_colour_page.py -->

A theme is a colour for each role; code names roles, never colours. The rules of their use are in
[DESIGN.md](DESIGN.md), the reasons for this table in [0026](decisions/0026-colours.md), the settings in
[SETTINGS.md](SETTINGS.md).

"""
OWN = """\
## The terminal's own colours

The theme `ansi` has the terminal's own foreground and ground, whatever they are. Selection bars, matches and selected
text are reversed, highlights bold and underlined. The accent is bold, and on a ground that the terminal has told bright
cyan (dark) or red (light): these two can be read in every scheme that was tried (`tests/ui/schemes.py`). With
`NO_COLOR` every theme is this one without the accent's colour.
"""


def page() -> str:
    """Returns the text of the page."""
    return HEAD + "\n".join((*_limits(), *_uses(), *_contrasts(), *_sixteen())) + "\n\n" + OWN


def _limits() -> Iterator[str]:
    yield "## Least contrasts"
    yield ""
    yield "| | text | signs, rules | selection bar, match | highlight, current paragraph |"
    yield "|---|---|---|---|---|"
    yield f"| {', '.join(name for name in NAMES[:-1] if name not in HIGH_CONTRAST)} | {_listed(LEAST.values())} |"
    yield f"| {', '.join(HIGH_CONTRAST)} | {_listed(LEAST_IN_HIGH_CONTRAST.values())} |"
    yield ""
    yield "As WCAG 2 counts, against every ground that a role is drawn on. No state is told by colour alone: beside it"
    yield "there is a sign, a bar, an underline, bold or reversed text. Two tests hold this: by role, and"
    yield "on the main screens."
    yield ""


def _listed(values: object) -> str:
    assert hasattr(values, "__iter__")
    return " | ".join(f"{value:g}" for value in values)


def _uses() -> Iterator[str]:
    yield from ("## Roles", "", "| role | use |", "|---|---|")
    yield from (f"| `{role}` | {USES[role]} |" for role in get_args(Role))
    yield ""


def _contrasts() -> Iterator[str]:
    for depth, title in DEPTHS:
        yield from (f"## {title}", "", "In brackets the least contrast with a ground on which the role is drawn.", "")
        yield f"| role | {' | '.join(NAMES[:-1])} |"
        yield "|---|" + "---|" * len(NAMES[:-1])
        for role in get_args(Role):
            yield f"| `{role}` | {' | '.join(_cell(role, name, depth) for name in NAMES[:-1])} |"
        yield ""


def _cell(role: Role, name: ThemeName, depth: ColourDepth) -> str:
    colours = palette(name, depth)
    shown = str(IN_256[role][NAMES.index(name)]) if depth == "256" else f"`{colours[role]}`"
    values = [contrast(colours[role], colours[pair.ground]) for pair in PAIRS if pair.role == role]
    return f"{shown} ({int(10 * min(values)) / 10:.1f})" if values else shown


def _sixteen() -> Iterator[str]:
    yield from ("## 16 colours", "", "By the names of the terminal's colours; they look as its scheme has them.", "")
    yield f"| role | {' | '.join(NAMES[:-1])} |"
    yield "|---|" + "---|" * len(NAMES[:-1])
    for role in get_args(Role):
        yield f"| `{role}` | {' | '.join(word.replace('_', ' ') for word in IN_16[role])} |"


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(not PAGE.exists() or PAGE.read_text("utf-8") != page())
    PAGE.write_text(page(), "utf-8")
