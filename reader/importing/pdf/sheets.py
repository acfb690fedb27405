"""The pages of a PDF file as what is drawn on them: glyphs, boxes, pictures. Only this module knows PDFium.

Coordinates are points from the upper left corner of what is seen of a page, downwards.
"""

from __future__ import annotations

import ctypes
import re
from io import BytesIO
from itertools import islice
from unicodedata import normalize

from reader.errors import ReaderError
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

MAX_GLYPHS = 200_000
"""The most characters of one page: more is no page of a magazine."""
MAX_PIXELS = 24_000_000
"""Of a picture: more the reader would not show."""
PAGES_AT_ONCE = 20
"""After so many pages the file is opened again: PDFium keeps the fonts of every page that it has read."""
MAX_DEPTH = 3
"""How deep in groups of drawings is looked for pictures and boxes."""
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|extrabold|(?<![a-z])hei|medium(?=$|[^a-z])", re.IGNORECASE)
_BOLD_WEIGHT = 600
_HYPHEN, _UNKNOWN = 0x02, 0xFFFD
_LEVEL_SLANT = 0.02
"""The most a baseline may slope and still be level."""
_MIN_INK = 0.01
"""Points of width below which PDFium leaves a text out."""


@record
class Glyph:
    """A character where it is drawn; ``right`` is where the next one would begin."""

    char: str
    left: float
    right: float
    baseline: float
    size: float
    font: str = ""
    bold: bool = False
    color: int = 0
    run: int = 0
    """Which run of text of the page it was drawn with."""


@record
class Box:
    """A rectangle: a filled or framed area, a rule, or a picture."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.bottom - self.top

    def holds(self, left: float, top: float, right: float, bottom: float, slack: float = 2.0) -> bool:
        """Whether a rectangle lies inside."""
        return (
            self.left - slack <= left
            and right <= self.right + slack
            and self.top - slack <= top
            and bottom <= self.bottom + slack
        )


@record
class Sheet:
    """A page of the file, or one half of a spread."""

    number: int
    """Of the page in the file, from 1."""
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    turned: tuple[Glyph, ...] = ()
    """What is drawn sideways, with its page turned so that it is level."""
    boxes: tuple[Box, ...] = ()
    pictures: tuple[tuple[int, Box], ...] = ()
    """Each with its index among the page's objects, in the order drawn."""


