"""Ids of drafted articles and sections, made of the words of a title or of its pinyin."""

from __future__ import annotations

import re
from itertools import count

from reader.importing.scripts import count_han
from reader.model.equivalence import without_case_and_width

_MAX_CHARS = 100
"""Length of an id made of words, which leaves room for a number within the bound of ids."""


def slug(text: str) -> str:
    """Returns an id made of the first words of a text, without accents; empty if it has no Latin letters."""
    words = re.findall(r"[a-z0-9]+", without_case_and_width(text).replace("'", "").replace("’", ""))
    slug = "-".join(words[:6])[:_MAX_CHARS].strip("-")
    return slug if re.search("[a-z]", slug) else ""


def pinyin_slug(text: str) -> str:
    """Returns an id made of the pinyin of a text's first characters; empty if it has no Han characters."""
    if not count_han(text):
        return ""
    from pypinyin import lazy_pinyin  # slow to import, and only titles without Latin letters need it

    return slug(" ".join(lazy_pinyin(text[:8], errors="ignore")))


def unused(wanted: str, used: set[str]) -> str:
    """Returns the wanted id, with a number if it is used, and adds it to the used ones."""
    made = wanted
    for number in count(2):
        if made not in used:
            break
        made = f"{wanted}-{number}"
    used.add(made)
    return made
