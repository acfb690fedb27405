"""PDF files, read by PDFium. Only this module knows PDFium."""

from __future__ import annotations

import ctypes
import math
import re
import sys
from io import BytesIO
from itertools import islice

from reader.errors import ReaderError
from reader.gate import clean_line, shown_path
from reader.importing.bullets import BULLET
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.page.glyphs import Glyph, PdfPage, PlacedPicture
from reader.importing.pdf.page.grounds import Grounds
from reader.importing.pdf.page.page_view import MAX_PLACE_PT, PageView, placed, text_scale, within
from reader.importing.pdf.page.rules import drawn_frames
from reader.model.radicals import with_unified
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.importing.pdf.page.page_view import Handle

MAX_GLYPHS = 200_000
"""Maximum number of characters of a page; pages of magazines have far fewer."""
MAX_LABEL_CHARS = 40
"""Maximum length of a page's label; it is cut off there."""
MAX_PIXELS = 24_000_000
"""Maximum number of pixels of a picture; the reader would not show a larger one."""
MAX_SIDE_PIXELS = 16_000
"""Maximum width and height of a picture; as above."""
PAGES_AT_ONCE = 20
"""Number of pages after which the file is opened again: PDFium keeps the fonts of all pages read."""
MAX_DEPTH = 3
"""Maximum depth of groups of drawn objects that are looked into for pictures and boxes."""
_BOLD = re.compile(
    r"bold|black|heavy|semibold|demi(?!-?light)|extrabold|(?<![a-z])hei|medium(?=$|[^a-z])", re.IGNORECASE
)
_BOLD_WEIGHT = 600
_REGULAR = re.compile(r"[-,_ ](?:regular|book|light|thin)", re.IGNORECASE)
"""Fonts that are not bold by their names, though the file may give them heavy stems."""
_PICTURE_FONT = re.compile(r"wingding|webding|dingbat", re.IGNORECASE)
"""Fonts with arrows and shapes, which some files call by the letters of their keys."""
_NO_PICTURE = "cannot be read"
_HYPHEN, _UNKNOWN = 0x02, 0xFFFD
_MIN_ADVANCE_SHARE = 0.5
"""Share of its box below which the width of a character in its font is of another one."""
_MIN_INK_PT = 0.01
"""Width below which PDFium leaves a text run out."""

_DRAWING_MIN_PT, _FRAME_MAX_PARTS = 200.0, 40
"""Minimum width or height of a drawing that is told from a frame, and maximum number of a frame's parts."""

MIN_SIZE_PT, MAX_SIZE_PT = 0.01, 10_000.0
"""Range of font sizes; others are taken for the nearest one."""


