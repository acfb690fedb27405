"""Site labels: the lines that a flipbook site writes above the text of a page, such as ``Page 47``."""

from __future__ import annotations

import re

_SITE_LABEL = re.compile(
    r"\W*(page|p\.|pp\.|第)\s*\d+(\s*[-–—/／|]?\s*\d+)?\s*(页|頁|版|of\s+\d+)?(\W.*)?\Z", re.IGNORECASE
)
_MOST_CHARS = 40


def is_site_label(line: str) -> bool:
    """Whether a line is the label of a page."""
    return len(line) < _MOST_CHARS and bool(_SITE_LABEL.match(line))
