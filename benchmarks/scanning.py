"""How well scans are imported: each page drawn at 200 dpi, spoilt in a number of ways, and scored as its PDF is.

Chinese character error is the edit distance of the Chinese characters of a page, as the import of its PDF has them, to
those that were recognised, divided by their number. Each text is compared with the part of the whole that is most like
it, so that most errors of the layout, which the scorer counts, are not counted here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from io import BytesIO
from statistics import mean
from typing import TYPE_CHECKING, Any

from table import Figure

from reader.importing.scripts import count_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Picture = Any

COMMAND = (sys.executable, "-m", "reader", "import", "--json")
DPI = 200
SEED = 5
MIN_HAN = 4
"""Number of Chinese characters from which on a text counts: fewer are like many a part of the rest."""
LEAST_MEAN, LEAST, MOST_HAN_ERROR = 85.0, 75.0, 0.01
MOST_SECONDS, MOST_MB = 60.0, 2000.0
"""CPU time and memory of the process for a file of one or two pages, all of its processes together."""


def blurred(picture: Picture, radius: float = 1.2) -> Picture:
    """Returns a picture that is out of focus."""
    from PIL import ImageFilter

    return picture.filter(ImageFilter.GaussianBlur(radius))


def shadowed(picture: Picture) -> Picture:
    """Returns a picture with a soft shadow over its lower right part, as of a hand that holds a telephone."""
    import numpy

    x, y = _places(picture)
    shade = 1 - 0.45 / (1 + numpy.exp(-25 * (0.8 * x + 0.6 * y - 0.75)))
    return _lit(blurred(picture, 0.6), shade, noise=3)


def graded(picture: Picture) -> Picture:
    """Returns a picture with light from one corner, which leaves half of it at the opposite one."""
    x, y = _places(picture)
    return _lit(blurred(picture, 0.6), 1 - 0.25 * x - 0.25 * (1 - y), noise=2)


def sloping(picture: Picture) -> Picture:
    """Returns a picture whose lines slope by a degree and a half, on white."""
    from PIL import Image

    return picture.rotate(-1.5, Image.Resampling.BICUBIC, fillcolor=(250, 250, 248))


def noisy(picture: Picture) -> Picture:
    """Returns a picture with the noise of a sensor, and that of strong compression."""
    from PIL import Image

    x, _ = _places(picture)
    file = BytesIO()
    _lit(picture, 0 * x + 0.97, noise=8).save(file, "JPEG", quality=30)
    return Image.open(file).convert("RGB")


def yellowed(picture: Picture) -> Picture:
    """Returns a picture in the light of a lamp, on paper that is no longer white."""
    import numpy
    from PIL import Image

    pixels = 16 + numpy.asarray(picture) * (numpy.array([236, 216, 176]) - 16) / 255
    return Image.fromarray(pixels.astype("uint8"))


WAYS: dict[str, Callable[[Picture], Picture]] = {
    "plain": lambda picture: picture,
    "blurred": blurred,
    "in a shadow": shadowed,
    "unevenly lit": graded,
    "sloping": sloping,
    "noisy": noisy,
    "yellowed": yellowed,
    "on its side": lambda picture: picture.rotate(90, expand=True),
    "upside down": lambda picture: picture.rotate(180),
}
"""Ways to spoil the picture of a page."""


def measure(given: dict[str, list[Path]], folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the mean and the lowest score of scans spoilt in each way, their Chinese character error, and their cost.

    ``given`` has the folders of pages, and a scorer for each, or one for all.
    """
    if not given["scorer"] or not given["folders"]:
        sys.exit("scans are scored with --scorer FILE and --pages DIR, or a number of each in one order")
    sources = [source for pages in given["folders"] for source in sorted(pages.glob("*/page.pdf"))]
    texts = {source: han_texts(_imported(source, folder)[0]) for source in sources}
    cost: list[tuple[float, float]] = []
    for way, spoil in WAYS.items():
        scores: dict[str, float] = {}
        errors: defaultdict[str, int] = defaultdict(int)
        for source in sources:
            scan = folder / "scan.pdf"
            write_scan(source, scan, spoil)
            found, seconds, megabytes = _imported(scan, folder)
            cost.append((seconds, megabytes))
            (folder / "found.json").write_text(json.dumps(found), "utf-8")
            scores[f"{source.parent.parent.name}/{source.parent.name}"] = _score(given, source, folder / "found.json")
            recognised = "".join(han_texts(found))
            for text in texts[source]:
                errors["wrong"] += least_distance(text, recognised)
                errors["all"] += len(text)
        lowest = min(scores, key=scores.__getitem__)
        yield Figure(f"scans: {way}: mean of {len(scores)}", mean(scores.values()), "score", least=LEAST_MEAN)
        yield Figure(f"scans: {way}: lowest, {lowest}", scores[lowest], "score", least=LEAST)
        if errors["all"]:
            yield Figure(
                f"scans: {way}: Chinese character error", errors["wrong"] / errors["all"], "", most=MOST_HAN_ERROR
            )
    yield Figure("scans: the slowest file, CPU time", max(seconds for seconds, _ in cost), "s", most=MOST_SECONDS)
    yield Figure("scans: memory of the largest process", max(size for _, size in cost), "MB", most=MOST_MB)


