"""Elements of XML with their places; sizes are bounded.

A document with a type declaration is refused, so that there are no entities.
"""

from __future__ import annotations

from xml.parsers import expat

from reader.translation.translation_file import FileFaultError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_DEPTH = 64
MAX_ELEMENTS = 1_000_000
XML_LANG = "http://www.w3.org/XML/1998/namespace lang"


class XmlElement:
    """An element, with its place counted from 1; names have their namespace before a blank."""

    __slots__ = ("attributes", "column", "line", "name", "parts")

    def __init__(self, name: str, attributes: Mapping[str, str], line: int, column: int) -> None:
        self.name, self.attributes = name.rpartition(" ")[2], attributes
        self.line, self.column = line, column
        self.parts: list[str | XmlElement] = []

    def get(self, name: str) -> str:
        """Returns an attribute; empty without it."""
        return self.attributes.get(name, "")

    @property
    def elements(self) -> Iterator[XmlElement]:
        """The elements directly in it."""
        return (part for part in self.parts if isinstance(part, XmlElement))

    def find(self, name: str) -> XmlElement | None:
        """Returns the first element of a name directly in it, or None."""
        return next((element for element in self.elements if element.name == name), None)

    def all(self, name: str) -> Iterator[XmlElement]:
        """Yields the elements of a name in it, at any depth."""
        for element in self.elements:
            if element.name == name:
                yield element
            else:
                yield from element.all(name)

    @property
    def text(self) -> str:
        """Its text with that of the elements in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


def read_xml(data: bytes) -> XmlElement:
    """Returns the outermost element of a document.

    Raises:
        FileFaultError: If it is not well formed, has a type declaration, or is too large.
    """
    reading = _TreeReading()
    parser = reading.parser
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code)
        raise FileFaultError(f"is no XML that can be read: {message}", error.lineno, error.offset + 1) from error
    except (ValueError, LookupError) as error:
        raise FileFaultError(f"is no XML that can be read: {error}") from error
    assert reading.root
    return reading.root


class _TreeReading:
    """The state between two events of the parser."""

    def __init__(self) -> None:
        self.root: XmlElement | None = None
        self._open: list[XmlElement] = []
        self._count = 0
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse_type

    def _refuse_type(self, *_declaration: object) -> None:
        raise self._fault("has a type declaration (DOCTYPE), which is not read")

    def _fault(self, message: str) -> FileFaultError:
        return FileFaultError(message, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = XmlElement(name, attributes, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self._count += 1
        if len(self._open) >= MAX_DEPTH:
            raise self._fault(f"is nested deeper than {MAX_DEPTH} elements")
        if self._count > MAX_ELEMENTS:
            raise self._fault(f"has more than {MAX_ELEMENTS:,} elements")
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].parts.append(text)
