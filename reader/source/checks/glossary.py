"""Checks of the glossary: duplicate terms, and translations that do not use it (R408, L604)."""

from __future__ import annotations

from reader.gate import quoted
from reader.model.magazine import Article
from reader.model.terms import Terms
from reader.model.translation_status import languages_owed
from reader.source.checks.walking import aligned_texts, node_of_side

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import GlossaryEntry
    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext


def check_duplicate_terms(glossary: Sequence[GlossaryEntry], context: LoadContext) -> None:
    """Reports terms that another entry has, too, in any letter case."""
    seen: dict[tuple[str, str], int] = {}
    for entry in glossary:
        node = context.node(entry, "term")
        for tag, prose in entry.term.sides:
            key = (tag, prose.text.casefold())
            if prose.text and key in seen:
                hint = f"it is already in line {seen[key]}"
                context.report("R408", node, f"the term {quoted(prose.text)} occurs twice", hint)
            elif prose.text and node:
                seen[key] = node.line + 1


def check_translated_terms(glossary: Sequence[GlossaryEntry], context: LoadContext) -> None:
    """Reports strict terms of an original that its translation does not have as the glossary wants them."""
    if not glossary:
        return
    terms = Terms(glossary)
    for article in context.all_built(Article):
        languages = languages_owed(article, context.languages)
        source = article.original if article.original in languages else next(iter(languages), "")
        texts = [article.title, article.kicker, article.deck, *(figure.caption for figure in article.figures)]
        texts.extend(note.text for note in article.footnotes)
        texts.extend(aligned_texts(article, in_words=True))
        for text in filter(None, texts):
            _check_translation(text, source, terms, context)


def _check_translation(text: Text, source: str, terms: Terms, context: LoadContext) -> None:
    for target in text.languages:
        if target == source:
            continue
        for term, translation in terms.untranslated(text, source, target):
            node = node_of_side(context.node(text), target)
            hint = "use that, add this translation under also, or write strict: no in the glossary"
            message = f"the glossary translates {quoted(term)} as {quoted(translation)}, this text does not"
            context.report("L604", node, message, hint)
