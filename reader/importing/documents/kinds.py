"""The kind of a source: by its first bytes, then by the ending of its name."""

from __future__ import annotations

import os
import re

from reader.importing.documents.languages import side_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.documents.document import SourceKind

HEAD_BYTES = 16_384
"""Number of bytes at the beginning of a source that its kind is told by."""
SUFFIXES: dict[str, SourceKind] = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".qmd", ".rmd", ".mdx"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht"), "html"),
    ".epub": "epub",
    **dict.fromkeys((".docx", ".docm", ".dotx"), "word"),
    **dict.fromkeys((".srt", ".vtt"), "subtitles"),
    **dict.fromkeys((".po", ".pot"), "po"),
    **dict.fromkeys((".xlf", ".xliff", ".mxliff", ".sdlxliff"), "xliff"),
    ".tmx": "tmx",
    **dict.fromkeys((".csv", ".tsv", ".tab"), "csv"),
}
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "a file of an old Word (save it as .docx)"),
    (b"{\\rtf", "a file of Rich Text (save it as .docx)"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or film"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\0\0\0\x0cjP", "a picture in JPEG 2000 (save it as JPEG)"),
    (b"8BPS", "a picture of Photoshop (save it as JPEG)"),
)
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")
_OTHER_ARCHIVES = (
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (save it as .docx)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (save a table as .csv)"),
    (b"ppt/presentation.xml", "a presentation (save it as PDF)"),
    (b"xl/workbook.xml", "a spreadsheet (save it as .csv)"),
)
"""Parts of the first bytes of a ZIP archive that tell its kind."""
_OTHER_TEXTS = (
    (re.compile(r"\s*(?:\{\s*(?:\"[^\"\n]*\"\s*:|\})|\[\s*[\[{\"])"), "a JSON file"),
    (re.compile(r"(?:\s*#.*\n)*format:[ \t]*\d+[ \t]*\n"), "an issue file already (`reader preview` shows it)"),
    (re.compile(r"#!"), "a program"),
    (re.compile(r"(?:\s*%.*\n)*\s*\\documentclass\b"), "a LaTeX file (convert it to HTML)"),
)
"""Beginnings of texts that are no prose."""
_PHOTOS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis"))
"""Brands of pictures in the container of films."""
_XML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+[^>\[]*(?:\[.*?\]\s*)?>\s*)?(?:<!--.*?-->\s*)*<(?:[\w-]+:)?([A-Za-z]\w*)",
    re.DOTALL,
)
_ROOTS: dict[str, SourceKind] = {
    "xliff": "xliff",
    "tmx": "tmx",
    **dict.fromkeys(("html", "head", "body", "article", "main"), "html"),
}
_SRT = re.compile(r"\s*(?:\d+[ \t]*\n)?[ \t]*\d{1,4}:\d{1,2}(?::\d{1,2})?[.,]\d{1,3}[ \t]*-->")
_PO = re.compile(r"(?:^[ \t]*#.*\n|^[ \t]*\n|^msgctxt[ \t].*\n|^\".*\"[ \t]*\n)*^msgid[ \t]+\"", re.MULTILINE)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|```|~~~|\[\^[^\]]+\]:|!\[|> \S|\|.*\|[ \t]*$|[-*] \S)|\]\(https?://|\*\*\S", re.MULTILINE
)
TABBED_SHARE = 0.9
"""Share of the lines with one tab, between two languages, from which on a text is a table."""
MARKDOWN_SIGNS = 3
"""Number of marks of different kinds from which on a text without a telling name is Markdown."""


def kind_of(head: bytes, path: str) -> SourceKind | None:
    """Returns the kind of a source by its first bytes and its path; None for other ones, and for text without marks."""
    by_name = SUFFIXES.get(os.path.splitext(path)[1].lower())
    if head.startswith(_ARCHIVES):
        if other_kind(head):
            return None
        is_book = b"application/epub+zip" in head[:200] or by_name == "epub"
        return "epub" if is_book else "word"
    text = _text_of(head)
    if found := _XML.match(text):
        root = found[1].lower()
        if root in _ROOTS:
            return _ROOTS[root]
        if re.match(r"\s*<!DOCTYPE\s+html", text, re.IGNORECASE):
            return "html"
    elif re.match(r"\s*<!DOCTYPE\s+html", text, re.IGNORECASE):
        return "html"
    if text.startswith("WEBVTT") or _SRT.match(text):
        return "subtitles"
    if _PO.match(text):
        return "po"
    if by_name in ("epub", "word"):
        return None if other_kind(head) else by_name
    if by_name:
        return by_name
    if _is_tabbed(text):
        return "csv"
    signs = {found[0][:2] for found in _MARKDOWN.finditer(text)}
    is_open = os.path.splitext(path)[1].lower() not in (".txt", ".text")
    return "markdown" if is_open and len(signs) >= MARKDOWN_SIGNS and "#" in {sign[0] for sign in signs} else None


def _is_tabbed(text: str) -> bool:
    """Whether each line of a text is a text and its translation, with a tab between them."""
    lines = [line.split("\t") for line in text.split("\n")[:200] if line.strip()]
    pairs = [line for line in lines if len(line) == 2 and side_of(line[0]) != side_of(line[1])]
    return len(pairs) > 2 and len(pairs) >= TABBED_SHARE * len(lines)


def other_kind(head: bytes) -> str:
    """Returns the name of a kind of file that is no source; empty if it may be text."""
    if head[4:8] == b"ftyp":
        return "a photo in HEIC or AVIF (save it as JPEG)" if head[8:12] in _PHOTOS else "a sound or film"
    if head.startswith(_ARCHIVES):
        return next((name for mark, name in _OTHER_ARCHIVES if mark in head), "")
    if found := next((name for mark, name in _OTHERS if head.startswith(mark)), ""):
        return found
    text = _text_of(head)
    root = _XML.match(text)
    if root and (root[1].lower() == "svg" or text.lstrip().startswith("<?xml")):
        return f"an XML file of another kind ({root[1]})"
    return next((name for pattern, name in _OTHER_TEXTS if pattern.match(text)), "")


def _text_of(head: bytes) -> str:
    """Returns the first bytes as text, whatever their encoding: ASCII is the same in nearly all."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace").replace("\r\n", "\n")
    zeros = head[:200].count(0)
    if zeros * 3 > len(head[:200]) > 8:
        encoding = "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
        return head[: len(head) // 2 * 2].decode(encoding, "replace").replace("\r\n", "\n")
    return head.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
