"""A plain scan of the texts that a site shows, and queries for it: the truth for the search of a site."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from reader.exporting.edition import Edition
from reader.model.scripts import simplified_forms, traditional_forms
from reader.search.query import parse_query
from reader.search.terms import Facets
from reader.search.texts import search_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.magazine import Issue
    from reader.search.terms import TextField


class PlainScan:
    """All texts of a site with the addresses of their places."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.texts: list[tuple[str, TextField, str]] = []
        for issue in issues:
            edition = Edition(issue, tuple(article for _, article in issue.articles()))
            for article in edition.articles:
                tags = edition.tags(article)
                for text in search_texts(article):
                    place = f"{issue.id}/{article.id}/" + (f"#{text.anchor}" if text.anchor else "")
                    if not text.side or text.side in tags:
                        for tag, prose in text.text.sides:
                            if prose.text and (not tag or tag in tags):
                                self.texts.append((place, text.field, prose.text))

    def places(self, written: str) -> set[str]:
        """Returns the addresses of the places that a query finds."""
        query = parse_query(written)
        return {
            place for place, field, text in self.texts if query.clauses and query.spans(text, Facets(field, {}, "", ""))
        }

    def queries(self, count: int, seed: str) -> list[str]:
        """Returns queries of every kind, most of them from the texts themselves."""
        rng = random.Random(seed)
        return [self._query(rng) for _ in range(count)]

    def _query(self, rng: random.Random) -> str:
        kind = rng.choice(
            ("part", "part", "part", "word", "word", "forms", "phrase", "both", "script", "mixed", "other")
        )
        _, _, text = rng.choice(self.texts)
        words = [word for word in text.split() if word.isascii() and word.isalpha()] or ["the"]
        start = rng.randrange(len(text))
        part = text[start : start + rng.randrange(1, 8)]
        word = rng.choice(words)
        if kind == "word":
            return word.upper() if rng.random() < 0.2 else word
        if kind == "forms":
            return rng.choice((word + "s", word + "ed", word + "ing", word.removesuffix("s"), word.removesuffix("ed")))
        if kind == "phrase":
            at = rng.randrange(len(words))
            return f'"{" ".join(words[at : at + rng.randrange(2, 5)])}"'
        if kind == "both":
            _, _, other = rng.choice(self.texts)
            return (
                f"{word} {rng.choice(other.split() or ['of'])[:12]}"
                if rng.random() < 0.5
                else f"{part[:2]} {other[:2]}"
            )
        if kind == "script":
            return part.translate(rng.choice((traditional_forms(), simplified_forms())))
        if kind == "mixed":
            return text[max(0, start - 4) : start + 12]
        if kind == "other":
            return rng.choice(
                (
                    f"{word} -{rng.choice(words)}",
                    f"{word} OR {part}",
                    f"title:{word}",
                    f"caption:{part[:1]}",
                    "",
                    "-",
                    "℃",
                    "，",
                    "鸿鹄鸟",
                    '"',
                    "C++",
                )
            )
        return part.strip() or word