class Printed:
    """A PDF file."""

    def __init__(self, path: str, data: bytes | None = None, password: str | None = None) -> None:
        """Opens it.

        Raises:
            ReaderError: It is encrypted, damaged or no PDF, or PDFium is missing.
        """
        try:
            import pypdfium2  # an extra: readers don't need it
        except ImportError:
            raise ReaderError(
                "a PDF is read by pypdfium2, which is not installed; pip install 'bilingual-magazine-reader[import]'"
            ) from None
        self._raw: Any = pypdfium2.raw
        self._path, self._data, self._password = path, data, password
        self._file: Any = self._open()
        self._read = 0
        self.count = len(self._file)

    def _open(self) -> Any:
        import pypdfium2

        try:
            return pypdfium2.PdfDocument(self._path if self._data is None else self._data, password=self._password)
        except pypdfium2.PdfiumError as error:
            raise ReaderError(_refused(self._path, str(error))) from None

    def label(self, number: int) -> str:
        """Returns what the file calls a page, from 1; empty if it says nothing."""
        return str(self._file.get_page_label(number - 1))

    def sheet(self, number: int) -> Sheet:
        """Reads a page, from 1.

        Raises:
            ReaderError: The page is damaged, or passes a bound.
        """
        import pypdfium2

        if self._read == PAGES_AT_ONCE:
            self._file.close()
            self._file, self._read = self._open(), 0
        self._read += 1
        try:
            page = self._file[number - 1]
        except pypdfium2.PdfiumError:
            raise ReaderError(f"page {number} is damaged") from None
        try:
            return self._sheet(number, page)
        finally:
            page.close()

    def picture(self, number: int, index: int) -> bytes | None:
        """Returns a picture of a page as PNG, by its index in :attr:`Sheet.pictures`; None if it cannot be read.

        A picture of more than :data:`MAX_PIXELS` is none.
        """
        import pypdfium2

        page = self._file[number - 1]
        try:
            drawn = next(islice(page.get_objects(max_depth=MAX_DEPTH), index, None), None)
            if drawn is None or drawn.type != self._raw.FPDF_PAGEOBJ_IMAGE:
                return None
            wide, high = drawn.get_px_size()
            if wide * high > MAX_PIXELS:
                return None
            file = BytesIO()
            drawn.get_bitmap(render=False).to_pil().convert("RGB").save(file, "PNG")
            return file.getvalue()
        except (pypdfium2.PdfiumError, OSError, ValueError):
            return None
        finally:
            page.close()

    def _sheet(self, number: int, page: Any) -> Sheet:
        left, bottom, right, top = page.get_cropbox()
        turn = _Turn(left, bottom, right, top, page.get_rotation())
        glyphs = list(self._glyphs(number, page, turn))
        boxes, pictures = [], []
        inkless: set[int] = set()
        for index, drawn in enumerate(page.get_objects(max_depth=MAX_DEPTH)):
            if drawn.type == self._raw.FPDF_PAGEOBJ_TEXT:
                if self._inked(drawn):
                    inkless.add(_address(drawn.raw))
            elif drawn.type in (self._raw.FPDF_PAGEOBJ_PATH, self._raw.FPDF_PAGEOBJ_IMAGE):
                box = turn.box(*drawn.get_bounds())
                if drawn.type == self._raw.FPDF_PAGEOBJ_IMAGE:
                    pictures.append((index, box))
                else:
                    boxes.append(box)
        if inkless:
            glyphs += self._glyphs(number, page, turn, inkless)
        level = tuple(glyph for glyph, is_level in glyphs if is_level)
        turned = tuple(glyph for glyph, is_level in glyphs if not is_level)
        return Sheet(number, turn.width, turn.height, level, turned, tuple(boxes), tuple(pictures))

    def _inked(self, drawn: Any) -> bool:
        """Gives a width to a text that has none, and returns whether it did so.

        PDFium measures a text by its ink, and a text page leaves out a text without. A single character has none if
        its font is neither in the file nor on this machine. Stroked, it has; it is measured again when it is placed.
        """
        raw = self._raw
        left, _, right, _ = drawn.get_bounds()
        if right - left >= _MIN_INK or raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(drawn.raw)):
            return False
        mode, place = raw.FPDFTextObj_GetTextRenderMode(drawn.raw), raw.FS_MATRIX()
        raw.FPDFTextObj_SetTextRenderMode(drawn.raw, raw.FPDF_TEXTRENDERMODE_STROKE)
        raw.FPDFPageObj_GetMatrix(drawn.raw, place)
        raw.FPDFPageObj_SetMatrix(drawn.raw, place)
        raw.FPDFTextObj_SetTextRenderMode(drawn.raw, mode)
        return True

    def _glyphs(
        self, number: int, sheet: Any, turn: _Turn, inkless: set[int] | None = None
    ) -> Iterator[tuple[Glyph, bool]]:
        """Yields each character that is drawn, and whether it is level; or those of texts without ink, but no blanks.

        Raises:
            ReaderError: There are more than :data:`MAX_GLYPHS`.
        """
        text = sheet.get_textpage()
        if text.count_chars() > MAX_GLYPHS:
            raise ReaderError(f"page {number} has more than {MAX_GLYPHS} characters")
        raw, page = self._raw, text.raw
        x, y = ctypes.c_double(), ctypes.c_double()
        loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        high = 0
        for index in range(text.count_chars()):
            drawn = raw.FPDFText_GetTextObject(page, index)
            run = _address(drawn)
            if inkless and run not in inkless:
                continue
            code = raw.FPDFText_GetUnicode(page, index)
            if raw.FPDFText_IsGenerated(page, index) == 1:
                continue
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if high and 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            char = "-" if code == _HYPHEN else chr(code or _UNKNOWN) if not 0xD800 <= code < 0xE000 else "\ufffd"
            char = spelled(char)
            if inkless and char.isspace():
                continue
            raw.FPDFText_GetCharOrigin(page, index, x, y)
            raw.FPDFText_GetLooseCharBox(page, index, loose)
            raw.FPDFText_GetMatrix(page, index, matrix)
            raw.FPDFText_GetFontInfo(page, index, name, 256, flags)
            raw.FPDFText_GetFillColor(page, index, red, green, blue, alpha)
            font = name.value.decode("utf-8", "replace").rpartition("+")[2]
            weight = raw.FPDFText_GetFontWeight(page, index)
            unit = raw.FPDFText_GetFontSize(page, index)
            size, is_level, start, baseline, end = turn.glyph(x.value, y.value, unit, matrix, loose)
            color = (red.value << 16) | (green.value << 8) | blue.value
            is_stroked = bool(drawn) and raw.FPDFTextObj_GetTextRenderMode(drawn) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
            is_bold = weight >= _BOLD_WEIGHT or is_stroked or bool(_BOLD.search(font))
            yield Glyph(char, start, end, baseline, size, font, is_bold, color, run), is_level


