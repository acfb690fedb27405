"""The pictures of the main screens in the documents are those of the program as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.ui.main_screens import SCREENS
from tests.ui.svg import svg_of_rows

ROOT = Path(__file__).parents[2]
MAX_BYTES = 2_000_000


def test_the_pictures_are_current() -> None:
    program = [sys.executable, str(ROOT / "tools" / "make_screens.py"), "--check"]
    done = subprocess.run(program, check=False, capture_output=True, text=True, timeout=3600)
    assert not done.stdout.strip(), f"python tools/make_screens.py writes these anew; look at each:\n{done.stdout}"
    assert done.returncode == 0, done.stderr


def test_there_is_a_picture_of_every_screen_and_all_are_small() -> None:
    folder = ROOT / "docs" / "pictures"
    assert {*SCREENS} <= {path.stem for path in (folder / "screens").glob("*.svg")}
    assert sum(path.stat().st_size for path in folder.rglob("*.svg")) < MAX_BYTES


def test_a_picture_measures_by_cells_and_escapes() -> None:
    from rich.segment import Segment
    from rich.style import Style
    from textual.strip import Strip

    strip = Strip([Segment(" a<b ", Style.parse("bold #ff0000 on #000000")), Segment("泉水&c", Style.parse("reverse"))])
    svg = svg_of_rows([strip, Strip([])], 10)
    assert '<text x="9" y="15" textLength="27" fill="#ff0000" font-weight="bold">a&lt;b</text>' in svg
    assert '<text x="45" y="15" textLength="36" fill="#000000">泉水</text>' in svg
    assert '<text x="81" y="15" textLength="18" fill="#000000">&amp;c</text>' in svg
    assert '<rect x="0" y="0" width="45" height="20" fill="#000000"/>' in svg
    assert svg == svg_of_rows([strip, Strip([])], 10)
