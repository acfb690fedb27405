"""Makes the README's pictures from the real app: python tools/make_pictures.py [FOLDER].

Each is Textual's own screenshot of a screen, with two things mended: the address of a web font is taken out, so
that the picture asks nothing of the network; and the length of a text is told in cells, not in characters,
so that Chinese is not squeezed to half its width.
"""

import asyncio
import html
import re
import sys
from itertools import groupby
from pathlib import Path

from reader.layout.width import cell_width
from reader.library import Library, bundled_issues, resolve
from reader.ui.app.app import ReaderApp

PICTURES = {
    "reading": ("city-of-springs-08/new-drivers", (140, 38), "dark", "en", ()),
    "aligned": ("lanes-and-rivers-03/old-bridges", (140, 38), "paper", "zh", ("J", "J", "J")),
    "search": ("", (110, 26), "light", "en", ("s", "b", "r", "i", "d", "g", "e")),
}
CELL_UNITS = 12.2
"""The width of a cell in the units of the screenshot."""
FONTS = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace"


async def picture(address: str, size: tuple[int, int], theme: str, interface: str, keys: tuple[str, ...]) -> str:
    """Returns a screen as SVG after some keys."""
    library = Library((bundled_issues(),))
    app = ReaderApp(library, resolve(library, address) if address else None, interface=interface, theme=theme)
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        svg = app.export_screenshot()
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: (Fira Code|arial)[^;]*;", f"font-family: {FONTS};", svg)
    return re.sub(r'<text ([^>]*?)x="([\d.]+)"([^>]*?)textLength="[\d.]+"([^>]*)>([^<]*)</text>', _in_cells, svg)


def _in_cells(match: re.Match[str]) -> str:
    """Writes one text as runs of narrow and of wide characters, each where its cells are."""
    before, x, between, after, content = match.groups()
    texts, at = [], float(x)
    for _, run in groupby(html.unescape(content), key=lambda character: cell_width(character) == 2):
        text = "".join(run)
        length = cell_width(text) * CELL_UNITS
        words = html.escape(text, quote=False).replace(" ", "&#160;").replace("\xa0", "&#160;")
        texts.append(f'<text {before}x="{at:.1f}"{between}textLength="{length:.1f}"{after}>{words}</text>')
        at += length
    return "".join(texts)


def main() -> None:
    """Writes every picture."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    for name, (address, size, theme, interface, keys) in PICTURES.items():
        svg = asyncio.run(picture(address, size, theme, interface, keys))
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
