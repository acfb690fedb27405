"""Printed page numbers, told from years, volumes, dates and addresses beside them."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

_YEARS = range(1900, 2100)
"""Numbers that are years at the foot of a page; no issue has as many pages."""
_LAST_DAY = 31
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_COUNTED_BEFORE = re.compile(
    r"(?:\b(?:nos?|vol|volume|room|suite|box|floor|unit|apt|flat|tel|part|chapter)\b\.?"
    r"|\A\s*(?:issue|number)|[№#第室]|(?:\A|\s)[卷期])\s*\Z",
    re.IGNORECASE,
)
"""Words before a number that counts something else than pages."""
_COUNTED_AFTER = re.compile(r"\s*(?:[卷期号號年月日辑輯册冊室楼樓届屆章元岁歲%％]|(?:st|nd|rd|th)\b)", re.IGNORECASE)
_PAGES_AFTER = re.compile(r"\s*[页頁]")
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})[a-z]*\.?\s+\Z", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s+(?:{_MONTHS})[a-z]*\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\b\d+[A-Za-z]?\s+(?:[A-Z][\w'’]*\s+){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Boulevard|Blvd|Drive|Square|Terrace)\b"
)
_NUMBER = re.compile(r"(?<!\S)\d{1,4}(?!\S)")


def page_numbers(line: str, expected: Collection[str] = ()) -> list[str]:
    """Returns the numbers between blanks of a line that may be those of pages.

    Args:
        line: A line at the head or foot of a page.
        expected: Numbers that the page is known to have, by a label for example: they are page numbers in any case.
    """
    return [
        found[0]
        for found in _NUMBER.finditer(line)
        if found[0] in expected or is_page_number(found[0], line[: found.start()], line[found.end() :])
    ]


def is_page_number(number: str, before: str = "", after: str = "") -> bool:
    """Whether a number is that of a page, by the text before and after it in its line.

    A year, the number of a volume, an issue, a house or a room, and the day of a date are none.
    """
    if _PAGES_AFTER.match(after):
        return True
    if int(number) in _YEARS or _ADDRESS.search(before + number + after):
        return False
    if _COUNTED_BEFORE.search(before) or _COUNTED_AFTER.match(after):
        return False
    is_day = 0 < int(number) <= _LAST_DAY
    return not (is_day and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after)))
