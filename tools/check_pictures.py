"""Opens real windows of terminals, and compares the pictures that they show with the scaled originals. Debian.

    apt-get install xvfb xdotool xterm kitty foot weston fonts-dejavu-core fonts-noto-cjk
    python tools/check_pictures.py                      # every terminal that is installed
    python tools/check_pictures.py xterm kitty --keep DIR
    XTERM_JS=FOLDER python tools/check_pictures.py xterm.js    # with chromium; the folder is that of xterm_js.py

For each terminal a window is opened on an X server of its own, with the reader on an article of the bundled issues. The
figure is looked at in the text, beside the captions and large: each is compared with the original, scaled with the same
filter. Printed are the mean difference of a pixel, of 255, and the correlation of the fine detail, which half blocks
cannot have. Then the text is scrolled and scrolled back, help opened and closed, the window made another size and
back, and the reader ended: the window must be as it was before. Exits with 1 if anything is over its bound. Each
process that is started is ended by its number.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageChops, ImageFilter, ImageGrab, ImageStat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "lanes-and-rivers-03/old-bridges#arch"
ORIGINAL = ROOT / "issues" / "lanes-and-rivers-03" / "bridge.png"
COLUMNS, ROWS = 160, 45
MOST_DIFFERENCE, LEAST_DETAIL = 12.0, 0.6
MOST_CHANGED = 0.0005
"""Share of the pixels that may be others after a way there and back: text is smoothed a little differently at times."""
SCREEN = (1800, 1000)
START_SECONDS, REST_SECONDS, REST_TRIES = 20.0, 0.7, 30
LEAST_PIXELS = 100
"""Width of the smallest picture that is looked for."""
FONT = "DejaVu Sans Mono"
PROGRAMS = {"xterm": ("xterm",), "kitty": ("kitty",), "foot": ("foot", "weston"), "xterm.js": ("chromium",)}
CLASSES = {"foot": "weston", "xterm.js": "chromium"}
"""The classes of the windows that are not called like their terminals."""
FOOT_CELL = (10, 19)


class Box(NamedTuple):
    """The place of a picture in a window, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def edges(self) -> tuple[int, int, int, int]:
        """Left, upper, right and lower edge."""
        return self.x, self.y, self.x + self.width, self.y + self.height


