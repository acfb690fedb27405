"""Ids for what is drafted: of the words of a title, or of what its characters are read as."""

from __future__ import annotations

import re
from itertools import count

from reader.importing.scripts import han


def slug(text: str) -> str:
    """Returns an id of a text's words; empty if it has no Latin letters."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))
    slug = "-".join(words[:6])
    return slug if re.search("[a-z]", slug) else ""


def pinyin(text: str) -> str:
    """Returns an id of what a text's first characters are read as; empty if none of them is Chinese."""
    if not han(text):
        return ""
    from pypinyin import lazy_pinyin  # takes a while, and only a title without English needs it

    return slug(" ".join(lazy_pinyin(text[:8], errors="ignore")))


def unused(wanted: str, used: set[str]) -> str:
    """Returns an id that is not used yet, and remembers it."""
    made = wanted
    for number in count(2):
        if made not in used:
            break
        made = f"{wanted}-{number}"
    used.add(made)
    return made
