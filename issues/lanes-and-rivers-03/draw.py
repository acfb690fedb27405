"""Draw the pictures of this issue.

Run it with Pillow at hand: ``python draw.py``. The same script draws the same pictures every time:
nothing in it is random, and the files are written beside it.
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, pi, sin
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

WIDTH_PX = 480
HEIGHT_PX = 320
SCALE = 4  # drawn larger, then reduced, for smooth edges
COLOURS = 128
CLEAR = "#00000000"

Point = tuple[float, float]


class Canvas:
    """A picture, or a layer of one, drawn in final pixels; the origin is the upper left corner."""

    def __init__(self, background: str = CLEAR) -> None:
        self.image = Image.new("RGBA", (WIDTH_PX * SCALE, HEIGHT_PX * SCALE), background)
        self._draw = ImageDraw.Draw(self.image)

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
        """Draw a line with round joints and ends."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, width / 2, colour)

    def lay(self, layer: Canvas, within: Canvas | None = None, strength: float = 1) -> None:
        """Lay a layer on the picture, only where another layer is painted if one is given."""
        mask = layer.image.getchannel("A")
        if within is not None:
            mask = ImageChops.multiply(mask, within.image.getchannel("A"))
        if strength < 1:
            mask = mask.point([round(value * strength) for value in range(256)])
        self.image.paste(layer.image.convert("RGB"), (0, 0), mask)

    def mirrored(self, waterline: float, squash: float) -> Canvas:
        """Return this layer upside down under a waterline, for a reflection."""
        height = round(HEIGHT_PX * SCALE * squash)
        flipped = self.image.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        flipped = flipped.resize((WIDTH_PX * SCALE, height), Image.Resampling.BOX)
        top = round(waterline * SCALE - (HEIGHT_PX - waterline) * SCALE * squash)
        layer = Canvas()
        layer.image.paste(flipped, (0, top))
        layer._draw.rectangle((0, 0, WIDTH_PX * SCALE, waterline * SCALE - 1), fill=CLEAR)
        return layer

    def save(self, path: Path) -> None:
        """Write a small PNG."""
        image = self.image.convert("RGB").resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.LANCZOS)
        flat = image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
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


def arc(x: float, y: float, radius: float, start: float, end: float, steps: int = 60) -> list[Point]:
    """Return a piece of a circle; angles in half turns, 0 to the right, 0.5 straight up."""
    angles = [pi * (start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + radius * cos(angle), y - radius * sin(angle)) for angle in angles]


def ground(canvas: Canvas, skyline: list[Point], colour: str) -> None:
    """Fill everything under a smooth skyline."""
    canvas.shape([*curve(skyline), (WIDTH_PX, HEIGHT_PX), (0, HEIGHT_PX)], colour)


def ripples(canvas: Canvas, rows: list[tuple[float, float, float]], colour: str) -> None:
    """Draw short strokes of light on water: for each row its height, shift and length."""
    for y, shift, length in rows:
        x = shift - 160
        while x < WIDTH_PX:
            canvas.box(x, y, length, 2.4, colour, 1.2)
            x += 160


def tree(canvas: Canvas, x: float, foot: float, size: float, leaf: str, light: str) -> None:
    """Draw a round tree: a trunk, a crown and the light on it."""
    canvas.box(x - size * 0.06, foot - size * 0.5, size * 0.12, size * 0.5, "#5d5046")
    for dx, dy, radius in ((-0.3, -0.62, 0.28), (0.3, -0.6, 0.28), (0, -0.86, 0.34), (0, -0.58, 0.32)):
        canvas.disc(x + size * dx, foot + size * dy, size * radius, size * radius, leaf)
    for dx, dy, radius in ((-0.12, -0.98, 0.16), (-0.36, -0.7, 0.13)):
        canvas.disc(x + size * dx, foot + size * dy, size * radius, size * radius, light)


