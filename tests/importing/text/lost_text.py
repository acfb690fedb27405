"""The characters of a page's text that are nowhere in what was extracted from it."""

from collections import Counter

from reader.importing.extraction import Extraction
from reader.importing.objects import as_object

FOLDED = str.maketrans("，；：？！", ",;:?!")
HYPHENS = "-\u00ad\u2010\u2011"


def texts(value: object) -> str:
    """All strings of an extraction, but for kinds."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(
            texts(each)
            for key, each in value.items()
            if key not in ("type", "kind", "page", "pages", "confidence", "doubt")
        )
    if isinstance(value, (list, tuple)):
        return "".join(texts(each) for each in value)
    return ""


def lost(text: str, extraction: Extraction) -> Counter[str]:
    """The characters of a text that are nowhere in an extraction; hyphens at line ends may go."""
    wanted = Counter("".join(text.split()).translate(FOLDED))
    given = Counter("".join(texts(as_object(extraction)).split()).translate(FOLDED))
    missing = wanted - given
    ends = sum(line.rstrip()[-1:] in HYPHENS or "- " in line for line in text.splitlines() if line.strip())
    for hyphen in HYPHENS:
        if missing[hyphen] <= ends + text.count("- "):
            del missing[hyphen]
    return +missing