class PdfDocument:
    """A PDF file."""

    def __init__(self, path: str, data: bytes | None = None, password: str | None = None) -> None:
        """Opens a file, or the bytes of one.

        Raises:
            ReaderError: It is encrypted, damaged or no PDF, or PDFium is missing.
        """
        try:
            import pypdfium2  # an extra: readers don't need it
        except ImportError:
            raise ReaderError(
                "a PDF is read by pypdfium2, which is not installed: pip install '.[import]' in a clone, or "
                f"{clean_line(sys.executable)} -m pip install pypdfium2"
            ) from None
        self._raw: Handle = pypdfium2.raw
        self._path, self._data, self._password = path, data, password
        self._file: Handle = self._open()
        self._pages_read = 0
        self.count = len(self._file)

    def _open(self) -> Handle:
        import pypdfium2

        try:
            return pypdfium2.PdfDocument(self._path if self._data is None else self._data, password=self._password)
        except pypdfium2.PdfiumError as error:
            raise ReaderError(_refusal(self._path, str(error))) from None

    def label(self, number: int) -> str:
        """Returns the label that the file gives to a page, from 1; empty if it gives none."""
        try:
            label = str(self._file.get_page_label(number - 1))
        except UnicodeDecodeError:  # it is no UTF-16
            return ""
        return clean_line(label).strip()[:MAX_LABEL_CHARS]

    def page(self, number: int) -> PdfPage:
        """Reads a page, from 1.

        Raises:
            ReaderError: The page is damaged, or has more than :data:`MAX_GLYPHS` characters.
        """
        import pypdfium2

        if self._pages_read == PAGES_AT_ONCE:
            self._file.close()
            self._file, self._pages_read = self._open(), 0
        self._pages_read += 1
        try:
            page = self._file[number - 1]
        except pypdfium2.PdfiumError:
            raise ReaderError(f"page {number} is damaged") from None
        try:
            return _PageReader(self._raw, page, number).content()
        finally:
            page.close()

    def size(self, number: int) -> tuple[float, float]:
        """Returns the width and the height of a page, from 1, in points."""
        wide, high = self._file.get_page_size(number - 1)
        return within(wide, 1.0, MAX_PLACE_PT), within(high, 1.0, MAX_PLACE_PT)

    def drawn(self, number: int, pixels_a_point: float) -> Handle:
        """Returns a page, from 1, as a picture of Pillow.

        Raises:
            ReaderError: The page is damaged.
        """
        import pypdfium2

        try:
            page = self._file[number - 1]
        except pypdfium2.PdfiumError:
            raise ReaderError(f"page {number} is damaged") from None
        try:
            return page.render(scale=pixels_a_point).to_pil().convert("RGB")
        finally:
            page.close()

    def picture(self, number: int, index: int) -> bytes:
        """Returns a picture of a page as PNG, by its index among the drawn objects.

        Raises:
            ReaderError: It cannot be read, or has more than :data:`MAX_PIXELS`, or :data:`MAX_SIDE_PIXELS` on a side.
        """
        import pypdfium2

        page = self._file[number - 1]
        try:
            drawn = next(islice(page.get_objects(max_depth=MAX_DEPTH), index, None), None)
            if drawn is None or drawn.type != self._raw.FPDF_PAGEOBJ_IMAGE:
                raise ReaderError(_NO_PICTURE)
            wide, high = drawn.get_px_size()
            if wide * high > MAX_PIXELS or max(wide, high) > MAX_SIDE_PIXELS:
                raise ReaderError(f"has more than {MAX_PIXELS:,} pixels, or {MAX_SIDE_PIXELS:,} on a side")
            file = BytesIO()
            drawn.get_bitmap(render=False).to_pil().convert("RGB").save(file, "PNG")
            return file.getvalue()
        except (pypdfium2.PdfiumError, OSError, ValueError):
            raise ReaderError(_NO_PICTURE) from None
        finally:
            page.close()


