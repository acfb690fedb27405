"""Page splitting: divides the text of a document into pages, which are read one by one."""

from __future__ import annotations

from reader.errors import UnusableError
from reader.importing.text.site_labels import is_site_label
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_PAGES = 5000
"""Maximum number of pages of a text, as of a PDF."""
_MOST_LINES = 200
"""Maximum number of lines that are searched together; two facing pages have fewer."""


@record
class TextPage:
    """The text of a page or of facing pages, or some lines of a text without page breaks."""

    text: str
    has_head: bool = True
    """Whether it begins where a page begins."""
    has_foot: bool = True
    """Whether it ends where a page ends."""


def split_pages(text: str) -> Iterator[TextPage]:
    """Yields the pages of a text, in order: a form feed is between them, or a site's label above each.

    Blank pages are left out.

    Raises:
        UnusableError: There are more than :data:`MAX_PAGES`, not counting those without form feeds between them.
    """
    pages = [page for page in text.split("\f") if page and not page.isspace()]
    if len(pages) > MAX_PAGES:
        raise UnusableError(f"the text has {len(pages):,} pages, more than {MAX_PAGES:,}: divide it")
    for page in pages:
        lines = page.splitlines()
        has_head = True
        while len(lines) > _MOST_LINES:
            label = _next_label(lines)
            cut = label or _last_blank(lines) or _MOST_LINES
            yield TextPage("\n".join(lines[:cut]), has_head, bool(label))
            lines, has_head = lines[cut:], bool(label)
        yield TextPage("\n".join(lines), has_head, True)


def _next_label(lines: Sequence[str]) -> int:
    """Returns the index of the label of the next page, 0 if there is none soon; labels after each other are one."""
    for at in range(1, _MOST_LINES):
        if is_site_label(lines[at]) and not is_site_label(lines[at - 1]):
            return at
    return 0


def _last_blank(lines: Sequence[str]) -> int:
    """Returns the index of the last blank line in the second half of the first lines, 0 if there is none."""
    return next((at for at in range(_MOST_LINES, _MOST_LINES // 2, -1) if not lines[at].strip()), 0)
