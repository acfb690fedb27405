"""PDF files that are made to harm their reader, each of one kind, in a few kilobytes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F %d 0 R>>%s>>>>"


def stream(data: bytes, *filters: str, length: int | None = None, more: bytes = b"") -> bytes:
    """Returns a stream object; ``filters`` are the names that it declares, its data is taken as it is."""
    declared = b"".join(b"/" + name.encode() for name in filters)
    size = len(data) if length is None else length
    head = b"<</Length %d%s%s>>" % (size, b"/Filter[%s]" % declared if filters else b"", more)
    return b"%sstream\n%s\nendstream" % (head, data)


def text_at(y: int, words: bytes) -> bytes:
    return b"BT /F 12 Tf 50 %d Td (%s) Tj ET\n" % (y, words)


def file_of(objects: Sequence[bytes], root: bytes = b"<</Type/Catalog/Pages 2 0 R>>", more: bytes = b"") -> bytes:
    """Returns a file with a catalogue as object 1, and the objects from 2 on."""
    made, places = b"%PDF-1.7\n", []
    parts = [made]
    at = len(made)
    for number, body in enumerate((root, *objects), 1):
        places.append(at)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        at += len(parts[-1])
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, more, at)
    return b"".join((*parts, table, trailer))


def file_of_pages(
    contents: Iterable[bytes], font: bytes = FONT, more: Sequence[bytes] = (), resources: bytes = b"", root: bytes = b""
) -> bytes:
    """Returns a file of pages with these streams of contents; the font is object 3, ``more`` are objects from 4 on."""
    contents = list(contents)
    first = 4 + len(more)
    pages = [first + 2 * at for at in range(len(contents))]
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    objects = [b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)), font, *more]
    for number, content in zip(pages, contents, strict=True):
        objects += [PAGE % (number + 1, 3, resources), content]
    return file_of(objects, root or b"<</Type/Catalog/Pages 2 0 R>>")


def plain(words: str) -> bytes:
    """Returns the contents of a page with some words."""
    return stream(text_at(700, words.encode("latin-1")))


def between(content: bytes, **parts: object) -> bytes:
    """Returns a file of three pages, the second of which has the harmful contents."""
    return file_of_pages([plain("A quiet page before it."), content, plain("A quiet page after it.")], **parts)


def nested_forms(levels: int = 10, times: int = 10) -> bytes:
    """Forms that draw each other: the text is drawn ``times ** levels`` times."""
    forms = [
        stream(
            b"/X Do " * times,
            more=b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R>>>>" % (5 + level),
        )
        for level in range(levels)
    ]
    font = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>"
    forms.append(stream(text_at(400, b"Again and again."), more=font))
    return between(stream(b"/X Do"), more=forms, resources=b"/XObject<</X 4 0 R>>")


def form_that_draws_itself() -> bytes:
    form = stream(
        text_at(400, b"In itself.") + b"/X Do",
        more=b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>/XObject<</X 4 0 R>>>>",
    )
    return between(stream(b"/X Do"), more=[form], resources=b"/XObject<</X 4 0 R>>")


def deflated_blanks(size: int = 1_000_000_000, times: int = 2) -> bytes:
    """Contents of blanks, deflated some times over."""
    packer = zlib.compressobj(9)
    block = b" " * 1_000_000
    data = b"".join([*(packer.compress(block) for _ in range(size // len(block))), packer.flush()])
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return between(stream(data, *["FlateDecode"] * times))


def wide_to_unicode(entries: int = 60_000) -> bytes:
    """A font with a map to Unicode in single entries, of as many characters."""
    lines = b"".join(b"<%04x> <%04x> <%04x>\n" % (at % 65536, at % 65536, 0x4E00 + at % 20000) for at in range(entries))
    return mapped(b"%d beginbfrange %s endbfrange" % (entries, lines))


def one_range(first: int = 0, last: int = 0xFFFFFFFF) -> bytes:
    """A font whose map to Unicode is one range of up to four billion characters."""
    return mapped(b"1 beginbfrange <%08x> <%08x> <4e00> endbfrange" % (first, last))


def mapped(ranges: bytes) -> bytes:
    """A page in a font with some ranges in its map to Unicode."""
    font = FONT[:-2] + b"/ToUnicode 4 0 R>>"
    return between(stream(text_at(400, b"Read by its map.")), font=font, more=[to_unicode(ranges)])


def to_unicode(ranges: bytes) -> bytes:
    head = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def "
    head += b"1 begincodespacerange <0000> <ffff> endcodespacerange "
    return stream(head + ranges + b" endcmap end end")


def many_pages(count: int = 100_000) -> bytes:
    """A page tree that names one page many times."""
    objects = [
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"4 0 R " * count, count),
        FONT,
        PAGE % (5, 3, b""),
        plain("One of many."),
    ]
    return file_of(objects)


def told_pages(count: int = 2_000_000_000) -> bytes:
    """A page tree of one page that tells of many."""
    objects = [b"<</Type/Pages/Kids[4 0 R]/Count %d>>" % count, FONT, PAGE % (5, 3, b""), plain("The only one.")]
    return file_of(objects)


def page_tree_cycle() -> bytes:
    """A page tree that holds itself."""
    objects = [b"<</Type/Pages/Kids[2 0 R 4 0 R 2 0 R]/Count 3>>", FONT, PAGE % (5, 3, b""), plain("In a circle.")]
    return file_of(objects)


def labelled(label: bytes) -> bytes:
    """A file with a prefix of its page labels, as it is written in a PDF: ``<FEFF...>`` or ``(...)``."""
    root = b"<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</P%s>>]>>>>" % label
    return file_of_pages([plain("A page with a label of its own.")], root=root)


def looping_tables() -> bytes:
    """A file whose table of objects names itself as the one before it."""
    whole = file_of([b"<</Type/Pages/Kids[4 0 R]/Count 1>>", FONT, PAGE % (5, 3, b""), plain("Before itself.")])
    at = whole.rindex(b"startxref")
    place = int(whole[at:].split()[1])
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % place)


def told_length(length: int = 2**31 - 1) -> bytes:
    """Contents that tell of a length which the file does not have."""
    return between(stream(text_at(400, b"Longer than it is."), length=length))


def boxed(box: bytes, content: bytes = b"") -> bytes:
    """A page with an odd box."""
    page = (PAGE % (5, 3, b"")).replace(b"[0 0 600 800]", box)
    return file_of([b"<</Type/Pages/Kids[4 0 R]/Count 1>>", FONT, page, content or plain("In an odd box.")])


def placed(matrix: bytes) -> bytes:
    """Text at an odd place, by the six numbers of its matrix."""
    return between(stream(b"BT /F 12 Tf %s Tm (Somewhere else.) Tj ET" % matrix))


def crowded(rows: int, characters: bytes) -> bytes:
    """A page of many characters in many rows that share a place."""
    return between(stream(b"".join(text_at(700 - row % 600, characters) for row in range(rows))))


def inner_forms(levels: int) -> bytes:
    """Dictionaries in dictionaries."""
    return between(stream(text_at(400, b"Deep."), more=b"/A" + b"<</A" * levels + b" 1" + b">>" * levels))


def paths(count: int) -> bytes:
    """A page with many rules, and some text."""
    drawn = b"".join(b"%d %d 3 3 re f\n" % (at % 600, at // 600 % 800) for at in range(count))
    return between(stream(drawn + text_at(400, b"Under many paths.")))


def picture_bomb(side: int = 30_000) -> bytes:
    """A page with a picture of many blank pixels, and a caption."""
    packer = zlib.compressobj(9)
    row = bytes(1_000_000)
    data = b"".join([*(packer.compress(row) for _ in range(side * side // len(row))), packer.flush()])
    size = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8" % (side, side)
    words = b"q 300 0 0 300 50 450 cm /X Do Q " + b"BT /F 8 Tf 50 440 Td (A picture of nothing at all) Tj ET"
    words += b"".join(
        text_at(400 - 14 * at, b"Running text of the page that goes on and on for a while.") for at in range(12)
    )
    return between(stream(words), more=[stream(data, "FlateDecode", more=size)], resources=b"/XObject<</X 4 0 R>>")