def write_scan(source: Path, scan: Path, spoil: Callable[[Picture], Picture]) -> None:
    """Writes a PDF with the pages of another as pictures, spoilt in a way."""
    import pypdfium2

    with pypdfium2.PdfDocument(source) as document:
        pictures = [spoil(page.render(scale=DPI / 72).to_pil().convert("RGB")) for page in document]
    pictures[0].save(scan, save_all=True, append_images=pictures[1:], resolution=DPI, quality=85)


def han_texts(found: object) -> list[str]:
    """Returns the Chinese characters of each text of an import, in their order; texts with a few are left out."""
    if isinstance(found, str):
        text = "".join(char for char in found if count_han(char))
        return [text] if len(text) >= MIN_HAN else []
    parts = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    return [text for part in parts for text in han_texts(part)]


def least_distance(text: str, whole: str) -> int:
    """Returns the edit distance of a text to the part of another that is most like it."""
    import numpy

    chars = numpy.array([ord(char) for char in whole], "int32")
    places = numpy.arange(len(chars) + 1)
    row = numpy.zeros(len(chars) + 1, "int32")
    for char in text:
        exchanged = numpy.empty_like(row)
        exchanged[0] = row[0] + 1
        exchanged[1:] = numpy.minimum(row[:-1] + (chars != ord(char)), row[1:] + 1)
        row = numpy.minimum.accumulate(exchanged - places) + places
    return int(row.min())


def _imported(source: Path, folder: Path) -> tuple[dict[str, Any], float, float]:
    """Returns an import, its CPU time in seconds, and the memory of its largest process in megabytes."""
    with (folder / "import.json").open("wb") as output:
        process = subprocess.Popen([*COMMAND, source], stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    found = json.loads((folder / "import.json").read_bytes() or b"{}")
    megabytes = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return found, usage.ru_utime + usage.ru_stime, megabytes


def _score(given: dict[str, list[Path]], source: Path, candidate: Path) -> float:
    """Returns the score of an import by the scorer that belongs to the folder of its page."""
    at = given["folders"].index(source.parent.parent)
    scorer = given["scorer"][min(at, len(given["scorer"]) - 1)]
    command = [sys.executable, scorer, source.parent / "truth.yaml", candidate]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(json.loads(printed.splitlines()[0])["score"])


def _places(picture: Picture) -> tuple[Picture, Picture]:
    """Returns the places of the pixels across and down, from 0 to 1."""
    import numpy

    y, x = numpy.mgrid[0 : picture.height, 0 : picture.width]
    return x / picture.width, y / picture.height


def _lit(picture: Picture, light: Picture, noise: float) -> Picture:
    """Returns a picture in a light that is a number for each pixel, with noise."""
    import numpy
    from PIL import Image

    pixels = numpy.asarray(picture) * light[..., None]
    pixels = pixels + numpy.random.default_rng(SEED).normal(0, noise, pixels.shape)
    return Image.fromarray(numpy.clip(pixels, 0, 255).astype("uint8"))