class _Turn:
    """From a page's own coordinates to those it is seen in."""

    def __init__(self, left: float, bottom: float, right: float, top: float, degrees: int) -> None:
        self._left, self._bottom, self._right, self._top, self._degrees = left, bottom, right, top, degrees
        across, down = right - left, top - bottom
        self.width, self.height = (down, across) if degrees in (90, 270) else (across, down)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Returns where a point is seen."""
        if self._degrees == 90:
            return y - self._bottom, x - self._left
        if self._degrees == 180:
            return self._right - x, y - self._bottom
        if self._degrees == 270:
            return self._top - y, self._right - x
        return x - self._left, self._top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Returns where a rectangle is seen."""
        (a, b), (c, d) = self.point(left, bottom), self.point(right, top)
        return Box(min(a, c), min(b, d), max(a, c), max(b, d))

    def glyph(
        self, x: float, y: float, unit: float, matrix: Any, loose: Any
    ) -> tuple[float, bool, float, float, float]:
        """Returns size, whether level, left, baseline, right."""
        scale = float((matrix.c**2 + matrix.d**2) ** 0.5) or 1.0
        size = unit * scale
        (left, baseline), (ahead, above) = self.point(x, y), self.point(x + matrix.a, y + matrix.b)
        run, rise = ahead - left, baseline - above
        box = self.box(loose.left, loose.bottom, loose.right, loose.top)
        if run > 0 and abs(rise) <= _LEVEL_SLANT * run:
            return size, True, left, baseline, max(left, box.right)
        if abs(run) < abs(rise):  # upwards, or downwards: seen with the page turned
            if rise > 0:
                return size, False, self.height - baseline, left, self.height - box.top
            return size, False, baseline, self.width - left, box.bottom
        return size, False, left, baseline, box.right


def spelled(char: str) -> str:
    """Returns a character as it is written in texts: fonts name radicals for characters, and ligatures for letters."""
    code = ord(char)
    return normalize("NFKC", char) if 0x2E80 <= code < 0x2FE0 or 0xFB00 <= code < 0xFB07 else char


def _address(pointer: Any) -> int:
    """Returns a number that tells one object of PDFium from another."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _refused(path: str, error: str) -> str:
    told = error.lower()
    if "password" in told:
        return f"{path} is encrypted; save it without a password, and import that"
    if "file access" in told or "not found" in told:
        return f"{path} cannot be read"
    return f"{path} is no PDF, or a damaged one"
