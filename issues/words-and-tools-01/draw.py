"""Draw the picture of this issue.

Run it with Pillow at hand: ``python draw.py``. The same script draws the same picture every time: nothing in it is
random, and the file is written beside it.
"""

from __future__ import annotations

from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH_PX = 480
HEIGHT_PX = 320
SCALE = 4  # drawn larger, then reduced, for smooth edges
COLOURS = 96

TABLE, EDGE = "#c9935f", "#a8754a"
WALL = "#f3e4cd"
BOWL, RIM, SHADE = "#3f6a7a", "#5f8fa0", "#2f525f"
NOODLE, NOODLE_SHADE = "#f2d795", "#dcb869"
GREEN, PALE = "#6f9e54", "#a8cc84"
PAPER, INK = "#fbf7ee", "#4a4a4a"


def main() -> None:
    """Draw the bowl, the chopsticks and the page, and write the file."""
    image = Image.new("RGB", (WIDTH_PX * SCALE, HEIGHT_PX * SCALE), WALL)
    draw = ImageDraw.Draw(image)
    box(draw, 0, 190, 480, 130, TABLE)
    box(draw, 0, 190, 480, 5, EDGE)
    page(draw)
    disc(draw, 190, 276, 118, 14, EDGE)
    bowl(draw)
    chopsticks(draw)
    small = image.resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.LANCZOS).quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(Path(__file__).parent / "bowl.png", optimize=True)


def bowl(draw: ImageDraw.ImageDraw) -> None:
    """Draw the bowl with its noodles, the cucumber and the sauce."""
    shape(draw, [(70 + 240 * k / 40, 170 + 100 * sin(pi * k / 40)) for k in range(41)], BOWL)
    shape(draw, [(200 + 110 * k / 20, 170 + 100 * sin(pi * (20 + k) / 40)) for k in range(21)] + [(200, 170)], SHADE)
    box(draw, 140, 262, 100, 12, SHADE)
    disc(draw, 190, 170, 120, 34, RIM)
    disc(draw, 190, 168, 110, 28, NOODLE_SHADE)
    for ring in range(5):
        across, down = 100 - 17 * ring, 24 - 4 * ring
        turn = 0.9 * ring
        points = [(190 + across * cos(turn + k / 10), 164 - 3 * ring + down * sin(turn + k / 10)) for k in range(54)]
        line(draw, points, 7, NOODLE)
        line(draw, points, 2, NOODLE_SHADE)
    disc(draw, 214, 150, 40, 10, "#7a4a2a")
    for k in range(11):
        lean = (k % 5 - 2) * 9
        line(draw, [(170 + 5 * k, 158 - k % 3), (178 + 5 * k + lean, 126 + 3 * (k % 4))], 5, GREEN if k % 2 else PALE)


def chopsticks(draw: ImageDraw.ImageDraw) -> None:
    """Draw the chopsticks across the bowl."""
    for shift in (0, 14):
        line(draw, [(262 + shift, 150), (440 + shift / 2, 96 + shift)], 6, "#8a3b2e")
        line(draw, [(262 + shift, 150), (300 + shift, 138)], 6, "#5f261d")


def page(draw: ImageDraw.ImageDraw) -> None:
    """Draw the unfinished page: lines of writing, the last one short."""
    shape(draw, [(352, 212), (452, 220), (440, 306), (330, 296)], "#e3dccb")
    shape(draw, [(348, 208), (448, 216), (436, 302), (326, 292)], PAPER)
    for row in range(6):
        left, top = 356 - 3.5 * row, 222 + 11 * row
        length = 76 if row < 5 else 28
        line(draw, [(left, top), (left + length, top + 0.08 * length)], 3, INK)


def box(draw: ImageDraw.ImageDraw, x: float, y: float, width: float, height: float, colour: str) -> None:
    """Fill a rectangle, in final pixels from the upper left corner."""
    draw.rectangle((x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + height) * SCALE - 1), fill=colour)


def disc(draw: ImageDraw.ImageDraw, x: float, y: float, across: float, down: float, colour: str) -> None:
    """Fill an ellipse around a centre, from its two radii."""
    draw.ellipse(((x - across) * SCALE, (y - down) * SCALE, (x + across) * SCALE, (y + down) * SCALE), fill=colour)


def shape(draw: ImageDraw.ImageDraw, points: list[tuple[float, float]], colour: str) -> None:
    """Fill a polygon."""
    draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)


def line(draw: ImageDraw.ImageDraw, points: list[tuple[float, float]], width: float, colour: str) -> None:
    """Draw a line with round joints."""
    draw.line([(x * SCALE, y * SCALE) for x, y in points], fill=colour, width=round(width * SCALE), joint="curve")


if __name__ == "__main__":
    main()