def bridge() -> Canvas:
    """Draw a flat stone arch with four small arches in its shoulders."""
    water = 232
    canvas = Canvas("#f6e4cf")
    canvas.box(0, 0, WIDTH_PX, 66, "#f3d9c1")
    canvas.disc(352, 76, 30, 30, "#ef9f77")
    for x, y, size in ((96, 46, 1.0), (208, 76, 0.7), (424, 40, 0.8)):
        canvas.box(x - 40 * size, y, 80 * size, 10 * size, "#fbf1e4", 5 * size)
        canvas.box(x - 10 * size, y - 8 * size, 42 * size, 11 * size, "#fbf1e4", 5 * size)
    ground(canvas, [(0, 146), (70, 112), (150, 140), (240, 96), (330, 134), (410, 106), (480, 138)], "#c9d5d2")
    ground(canvas, [(0, 172), (90, 150), (190, 176), (280, 154), (390, 176), (480, 154)], "#a3c0ba")
    ground(canvas, [(0, 206), (120, 198), (240, 206), (360, 198), (480, 206)], "#83a999")
    for x, foot, size in ((146, 214, 30), (180, 215, 24), (262, 215, 28), (300, 214, 34), (336, 215, 24)):
        tree(canvas, x, foot, size, "#6b9583", "#83aa95")
    canvas.box(0, 214, WIDTH_PX, HEIGHT_PX - 214, "#74abb0")

    stone = Canvas()
    deck = curve([(-20, 180), (60, 170), (150, 153), (240, 146), (330, 153), (420, 170), (500, 180)])
    stone.shape([*deck, (500, 248), (-20, 248)], "#d6cbb6")
    for y in range(160, 248, 11):  # courses of stone
        stone.box(0, y, WIDTH_PX, 1, "#c5b89f")
        for x in range(-20 + y * 7 % 31, WIDTH_PX, 31):
            stone.box(x, y, 1, 11, "#c5b89f")
    centre, intrados, extrados = 375.0, 203.0, 216.0
    for x, top, radius in ((104, 197, 17), (147, 181, 11), (333, 181, 11), (376, 197, 17)):
        rim = arc(x, top, radius + 4, 0, 1)
        stone.shape([*rim, (x - radius - 4, 248), (x + radius + 4, 248)], "#b3a489")
        stone.shape([*arc(x, top, radius, 0, 1), (x - radius, 248), (x + radius, 248)], CLEAR)
    outer, inner = arc(240, centre, extrados, 0.22, 0.78), arc(240, centre, intrados, 0.2, 0.8)
    stone.shape([*inner, (0, 320), (480, 320)], CLEAR)
    stone.shape([*outer, *reversed(inner)], "#e4dccb")
    for angle in range(46):
        turn = 0.2 + 0.6 * angle / 45
        joint = [arc(240, centre, radius, turn, turn, 1)[0] for radius in (intrados, extrados)]
        stone.line(joint, 1, "#c2b59c")
    stone.line(outer, 1.6, "#b3a489")
    stone.box(0, 248, WIDTH_PX, 80, CLEAR)
    stone.line(deck, 4, "#b3a489")
    for index in range(6, len(deck) - 4, 5):
        x, y = deck[index]
        stone.box(x - 1.7, y - 15, 3.4, 15, "#efe8da", 1)
        stone.disc(x, y - 15.5, 2.4, 2.4, "#efe8da")
    for lift in (11, 6):
        stone.line([(x, y - lift) for x, y in deck], 1.7, "#efe8da")

    banks = Canvas()
    banks.shape(curve([(-10, 206), (40, 214), (84, 226), (104, 240), (70, 252), (-10, 254)]), "#6f9a6d")
    banks.shape(curve([(490, 206), (440, 214), (396, 226), (376, 240), (410, 252), (490, 254)]), "#6f9a6d")
    below = Canvas()
    below.lay(stone)
    below.image.putalpha(stone.image.getchannel("A"))
    canvas.lay(below.mirrored(water, 0.72), strength=0.34)
    ripples(canvas, [(226, 70, 40), (252, 20, 54), (268, 110, 44), (288, 60, 70), (304, 0, 50)], "#93c3c4")
    canvas.lay(stone)
    canvas.lay(banks)
    # a small boat on its way through
    canvas.shape(curve([(196, 232), (206, 240), (240, 242), (262, 230)]), "#5a4a40")
    canvas.shape(curve([(212, 235), (214, 222), (228, 217), (242, 222), (244, 235)]), "#b98a58")
    canvas.line([(255, 233), (255, 219)], 3.4, "#37505a")
    canvas.disc(255, 215, 2.8, 2.8, "#e9c3a0")
    canvas.shape([(247, 215), (255, 209), (263, 215)], "#d9b36a")
    canvas.line([(252, 222), (276, 250)], 1.3, "#5a4a40")
    for x, foot, size in ((22, 226, 62), (58, 238, 40), (458, 226, 66), (424, 238, 38)):
        tree(canvas, x, foot, size, "#3f7a5f", "#5c9674")
    for side, x in ((1, 0), (-1, 480)):
        for number in range(9):
            root = x + side * (4 + number * 9)
            tip = (root + side * (6 + number % 3 * 3), 268 - number % 4 * 7 + number * 2)
            canvas.line(curve([(root, 324), (root + side, 298), tip]), 2.2, "#2f6350")
            canvas.disc(tip[0], tip[1], 2.2, 6, "#c49a5f")
    return canvas


