"""Indented boxes, tabs and lists of dialects of Markdown (MkDocs, Pandoc) as forms that CommonMark and HTML have."""

from __future__ import annotations

import re

from reader.importing.documents.languages import language_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENING = re.compile(
    r"([ \t]*)(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+(?=[\"“\w])([A-Za-z][\w -]*?)?[ \t]*(?:\"([^\"\n]*)\")?[ \t]*\Z"
)
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_ABBREVIATION = re.compile(r"\*\[[^\]\n]+\]:[ \t]+\S")
_QUOTING = frozenset({"quote", "cite"})
_ANY_NUMBER = re.compile(r"([ \t]*)#\.(?=[ \t]+\S)")
_LETTERED = re.compile(r"([ \t]*)\(?([a-z])\)(?=[ \t]+\S)")
MAX_BOXES = 20
"""Boxes inside each other; deeper ones stay as they are."""


def with_indented_boxes(text: str) -> str:
    """Returns Markdown whose boxes and tabs of MkDocs, with their indented text, are divisions of HTML."""
    if not re.search(r"^[ \t]*(?:!!!|\?\?\?|===[!+ \t])", text, re.MULTILINE):
        return text
    return "\n".join(_with_boxes(text.split("\n"), MAX_BOXES))


def _with_boxes(lines: Sequence[str], depth: int) -> list[str]:
    made: list[str] = []
    at = 0
    fence = ""
    while at < len(lines):
        line = lines[at]
        at += 1
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        found = _OPENING.match(line) if not fence and depth else None
        end = _end_of_box(lines, at, len(found[1].expandtabs(4)) + 4) if found else at
        if not found or end == at:
            made.append(line)
            continue
        margin = len(found[1].expandtabs(4)) + 4
        body = [each.expandtabs(4)[margin:] for each in lines[at:end]]
        inner = _box(found, _with_boxes(body, depth - 1))
        made += [found[1] + each if each else each for each in inner]
        at = end
    return made


def _end_of_box(lines: Sequence[str], start: int, margin: int) -> int:
    """Returns the place after the lines from ``start`` on that are indented by ``margin`` columns, or empty."""
    end = at = start
    while at < len(lines) and (not lines[at].strip() or lines[at].expandtabs(4)[:margin].isspace()):
        at += 1
        end = at if lines[at - 1].strip() else end
    return end


def _box(opening: re.Match[str], body: Sequence[str]) -> list[str]:
    """Returns a box or tab; a tab with the name of a language is a text in this language."""
    kind, title = (opening[2] or "").lower(), (opening[3] or "").strip()
    if kind.split(" ")[0] in _QUOTING:
        return ["", *([f"**{title}**", ""] if title else []), *(f"> {line}" for line in body), ""]
    if opening[0].lstrip().startswith("="):
        lang = language_named(title)
        head = [f'<div lang="{lang}">'] if lang else ["<div>", "", f"**{title}**"]
    else:
        head = ['<div class="admonition">', *(["", f"### {title}"] if title else [])]
    return ["", *head, "", *body, "", "</div>", ""]


def with_plain_lists(text: str) -> str:
    """Returns Markdown whose items with ``#.``, or with letters and brackets in their order, have numbers.

    Lines that define abbreviations are left out.
    """
    lines = text.split("\n")
    expected: dict[str, str] = {}
    for at, line in enumerate(lines):
        if found := _ANY_NUMBER.match(line):
            lines[at] = f"{found[1]}1.{line[found.end() :]}"
        elif found := _LETTERED.match(line):
            is_next = expected.get(found[1]) == found[2]
            if not is_next and not (found[2] == "a" and _is_followed(lines, at, found[1])):
                continue
            expected[found[1]] = chr(ord(found[2]) + 1)
            lines[at] = f"{found[1]}{ord(found[2]) - ord('a') + 1}){line[found.end() :]}"
        elif _ABBREVIATION.match(line):
            lines[at] = ""
    return "\n".join(lines)


def _is_followed(lines: Sequence[str], at: int, indent: str) -> bool:
    """Whether an item with ``b`` follows that with ``a`` at the same indent within a few lines."""
    following = (_LETTERED.match(line) for line in lines[at + 1 : at + 12])
    return any(found and found[1] == indent and found[2] == "b" for found in following)
