"""Pages that Word has saved: its classes of paragraphs as the elements of HTML that they stand for."""

from __future__ import annotations

import re

from reader.importing.documents.html_captions import gather_captions
from reader.importing.documents.html_tree import Element

_SIGN = re.compile(r"\s*(?:([l·•o§Øüvn¨–‣◦▪-])|[(（]?(\d{1,3}|[a-z]|[ivx]{1,5})[.)、）])[\s\xa0]+", re.IGNORECASE)
_MARGIN = re.compile(r"margin-left:\s*([0-9.]+)")
_LEVEL = re.compile(r"\blevel([1-9])\b")
MAX_SIGN_CHARS = 24
"""Number of characters, blanks among them, up to which the words before a text are the sign of an item."""


def with_office_classes(root: Element) -> None:
    """Makes headings, quotations, lists and captions of the paragraphs of a page that Word has saved."""
    paragraphs = [each for each in root.all("p", "div") if "Mso" in each.get("class")]
    for each in paragraphs:
        name = each.get("class")
        if re.search(r"MsoToc\d|MsoHeader|MsoFooter", name):
            each.remove()
        elif "MsoTitle" in name:
            each.name = "div"
            each.attributes |= {"role": "heading", "aria-level": "0"}
        elif "MsoQuote" in name or "MsoIntenseQuote" in name:
            each.name = "blockquote"
    gather_captions(root, _is_picture, lambda each: "MsoCaption" in each.get("class"), 1)
    _make_lists([each for each in paragraphs if each.parent and "MsoListParagraph" in each.get("class")])


def _is_picture(line: Element) -> bool:
    return line.name in ("p", "div") and line.first("img") is not None and not line.text().strip()


def _make_lists(paragraphs: list[Element]) -> None:
    """Makes items of paragraphs with a sign before their words; those after each other are one list."""
    margins = sorted({_margin(each) for each in paragraphs if _SIGN.match(each.text())})
    made: Element | None = None
    last: Element | None = None
    for each in paragraphs:
        found = _SIGN.match(each.text())
        parent = each.parent
        assert parent
        if not found or found.end() > MAX_SIGN_CHARS:
            made = None
            continue
        _remove_characters(each, found.end())
        told = _LEVEL.search(each.get("style"))
        depth = int(told[1]) if told else margins.index(_margin(each)) + 1
        siblings = [*parent.elements]
        at = next(place for place, other in enumerate(siblings) if other is each)
        is_next = made is not None and at > 0 and siblings[at - 1] is made
        if made is None or not is_next:
            made = Element("ol" if found[2] else "ul", {}, parent)
            made.holds_block = True
            place = next(place for place, other in enumerate(parent.children) if other is each)
            parent.children[place] = made
            last = None
        else:
            each.remove()
        item = Element("li", dict(each.attributes), made)
        item.children = each.children
        for child in item.elements:
            child.parent = item
        if last is not None and depth > 1:
            inner = next((own for own in last.elements if own.name in ("ul", "ol")), None)
            if inner is None:
                inner = Element("ol" if found[2] else "ul", {}, last)
                inner.holds_block = last.holds_block = True
                last.children.append(inner)
            item.parent = inner
            inner.children.append(item)
        else:
            made.children.append(item)
            last = item


def _margin(paragraph: Element) -> float:
    found = _MARGIN.search(paragraph.get("style"))
    return float(found[1].rstrip(".") or 0) if found and found[1].count(".") < 2 else 0.0


def _remove_characters(element: Element, count: int) -> int:
    """Takes the first characters out of an element; returns the number of those that it has not."""
    for at, child in enumerate(element.children):
        if not count:
            return 0
        if isinstance(child, str):
            taken = min(count, len(child))
            element.children[at] = child[taken:]
            count -= taken
        else:
            count = _remove_characters(child, count)
    return count
