"""The type of the source that an article or an issue is taken from."""

from __future__ import annotations

from reader.model.magazine import Source
from reader.source.schema.blocks import PLAIN
from reader.source.schema.records import Key, RecordType
from reader.source.schema.values import WordType

MAX_URL_CHARS = 1000
_MONTHS = (
    "(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?",
    "(0[469]|11)(-(0[1-9]|[12][0-9]|30))?",
    "02(-(0[1-9]|1[0-9]|2[0-8]))?",
)
"""Months of 31, 30 and 28 days, each with a day or without."""
_LEAP_YEAR = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"

DATE = WordType(
    "a date",
    f"[0-9]{{4}}(-({'|'.join(_MONTHS)}))?|{_LEAP_YEAR}-02-29",
    "write 2018, 2018-08 or 2018-08-01",
)
URL = WordType(
    "an address of the web",
    r"[Hh][Tt][Tt][Pp][Ss]?://[^\s()\\]+",
    "write it as https://example.org/page; a space, ( and ) as %20, %28 and %29",
    MAX_URL_CHARS,
)
DOI = WordType("a DOI", r"10\.[0-9]{4,9}/[^\s()\\]+", "write it as 10.1000/182, without doi: or https://doi.org/")
ISBN = WordType(
    "an ISBN",
    r"(97[89][- ]?)?([0-9][- ]?){9}[0-9Xx]",
    "write its 13 or 10 digits, with or without hyphens: 978-7-01-000000-8",
)
SOURCE = RecordType(
    "a source",
    Source,
    (
        Key("title", PLAIN, "the title of the publication"),
        Key("url", URL, "its address", default=""),
        Key("doi", DOI, "its DOI, as 10.1000/182", default=""),
        Key("isbn", ISBN, "its ISBN", default=""),
        Key("published", DATE, "the date of the publication, as far as it is known", default=""),
    ),
)