def canal() -> Canvas:
    """Draw a map of the Grand Canal."""

    def at(places: list[tuple[float, float]]) -> list[Point]:
        return [((east - 106) * 21.8, (41.5 - north) * 26.7) for east, north in places]

    canvas = Canvas("#a9cfd0")
    for step, colour in enumerate(("#b4d6d5", "#c1dedb")):  # shoals along the shore
        canvas.line(at(COAST), 26 - 12 * step, colour)
        canvas.line(at(KOREA), 26 - 12 * step, colour)
    canvas.shape([*at(COAST), (340, 340), (-10, 340), (-10, -10), (320, -20)], "#f4ead2")
    canvas.shape([*at(KOREA), (490, 200), (490, -10), (330, -10)], "#f4ead2")
    canvas.line(at(COAST), 1.6, "#a98d62")
    canvas.line(at(KOREA), 1.6, "#a98d62")
    plain = Canvas()
    plain.shape(curve(at(PLAIN)), "#e6e3bd")
    land = Canvas()
    land.shape([*at(COAST), (340, 340), (-10, 340), (-10, -10), (320, -10)], "#f4ead2")
    canvas.lay(plain, within=land)
    for step in range(1, 6):  # a faint grid
        canvas.box(step * 80, 0, 0.8, HEIGHT_PX, "#d9d3b8")
    for step in range(1, 4):
        canvas.box(0, step * 80, WIDTH_PX, 0.8, "#d9d3b8")
    for x, y, size in MOUNTAINS:
        canvas.shape([(x - size, y), (x - size * 0.1, y - size * 1.15), (x + size * 0.9, y)], "#c3bd94")
        canvas.shape([(x - size * 0.1, y - size * 1.15), (x + size * 0.9, y), (x + size * 0.2, y)], "#a7a57e")
    for course, width in ((YELLOW_RIVER, 4.2), (HUAI, 3), (YANGTZE, 5.2), (QIANTANG, 3), (HAI, 2.6)):
        canvas.line(curve(at(course), 8), width, "#6fafbb")
    for east, north, across, down in ((118.6, 33.25, 8, 5), (120.1, 31.2, 8, 7), (116.9, 34.9, 3, 7)):
        ((x, y),) = at([(east, north)])
        canvas.disc(x, y, across, down, "#6fafbb")
    line = curve(at(CANAL), 8)
    canvas.line(line, 6.4, "#f9f1de")
    canvas.line(line, 3.4, "#c2452f")
    for x, y in at([CANAL[index] for index in (2, 5, 7, 10, 11, 15)]):
        canvas.disc(x, y, 5, 5, "#c2452f")
        canvas.disc(x, y, 3, 3, "#fdf6e6")
    ((north_x, north_y), (south_x, south_y)) = at([CANAL[0], CANAL[-1]])
    # a gate tower for the northern end
    canvas.box(north_x - 15, north_y - 7, 30, 12, "#8c3a2c", 1)
    canvas.shape(
        [*arc(north_x, north_y + 1, 4, 0, 1), (north_x - 4, north_y + 5), (north_x + 4, north_y + 5)], "#f4ead2"
    )
    canvas.box(north_x - 10, north_y - 15, 20, 8, "#c2452f")
    canvas.shape(
        [
            (north_x - 16, north_y - 13),
            (north_x - 9, north_y - 21),
            (north_x + 9, north_y - 21),
            (north_x + 16, north_y - 13),
        ],
        "#3c5a5e",
    )
    # a pagoda for the southern end
    south_x, south_y = south_x - 11, south_y + 5
    for tier in range(3):
        y, half = south_y + 2 - tier * 7, 9 - tier * 1.8
        canvas.box(south_x - half * 0.6, y - 6, half * 1.2, 7, "#c2452f")
        canvas.shape(
            [
                (south_x - half, y - 5),
                (south_x - half * 0.5, y - 8),
                (south_x + half * 0.5, y - 8),
                (south_x + half, y - 5),
            ],
            "#3c5a5e",
        )
    canvas.line([(south_x, south_y - 18), (south_x, south_y - 26)], 1.4, "#3c5a5e")
    # a junk at sea
    canvas.shape(curve([(386, 236), (392, 247), (424, 247), (434, 233)]), "#6a4b3a")
    canvas.shape(curve([(408, 233), (404, 212), (410, 196), (430, 200), (432, 218), (428, 233)]), "#f7ecd4")
    canvas.shape(curve([(390, 235), (391, 220), (398, 210), (403, 222), (402, 235)]), "#e8d6b2")
    for y in (208, 217, 226):
        canvas.line([(407, y), (431, y + 1)], 1, "#c9ae80")
    for x, y in ((376, 258), (412, 262), (438, 254), (350, 190), (452, 176), (404, 140), (440, 290), (376, 300)):
        canvas.line(curve([(x, y), (x + 5, y - 3), (x + 10, y), (x + 15, y - 3), (x + 20, y)]), 1.4, "#8bbdc1")
    # the compass and a frame
    for turn in range(8):
        angle, reach = pi * turn / 4, 27 if turn % 2 == 0 else 15
        tip = (52 + reach * sin(angle), 262 - reach * cos(angle))
        sides = [(52 + 5 * sin(angle + lean), 262 - 5 * cos(angle + lean)) for lean in (-0.8, 0.8)]
        canvas.shape([tip, sides[0], (52, 262)], "#c2452f" if turn == 0 else "#8d7a58")
        canvas.shape([tip, sides[1], (52, 262)], "#dd8467" if turn == 0 else "#c4b48e")
    canvas.disc(52, 262, 2.6, 2.6, "#f9f1de")
    for inset, width, colour in ((0, 7, "#fbf5e6"), (7, 1.6, "#8d7a58")):
        canvas.box(inset, inset, WIDTH_PX - 2 * inset, width, colour)
        canvas.box(inset, HEIGHT_PX - inset - width, WIDTH_PX - 2 * inset, width, colour)
        canvas.box(inset, inset, width, HEIGHT_PX - 2 * inset, colour)
        canvas.box(WIDTH_PX - inset - width, inset, width, HEIGHT_PX - 2 * inset, colour)
    return canvas


