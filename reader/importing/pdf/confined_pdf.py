"""PDF files read in a confined process: a page that goes beyond a bound is skipped, and reported in a line.

This module knows neither PDFium nor the analysis of pages: both run in the process, by the requests of
:mod:`reader.importing.pdf.requests`.
"""

from __future__ import annotations

import re
from functools import cache

from reader.confined import Confined, ConfinedError, Limits
from reader.errors import ReaderError, UnusableError
from reader.gate import shown_path
from reader.importing.extraction_data import extraction_from
from reader.importing.pdf.recognition.extra import install_hint, is_installed
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Literal

    from reader.confined import Json
    from reader.importing.extraction import Extraction

    OcrMode = Literal["auto", "off", "always"]
    """Way to recognise text."""

HANDLER = "reader.importing.pdf.requests:answer"
LIMITS = Limits(memory_bytes=512_000_000, cpu_seconds=20, reply_bytes=64_000_000)
RECOGNITION_HANDLER = "reader.importing.pdf.recognition.requests:answer"
RECOGNITION_LIMITS = Limits(memory_bytes=4_000_000_000, cpu_seconds=120, reply_bytes=64_000_000)
OCR_MODES: tuple[OcrMode, ...] = ("auto", "off", "always")
"""Ways to recognise text: that of scans, none, or that of all pages."""
MAX_PAGES = 5000
"""Maximum number of pages that are read at a time."""
MAX_SKIPPED = 20
"""Maximum number of pages that are skipped before the rest is given up."""
MAX_ALL_BYTES = 256_000_000
"""Maximum size of all pages as data."""
_MIN_LETTERS = 20
"""Number of letters and characters on a picture below which it may show no page."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PICTURE_PLACE = re.compile(r"page-([0-9]{1,9})-([0-9]{1,9})\.png")


@cache
def _process() -> Confined:
    """Returns the one process, which keeps the last file open."""
    import atexit

    process = Confined(HANDLER, LIMITS)
    atexit.register(process.close)
    return process


@cache
def _recognition() -> Confined:
    """Returns the one process that recognises text."""
    import atexit

    process = Confined(RECOGNITION_HANDLER, RECOGNITION_LIMITS)
    atexit.register(process.close)
    return process


def read_confined_pdf(
    path: str, pages: Sequence[int] = (), progress: Callable[[int, int], None] | None = None, ocr: OcrMode = "auto"
) -> Extraction:
    """Extracts pages of a PDF file, counted from 1; all pages if none is given.

    ``progress`` takes the number of pages that are done, and of all pages. ``ocr`` says which pages have their text
    recognised.

    Raises:
        ReaderError: The file is encrypted, damaged or no PDF, lacks a page, or its pages have no text; or no page of
            it, or the file itself, can be read within the bounds.
    """
    numbers = _numbers(path, pages)
    found: list[bytes] = []
    skipped: list[str] = []
    lacking: dict[int, Json] = {}
    for done, number in enumerate(numbers):
        if progress:
            progress(done, len(numbers))
        try:
            found.append(_page(path, number, ocr, lacking))
        except ConfinedError as error:
            skipped.append(f"page {number}: {error}; skipped")
        except ReaderError as error:
            skipped.append(f"{error}; skipped")
        if sum(map(len, found)) > MAX_ALL_BYTES:
            raise UnusableError(
                f"{shown_path(path)}: "
                f"its pages have more than {MAX_ALL_BYTES // 10**6} MB; give some of them by --pages"
            )
        if len(skipped) == MAX_SKIPPED and done + 1 < len(numbers):
            skipped.append(f"the pages after page {number} are not read, as {MAX_SKIPPED} were skipped")
            break
    if not found:
        more = f" (and {len(skipped) - 1} more)" if len(skipped) > 1 else ""
        raise UnusableError(f"{shown_path(path)}: {skipped[0]}{more}")
    scans = [number for number, lack in lacking.items() if lack == "text"]
    if scans and len(scans) == len(found):
        raise ReaderError(f"{shown_path(path)} has no text, for it is scanned: {_recognising_hint(ocr)}")
    if scans:
        skipped.append(f"{_pages_are(scans)} scanned, and not read: {_recognising_hint(ocr)}")
    if wrong := [number for number, lack in lacking.items() if lack == "characters"]:
        skipped.append(
            f"{_pages_are(wrong)} set in fonts that do not say which characters their letters are, so that others "
            f"are in the draft: {_recognising_hint(ocr)}"
        )
    if misread := [number for number, lack in lacking.items() if lack == "words"]:
        skipped.append(f"{_pages_are(misread)} scanned, with text that was recognised badly: {_recognising_hint(ocr)}")
    extraction = _assembled(path, found, skipped)
    if vertical := [number for number, lack in lacking.items() if lack == "level"]:
        told = f"{_pages_are(vertical)} set vertically, in part or whole: look at the place and order of that text"
        return replace(extraction, doubted=(told,))
    return extraction


def read_confined_picture(
    path: str, data: bytes, progress: Callable[[int, int], None] | None = None, ocr: OcrMode = "auto"
) -> Extraction:
    """Extracts the page of which a file is a picture, or the pages of a TIFF file, by recognising their text.

    Raises:
        ReaderError: Text cannot be recognised here, or is not to be; or the picture is damaged or has no text.
    """
    if ocr == "off" or not is_installed():
        raise ReaderError(f"{shown_path(path)} is a picture: {_recognising_hint(ocr)}")
    process, found, skipped = _recognition(), [], []
    try:
        count = process.ask({"wanted": "count", "path": path}, data).value
    except (ConfinedError, ReaderError):
        count = 1
    count = min(count, MAX_PAGES) if isinstance(count, int) else 1
    letters = 0
    for number in range(1, count + 1):
        if progress:
            progress(number - 1, count)
        try:
            reply = process.ask({"wanted": "picture", "path": path, "number": number}, data)
            found.append(reply.data)
            letters += reply.value if isinstance(reply.value, int) else 0
        except ConfinedError as error:
            if count == 1:
                raise UnusableError(f"{shown_path(path)} is a picture; recognising its text {error}") from None
            skipped.append(f"page {number}: {error}; skipped")
        except ReaderError as error:
            if count == 1:
                raise UnusableError(f"{shown_path(path)}: {error}") from None
            skipped.append(f"page {number}: {error}; skipped")
        if len(skipped) == MAX_SKIPPED and number < count:
            skipped.append(f"the pages after page {number} are not read, as {MAX_SKIPPED} were skipped")
            break
    if not found:
        raise UnusableError(f"{shown_path(path)}: {skipped[0]}")
    if not letters:
        raise ReaderError(f"{shown_path(path)} shows no page: no text was recognised on it")
    extraction = _assembled(path, found, skipped)
    if letters >= _MIN_LETTERS:
        return extraction
    counted = "a letter was" if letters == 1 else f"{letters} letters were"
    return replace(extraction, doubted=(f"it may show no page: only {counted} recognised on it",))


def _pages_are(numbers: Sequence[int]) -> str:
    """Returns the subject and the verb of a sentence on pages."""
    return f"page {numbers[0]} is" if len(numbers) == 1 else f"pages {', '.join(map(str, numbers))} are"


def _page(path: str, number: int, ocr: OcrMode, lacking: dict[int, Json]) -> bytes:
    """Returns a page as data; if it lacks anything that is not recognised, its number is added to ``lacking``."""
    request: dict[str, Json] = {"wanted": "page", "path": path, "number": number}
    can_recognise = ocr != "off" and is_installed()
    if ocr == "always":
        if not can_recognise:
            raise ReaderError(f"page {number} is not read: {_recognising_hint(ocr)}")
        return _recognition().ask(request).data
    reply = _process().ask(request)
    if not reply.value:
        return reply.data
    if can_recognise and reply.value != "level":
        return _recognition().ask(request).data
    lacking[number] = reply.value
    return reply.data


def _recognising_hint(ocr: OcrMode) -> str:
    """Returns the way to have text recognised."""
    if ocr == "off" and is_installed():
        return "leave out --ocr off to have its text recognised"
    return f"its text is recognised with the extra ocr: {install_hint()}"


def _assembled(path: str, found: Sequence[bytes], skipped: Sequence[str]) -> Extraction:
    """Returns the extraction of pages that are data."""
    try:
        seconds = LIMITS.cpu_seconds + len(found)
        extraction = extraction_from(
            _process().ask({"wanted": "articles", "path": path}, b"\n".join(found), seconds).value
        )
    except ConfinedError as error:
        raise UnusableError(f"{shown_path(path)}: putting its pages together {error}") from None
    return replace(extraction, notes=(*skipped, *extraction.notes), skipped=tuple(skipped))


def _numbers(path: str, pages: Sequence[int]) -> Sequence[int]:
    """Returns the numbers of the pages to read."""
    try:
        count = _process().ask({"wanted": "count", "path": path}).value
    except ConfinedError as error:
        raise UnusableError(f"{shown_path(path)}: {error}") from None
    if not isinstance(count, int):
        raise UnusableError(f"{shown_path(path)} is no PDF, or a damaged one")
    if wrong := next((number for number in pages if number > count), None):
        raise ReaderError(f"{shown_path(path)} has no page {wrong}: it has {count}")
    if not pages and count > MAX_PAGES:
        told = f"has {count:,} pages, more than {MAX_PAGES:,}; give some of them by --pages"
        raise UnusableError(f"{shown_path(path)} {told}")
    return pages or range(1, count + 1)


def pictures_of(path: str, names: Iterable[str]) -> Iterator[tuple[str, bytes | str]]:
    """Yields the pictures of a PDF file by their names in its extraction, as PNG; or a sentence on one left out."""
    for name in names:
        place = _PICTURE_PLACE.fullmatch(name)
        if not place:
            yield name, f"{name}: is no picture of a page; left out"
            continue
        try:
            data = (
                _process()
                .ask({"wanted": "picture", "path": path, "number": int(place[1]), "index": int(place[2])})
                .data
            )
        except (ConfinedError, ReaderError) as error:
            yield name, f"page {place[1]}: a picture {error}; left out"
            continue
        yield name, data if data.startswith(_PNG) else f"page {place[1]}: a picture gives no PNG; left out"
