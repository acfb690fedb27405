"""Checks for markup of other formats, which readers see as it is (T707)."""

from __future__ import annotations

import re

from reader.gate import said_of
from reader.model.address import ID_PATTERN
from reader.model.markup import without_code
from reader.source.checks.places import TextPlace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Extent, Text
    from reader.source.schema.load_context import LoadContext

MAX_SHOWN_CHARS = 20
_TAGS = (
    "a|abbr|article|b|big|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]"
    "|header|hr|html|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|pre|rp|rt|ruby|s|script|section|small|span|strike"
    "|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|video"
)
_MARKUP = re.compile(
    r"""
    !\[[^\[\]\n]{0,200}\](?:\(|\[)           # a picture
  | \[\^(?!ID\])[^\]\s\[]{1,40}\]            # a footnote whose id is none
  | \]\((?:[^()\s:]{1,200}\.(?:html?|md|png|jpe?g|gif|svg|webp|pdf)|/[^()\s]{0,200})\)  # a link within a site
  | ```|~~~
  | ~~[^~\s][^~]{0,200}~~                    # struck out
  | </?(?:TAGS)(?:\s[^<>]{0,300})?/?>
  | <!--
  | &(?:nbsp|amp|lt|gt|quot|apos|mdash|ndash|hellip|ldquo|rdquo|lsquo|rsquo|middot|ensp|emsp);
  | &\#(?:\d{2,6}|x[0-9a-fA-F]{2,5});
  | \[\[[^\[\]\n]{1,200}\]\]                 # a link of a wiki
  | \{\{[^{}\n]{1,200}\}\}
  | \\(?:textbf|textit|emph|section|footnote|begin|end|cite)\{
  | (?m:^)\#{1,6}[ ]\S                       # a heading
  | (?m:^)>[ ]\S                             # a quotation
    """.replace("TAGS", _TAGS).replace("ID", f"(?-i:{ID_PATTERN})"),
    re.VERBOSE | re.IGNORECASE,
)
_STRONG = re.compile(r"(?<![\s*])\*\*(?!\*)|(?<!\*)\*\*(?![\s*]|\Z)")
"""The mark of strong words; one between blanks is an operator."""
_CHARACTERS = re.compile(r"[\[\]`~<&{\\#>*]")
"""Characters without which a text has no markup; most texts have none."""


def check_markup(text: Text, context: LoadContext) -> None:
    """Reports markup of Markdown, HTML, a wiki or LaTeX that is left as plain text in a language of a text."""
    for tag, prose in text.sides:
        if not _CHARACTERS.search(prose.text):
            continue
        place = TextPlace(text, tag, context)
        found = foreign_markup(prose.without_code(), place.source)
        if found is not None:
            start, end = found
            shown = place.source[start : min(end, start + MAX_SHOWN_CHARS)]
            message = said_of(shown, "is markup of another format, and is shown as it is")
            hint = "remove it, or write a block or the markup of this format"
            place.report_in_source("T707", start, message, hint)


def foreign_markup(text: str, source: str) -> Extent | None:
    """Returns the extent in the source of the first markup of another format, or None.

    Args:
        text: The text without the markup that was understood, and without code.
        source: The text as it is written, in which a backslash makes plain text of a mark.
    """
    plain = without_code(source)
    found = _MARKUP.search(plain) or (_STRONG.search(plain) if _STRONG.search(text) else None)
    return found.span() if found else None
