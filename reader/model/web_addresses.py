"""Addresses of the web that a text has without marks: each is a link. Pure."""

from __future__ import annotations

import re

from reader.model.record import replace
from reader.model.text import Prose, Span, span_order

_ADDRESS = re.compile(r"(?<![A-Za-z0-9@/.])(?<!\]\()https?://[A-Za-z0-9][A-Za-z0-9._~:/?#@!$&'+,;=%-]*", re.IGNORECASE)
"""An address of the web without marks; what follows it is no character of an address, or one that ends a sentence."""
_AFTER_ADDRESS = ".,:;!?'"


def with_addresses(prose: Prose) -> Prose:
    """Returns a prose with a link over each address of the web that is written without marks."""
    if "://" not in prose.text:
        return prose
    found: list[Span] = []
    over: list[Span] = []
    following = 0
    for address in _ADDRESS.finditer(prose.text):
        target = address[0].rstrip(_AFTER_ADDRESS)
        start, end = address.start(), address.start() + len(target)
        over = [span for span in over if start < span.end]
        while following < len(prose.spans) and prose.spans[following].start < end:
            if start < prose.spans[following].end:
                over.append(prose.spans[following])
            following += 1
        is_free = all(span.kind in ("emphasis", "strong") and _is_nested(span, start, end) for span in over)
        if is_free and not target.endswith("/" * 2):
            found.append(Span(start, end, "link", target))
    return replace(prose, spans=tuple(sorted((*prose.spans, *found), key=span_order))) if found else prose


def _is_nested(span: Span, start: int, end: int) -> bool:
    """Whether a span is inside ``text[start:end]``, or has it inside."""
    return (span.start <= start and end <= span.end) or (start <= span.start and span.end <= end)
