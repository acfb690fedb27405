"""Titles of articles that began on another page of the issue, as ``Old bridges (continued from page 2)``."""

from __future__ import annotations

import re

from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region

_PLACE = r"(?:the\s+)?(?:front\s+|first\s+|last\s+)?(?:page|cover|p\.)"
_CONTINUED = re.compile(
    rf"cont(?:inued|['’]d|inues|\.)?\s+from\s+{_PLACE}|Fortsetzung\s+von\s+(?:Seite|S\.)|suite\s+de\s+la\s+page"
    r"|viene\s+de\s+la\s+p[áa]g|continua(?:ção)?\s+d(?:a|alla)\s+p[áa]g|segue\s+da\s+pag|vervolg\s+van\s+pag"
    r"|[上紧緊]?接第?\s*[\d一二三四五六七八九十]+\s*[版页頁]",
    re.IGNORECASE,
)
"""Words that say on which page an article began; signs of the place where it goes on are others."""


def with_continued_titles(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; a line that says where its article began is a title, and the text under it runs on.

    Without words beside those it is furniture.
    """
    found = list(regions)
    for at, region in enumerate(regions):
        block = region.block
        if region.role not in (None, "heading") or len(block.lines) > 1 or not (said := _CONTINUED.search(block.text)):
            continue
        rest = block.text[: said.start()] + block.text[said.end() :]
        is_named = sum(map(str.isalpha, rest)) >= weights.CONTINUED_TITLE_MIN_LETTERS
        found[at] = replace(region, role="title" if is_named else "running")
        for below in _texts_under(block, regions) if is_named else ():
            found[below] = replace(regions[below], role="body")
    return found


def _texts_under(title: TextBlock, regions: Sequence[Region]) -> list[int]:
    """Returns the indices of texts without a role that follow close under a title in its column."""
    found: list[int] = []
    above = title
    for at in sorted(range(len(regions)), key=lambda at: regions[at].block.top):
        region = regions[at]
        block = region.block
        if block.top < above.bottom - block.size / 2 or shared_width(block, title) <= 0:
            continue
        is_close = block.top - above.bottom <= weights.CONTINUED_TEXT_GAP_EM * block.size
        if region.role is not None or block.bold or not is_close:
            break
        found.append(at)
        above = block
    return found
