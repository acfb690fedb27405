"""Draw the pictures of this issue.

Run it with Pillow at hand: ``python draw.py``. The same script draws the same pictures every time:
nothing in it is random, and the files are written beside it.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

WIDTH_PX = 480
HEIGHT_PX = 320
SCALE = 4  # drawn larger, then reduced, for smooth edges
COLOURS = 160

Point = tuple[float, float]


class Canvas:
    """A picture drawn in final pixels; the origin is the upper left corner."""

    def __init__(self, background: str) -> None:
        self._image = Image.new("RGB", (WIDTH_PX * SCALE, HEIGHT_PX * SCALE), background)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """Fill a rectangle."""
        edges = (x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + height) * SCALE - 1)
        self._draw.rounded_rectangle(edges, radius * SCALE, fill=colour)

    def disc(self, x: float, y: float, across: float, down: float, colour: str) -> None:
        """Fill an ellipse around a centre, from its two radii."""
        edges = ((x - across) * SCALE, (y - down) * SCALE, (x + across) * SCALE, (y + down) * SCALE)
        self._draw.ellipse(edges, fill=colour)

    def shape(self, points: list[Point], colour: str) -> None:
        """Fill a polygon."""
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def line(self, points: list[Point], width: float, colour: str) -> None:
        """Draw a line with round joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def save(self, path: Path) -> None:
        """Write a small PNG."""
        image = self._image.resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.LANCZOS)
        flat = image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat.save(path, optimize=True)


def curve(anchors: list[Point], steps: int = 16) -> list[Point]:
    """Draw out a smooth line through the anchors (Catmull-Rom)."""
    padded = [anchors[0], *anchors, anchors[-1]]
    line: list[Point] = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            x = _spline(before[0], start[0], end[0], after[0], t)
            y = _spline(before[1], start[1], end[1], after[1], t)
            line.append((x, y))
    return [*line, anchors[-1]]


def _spline(before: float, start: float, end: float, after: float, t: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )


def ground(canvas: Canvas, skyline: list[Point], colour: str) -> None:
    """Fill everything under a smooth skyline."""
    canvas.shape([*curve(skyline), (WIDTH_PX, HEIGHT_PX), (0, HEIGHT_PX)], colour)


def tower(canvas: Canvas, x: float, top: float, width: float, foot: float, wall: str, shade: str, glass: str) -> None:
    """Draw a tower with a shaded side and rows of windows."""
    canvas.box(x, top, width, foot - top, wall)
    canvas.box(x + width * 0.72, top, width * 0.28, foot - top, shade)
    y = top + 9
    while y < foot - 10:
        for column in range(3):
            canvas.box(x + width * (0.1 + 0.2 * column), y, width * 0.13, 7, glass)
        y += 13


def tree(canvas: Canvas, x: float, foot: float, size: float, leaf: str, light: str) -> None:
    """Draw a round tree: a trunk, a crown and the light on it."""
    canvas.box(x - size * 0.07, foot - size * 0.5, size * 0.14, size * 0.5, "#6b5442")
    for dx, dy, radius in ((-0.3, -0.62, 0.3), (0.3, -0.62, 0.3), (0, -0.86, 0.36), (0, -0.58, 0.34)):
        canvas.disc(x + size * dx, foot + size * dy, size * radius, size * radius, leaf)
    for dx, dy, radius in ((-0.12, -0.98, 0.17), (-0.36, -0.7, 0.14)):
        canvas.disc(x + size * dx, foot + size * dy, size * radius, size * radius, light)


def poplar(canvas: Canvas, x: float, foot: float, height: float, leaf: str) -> None:
    """Draw a slender tree."""
    canvas.box(x - 1, foot - height * 0.3, 2, height * 0.3, "#6b5442")
    canvas.disc(x, foot - height * 0.58, height * 0.17, height * 0.44, leaf)