class Window:
    """A terminal with the reader in it, on an X server of its own."""

    def __init__(self, terminal: str, folder: Path) -> None:
        self.terminal = terminal
        self._folder, self._processes = folder, []
        self._environ = dict(os.environ) | {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "LANG": "C.UTF-8",
            "DISPLAY": self._display(),
        }
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            self._environ.pop(name, None)
        reader = shlex.join([sys.executable, "-m", "reader", ADDRESS])
        command = f"cd {shlex.quote(str(ROOT))} && {reader}; sleep 1000"
        if terminal == "foot":
            width, height = (cells * size for cells, size in zip((COLUMNS, ROWS), FOOT_CELL, strict=True))
            self._start(
                *("weston", "--backend=x11-backend.so", "--shell=kiosk-shell.so", "--use-pixman", "--no-config"),
                *("--idle-time=0", "--socket=reader", f"--width={width}", f"--height={height}"),
            )
            self._until((folder / "reader").exists, "weston does not come up")
            self._environ["WAYLAND_DISPLAY"] = "reader"
        self._start(*_command(terminal), "sh", "-c", command)
        self._window = ""
        self._until(self._find, f"{terminal} does not come up")
        self._xdotool("windowfocus", self._window)

    def _display(self) -> str:
        told, tells = os.pipe()
        size = f"{SCREEN[0]}x{SCREEN[1]}x24"
        self._environ = dict(os.environ)
        self._start(
            "Xvfb", "-displayfd", str(tells), "-screen", "0", size, "-nolisten", "tcp", "-noreset", keep=(tells,)
        )
        os.close(tells)
        with os.fdopen(told) as pipe:
            return f":{pipe.readline().strip()}"

    def _start(self, *command: str, keep: tuple[int, ...] = ()) -> None:
        quiet = subprocess.DEVNULL
        self._processes.append(
            subprocess.Popen(
                command,
                env=self._environ,
                stdin=quiet,
                stdout=quiet,
                stderr=quiet,
                pass_fds=keep,
                start_new_session=True,
            )
        )

    def _find(self) -> bool:
        name = CLASSES.get(self.terminal, self.terminal)
        found = self._xdotool("search", "--onlyvisible", "--class", name).split()
        found = found or self._xdotool("search", "--onlyvisible", "--name", f"(?i){name}").split()
        self._window = found[0] if found else ""
        return bool(found)

    def _until(self, holds: object, fault: str) -> None:
        end = time.monotonic() + START_SECONDS
        while not holds():
            if time.monotonic() > end:
                raise RuntimeError(fault)
            time.sleep(0.1)

    def _xdotool(self, *arguments: str) -> str:
        return subprocess.run(
            ["xdotool", *arguments], env=self._environ, capture_output=True, text=True, check=False
        ).stdout

    def press(self, *keys: str) -> None:
        """Presses keys, by their names in X."""
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)
            time.sleep(0.3)

    def resize(self, width: int, height: int) -> None:
        """Gives the window another size in pixels."""
        self._xdotool("windowsize", self._window, str(width), str(height))

    @property
    def size(self) -> tuple[int, int]:
        """The width and height of the window in pixels."""
        lines = self._xdotool("getwindowgeometry", "--shell", self._window).splitlines()
        found = dict(line.split("=") for line in lines if "=" in line)
        return int(found["WIDTH"]), int(found["HEIGHT"])

    def picture(self, seconds: float = 0.0) -> Image.Image:
        """Returns the screen once it has been at rest, at least after some seconds."""
        time.sleep(seconds)
        before = self._grab()
        for _ in range(REST_TRIES):
            time.sleep(REST_SECONDS)
            now = self._grab()
            if ImageChops.difference(before, now).getbbox() is None:
                return now
            before = now
        return before

    def _grab(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self._environ["DISPLAY"]).convert("RGB")

    def close(self) -> None:
        """Ends the processes, the last one first."""
        for process in reversed(self._processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(3)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _command(terminal: str) -> list[str]:
    """Returns the command of a terminal of the usual size, to which that of a program in it is added."""
    if terminal == "xterm":
        return [
            *("xterm", "-ti", "vt340", "-u8", "-b", "0", "-bw", "0", "+sb", "-fa", FONT, "-fs", "12"),
            *("-geometry", f"{COLUMNS}x{ROWS}+0+0", "-xrm", "XTerm*internalBorder: 0", "-e"),
        ]
    if terminal == "kitty":
        settings = {
            "font_family": FONT,
            "font_size": "12",
            "cursor_blink_interval": "0",
            "update_check_interval": "0",
            "initial_window_width": f"{COLUMNS}c",
            "initial_window_height": f"{ROWS}c",
            "remember_window_size": "no",
            "window_padding_width": "0",
            "window_margin_width": "0",
            "window_border_width": "0",
            "hide_window_decorations": "yes",
            "confirm_os_window_close": "0",
            "shell_integration": "disabled",
        }
        return ["kitty", "--config", "NONE", *(part for each in settings.items() for part in ("-o", "=".join(each)))]
    if terminal == "xterm.js":
        return [sys.executable, str(ROOT / "tools" / "xterm_js.py"), f"{COLUMNS}x{ROWS}"]
    return ["foot", "--config=/dev/null", f"--font={FONT}:pixelsize=16", "-o", "pad=0x0", "-o", "csd.preferred=none"]


def pictures_in(screen: Image.Image, original: Image.Image) -> list[Box]:
    """Returns the places of a picture on a screen, the largest first: found by the colour of its upper edge."""
    sky = original.getpixel((0, 0))
    near = (
        ImageChops.difference(screen, Image.new("RGB", screen.size, sky)).convert("L").point(lambda d: 255 * (d < 12))
    )
    rows = near.tobytes()
    found: list[Box] = []
    for y in range(screen.height):
        row = rows[y * screen.width : (y + 1) * screen.width]
        x = 0
        for value, group in groupby(row):
            width = len(list(group))
            is_known = any(b.x - 3 < x < b.x + b.width and y < b.y + b.height for b in found)
            if value and width >= LEAST_PIXELS and not is_known:
                found.append(Box(x, y, width, round(width * original.height / original.width)))
            x += width
    return sorted(found, key=lambda box: -box.width)


def compared(screen: Image.Image, original: Image.Image, box: Box) -> tuple[float, float]:
    """Returns the mean difference of a place from the scaled original, and the correlation of their detail."""
    best = (255.0, 0.0)
    for height in range(box.height - 1, box.height + 2):
        place = box._replace(height=height)
        shown, wanted = screen.crop(place.edges), original.resize((place.width, height), Image.Resampling.LANCZOS)
        difference = sum(ImageStat.Stat(ImageChops.difference(shown, wanted)).mean) / 3
        if difference < best[0]:
            best = difference, _correlation(_detail(shown), _detail(wanted))
    return best


def _detail(picture: Image.Image) -> list[int]:
    grey = picture.convert("L")
    smooth = grey.filter(ImageFilter.GaussianBlur(2))
    return [a - b for a, b in zip(grey.tobytes(), smooth.tobytes(), strict=True)]


def _correlation(one: Sequence[int], other: Sequence[int]) -> float:
    product, squares = (
        sum(a * b for a, b in zip(one, other, strict=True)),
        sum(a * a for a in one) * sum(b * b for b in other),
    )
    return product / squares**0.5 if squares else 0.0


def changed(one: Image.Image, other: Image.Image) -> float:
    """Returns the share of the pixels in which two screens differ to the eye."""
    differing = ImageChops.difference(one, other).convert("L").point(lambda value: 255 * (value > 24))
    return ImageStat.Stat(differing).mean[0] / 255


def checks(window: Window, folder: Path | None) -> Iterator[tuple[str, str, bool]]:
    """Yields each thing looked at, what was found, and whether it is good."""
    with Image.open(ORIGINAL) as file:
        original = file.convert("RGB")

    def look(name: str, seconds: float = 1.0) -> Image.Image:
        screen = window.picture(seconds)
        if folder:
            screen.save(folder / f"{window.terminal}-{name}.png")
        return screen

    def measured(name: str, screen: Image.Image, box: Box | None) -> tuple[str, str, bool]:
        if box is None:
            return name, "no picture is found", False
        difference, detail = compared(screen, original, box)
        words = f"{box.width}x{box.height} pixels, mean difference {difference:.2f} of 255, detail {detail:.2f}"
        return name, words, difference < MOST_DIFFERENCE and detail > LEAST_DETAIL

    def back(name: str, screen: Image.Image, before: Image.Image) -> tuple[str, str, bool]:
        share = changed(screen, before)
        return name, f"{100 * share:.3f} % of the pixels are others", share <= MOST_CHANGED

    text = look("text", 3.0)
    for _ in range(REST_TRIES):  # a window may come up late
        if len(pictures_in(text, original)) > 2:
            break
        text = look("text")
    found = pictures_in(text, original)
    yield measured("in the text", text, found[0] if found else None)
    yield measured("beside the captions", text, found[1] if len(found) > 1 else None)
    window.press("j", "j", "j", "k", "k", "k")
    yield back("scrolled and back", look("scrolled"), text)
    window.press("question")
    covered = look("help")
    yield "under the help", f"{len(pictures_in(covered, original))} pictures", not pictures_in(covered, original)
    window.press("Escape")
    yield back("after the help", look("after-help"), text)
    if window.terminal != "foot":  # its window has the size of weston's output
        width, height = window.size
        window.resize(width - 200, height - 100)
        look("smaller")
        window.resize(width, height)
        yield back("made smaller and back", look("resized", 2.0), text)
    window.press("f")
    large = look("large", 2.0)
    yield measured("large", large, next(iter(pictures_in(large, original)), None))
    window.press("Escape", "q")
    ended = look("ended", 2.0)
    yield "after the end", f"{len(pictures_in(ended, original))} pictures", not pictures_in(ended, original)


def main() -> int:
    """Checks the terminals, and prints a line for each thing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "terminals", nargs="*", choices=[*PROGRAMS, []], help="all that are installed, if none is named"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="a folder for the pictures of the windows")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    wanted = given.terminals or [name for name, programs in PROGRAMS.items() if all(map(shutil.which, programs))]
    if not given.terminals and not os.environ.get("XTERM_JS"):
        wanted = [name for name in wanted if name != "xterm.js"]
    if "xterm.js" in wanted and not os.environ.get("XTERM_JS"):
        parser.error("xterm.js needs XTERM_JS, the folder of its packages: see tools/xterm_js.py")
    bad = 0
    for terminal in wanted:
        with tempfile.TemporaryDirectory() as folder:
            window = Window(terminal, Path(folder))
            try:
                for name, words, is_good in checks(window, given.keep):
                    bad += not is_good
                    print(f"{terminal:8} {name:22} {words}{'' if is_good else '   OVER'}", flush=True)
            finally:
                window.close()
    return 1 if bad or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
