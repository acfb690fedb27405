"""Half blocks: rows of text whose colours are those of the picture, as far as the terminal has them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnusableError
from reader.pictures.fitting import CellBox
from reader.pictures.half_blocks import BlockForm, Pixels, block_rows, checked
from reader.pictures.indexed_colours import index_of, index_of_sixteen
from tests.drawing import examples

CELL = re.compile(r"\x1b\[([0-9;]*)m|([▀ ])")


def shown(row: str) -> list[tuple[str, str, str]]:
    """Returns the text, the colour of the text and that of the ground of each cell, as a terminal reads them."""
    found, ink, ground = [], "", ""
    for codes, cell in CELL.findall(row):
        if cell:
            found.append((cell, ink, ground))
        for code in re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+", codes):
            ink, ground = (code, ground) if code[0] in "39" else (ink, code)
    assert row.endswith("\x1b[m")
    return found


@examples(30)
@given(
    st.integers(1, 9), st.integers(1, 4), st.sampled_from([0, 16, 256]), st.booleans(), st.binary(min_size=9 * 8 * 3)
)
def test_each_pixel_has_its_colour(width: int, rows: int, colours: int, in_blanks: bool, data: bytes) -> None:
    form = BlockForm(colours, in_blanks)
    pixels = data[: 3 * width * rows * (1 if in_blanks else 2)]
    made = block_rows(Pixels(width, pixels), form)
    assert checked("\n".join(made).encode(), CellBox(width, rows)) == made

    def told(x: int, y: int, base: int) -> str:
        at = 3 * (y * width + x)
        red, green, blue = (value & 0xF8 | value >> 5 for value in pixels[at : at + 3])
        if colours == 256:
            return f"{base + 8};5;{index_of(red, green, blue)}"
        if colours == 16:
            index = index_of_sixteen(red, green, blue)
            return str(base + index if index < 8 else base + 52 + index)
        return f"{base + 8};2;{red};{green};{blue}"

    for y, row in enumerate(made):
        wanted = [
            (" ", "", told(x, y, 40)) if in_blanks else ("▀", told(x, 2 * y, 30), told(x, 2 * y + 1, 40))
            for x in range(width)
        ]
        assert [(cell, "" if in_blanks else ink, ground) for cell, ink, ground in shown(row)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "▀▀",
        "\x1b[0m▀\x1b[m",
        "\x1b[0m▀▀▀\x1b[m",
        "\x1b[0m▀▀\x1b[m\n\x1b[0m▀▀\x1b[m",
        "\x1b]52;c;YQ==\x07\x1b[0m▀▀\x1b[m",
    ],
)
def test_nothing_but_half_blocks_goes_from_the_decoder_to_the_terminal(text: str) -> None:
    with pytest.raises(UnusableError):
        checked(text.encode(), CellBox(2, 1))