class _PageReader:
    """Reads the drawn objects of one page."""

    def __init__(self, raw: Handle, page: Handle, number: int) -> None:
        self._raw, self._page, self._number = raw, page, number
        self._view = PageView(_crop_box(page), page.get_rotation())

    def content(self) -> PdfPage:
        """Returns the glyphs, boxes and pictures of the page."""
        glyphs = list(self._glyphs())
        boxes: list[Box] = []
        pictures: list[PlacedPicture] = []
        inkless: set[int] = set()
        grounds = Grounds(self._raw)
        for index, drawn in enumerate(self._page.get_objects(max_depth=MAX_DEPTH)):
            if drawn.type == self._raw.FPDF_PAGEOBJ_TEXT:
                if self._given_ink(drawn):
                    inkless.add(_address(drawn.raw))
            elif drawn.type == self._raw.FPDF_PAGEOBJ_IMAGE:
                pictures.append(PlacedPicture(index, self._box(drawn)))
                grounds.cover(pictures[-1].box)
            elif drawn.type == self._raw.FPDF_PAGEOBJ_PATH:
                box = self._box(drawn)
                is_large = max(box.width, box.height) >= _DRAWING_MIN_PT
                if not (is_large and self._is_drawing(drawn)) and not grounds.hides(drawn, box):
                    boxes.append(box)
        if inkless:
            glyphs += self._glyphs(inkless)
        return PdfPage(
            self._number,
            self._view.width,
            self._view.height,
            tuple(glyph for glyph, is_level in glyphs if is_level),
            tuple(glyph for glyph, is_level in glyphs if not is_level),
            (*boxes, *drawn_frames(boxes)),
            tuple(pictures),
        )

    def _box(self, drawn: Handle) -> Box:
        """Returns the place of a drawn object. PDFium gives that of one in a form in the form's own coordinates."""
        left, bottom, right, top = drawn.get_bounds()
        form, matrix = drawn.container, self._raw.FS_MATRIX()
        while form:
            self._raw.FPDFPageObj_GetMatrix(form.raw, matrix)
            corners = [(x, y) for x in (left, right) for y in (bottom, top)]
            xs = [matrix.a * x + matrix.c * y + matrix.e for x, y in corners]
            ys = [matrix.b * x + matrix.d * y + matrix.f for x, y in corners]
            left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
            form = form.container
        return self._view.box(left, bottom, right, top)

    def _is_drawing(self, drawn: Handle) -> bool:
        """Whether a path is an outline of many parts, or a curve that closes nothing in: it frames no text."""
        raw = self._raw
        mode, is_stroked = ctypes.c_int(), ctypes.c_int()
        count = raw.FPDFPath_CountSegments(drawn.raw)
        if count > _FRAME_MAX_PARTS or not raw.FPDFPath_GetDrawMode(drawn.raw, mode, is_stroked) or mode.value:
            return bool(count > _FRAME_MAX_PARTS)
        parts = [raw.FPDFPath_GetPathSegment(drawn.raw, at) for at in range(count)]
        is_curved = any(raw.FPDFPathSegment_GetType(part) == raw.FPDF_SEGMENT_BEZIERTO for part in parts)
        return is_curved and not any(map(raw.FPDFPathSegment_GetClose, parts))

    def _given_ink(self, drawn: Handle) -> bool:
        """Gives a width to a text run that has none, and returns whether it did so.

        PDFium measures a text run by its ink, and its text page leaves out a run without any. A single character has
        none if its font is neither in the file nor on this machine. A stroked one has; it is measured again when it is
        placed.
        """
        raw = self._raw
        left, _, right, _ = drawn.get_bounds()
        if right - left >= _MIN_INK_PT or raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(drawn.raw)):
            return False
        mode, place = raw.FPDFTextObj_GetTextRenderMode(drawn.raw), raw.FS_MATRIX()
        raw.FPDFTextObj_SetTextRenderMode(drawn.raw, raw.FPDF_TEXTRENDERMODE_STROKE)
        raw.FPDFPageObj_GetMatrix(drawn.raw, place)
        raw.FPDFPageObj_SetMatrix(drawn.raw, place)
        raw.FPDFTextObj_SetTextRenderMode(drawn.raw, mode)
        return True

    def _glyphs(self, inkless: set[int] | None = None) -> Iterator[tuple[Glyph, bool]]:
        """Yields each drawn character, and whether it is level; with ``inkless``, those of these runs but no blanks.

        Raises:
            ReaderError: There are more than :data:`MAX_GLYPHS`.
        """
        text = self._page.get_textpage()
        count = text.count_chars()
        if count > MAX_GLYPHS:
            raise ReaderError(f"page {self._number} has more than {MAX_GLYPHS} characters")
        raw = self._raw
        reader = _GlyphReader(raw, text.raw, self._view)
        high = 0
        for index in range(count):
            code = raw.FPDFText_GetUnicode(text.raw, index)
            if raw.FPDFText_IsGenerated(text.raw, index) == 1:
                continue
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if high and 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            char = "-" if code == _HYPHEN else chr(code or _UNKNOWN) if not 0xD800 <= code < 0xE000 else "\ufffd"
            drawn = raw.FPDFText_GetTextObject(text.raw, index)
            if not inkless or (_address(drawn) in inkless and not char.isspace()):
                glyph, is_level = reader.glyph(index, with_unified(char), drawn)
                is_picture = not char.isspace() and char < "\u0100" and bool(_PICTURE_FONT.search(glyph.font))
                yield (replace(glyph, char=BULLET) if is_picture else glyph), is_level


@record
class _RunStyle:
    """The look of all characters of a text run."""

    font: str
    font_size: float
    """In units of the text's own matrix."""
    bold: bool
    color: int


