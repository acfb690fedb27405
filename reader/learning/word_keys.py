"""The key of a word: one form for its spellings, scripts and inflections, by which judgements of it are found. Pure."""

from __future__ import annotations

from functools import lru_cache

from reader.model.equivalence import fold
from reader.model.scripts import is_han
from reader.search.stemming import stem

MAX_WORD_CHARS = 80
"""Longest word that is kept."""


@lru_cache(20_000)
def key_of(word: str) -> str:
    """Returns the key of a word: ``头发`` for ``頭髮``, too, ``spring`` for ``Springs``; empty without letters."""
    folded = fold(word).replace("’", "'").strip().removesuffix("'s")
    return folded if any(map(is_han, folded)) else stem(folded)
