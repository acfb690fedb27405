"""Places of Markdown that links lead to: headings by the name that they are given, or by their words."""

from __future__ import annotations

import html
import re
from collections import Counter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.documents.html_tree import Element

_NAMED = re.compile(
    r"^([ ]{0,3}\S[^\n]{0,300}?)[ \t]{0,9}\{:?[^{}\n]{0,99}?#([\w:.-]{1,99})[^{}\n]{0,99}\}[ \t#]{0,9}$"
    r"(?=(\n[ \t]*[=-]{3,}[ \t]*$)?)",
    re.MULTILINE,
)
_NO_NAME = re.compile(r"[^\w\- ]")


def with_named_headings(text: str) -> str:
    """Returns Markdown whose headings have their names (``{#name}``) as elements of HTML."""
    return _NAMED.sub(
        lambda found: (
            f'{found[1]} <a id="{html.escape(found[2])}"></a>'
            if found[3] or found[1].lstrip().startswith("#")
            else found[0]
        ),
        text,
    )


def name_headings(root: Element) -> None:
    """Gives each heading the name that sites make of its words, if links of the text lead to such names."""
    if not any(link.get("href").startswith("#") for link in root.all("a")):
        return
    counts: Counter[str] = Counter()
    for heading in root.all(*(f"h{level}" for level in range(1, 7))):
        name = _NO_NAME.sub("", heading.text().strip().lower()).replace(" ", "-")
        number, counts[name] = counts[name], counts[name] + 1
        if not heading.get("id"):
            heading.attributes["id"] = f"{name}-{number}" if number else name