# Places on the map, as degrees east and north.
COAST = [
    (121.0, 42.0), (120.9, 40.8), (119.8, 40.0), (119.2, 39.4), (118.5, 39.0), (117.8, 39.1), (117.6, 38.6),
    (118.0, 38.2), (118.9, 38.1), (119.2, 37.7), (118.95, 37.3), (119.8, 37.1), (120.3, 37.6), (120.8, 37.8),
    (121.4, 37.55), (122.1, 37.5), (122.7, 37.35), (122.4, 36.85), (121.5, 36.75), (120.9, 36.4),
    (120.35, 36.05), (119.6, 35.5), (119.2, 34.8), (119.9, 34.4), (120.4, 33.9), (120.8, 32.9), (121.4, 32.4),
    (121.9, 31.75), (121.3, 31.75), (121.9, 31.2), (121.8, 30.85), (121.0, 30.55), (120.6, 30.35),
    (121.2, 30.3), (121.9, 29.95), (122.0, 29.4), (121.6, 28.5),
]  # fmt: skip
KOREA = [
    (121.6, 42.0), (122.1, 40.6), (121.4, 39.7), (121.2, 38.8), (122.2, 39.3), (123.5, 39.75), (124.4, 40.0),
    (125.0, 39.6), (125.2, 38.7), (124.9, 38.1), (126.0, 37.8), (126.7, 37.3), (126.3, 36.6), (126.6, 35.7),
    (126.3, 34.5), (128.6, 34.4),
]  # fmt: skip
PLAIN = [
    (115.6, 40.0), (117.6, 39.8), (119.4, 37.8), (117.4, 36.6), (116.6, 35.6), (118.6, 34.9), (120.6, 34.0),
    (122.4, 31.6), (121.2, 30.2), (118.8, 31.2), (117.0, 31.8), (114.6, 32.4), (112.9, 34.6), (114.2, 37.0),
    (115.0, 39.0), (115.6, 40.0),
]  # fmt: skip
CANAL = [
    (116.4, 39.9), (116.8, 39.7), (117.2, 39.1), (116.9, 38.3), (116.3, 37.45), (115.75, 36.85),
    (116.0, 36.4), (116.6, 35.4), (117.7, 34.55), (118.3, 33.95), (119.0, 33.6), (119.4, 32.4),
    (119.45, 32.15), (119.95, 31.8), (120.3, 31.6), (120.6, 31.3), (120.75, 30.75), (120.2, 30.3),
]  # fmt: skip
YELLOW_RIVER = [
    (105.5, 39.0), (106.8, 40.3), (109.0, 40.5), (111.0, 40.2), (110.6, 38.5), (110.5, 36.5), (110.3, 34.7),
    (112.5, 34.85), (114.3, 34.9), (115.5, 35.4), (116.5, 36.2), (117.2, 36.75), (118.3, 37.4),
    (119.2, 37.75),
]  # fmt: skip
HUAI = [(113.4, 32.4), (115.0, 32.4), (116.5, 32.6), (117.4, 32.95), (118.4, 33.15), (119.0, 33.5)]
YANGTZE = [
    (105.5, 29.2), (107.5, 29.9), (109.5, 31.0), (111.3, 30.7), (112.3, 30.1), (113.1, 29.5), (114.3, 30.6),
    (116.0, 29.75), (117.0, 30.5), (118.4, 31.4), (118.8, 32.1), (119.5, 32.25), (120.3, 31.95),
    (121.2, 31.75), (121.9, 31.5),
]  # fmt: skip
QIANTANG = [(118.4, 29.5), (119.3, 29.6), (119.8, 30.0), (120.3, 30.2), (120.7, 30.35)]
HAI = [(116.2, 39.0), (117.2, 39.1), (117.75, 38.95)]
MOUNTAINS = [
    (34, 76, 13), (56, 84, 10), (150, 60, 13), (174, 74, 11), (132, 84, 10), (162, 104, 12), (150, 132, 11),
    (40, 176, 14), (64, 186, 11), (20, 192, 10), (92, 208, 12), (116, 216, 10), (252, 124, 9), (268, 118, 7),
    (212, 250, 9), (228, 256, 8), (176, 292, 11), (262, 300, 10), (286, 306, 9), (424, 34, 11), (446, 46, 12),
    (456, 94, 9),
]  # fmt: skip


