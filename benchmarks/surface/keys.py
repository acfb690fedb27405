"""From a key to the last byte that the program writes for it, on a pseudo-terminal."""

from __future__ import annotations

import time
from contextlib import ExitStack
from statistics import median, quantiles
from typing import TYPE_CHECKING

from magazines import RARE, marker, pairs, write
from table import Figure
from terminal import COLUMNS, started

from surface.many_marks import keep_marks
from surface.programs import BARE, PAGE, article, read_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from terminal import Answer, Terminal

LENGTHS = (20, 2_000, 20_000)
OPEN_MS, MORE_TIMES, PAGE_MS, RESIZE_MS, OVERRUN_MS = 60, 1.3, 12, 50, 100
LINE_KB = 10
"""Kilobytes that a terminal gets at most for a line further down."""
HELPED_PAGE_MS = 20
LOOK_UPS, LOOK_UP_MS = 15, 30
ESCAPE_S = 0.3
"""Time after which the next key is not taken for a part of Escape's sequence."""
MARKS = 10_000
PRESSES = 40
WARM_PRESSES = 3
"""Presses after which the lists of words are read."""
HELD = 60
BURST = 30
MAX_ROUNDS = 5
"""Rounds of what needs the program anew each time."""


def opening(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields what it costs to go on to the next article, of 20 and of 20,000 pairs, in a library that was read."""
    opened: dict[int, list[Answer]] = {20: [], 20_000: []}
    floor = []
    libraries = {n: write(folder / str(n), [pairs(1, 20), pairs(2, n)]) for n in opened}
    for library in libraries.values():
        read_before(library, folder)
    for _ in range(min(repeat, MAX_ROUNDS) + 1):
        for length, library in libraries.items():
            with started(article(library), folder) as terminal:
                terminal.wait_for(marker(1))
                terminal.settle()
                answer = terminal.press("]")
                assert marker(2).encode() in answer.output
                opened[length].append(answer)
        with started(PAGE, folder) as terminal:
            terminal.wait_for(marker(1))
            terminal.settle()
            floor.append(terminal.press(" "))
    few, many = (opened[n][1:] for n in opened)
    for length, answers in ((20, few), (20_000, many)):
        yield _median(f"opening an article of {length:,} pairs: by the clock", answers, 0, floor[1:], OPEN_MS)
        yield _median("the same: CPU", answers, 1, floor[1:])
    ratio = median(b.cpu_s / a.cpu_s for a, b in zip(few, many, strict=True))
    ours, other = (median(answer.cpu_s for answer in answers) * 1000 for answers in (many, few))
    yield Figure("opening 20,000 pairs beside 20: CPU", ours, "ms", other, ratio, times=MORE_TIMES)


def keys(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields the time to the last byte of a page-down and a line-down, of a burst, and of a key that is let go."""
    with ExitStack() as stack:
        plain = stack.enter_context(started(PAGE, folder))
        least = stack.enter_context(started(BARE, folder))
        shown = {
            n: stack.enter_context(started(article(write(folder / str(n), [pairs(1, n)])), folder)) for n in LENGTHS
        }
        for terminal in (plain, least, *shown.values()):
            terminal.wait_for(marker(1))
            terminal.settle()
        yield _line("a text changes in the bare app: p95", _pressed(least, "x", PRESSES), 95)
        for what, there, back in (("page-down", " ", "b"), ("line-down", "j", "k")):
            floor = _pressed(plain, there, PRESSES)
            for length, terminal in shown.items():
                turns = [there, back] if length == LENGTHS[0] else [there]
                answers = _pressed(terminal, turns, PRESSES)
                limit = PAGE_MS if what == "page-down" else None
                yield _line(f"{what}, {length:,} pairs: p50", answers, 50, floor)
                yield _line(f"{what}, {length:,} pairs: p95", answers, 95, floor, limit)
                yield _median(f"{what}, {length:,} pairs: CPU", answers, 1, floor)
                yield _kilobytes(f"{what}, {length:,} pairs: bytes to the terminal", answers, floor, what)
        yield from _bursts(shown[LENGTHS[-1]], min(repeat, MAX_ROUNDS))
        yield from _finds(shown[LENGTHS[-1]], plain)


def marked(folder: Path, _: int) -> Iterator[Figure]:
    """Yields what a page-down costs with many marks: in the library, and all of them in the article."""
    library = write(folder / "library", [pairs(1, LENGTHS[-1]), pairs(2, 20)])
    with ExitStack() as stack:
        plain = stack.enter_context(started(PAGE, folder))
        shown = {}
        for where, article_number in (("no", 0), ("the article with", 1), ("the library with", 2)):
            home = folder / f"home-{article_number}"
            home.mkdir()
            if article_number:
                keep_marks(home, article_number, MARKS)
            shown[where] = stack.enter_context(started(article(library), home))
        for terminal in (plain, *shown.values()):
            terminal.wait_for(marker(1))
            terminal.settle()
        floor = _pressed(plain, " ", PRESSES)
        for where, terminal in shown.items():
            answers = _pressed(terminal, " ", PRESSES)
            marks = f"{where} {MARKS:,} marks" if where != "no" else "no marks"
            yield _line(f"page-down, {marks}: p95", answers, 95, floor, PAGE_MS)
            yield _median(f"page-down, {marks}: CPU", answers, 1, floor)


def helped(folder: Path, _: int) -> Iterator[Figure]:
    """Yields what a page-down costs with readings and glosses above all words, and in traditional characters."""
    library = write(folder / "library", [pairs(1, LENGTHS[1])])
    wishes = {
        "plain": "",
        "readings above a paragraph": 'readings = "all"\nlevel = 0\n',
        "readings above all words": 'readings = "all"\nreadings-in = "article"\nlevel = 0\n',
        "traditional characters": 'script = "traditional"\n',
    }
    with ExitStack() as stack:
        plain = stack.enter_context(started(PAGE, folder))
        shown = {}
        for number, (name, settings) in enumerate(wishes.items()):
            home = folder / f"home-{number}"
            path = home / "config" / "bilingual-magazine-reader" / "settings.toml"
            path.parent.mkdir(parents=True)
            path.write_text(settings, encoding="utf-8")
            shown[name] = stack.enter_context(started(article(library), home))
        for terminal in (plain, *shown.values()):
            terminal.wait_for(marker(1))
            terminal.settle()
        floor = _pressed(plain, " ", PRESSES)
        for name, terminal in shown.items():
            _pressed(terminal, " ", WARM_PRESSES)
            answers = _pressed(terminal, " ", PRESSES)
            yield _line(f"page-down, {name}: p50", answers, 50, floor)
            yield _line(f"page-down, {name}: p95", answers, 95, floor, PAGE_MS if name == "plain" else HELPED_PAGE_MS)
            yield _median(f"page-down, {name}: CPU", answers, 1, floor)
        yield from _looked_up(shown["plain"], floor)


def _looked_up(terminal: Terminal, floor: list[Answer]) -> Iterator[Figure]:
    """Yields the time from the key to the panel of a word, and from word to word, once the dictionary is there."""
    answers = []
    for _ in range(LOOK_UPS + 1):
        answers.append(terminal.press("z"))
        terminal.press("\x1b")
        time.sleep(ESCAPE_S)
    yield _line("look-up, from the key to the panel: p50", answers[1:], 50, floor, LOOK_UP_MS)
    yield _median("the same: CPU", answers[1:], 1, floor)
    terminal.press("z")
    answers = _pressed(terminal, ["\x1b[C"], LOOK_UPS)
    yield _line("look-up, the next word: p50", answers, 50, floor, LOOK_UP_MS)


def resizing(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields what another width of the terminal costs with an article of 2,000 long pairs."""
    library = write(folder / "long", [pairs(1, 2_000, long=True)])
    with started(article(library), folder) as ours, started(PAGE, folder) as plain:
        answers: dict[Terminal, list[Answer]] = {ours: [], plain: []}
        for terminal in answers:
            terminal.wait_for(marker(1))
            terminal.settle()
            terminal.press(" " * 9)
        for number in range(1, 2 * repeat + 2):
            for terminal, found in answers.items():
                found.append(terminal.resize(COLUMNS - number))
    yield _median(
        "resizing an article of 2,000 pairs: by the clock", answers[ours][1:], 0, answers[plain][1:], RESIZE_MS
    )
    yield _median("the same: CPU", answers[ours][1:], 1, answers[plain][1:])


def _bursts(terminal: Terminal, rounds: int) -> Iterator[Figure]:
    """Yields how many bursts end elsewhere than the same keys one by one, and how long a held key goes on."""
    for name, key in (("page-downs", " "), ("line-downs", "j")):
        terminal.press("g")
        for _ in range(BURST):
            terminal.press(key)
        wanted, lost = terminal.picture(), 0
        for _ in range(rounds):
            terminal.press("g")
            terminal.press(key * BURST)
            lost += terminal.picture() != wanted
        yield Figure(f"bursts of {BURST} {name} that end elsewhere", lost, f"of {rounds}", most=0)
    for name, key in (("page-down", " "), ("line-down", "j")):
        terminal.press("g")
        overrun = max(terminal.hold(key, HELD) for _ in range(min(2, rounds)))
        yield Figure(f"{name} held, then let go: goes on for", overrun * 1000, "ms", most=OVERRUN_MS)


def _finds(terminal: Terminal, plain: Terminal) -> Iterator[Figure]:
    """Yields what it costs to see the match of a word that stands at the end, in the longest article."""
    answers = []
    terminal.press("g")
    for word in RARE:
        terminal.press("/")
        answers.append(terminal.press(word))
        terminal.press("\r")
        terminal.press("g")
    floor = _pressed(plain, " ", len(RARE))
    for word, answer in zip(RARE, answers, strict=True):
        name = f"find, {len(word)} letters at once, {LENGTHS[-1]:,} pairs: until all is counted"
        yield _median(name, [answer], 0, floor)


def _pressed(terminal: Terminal, keys: Sequence[str], times: int) -> list[Answer]:
    return [terminal.press(keys[k % len(keys)]) for k in range(times)]


def _line(
    name: str, answers: list[Answer], per_cent: int, floor: list[Answer] | None = None, most: float | None = None
) -> Figure:
    least = _late(floor, per_cent) if floor else None
    return Figure(name, _late(answers, per_cent), "ms", least, most=most)


def _kilobytes(name: str, answers: list[Answer], floor: list[Answer], what: str) -> Figure:
    ours, least = (median(len(answer.output) for answer in measured) / 1000 for measured in (answers, floor))
    return Figure(name, ours, "kB", least, most=LINE_KB if what == "line-down" else None)


def _late(answers: list[Answer], per_cent: int) -> float:
    """Returns the milliseconds that so many of the answers stay within."""
    return quantiles([answer.last_s * 1000 for answer in answers], n=100, method="inclusive")[per_cent - 1]


def _median(name: str, answers: list[Answer], which: int, floor: list[Answer], most: float | None = None) -> Figure:
    ours, least = (median(answer[which] for answer in measured) * 1000 for measured in (answers, floor))
    return Figure(name, ours, "ms", least, most=most)