class _GlyphReader:
    """Reads the place and look of single characters of a text page."""

    def __init__(self, raw: Handle, text: Handle, view: PageView) -> None:
        self._raw, self._text, self._view = raw, text, view
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix, self._width = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_float()
        self._styles: dict[int, _RunStyle] = {}
        self._advances: dict[tuple[int, str], float] = {}

    def glyph(self, index: int, char: str, drawn: Handle) -> tuple[Glyph, bool]:
        """Returns a glyph of a text run, and whether it is level."""
        raw, text, matrix = self._raw, self._text, self._matrix
        run = _address(drawn)
        style = self._styles.get(run) if run else None
        if style is None:
            style = self._styles[run] = self._style(index, drawn)
        raw.FPDFText_GetCharOrigin(text, index, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(text, index, self._box)
        raw.FPDFText_GetMatrix(text, index, matrix)
        scale = text_scale(matrix) or 1.0
        place = self._view.glyph_place(self._x.value, self._y.value, matrix, self._box)
        right = place.right
        if char == "f" and run and place.is_level and not self._is_in_ligature(index):
            advance = self._advance_em(drawn, char) * style.font_size * math.hypot(matrix.a, matrix.b)
            if advance > _MIN_ADVANCE_SHARE * (right - place.left):
                right = min(right, place.left + advance)
        glyph = Glyph(
            char,
            place.left,
            right,
            place.baseline,
            within(style.font_size * scale, MIN_SIZE_PT, MAX_SIZE_PT),
            style.font,
            style.bold,
            style.color,
            run,
        )
        return glyph, place.is_level

    def _is_in_ligature(self, index: int) -> bool:
        """Whether a character is drawn at the place of one beside it."""
        raw, text, x, y = self._raw, self._text, self._x.value, self._y.value
        for other in (index - 1, index + 1):
            if raw.FPDFText_GetCharOrigin(text, other, self._x, self._y) and self._x.value == x and self._y.value == y:
                return True
        return False

    def _advance_em(self, drawn: Handle, char: str) -> float:
        """Returns the width that the font of a text run gives a character; 0 if it gives none.

        The box that PDFium gives is as wide as the ink, where that is wider: an ``f`` reaches into the blank after it.
        """
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(drawn)
        key = _address(font), char
        if key not in self._advances:
            is_known = len(char) == 1 and bool(font) and raw.FPDFFont_GetGlyphWidth(font, ord(char), 1.0, self._width)
            self._advances[key] = float(self._width.value) if is_known else 0.0
        return self._advances[key]

    def _style(self, index: int, drawn: Handle) -> _RunStyle:
        """Returns the look of a text run by one of its characters."""
        raw, text = self._raw, self._text
        name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        raw.FPDFText_GetFontInfo(text, index, name, 256, flags)
        font = name.value.decode("utf-8", "replace").rpartition("+")[2]
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
        is_stroked = bool(drawn) and raw.FPDFTextObj_GetTextRenderMode(drawn) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        is_heavy = raw.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT and not _REGULAR.search(font)
        return _RunStyle(
            font,
            raw.FPDFText_GetFontSize(text, index),
            is_heavy or is_stroked or bool(_BOLD.search(font)),
            (red.value << 16) | (green.value << 8) | blue.value,
        )


def _crop_box(page: Handle) -> Box:
    """Returns the visible part of a page, which may be that of all pages of its file; PDFium counts from the bottom.

    Corners are put in order. A box without any area, or one too large for a page, is taken for a usual page at its
    corner, as PDFium does.
    """
    x1, y1, x2, y2 = map(placed, page.get_bbox())
    left, bottom, right, top = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
    if not 0 < right - left < MAX_PLACE_PT or not 0 < top - bottom < MAX_PLACE_PT:
        wide, high = page.get_size()
        right, top = left + within(wide, 1.0, MAX_PLACE_PT), bottom + within(high, 1.0, MAX_PLACE_PT)
    return Box(left, top, right, bottom)


def _address(pointer: Handle) -> int:
    """Returns a number that tells one object of PDFium from another."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _refusal(path: str, error: str) -> str:
    """Returns the message for a file that PDFium cannot open."""
    cause = error.lower()
    if "password" in cause:
        return f"{shown_path(path)} is encrypted; save it without a password, and import that"
    if "file access" in cause or "not found" in cause:
        return f"{shown_path(path)} cannot be read"
    return f"{shown_path(path)} is no PDF, or a damaged one"