def lantern(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a red lantern that hangs from a height."""
    canvas.line([(x, y - 17 * size), (x, y - 8 * size)], 1.2, "#2a2c3c")
    canvas.disc(x, y, 11 * size, 9 * size, "#d8452f")
    canvas.disc(x, y, 6.5 * size, 9 * size, "#ea6a43")
    canvas.disc(x, y, 2.4 * size, 9 * size, "#f7a35f")
    for top in (-10, 7.5):
        canvas.box(x - 5 * size, y + top * size, 10 * size, 2.6 * size, "#f3c46b")
    for shift in (-2, 0, 2):
        canvas.line([(x + shift * size, y + 10 * size), (x + shift * size, y + 17 * size)], 0.9, "#f3c46b")


def lane() -> Canvas:
    """Draw a lane at night with lanterns under the eaves."""
    canvas = Canvas("#27325a")
    canvas.box(0, 0, WIDTH_PX, 70, "#212b50")
    canvas.box(0, 130, WIDTH_PX, 100, "#33406b")
    canvas.disc(262, 66, 36, 36, "#3a466f")
    canvas.disc(262, 66, 26, 26, "#f6e7b9")
    canvas.disc(254, 60, 5, 5, "#ead7a2")
    canvas.disc(270, 74, 3.5, 3.5, "#ead7a2")
    for x, y in ((150, 40), (196, 92), (212, 24), (310, 30), (330, 96), (176, 64), (296, 112), (228, 118), (348, 58)):
        canvas.disc(x, y, 1.3, 1.3, "#f6e7b9")
    vanish = (240.0, 196.0)

    def along(x: float, y: float, depth: float) -> Point:
        """Move from a point at the front towards the vanishing point."""
        return (x + (vanish[0] - x) * depth, y + (vanish[1] - y) * depth)

    # the far end: a gate and a glow
    canvas.box(204, 168, 72, 44, "#4b4a63")
    canvas.shape(curve([(192, 172), (208, 166), (222, 156), (258, 156), (272, 166), (288, 172)]), "#191e38")
    canvas.box(228, 182, 24, 30, "#f0a35b")
    canvas.box(239, 182, 2, 30, "#b5623a")
    # the pavement
    canvas.shape([(-60, 330), (540, 330), along(540, 330, 0.86), along(-60, 330, 0.86)], "#5b5d74")
    canvas.shape([(120, 330), (360, 330), along(360, 330, 0.86), along(120, 330, 0.86)], "#77768a")
    for depth in (0.08, 0.22, 0.36, 0.49, 0.6, 0.69, 0.76, 0.81):
        canvas.line([along(120, 330, depth), along(360, 330, depth)], 1.6 * (1.2 - depth), "#5b5d74")
    for x in (180, 240, 300):
        canvas.line([along(x, 330, 0.0), along(x, 330, 0.86)], 1.1, "#66677c")
    for depth, wide in ((0.42, 46), (0.66, 30)):
        x, y = along(240, 330, depth)
        canvas.disc(x, y, wide, wide * 0.2, "#9a8580")
    # the walls, block by block, farthest first
    for near, far, wall in ((0.62, 0.86, "#5f6078"), (0.36, 0.62, "#6f6f84"), (-0.1, 0.36, "#828193")):
        for x in (-40, 520):
            inward = 1 if x < 240 else -1
            corners = [along(x, 40, near), along(x, 40, far), along(x, 330, far), along(x, 330, near)]
            canvas.shape(corners, wall)
            foot = [along(x, 296, near), along(x, 296, far), along(x, 330, far), along(x, 330, near)]
            canvas.shape(foot, "#4d4e66")
            # tiles, and the dark edge of the eaves
            eaves = [
                along(x + inward * 46, 62, near),
                along(x + inward * 46, 62, far - 0.02),
                along(x, 6, far - 0.02),
                along(x, 6, near),
            ]
            canvas.shape(eaves, "#1b203a")
            for step in range(1, 12):
                depth = near + (far - 0.02 - near) * step / 12
                canvas.line([along(x, 6, depth), along(x + inward * 46, 62, depth)], 1.6 * (1.1 - depth), "#2c3354")
            canvas.line(
                [along(x + inward * 46, 62, near), along(x + inward * 46, 62, far - 0.02)], 3 * (1.1 - near), "#3f4768"
            )
    # doors and windows
    for x, depth, wide, top, colour in ((-40, 0.16, 0.12, 150, "#8c3328"), (520, 0.44, 0.09, 150, "#8c3328")):
        frame = [
            along(x, top - 10, depth - 0.012),
            along(x, top - 10, depth + wide + 0.012),
            along(x, 322, depth + wide + 0.012),
            along(x, 322, depth - 0.012),
        ]
        canvas.shape(frame, "#3a3346")
        canvas.shape(
            [along(x, top, depth), along(x, top, depth + wide), along(x, 322, depth + wide), along(x, 322, depth)],
            colour,
        )
        middle = depth + wide * 0.52
        canvas.line([along(x, top, middle), along(x, 322, middle)], 1.2, "#5e211c")
        for shift in (-0.012, 0.012):
            knob = along(x, 236, middle + shift)
            canvas.disc(knob[0], knob[1], 1.7, 2.2, "#f3c46b")
    for x, depth, wide in ((520, 0.14, 0.13), (-40, 0.46, 0.08)):
        canvas.shape(
            [
                along(x, 142, depth - 0.01),
                along(x, 142, depth + wide + 0.01),
                along(x, 226, depth + wide + 0.01),
                along(x, 226, depth - 0.01),
            ],
            "#3a3346",
        )
        canvas.shape(
            [along(x, 150, depth), along(x, 150, depth + wide), along(x, 218, depth + wide), along(x, 218, depth)],
            "#f2b766",
        )
        for part in (0.25, 0.5, 0.75):
            canvas.line([along(x, 150, depth + wide * part), along(x, 218, depth + wide * part)], 1.2, "#7c4a34")
        for y in (172, 196):
            canvas.line([along(x, y, depth), along(x, y, depth + wide)], 1.2, "#7c4a34")
    # the lanterns, far to near
    for depth in (0.74, 0.64, 0.52, 0.36, 0.14):
        for x in (14, 466):
            spot = along(x, 92, depth)
            lantern(canvas, spot[0], spot[1], 1.75 * (1 - depth) + 0.12)
    # a cat on its way home
    canvas.disc(282, 290, 12, 6.5, "#171a2e")
    canvas.disc(294, 283, 5.4, 5, "#171a2e")
    for x in (290.4, 295.4):
        canvas.shape([(x, 280), (x + 1.4, 273.5), (x + 4, 279.5)], "#171a2e")
    for x in (274, 279, 287, 291):
        canvas.line([(x, 292), (x - 0.6, 301)], 2.2, "#171a2e")
    canvas.line(curve([(271, 289), (262, 284), (260, 274), (265, 267)]), 2.4, "#171a2e")
    canvas.disc(296.4, 282.4, 0.9, 0.9, "#f3c46b")
    return canvas


def tea_hill(canvas: Canvas, skyline: list[Point], base: str, rows: tuple[str, str], gap: float, width: float) -> None:
    """Draw a hill with rows of tea that follow its back."""
    hill = Canvas()
    ground(hill, skyline, base)
    canvas.lay(hill)
    tea = Canvas()
    back = curve(skyline)
    for number in range(1, int(260 / gap)):
        drop = number * gap + number * number * 0.16
        bend = min(1.0, number * 0.03)
        middle = sum(y for _, y in back) / len(back)
        row = [(x, y + (middle - y) * bend * 0.6 + drop) for x, y in back]
        grown = width * (1 + number * 0.05)
        tea.line([(x, y + grown * 0.26) for x, y in row], grown, rows[0])
        tea.line([(x, y - grown * 0.14) for x, y in row], grown * 0.52, rows[1])
        reach = 0.0
        for start, end in pairwise(row):  # the round tops of the bushes
            reach += hypot(end[0] - start[0], end[1] - start[1])
            if reach >= grown * 1.5:
                reach = 0
                tea.disc(end[0], end[1] - grown * 0.24, grown * 0.58, grown * 0.34, rows[1])
    canvas.lay(tea, within=hill)


def tea() -> Canvas:
    """Draw tea hills after rain."""
    canvas = Canvas("#e3f0ea")
    canvas.box(0, 0, WIDTH_PX, 54, "#d3e8e4")
    canvas.disc(104, 62, 26, 26, "#fbe7b0")
    ground(canvas, [(0, 106), (70, 76), (140, 104), (220, 52), (300, 96), (380, 60), (480, 102)], "#bdd9d3")
    for x, y, wide in ((-30, 100, 210), (230, 92, 190)):
        canvas.box(x, y, wide, 15, "#eef6f2", 7.5)
    ground(canvas, [(0, 134), (100, 100), (200, 132), (300, 96), (400, 126), (480, 104)], "#93c2ae")
    for x, y, wide in ((120, 128, 170), (-40, 140, 120), (370, 124, 160)):
        canvas.box(x, y, wide, 13, "#dcede5", 6.5)
    tea_hill(
        canvas,
        [(-20, 176), (90, 150), (210, 168), (320, 132), (410, 146), (500, 176)],
        "#5f9f74",
        ("#4c8a64", "#7cb983"),
        11,
        5.4,
    )
    # a house among the rows
    canvas.box(322, 128, 54, 26, "#f7f3e8")
    canvas.box(362, 128, 14, 26, "#e2dccb")
    canvas.shape(curve([(312, 131), (322, 126), (334, 112), (364, 112), (376, 126), (386, 131)]), "#3f4a4f")
    for x in (330, 346):
        canvas.box(x, 137, 8, 8, "#8d6a4c")
    for x, foot, size in ((304, 152, 34), (394, 156, 38), (412, 158, 26)):
        tree(canvas, x, foot, size, "#2f6d53", "#4b8a68")
    tea_hill(
        canvas,
        [(-20, 196), (70, 186), (170, 214), (270, 226), (380, 202), (500, 186)],
        "#4f9468",
        ("#3b7c58", "#6db478"),
        16,
        8.4,
    )
    tea_hill(
        canvas,
        [(-20, 214), (60, 222), (150, 254), (250, 290), (340, 318), (500, 340)],
        "#3f845c",
        ("#2c6a4a", "#5aa56a"),
        21,
        12,
    )
    # a picker with a basket
    canvas.shape(curve([(342, 258), (344, 236), (352, 228), (362, 236), (366, 258)]), "#3d5f8c")
    canvas.box(360, 234, 13, 20, "#c79a5c", 3)
    for y in (240, 247):
        canvas.box(360, y, 13, 1.4, "#9d743f")
    canvas.disc(352, 224, 5.6, 6, "#eec7a4")
    canvas.shape([(336, 224), (352, 210), (368, 224)], "#ecc878")
    canvas.shape([(352, 210), (368, 224), (354, 224)], "#d5a955")
    canvas.line(curve([(347, 238), (338, 246), (330, 247)]), 4, "#4c73a4")
    canvas.disc(329, 247, 2.6, 2.6, "#eec7a4")
    for x, across in ((330, 15), (352, 17), (376, 16)):
        canvas.disc(x, 262, across, 8, "#3b7c58")
        canvas.disc(x, 259, across * 0.86, 5.4, "#6db478")
    # the nearest shoot, large, and swallows
    canvas.line(curve([(438, 330), (436, 290), (440, 258)]), 4, "#8fbf6a")
    for leaf in (
        [(440, 262), (428, 236), (440, 204), (452, 236), (440, 262)],
        [(438, 284), (404, 276), (386, 246), (420, 254), (438, 284)],
        [(438, 300), (470, 290), (486, 256), (452, 268), (438, 300)],
    ):
        canvas.shape(curve(leaf), "#a5d078")
        canvas.line(
            curve([leaf[0], ((leaf[0][0] + leaf[2][0]) / 2, (leaf[0][1] + leaf[2][1]) / 2), leaf[2]]), 1.2, "#6fa257"
        )
    for x, y, size in ((196, 40, 1.0), (226, 28, 0.7), (168, 24, 0.6)):
        wings = curve(
            [
                (x - 14 * size, y - 5 * size),
                (x - 5 * size, y - 4 * size),
                (x, y),
                (x + 5 * size, y - 4 * size),
                (x + 14 * size, y - 5 * size),
            ]
        )
        canvas.line(wings, 1.8 * size, "#3f4a4f")
    return canvas


def ferry() -> Canvas:
    """Draw a ferry on a wide river at daybreak."""
    canvas = Canvas("#f9d9b4")
    for y, colour in ((0, "#f0b79a"), (36, "#f4c5a4"), (74, "#f8d3ad"), (112, "#fbe0bd")):
        canvas.box(0, y, WIDTH_PX, HEIGHT_PX - y, colour)
    canvas.disc(318, 128, 46, 46, "#fdeac4")
    canvas.disc(318, 128, 34, 34, "#ef7d55")
    ground(canvas, [(0, 128), (70, 104), (150, 134), (230, 112), (310, 142), (400, 110), (480, 132)], "#cbb0ab")
    for x, y, wide in ((60, 130, 180), (300, 138, 220)):
        canvas.box(x, y, wide, 10, "#f6dcc3", 5)
    ground(canvas, [(0, 150), (90, 138), (180, 154), (300, 148), (400, 136), (480, 152)], "#9d9aa4")
    canvas.box(-20, 150, 240, 9, "#e9cdbd", 4.5)
    canvas.box(260, 156, 260, 8, "#e9cdbd", 4)
    # a pagoda on the far shore
    for tier in range(5):
        y, half = 148 - tier * 11, 13 - tier * 1.8
        canvas.box(96 - half * 0.62, y - 10, half * 1.24, 11, "#6d6b7c")
        canvas.shape(
            [(96 - half, y - 8), (96 - half * 0.5, y - 12), (96 + half * 0.5, y - 12), (96 + half, y - 8)], "#55546a"
        )
    canvas.line([(96, 92), (96, 82)], 1.6, "#55546a")
    canvas.box(0, 160, WIDTH_PX, 160, "#d7a89a")
    for y, colour in ((178, "#bd9a9c"), (204, "#9c8d9a"), (238, "#7c8096"), (276, "#656f89")):
        canvas.box(0, y, WIDTH_PX, HEIGHT_PX - y, colour)
    for y, wide in ((164, 62), (172, 50), (182, 66), (192, 42), (202, 54), (214, 34), (226, 44), (240, 26), (254, 34)):
        canvas.box(318 - wide / 2 + y % 7 - 3, y, wide, 4, "#f6a777", 2)
    ripples(canvas, [(186, 20, 46), (198, 90, 40), (218, 40, 60), (232, 120, 50)], "#cfaaa4")
    ripples(canvas, [(250, 0, 64), (266, 80, 56), (286, 30, 70), (304, 110, 60)], "#8f93a6")
    # the boat
    canvas.disc(212, 246, 104, 7, "#5a6079")
    canvas.shape(
        curve(
            [
                (98, 214),
                (116, 234),
                (150, 246),
                (270, 247),
                (304, 236),
                (330, 212),
                (322, 212),
                (288, 226),
                (200, 230),
                (138, 226),
                (106, 214),
                (98, 214),
            ]
        ),
        "#3b2f36",
    )
    canvas.line(curve([(106, 216), (138, 228), (200, 232), (288, 228), (324, 213)]), 2.4, "#8a5c47")
    canvas.shape([*curve([(160, 230), (164, 202), (190, 188), (226, 188), (250, 202), (254, 230)])], "#a8733f")
    canvas.shape([*curve([(236, 231), (234, 206), (240, 194), (250, 202), (254, 230)])], "#5d3d2f")
    for x, lean in ((176, -3), (192, -1), (208, 0), (224, 2)):
        canvas.line(curve([(x + lean * 2, 229), (x + lean, 206), (x, 190)]), 1.6, "#82552f")
    for x, coat, hat in ((272, "#4d6c8a", False), (288, "#b5523f", False), (142, "#6d7a58", True)):
        canvas.shape(curve([(x - 7, 229), (x - 6, 216), (x, 211), (x + 6, 216), (x + 7, 229)]), coat)
        canvas.disc(x, 206, 4.6, 5, "#e9bf9c")
        if hat:
            canvas.shape([(x - 11, 205), (x, 196), (x + 11, 205)], "#e0b863")
        else:
            canvas.shape(arc(x, 205, 5, 0, 1), "#2e2830")
    # the ferryman and his pole
    canvas.line([(94, 164), (142, 300)], 2.2, "#4b3a34")
    canvas.line([(112, 218), (114, 202)], 5, "#2f3a4f")
    canvas.line([(121, 220), (118, 202)], 5, "#2f3a4f")
    canvas.shape(curve([(109, 204), (110, 184), (117, 178), (124, 185), (124, 204)]), "#3f5878")
    canvas.line(curve([(113, 186), (106, 190), (103, 188)]), 4, "#3f5878")
    canvas.line(curve([(121, 188), (116, 198), (109, 204)]), 4, "#4d6a8e")
    canvas.disc(118, 172, 5, 5.4, "#e9bf9c")
    canvas.shape([(104, 171), (118, 160), (132, 171)], "#e0b863")
    # the jetty
    for x in (372, 404, 436, 468):
        canvas.box(x, 262, 6, 60, "#3b2f36")
    canvas.shape([(352, 256), (480, 250), (480, 266), (352, 266)], "#7a5540")
    canvas.box(352, 262, 128, 5, "#523a31")
    for x in (376, 402, 428, 454):
        canvas.line([(x, 257), (x, 264)], 1.1, "#523a31")
    canvas.box(398, 220, 4.5, 38, "#3b2f36")
    lantern(canvas, 412, 236, 0.72)
    canvas.line([(400, 223), (412, 223)], 2, "#3b2f36")
    # reeds
    for number in range(26):
        root = -6 + number * 7.4
        height = 30 + number * 37 % 34 - number * 0.7
        lean = 5 + number % 4 * 3
        tip = (root + lean, 318 - height)
        canvas.line(
            curve([(root, 326), (root + lean * 0.2, 318 - height * 0.5), tip]),
            1.9,
            "#37414f" if number % 3 else "#475263",
        )
        if number % 2 == 0:
            canvas.line([tip, (tip[0] + 3, tip[1] - 9)], 4, "#d3a173")
    for x, y, size in ((176, 62, 1.0), (204, 48, 0.8), (228, 66, 0.7), (246, 42, 0.6)):
        wings = curve(
            [
                (x - 12 * size, y - 6 * size),
                (x - 4 * size, y - 4 * size),
                (x, y),
                (x + 4 * size, y - 4 * size),
                (x + 12 * size, y - 6 * size),
            ]
        )
        canvas.line(wings, 1.8 * size, "#6d5b66")
    return canvas


def main() -> None:
    """Draw every picture beside this script."""
    folder = Path(__file__).parent
    for name, picture in (("bridge", bridge), ("canal", canal), ("lane", lane), ("tea", tea), ("ferry", ferry)):
        picture().save(folder / f"{name}.png")


if __name__ == "__main__":
    main()