def zone() -> Canvas:
    """Draw Jinan Innovation Zone: towers behind a belt of trees."""
    canvas = Canvas("#cfe6ea")
    canvas.box(0, 0, WIDTH_PX, 70, "#bcdce4")
    canvas.disc(388, 66, 30, 30, "#fbe9b7")
    for x, y, size in ((70, 52, 1.0), (250, 34, 0.8), (436, 108, 0.7)):
        canvas.box(x - 34 * size, y, 68 * size, 12 * size, "#f3f9f8", 6 * size)
        canvas.box(x - 16 * size, y - 9 * size, 40 * size, 14 * size, "#f3f9f8", 7 * size)
    ground(canvas, [(0, 196), (90, 178), (190, 190), (300, 170), (400, 184), (480, 172)], "#a9cfc6")
    for x, top, width in ((6, 148, 40), (128, 136, 34), (226, 128, 38), (356, 142, 36), (440, 156, 44)):
        canvas.box(x, top, width, 110, "#9fc0cb")
    tower(canvas, 52, 104, 58, 250, "#f2efe6", "#d9d5c8", "#7fb0bd")
    tower(canvas, 164, 62, 54, 250, "#5d93a6", "#48798c", "#bfe0e4")
    canvas.box(188, 42, 4, 22, "#48798c")
    tower(canvas, 282, 88, 62, 250, "#f2efe6", "#d9d5c8", "#e39a6b")
    tower(canvas, 386, 120, 52, 250, "#6fa5a3", "#578a8a", "#d5ece4")
    canvas.shape([(282, 88), (344, 70), (344, 88)], "#d9d5c8")
    canvas.box(98, 196, 88, 60, "#e9c9a4")
    canvas.box(98, 190, 88, 8, "#c88f63")
    for column in range(6):
        canvas.box(105 + column * 13.2, 206, 8, 40, "#fff3dc")
    ground(canvas, [(0, 236), (120, 246), (240, 238), (360, 248), (480, 236)], "#6fae7c")
    behind = ((20, 252, 62), (132, 258, 52), (212, 254, 58), (264, 256, 50), (350, 258, 60), (458, 254, 64))
    for x, foot, size in behind:
        tree(canvas, x, foot, size, "#4f9468", "#69ab78")
    ground(canvas, [(0, 270), (120, 262), (240, 272), (360, 264), (480, 272)], "#86c08a")
    near = curve([(214, 320), (236, 296), (276, 280), (330, 266)])
    far = curve([(342, 266), (298, 284), (274, 300), (266, 320)])
    canvas.shape([*near, *far], "#efe3c4")
    for x, foot, size in ((66, 296, 78), (172, 288, 56), (384, 292, 74), (446, 304, 62)):
        tree(canvas, x, foot, size, "#357a57", "#4f9468")
    for x, size in ((0, 60), (24, 40), (116, 34), (140, 26), (330, 30), (356, 40), (416, 30), (474, 56)):
        canvas.disc(x, 322, size, size * 0.5, "#2c6a4c")
    return canvas


def valley() -> Canvas:
    """Draw Jinan Pharm Valley: laboratories at the foot of the hills."""
    canvas = Canvas("#fbe6cf")
    canvas.box(0, 84, WIDTH_PX, 90, "#fdeedd")
    canvas.disc(126, 92, 34, 34, "#f6b98a")
    peaks: list[Point] = [
        (0, 138),
        (60, 108),
        (120, 126),
        (190, 76),
        (250, 116),
        (330, 66),
        (410, 112),
        (480, 84),
    ]
    ground(canvas, peaks, "#c9d3d6")
    ridges: list[Point] = [(0, 158), (80, 134), (160, 152), (240, 118), (320, 148), (400, 116), (480, 142)]
    ground(canvas, ridges, "#9dbfb9")
    ground(canvas, [(0, 176), (100, 168), (200, 178), (300, 160), (390, 176), (480, 164)], "#74a892")
    ground(canvas, [(0, 204), (160, 196), (320, 202), (480, 194)], "#a8cd98")
    for x in (8, 24, 40, 452, 468):
        poplar(canvas, x, 210, 46 + x % 3 * 6, "#4d8b6b")
    # the long laboratory
    canvas.box(62, 164, 126, 58, "#f7f5ee")
    canvas.box(62, 158, 126, 8, "#d8896a")
    for row in range(3):
        canvas.box(70, 173 + row * 16, 110, 8, "#8fc0c8")
    for column in range(9):
        canvas.box(80 + column * 11, 171, 3, 46, "#f7f5ee")
    # the hall of glass
    canvas.box(196, 138, 72, 84, "#4f8d9b")
    canvas.box(246, 138, 22, 84, "#3d7685")
    for column in range(6):
        canvas.box(202 + column * 11, 144, 7, 72, "#a9d6d6" if column < 4 else "#7fb6bb")
    canvas.box(190, 132, 84, 7, "#f7f5ee")
    # a cross for medicine
    canvas.box(222, 108, 20, 24, "#f7f5ee", 3)
    canvas.box(230, 111, 4, 18, "#d8896a")
    canvas.box(223, 118, 18, 4, "#d8896a")
    # round tanks
    for x, top in ((286, 172), (308, 162), (330, 172)):
        canvas.box(x, top, 18, 222 - top, "#e6ebe7")
        canvas.box(x + 12, top, 6, 222 - top, "#c5d1cd")
        canvas.disc(x + 9, top, 9, 6, "#f7f5ee")
    # the domed library
    canvas.disc(396, 180, 40, 34, "#e7b78e")
    canvas.disc(386, 176, 22, 22, "#efc9a6")
    canvas.box(352, 180, 88, 42, "#f7f5ee")
    for column in range(6):
        canvas.box(360 + column * 13, 188, 7, 34, "#8fc0c8")
    canvas.box(0, 220, WIDTH_PX, 6, "#d9e3c2")
    ground(canvas, [(0, 226), (240, 224), (480, 226)], "#8fbf86")
    # the stream, the light on it and the bridge
    bank = curve([(0, 262), (120, 246), (260, 262), (380, 250), (480, 258)])
    shore = curve([(480, 282), (380, 272), (250, 288), (110, 268), (0, 288)])
    canvas.shape([*bank, *shore], "#8ccbd6")
    canvas.line(curve([(0, 270), (120, 255), (258, 271), (380, 258), (480, 266)]), 3, "#c3e6e8")
    canvas.shape([(222, 226), (244, 226), (262, 320), (196, 320)], "#f1e6cd")
    canvas.shape([(212, 257), (253, 257), (259, 291), (203, 291)], "#e0cfac")
    behind = ((30, 250, 44), (112, 244, 36), (170, 246, 34), (300, 246, 38), (346, 244, 32), (432, 246, 44))
    for x, foot, size in behind:
        tree(canvas, x, foot, size, "#4d8b6b", "#6aa67c")
    for x, foot, size in ((66, 316, 58), (152, 318, 44), (322, 318, 48), (414, 316, 60)):
        tree(canvas, x, foot, size, "#34705a", "#4d8b6b")
    for x, size in ((0, 44), (112, 26), (366, 28), (480, 48)):
        canvas.disc(x, 322, size, size * 0.45, "#2b6350")
    return canvas


