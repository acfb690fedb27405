"""Addresses of content: ``ISSUE``, ``ISSUE/ARTICLE``, ``ISSUE/ARTICLE#ANCHOR``."""

from __future__ import annotations

import re

from reader.model.record import record

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
_ANCHOR = rf"((?!p[0-9]+\Z)(note\.)?{ID_PATTERN}|([A-Za-z0-9-]+\.)?p[1-9][0-9]*)\Z"
_ADDRESS = rf"(?P<issue>{ID_PATTERN})(/(?P<article>{ID_PATTERN})(#(?P<anchor>[A-Za-z0-9.-]+))?)?\Z"
PARAGRAPH_NUMBER = r"p[0-9]+\Z"


@record
class Address:
    """The name of a place in the content of a library; parts that are not given are empty."""

    issue: str
    article: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        return self.issue + (f"/{self.article}" if self.article else "") + (f"#{self.anchor}" if self.anchor else "")


def parse(written: str) -> Address | None:
    """Returns a written address in its parts, or None if it does not have the form of an address."""
    match = re.match(_ADDRESS, written)
    if not match:
        return None
    anchor = match["anchor"] or ""
    if anchor and not re.match(_ANCHOR, anchor):
        return None
    return Address(match["issue"], match["article"] or "", anchor)
