"""The cost of pictures in the text: of a page-down with three in sight, until they are drawn, and of a start.

Pages are turned at leisure, when the pictures that may come next are made, and in a hurry, while pictures come.

The floor of a page-down is that of an article without figures, in turn with ours.
"""

from __future__ import annotations

import json
import random
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING

from magazines import marker, pairs, write
from PIL import Image, ImageDraw
from surface.programs import article
from table import Figure
from terminal import started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from terminal import Answer, Terminal

PRESSES = 30
HURRIED_S = 0.04
"""Time between a text and the next key of a reader in a hurry."""
MORE = 4
"""Pictures for each page: more than come into sight, so that no page is the last."""
TEXT_MS, PICTURE_MS, START_TIMES = 16, 150, 1.1
SIZE = (900, 200)
"""Eleven rows of the text: three of them and their captions fill the window."""
CELLS = b"\x1b[4;900;1600t\x1b[6;20;10t"
ANSWERS = {
    "kitty": b"\x1bP>|kitty(0.38.1)\x1b\\\x1b_Gi=2130303;OK\x1b\\" + CELLS + b"\x1b[?62;c",
    "sixel": b"\x1bP>|foot(1.13.1)\x1b\\" + CELLS + b"\x1b[?62;4;22c",
    "iterm2": b"\x1bP>|iTerm2 3.5.14\x1b\\" + CELLS + b"\x1b[?64;1;2;4c",
    "half blocks": CELLS + b"\x1b[?62;22c",
}
SIGNS = {
    "kitty": b"\x1b_Ga=p",
    "sixel": b"\x1bP0;1;0q",
    "iterm2": b"\x1b]1337;File=",
    "half blocks": "\u2580".encode(),
}
"""A sign in the output of a page that its pictures have come."""


def pages(folder: Path, _: int) -> Iterator[Figure]:
    """Yields the time from a page-down to the text, and to the last byte of its pictures."""
    library = write_pictures(folder / "library", PRESSES * MORE)
    captions = write(folder / "captions", [pairs(1, 2_000)])
    for name, answer in ANSWERS.items():
        texts, drawn, floor = [], [], []
        with (  # each at a home of its own: a second one would open the article where the first has left it
            started(article(library), folder / f"home of {name}", answer) as terminal,
            started(article(captions), folder / f"plain home of {name}", answer) as plain,
        ):
            for each in (terminal, plain):
                each.wait_for(marker(1))
                each.settle()
            for _press in range(PRESSES):
                text, last_s = _turned(terminal, "图甲")
                if SIGNS[name] not in terminal.seen:
                    raise RuntimeError(f"no picture came by {name}")
                texts.append(text)
                drawn.append(last_s * 1000)
                floor.append(_turned(plain, "/2000")[0])
        about = f"page-down with three pictures by {name}"
        times, floors = ([each.last_s * 1000 for each in found] for found in (texts, floor))
        yield Figure(f"{about}, to the text: p95", _p95(times), "ms", _p95(floors), most=TEXT_MS)
        yield Figure("the same: p50", median(times), "ms", median(floors))
        cpu, floor_cpu = (median(each.cpu_s * 1000 for each in found) for found in (texts, floor))
        yield Figure("the same: CPU", cpu, "ms", floor_cpu, cpu / floor_cpu)
        yield Figure("to the last byte of the pictures: p50", median(drawn), "ms", most=PICTURE_MS)
        yield Figure("the same: p95", _p95(drawn), "ms")


def hurry(folder: Path, _: int) -> Iterator[Figure]:
    """Yields the time from a page-down to the text, each pressed soon after the text before, while pictures come."""
    library = write_pictures(folder / "library", PRESSES * MORE)
    captions = write(folder / "captions", [pairs(1, 2_000)])
    for name, answer in ANSWERS.items():
        texts, floor = [], []
        sources = ((library, "图甲", texts), (captions, "/2000", floor))
        for number, (source, wanted, found) in enumerate(sources):
            with started(article(source), folder / f"home {number} of {name}", answer) as terminal:
                terminal.wait_for(marker(1))
                terminal.settle(with_children=True)
                for _press in range(PRESSES):
                    found.append(terminal.after(lambda terminal=terminal: terminal.type(" "), wanted).last_s * 1000)
                    terminal.read_for(HURRIED_S)
        yield Figure(f"hurried page-down by {name}, to the text: p95", _p95(texts), "ms", _p95(floor), most=TEXT_MS)
        yield Figure("the same: p50", median(texts), "ms", median(floor))


def start(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields the CPU time until the first text, of an article with pictures beside the same without."""
    plain = write(folder / "plain", [pairs(1, 20)])
    pictured = write_pictures(folder / "pictured", 20)
    firsts: dict[Path, list[float]] = {plain: [], pictured: []}
    for _ in range(repeat + 1):
        for library, found in firsts.items():
            with started(article(library), folder) as terminal:
                found.append(terminal.wait_for(marker(1)).cpu_s * 1000)
    ours, floor = (found[1:] for found in (firsts[pictured], firsts[plain]))
    ratio = median(a / b for a, b in zip(ours, floor, strict=True))
    yield Figure("first text with pictures: CPU", median(ours), "ms", median(floor), ratio, times=START_TIMES)


def write_pictures(folder: Path, count: int) -> Path:
    """Writes an issue of one article whose body is pictures with their captions; returns its folder."""
    (folder / "issue-0001").mkdir(parents=True)
    random_ = random.Random(1)
    figures, body = [], []
    for number in range(count):
        _draw(random_).save(folder / "issue-0001" / f"{number}.png")
        figures.append(
            {
                "id": f"f{number}",
                "caption": {"zh-Hans": f"图甲{number:03d}。", "en": "Picture."},
                "file": f"{number}.png",
            }
        )
        body.append({"figure": f"f{number}"})
    (left, right), *_ = pairs(1, 2)
    texts = {"zh-Hans": left, "en": right}
    whole = {
        "format": "1",
        "id": "issue-0001",
        "languages": ["zh-Hans", "en"],
        "magazine": {"zh-Hans": "泉城", "en": "Springs"},
        "label": {"zh-Hans": "一", "en": "One"},
        "sections": [
            {
                "id": "s",
                "title": {"zh-Hans": "专题", "en": "Focus"},
                "articles": [
                    {
                        "id": "a00001",
                        "title": {"zh-Hans": "图", "en": "Pictures"},
                        "body": [texts, *body],
                        "figures": figures,
                    }
                ],
            }
        ],
    }
    (folder / "issue-0001.yaml").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return folder


def _draw(random_: random.Random) -> Image.Image:
    """Returns a picture with even grounds, edges, and a part with the grain of a photograph."""
    picture = Image.new("RGB", SIZE, tuple(random_.randrange(256) for _ in range(3)))
    draw = ImageDraw.Draw(picture)
    for _ in range(12):
        x, y, radius = random_.randrange(SIZE[0]), random_.randrange(SIZE[1]), random_.randrange(10, 80)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), tuple(random_.randrange(256) for _ in range(3)))
    grain = Image.merge("RGB", [Image.effect_noise((200, 100), 40) for _ in range(3)])
    picture.paste(grain, (random_.randrange(700), random_.randrange(100)))
    return picture


def _turned(terminal: Terminal, wanted: str) -> tuple[Answer, float]:
    """Presses page-down; returns the answer to a part of its text, and the seconds to the last byte of its pictures."""
    begun = time.perf_counter()
    text = terminal.after(lambda: terminal.type(" "), wanted)
    last = terminal.settle(with_children=True)
    return text, last - begun


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


PARTS = {"pages": pages, "hurry": hurry, "start": start}