def springs() -> Canvas:
    """Draw three jets of a spring before a pavilion, under willows."""
    canvas = Canvas("#dcebe2")
    canvas.disc(150, 52, 24, 24, "#f8efcf")
    ground(canvas, [(0, 122), (90, 94), (180, 112), (280, 82), (380, 108), (480, 90)], "#bcd6cc")
    ground(canvas, [(0, 148), (120, 130), (240, 146), (360, 126), (480, 142)], "#94bfae")
    # the pavilion
    canvas.box(176, 176, 136, 8, "#d9d2c2")
    for x in (190, 226, 256, 292):
        canvas.box(x - 3, 118, 6, 60, "#a8473a")
    canvas.box(184, 122, 120, 8, "#7c8f7a")
    left = curve([(152, 112), (176, 116), (206, 100), (224, 78)])
    right = curve([(264, 78), (282, 100), (312, 116), (336, 112)])
    canvas.shape([*left, *right, (318, 124), (170, 124)], "#4a5d62")
    canvas.box(220, 72, 48, 8, "#384a4f", 3)
    canvas.disc(244, 68, 5, 7, "#c98b4a")
    canvas.box(0, 182, WIDTH_PX, 10, "#cfc9ba")
    # the pool and its railing
    canvas.box(0, 190, WIDTH_PX, 130, "#4fa3a5")
    canvas.box(0, 190, WIDTH_PX, 14, "#3b8a90")
    for x in range(8, WIDTH_PX, 58):
        canvas.box(x, 158, 8, 34, "#e6e1d4", 2)
    canvas.box(0, 166, WIDTH_PX, 5, "#e6e1d4")
    canvas.box(0, 179, WIDTH_PX, 4, "#e6e1d4")
    for y, shift in ((216, 0), (304, 60), (286, 20), (236, 110)):
        for x in range(-40 + shift, WIDTH_PX, 150):
            canvas.box(x, y, 62, 3, "#79c0bd", 1.5)
    # the three jets
    for x, y, size in ((124, 250, 0.9), (244, 264, 1.1), (364, 250, 0.9)):
        canvas.disc(x, y + 12 * size, 58 * size, 16 * size, "#79c0bd")
        canvas.disc(x, y + 10 * size, 44 * size, 11 * size, "#a5dad3")
        canvas.disc(x, y, 27 * size, 19 * size, "#d3efe8")
        canvas.disc(x, y - 6 * size, 19 * size, 15 * size, "#eefaf5")
        canvas.disc(x - 6 * size, y - 11 * size, 8 * size, 7 * size, "#ffffff")
    # willows
    for trunk, side in ((28, 1), (452, -1)):
        bends = ((-14, 206), (-6, 130), (-12, 60), (-2, -8))
        canvas.line(curve([(trunk + side * x, y) for x, y in bends]), 11, "#5b5040")
        for number in range(9):
            start = trunk + side * (number * 13 - 42)
            fall = 128 + (number * 37) % 58 - abs(number - 3) * 6
            strand = curve([(start, -10), (start + side * 9, fall * 0.45), (start + side * 5, fall)])
            canvas.line(strand, 2, "#4f8a58")
            for step, (leaf_x, leaf_y) in enumerate(strand[3::2]):
                tilt = 4 if step % 2 else -4
                canvas.disc(leaf_x + tilt, leaf_y, 3.2, 6.5, "#6aa867" if number % 2 else "#86bb74")
    return canvas


def main() -> None:
    """Draw every picture beside this script."""
    folder = Path(__file__).parent
    for name, picture in (("zone", zone), ("valley", valley), ("springs", springs)):
        picture().save(folder / f"{name}.png")


if __name__ == "__main__":
    main()
