"""The layout and Rich agree on the width of every character also where ambiguous characters are wide."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

from reader.layout import _ambiguous_data, _width_data
from reader.layout._ranges import RangeTable

PROGRAM = """
import sys
import rich.cells
from reader.layout import width
from reader.ui.terminal import cells

width.take_widths(width.TerminalWidths(ambiguous_wide=True))
cells.follow_layout()
texts = [*map(chr, range(sys.maxunicode + 1)), "“好”——…", "\\u260e\\ufe0f", "\\xe9\\u200dx", "│┃“", "a" * 600 + "…"]
for text in texts:
    if text == "\\xad":
        continue  # a soft hyphen is never drawn
    assert rich.cells.cell_len(text) == width.cell_width(text) == width.prefix_widths(text)[-1], ascii(text)
assert (width.cell_width("“”—…·"), width.cell_width("│┃▌"), width.clip("“好”", 3)) == (10, 3, "“")
width.take_widths(width.TerminalWidths())
assert width.cell_width("“”—…·") == 5
"""


def test_the_layout_and_rich_agree_on_every_character() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_only_ambiguous_characters_are_wider() -> None:
    usual = RangeTable(_width_data.STARTS, _width_data.VALUES)
    wide = RangeTable(_ambiguous_data.STARTS, _ambiguous_data.VALUES)
    for code in range(0xA0, 0x3100):
        is_widened = unicodedata.east_asian_width(chr(code)) == "A" and usual[code] == "1"
        assert wide[code] == ("2" if is_widened and not 0x2500 <= code < 0x25A0 else usual[code]), hex(code)
