"""Addresses of content: ``ISSUE``, ``ISSUE/ARTICLE``, ``ISSUE/ARTICLE#ANCHOR``, ``ISSUE#page-61``; and links to it."""

from __future__ import annotations

import re

from reader.model.record import record

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
_PAGE = r"page-[^\W_]{1,8}"
_ANCHOR = rf"((?!p[0-9]+\Z)(note\.)?{ID_PATTERN}|([A-Za-z0-9-]+\.)?p[1-9][0-9]*|{_PAGE})\Z"
_ADDRESS = rf"(?P<issue>{ID_PATTERN})(/(?P<article>{ID_PATTERN}))?(#(?P<anchor>[\w.-]+))?\Z"
_LINK = rf"((?P<issue>{ID_PATTERN})/)?(?P<article>{ID_PATTERN})?(#(?P<anchor>[\w.-]+))?\Z"
PARAGRAPH_NUMBER = r"p[0-9]+\Z"
PAGE_PREFIX = "page-"
"""Beginning of an anchor that names a printed page."""


@record
class Address:
    """The name of a place in the content of a library; parts that are not given are empty."""

    issue: str
    article: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        return self.issue + (f"/{self.article}" if self.article else "") + (f"#{self.anchor}" if self.anchor else "")

    @property
    def page(self) -> str:
        """The printed page that its anchor names; empty for another anchor."""
        return page_of(self.anchor)


def parse(written: str) -> Address | None:
    """Returns a written address in its parts, or None if it does not have the form of an address."""
    match = re.match(_ADDRESS, written)
    if not match:
        return None
    anchor = match["anchor"] or ""
    if anchor and not re.match(_ANCHOR if match["article"] else rf"{_PAGE}\Z", anchor):
        return None
    return Address(match["issue"], match["article"] or "", anchor)


def is_link(target: str) -> bool:
    """Whether the target of a link has the form of one inside the magazine.

    It is ``#ANCHOR``, ``ARTICLE`` or ``ISSUE/ARTICLE``, the last two with an anchor or without. One without a letter is
    none: texts have numbers in parentheses.
    """
    match = re.match(_LINK, target)
    if not match or not (match["article"] or match["anchor"]) or (match["issue"] and not match["article"]):
        return False
    return bool(re.match(_ANCHOR, match["anchor"])) if match["anchor"] else any(map(str.isalpha, target))


def of_link(target: str, issue: str, article: str) -> Address | None:
    """Returns the address that a link in an article leads to; None for a target outside the magazine."""
    match = re.match(_LINK, target)
    if not match or not is_link(target):
        return None
    return Address(match["issue"] or issue, match["article"] or article, match["anchor"] or "")


def page_of(anchor: str) -> str:
    """Returns the printed page that an anchor names; empty for another anchor."""
    return anchor.removeprefix(PAGE_PREFIX) if re.match(rf"{_PAGE}\Z", anchor) else ""
