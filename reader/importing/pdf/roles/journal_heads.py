"""The first page of a journal's article: the journal over its title, and a second title in another language."""

from __future__ import annotations

import re
from itertools import takewhile

from reader.importing.latin_languages import frequent_words
from reader.importing.pdf.roles.authors import names_in, names_institution
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import count_han, count_latin_words
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.roles.paper_heads import PaperHead
    from reader.importing.pdf.roles.regions import Region, RegionRole

_JOURNAL = re.compile(r"\bwww\.|https?:|\bE?-?ISSN\b|\bDOI\b|\bdoi[:.]", re.IGNORECASE)
"""An address or number of a journal, which is over the title of an article."""


def with_own_titles(regions: Sequence[Region], heads: Sequence[PaperHead]) -> list[Region]:
    """Returns the regions; in the head of a paper, texts down to the address or number of the journal are furniture,
    and the largest one under them is the title. After a title, the same one in another language is a heading.
    """
    roles: dict[int, RegionRole] = {}
    for head in heads:
        over = list(takewhile(_is_over_names, head.texts))
        last = max((at for at, region in enumerate(over) if _JOURNAL.search(region.block.text)), default=-1)
        own = [region for region in over[last + 1 :] if _may_be_title(region, head.abstract.block.size)]
        if last >= 0 and own:
            title = max(own, key=lambda region: region.block.size)
            roles.update({id(region): "running" for region in over[: over.index(title)]})
            roles[id(title)] = "title"
        roles.update(_roles_of_two(own))
    return [replace(region, role=roles[id(region)]) if id(region) in roles else region for region in regions]


def _is_over_names(region: Region) -> bool:
    """Whether a text is over the authors of a paper and their institutions; a journal's name may look like one name."""
    text = " ".join(line.text for line in region.block.lines)
    return len(names_in(text)) <= 1 and (not names_institution(text) or bool(_JOURNAL.search(text)))


def _may_be_title(region: Region, size: float) -> bool:
    """Whether a text is larger than an abstract, whose size is given, and as short as a title."""
    text = region.block.text
    if region.block.size < weights.LARGE_RATIO * size or len(names_in(text)) > 1:
        return False
    words, characters = count_latin_words(text), count_han(text)
    is_long = words > weights.FRONT_TITLE_MAX_WORDS or characters > weights.FRONT_TITLE_MAX_CHARACTERS
    return len(region.block.lines) <= weights.FRONT_TITLE_MAX_LINES and not is_long and not ends_sentence(text)


def _roles_of_two(texts: Sequence[Region]) -> dict[int, RegionRole]:
    """Returns the roles of two titles in two languages, one under the other; none if there are no such ones."""
    pair = texts[:2]
    if len(pair) < 2 or all(region.role != "title" for region in pair) or not is_title_again(*pair):
        return {}
    return {id(pair[0]): "title", id(pair[1]): "heading"}


def is_title_again(title: Region, below: Region) -> bool:
    """Whether the text below a title is the same one in another language, by the frequent words of both."""
    if title.block.size < below.block.size or names_institution(below.block.text):
        return False
    counts, others = frequent_words(title.block.text), frequent_words(below.block.text)
    own, foreign = max(counts, key=lambda tag: counts[tag]), max(others, key=lambda tag: others[tag])
    return counts[own] > counts[foreign] and others[foreign] > others[own]
