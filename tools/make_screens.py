"""Makes pictures of the main screens from the real app, as SVG.

    python tools/make_screens.py                   writes docs/pictures anew: the README's, and docs/pictures/screens
    python tools/make_screens.py --check           writes nothing; exit code 1 and the names if any is not current
    python tools/make_screens.py --list            lists the screens
    python tools/make_screens.py DIR --screen NAME ... --size 100x30 --theme paper --interface zh --depth 256

With a folder, the named screens (all if none is named) are written there in each of the given sizes, themes, languages
and depths. The same screen gives the same bytes on every machine: the home folder is new, and there are no dates and no
random names.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from reader.library import Library, bundled_issues  # noqa: E402
from reader.settings.colour_depth import DEPTHS, TerminalColours  # noqa: E402
from reader.ui.theme.palettes import NAMES  # noqa: E402
from tests.ui.main_screens import SCREENS, main_screen  # noqa: E402
from tests.ui.svg import svg_of  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.settings.colour_depth import ColourDepth

PICTURES = ROOT / "docs" / "pictures"
OF_THE_README = {"reading": "abridged", "aligned": "reading", "search": "search"}
"""The screen of each picture in the README."""


class Shot(NamedTuple):
    """A picture: the screen and the terminal that it is shown in."""

    screen: str
    size: tuple[int, int] = (100, 30)
    theme: str = "dark"
    interface: str = "en"
    depth: ColourDepth = "true"

    @property
    def name(self) -> str:
        """The name of the file, without its end; the usual values are left out."""
        width, height = self.size
        parts = (self.screen, f"{width}x{height}", self.theme, self.interface, self.depth)
        usual = ("", "100x30", "dark", "en", "true")
        return "-".join(part for part, left_out in zip(parts, usual, strict=True) if part != left_out)


def kept() -> Iterator[tuple[str, Shot]]:
    """Yields the pictures that are kept in the repository: the path below ``docs/pictures``, and the picture."""
    yield "reading.svg", Shot("abridged", (140, 38))
    yield "aligned.svg", Shot("reading", (140, 38), "paper", "zh")
    yield "search.svg", Shot("search", (110, 26), "light")
    shots = [Shot(screen) for screen in SCREENS]
    shots += [Shot("contents", theme=theme) for theme in NAMES if theme != "dark"]
    shots += [Shot("contents", theme=theme, depth="256") for theme in ("dark", "light", "paper")]
    shots += [Shot("contents", depth=depth) for depth in DEPTHS if depth in ("16", "none")]
    shots += [Shot(screen, size) for screen in ("shelf", "reading") for size in ((160, 45), (60, 24), (40, 12))]
    shots += [Shot(screen, interface="zh") for screen in ("shelf", "reading", "help")]
    yield from ((f"screens/{shot.name}.svg", shot) for shot in shots)


async def drawn(shot: Shot, library: Library, folder: Path) -> str:
    """Returns a picture."""
    terminal = TerminalColours(shot.depth, "dark")
    shown = main_screen(shot.screen, library, folder, shot.size, shot.theme, shot.interface, terminal)
    async with shown as pilot:
        return svg_of(pilot.app.screen)


def pictures(shots: list[Shot]) -> Iterator[str]:
    """Yields the pictures, each made in a home folder of its own."""
    library = Library([bundled_issues()])
    for shot in shots:
        with tempfile.TemporaryDirectory(prefix="reader-screens-") as home:
            for name in ("CACHE", "CONFIG", "DATA", "STATE"):
                os.environ[f"XDG_{name}_HOME"] = home
            os.environ |= {"HOME": home, "LANG": "en_GB.UTF-8"}
            yield asyncio.run(drawn(shot, library, Path(home)))


def main() -> int:
    """Writes or checks pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--screen", nargs="+", choices=SCREENS, default=[*SCREENS])
    parser.add_argument("--size", nargs="+", default=["100x30"])
    parser.add_argument("--theme", nargs="+", choices=NAMES, default=["dark"])
    parser.add_argument("--interface", nargs="+", choices=("en", "zh"), default=["en"])
    parser.add_argument("--depth", nargs="+", choices=DEPTHS, default=["true"])
    given = parser.parse_args()
    if given.list:
        print(*SCREENS, sep="\n")
        return 0
    folder = given.folder or PICTURES
    wanted = dict(kept())
    if given.folder:
        sizes = [tuple(map(int, size.split("x"))) for size in given.size]
        shots = [Shot(*each) for each in product(given.screen, sizes, given.theme, given.interface, given.depth)]
        wanted = {f"{shot.name}.svg": shot for shot in shots}
    stale = []
    for path, svg in zip(wanted, pictures([*wanted.values()]), strict=True):
        place = folder / path
        if place.exists() and place.read_text("utf-8") == svg:
            continue
        stale.append(path)
        if not given.check:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(svg, "utf-8")
    if not given.folder:
        for path in sorted((PICTURES / "screens").glob("*.svg")):
            if f"screens/{path.name}" not in wanted:
                stale.append(f"screens/{path.name}")
                if not given.check:
                    path.unlink()
    print(*stale, sep="\n")
    return int(given.check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
