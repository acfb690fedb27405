"""Check of simplified texts: characters that only traditional texts have (L608)."""

from __future__ import annotations

import re

from reader.model.language import is_simplified
from reader.model.magazine import Credit, GlossaryEntry, Issue, Source
from reader.model.simplified import simplified_by_place
from reader.model.text import Text
from reader.source.checks.places import TextPlace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.source.schema.load_context import LoadContext

MAX_SHOWN = 5
"""Maximum number of characters that a message shows."""
_BETWEEN_NAMES = re.compile(r"[\s、，,/·]+")


def check_simplified_texts(context: LoadContext) -> None:
    """Reports the traditional characters of simplified texts, those of names left out."""
    names: set[str] | None = None
    for text in context.all_built(Text):
        for tag, prose in text.sides:
            if prose.text.isascii() or not is_simplified(tag):
                continue
            words = prose.without_code() if prose.spans else prose.text
            if not simplified_by_place(words):
                continue
            names = set(_names(context)) if names is None else names
            for name in names:
                words = words.replace(name, " " * len(name))
            if found := simplified_by_place(words):
                pairs = list(dict.fromkeys(f"{words[at]}→{form}" for at, form in found.items()))
                hint = f"write {'、'.join(pairs[:MAX_SHOWN])}"
                message = "a simplified text has traditional characters"
                TextPlace(text, tag, context).report("L608", min(found), message, hint)


def _names(context: LoadContext) -> Iterator[str]:
    """Yields the names of an issue that have traditional characters: persons, terms of the glossary, publications."""
    texts = [credit.name for credit in context.all_built(Credit)]
    texts += [entry.term for entry in context.all_built(GlossaryEntry)]
    texts += [source.title for source in context.all_built(Source) if source.title]
    texts += [issue.magazine for issue in context.all_built(Issue)]
    written = [prose.text for text in texts for _, prose in text.sides]
    written += [spelling for entry in context.all_built(GlossaryEntry) for spelling in entry.also]
    for name in written:
        for part in (name, *_BETWEEN_NAMES.split(name)):
            if simplified_by_place(part):
                yield part
