"""Archives (EPUB, Word) and XML: read within bounds, with the doctype's declarations refused."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from xml.etree import ElementTree
from xml.parsers import expat

from reader.errors import UnusableError
from reader.gate import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

MAX_ENTRIES = 10_000
MAX_ENTRY_BYTES = 32_000_000
"""Maximum size of a part of an archive, unpacked."""
MAX_UNPACKED_BYTES = 256_000_000
"""Maximum size of all parts that are read, unpacked."""
MAX_XML_BYTES = 32_000_000
MAX_XML_DEPTH = 200
MAX_XML_ELEMENTS = 1_000_000
_CHUNK = 1 << 16


class Archive:
    """A ZIP archive; nothing of it is ever written under its own name."""

    def __init__(self, file: BinaryIO | bytes, name: str) -> None:
        """Opens an archive; ``name`` is its name in messages.

        Raises:
            UnusableError: It is damaged, or has too many parts.
        """
        self.name = name
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(file) if isinstance(file, bytes) else file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise UnusableError(f"{name} is a damaged archive: {_words(error)}") from None
        if len(self._zip.filelist) > MAX_ENTRIES:
            raise UnusableError(f"{name} has {len(self._zip.filelist):,} parts, more than {MAX_ENTRIES:,}")
        self._names = {each.filename: each for each in self._zip.filelist}

    def __contains__(self, part: str) -> bool:
        return part in self._names

    @property
    def names(self) -> list[str]:
        """The names of its parts, in their order."""
        return list(self._names)

    def read(self, part: str) -> bytes:
        """Returns a part.

        Raises:
            UnusableError: It is missing, damaged, encrypted or too large.
        """
        entry = self._names.get(part)
        if entry is None:
            raise UnusableError(f"{self.name} lacks the part {quoted(part)}")
        if entry.flag_bits & 1:
            raise UnusableError(f"{self.name} is encrypted (its part {quoted(part)})")
        data: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as file:
                while chunk := file.read(_CHUNK):
                    data.append(chunk)
                    size += len(chunk)
                    self._read += len(chunk)
                    if size > MAX_ENTRY_BYTES or self._read > MAX_UNPACKED_BYTES:
                        most = MAX_ENTRY_BYTES if size > MAX_ENTRY_BYTES else MAX_UNPACKED_BYTES
                        raise UnusableError(
                            f"{self.name}: its part {quoted(part)} unpacks to more than {most // 10**6} MB"
                        )
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            NotImplementedError,
            EOFError,
            zlib.error,
            RuntimeError,
        ) as error:
            raise UnusableError(f"{self.name}: its part {quoted(part)} is damaged: {_words(error)}") from None
        return b"".join(data)

    def xml(self, part: str) -> ElementTree.Element:
        """Returns a part that is XML."""
        return parse_xml(self.read(part), f"{self.name}: {part}")


def _words(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error)) or type(error).__name__


def resolved(base: str, href: str) -> str:
    """Returns the name of the part that a reference in another part means; empty if it leads out of the archive."""
    from urllib.parse import unquote

    path = unquote(href.partition("#")[0].partition("?")[0])
    if not path or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\", path) or "\0" in path:
        return ""
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(base), path)
    normal = posixpath.normpath(joined)
    return "" if normal.startswith("..") or normal == "." else normal


class _Guard:
    """Builds the tree of XML, and refuses declarations of entities, depth and size beyond the bounds."""

    def __init__(self, name: str) -> None:
        self._builder = ElementTree.TreeBuilder()
        self._name = name
        self._depth = self._count = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = False
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._builder.data
        self.parser.EntityDeclHandler = self._refuse_entity
        self.parser.ExternalEntityRefHandler = lambda *_: 0
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def close(self) -> ElementTree.Element:
        return self._builder.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > MAX_XML_DEPTH:
            raise UnusableError(f"{self._name}: line {self._line()}: nested more than {MAX_XML_DEPTH} deep")
        if self._count > MAX_XML_ELEMENTS:
            raise UnusableError(f"{self._name}: line {self._line()}: more than {MAX_XML_ELEMENTS:,} elements")
        self._builder.start(_name(tag), {_name(key): value for key, value in attributes.items()})

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(_name(tag))

    def _refuse_entity(self, name: str, *_rest: object) -> None:
        raise UnusableError(f"{self._name}: line {self._line()}: declares the entity {quoted(name)}; none is read")

    def _line(self) -> str:
        return f"{self.parser.CurrentLineNumber:,}"


def _name(tag: str) -> str:
    return f"{{{tag}" if "}" in tag else tag


def parse_xml(data: bytes | str, name: str) -> ElementTree.Element:
    """Returns the root of an XML document; ``name`` is its name in messages.

    A doctype is passed over: no file that it names is opened, and one that declares entities is refused.

    Raises:
        UnusableError: It is not well formed, declares entities, or is beyond the bounds.
    """
    if isinstance(data, str):
        data = re.sub(r"\A\s*<\?xml[^>]*\?>", "", data).encode()
    if len(data) > MAX_XML_BYTES:
        raise UnusableError(f"{name} has more than {MAX_XML_BYTES // 10**6} MB of XML")
    guard = _Guard(name)
    try:
        guard.parser.Parse(data, True)
    except expat.ExpatError as error:
        words = expat.errors.messages.get(error.code, "is not well formed")
        raise UnusableError(f"{name}: line {error.lineno:,}, column {error.offset + 1:,}: {words}") from None
    return guard.close()


def local(element: ElementTree.Element) -> str:
    """Returns the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: ElementTree.Element, name: str) -> str:
    """Returns an attribute by its name without a namespace; empty if there is none."""
    if name in element.attrib:
        return element.attrib[name]
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
