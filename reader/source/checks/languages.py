"""Checks of the languages of texts, and of the relation of a free body's sides (L601, L603)."""

from __future__ import annotations

from reader.model.language import canonical
from reader.model.magazine import AlignedBody, FreeBody
from reader.model.text import EVERY_LANGUAGE
from reader.model.translatable import issue_texts
from reader.model.translation_status import languages_owed
from reader.nearest import nearest
from reader.source.checks.walking import aligned_texts
from reader.source.nodes import Mapping, Scalar
from reader.source.schema.values import is_word_after_comma

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.magazine import Article, Issue
    from reader.model.text import Text
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext


def check_article_languages(article: Article, context: LoadContext) -> None:
    """Reports a relation that is missing or out of place, and texts that lack a language of the article."""
    has_relation = article.relation or context.is_lost(article, "relation")
    if isinstance(article.body, FreeBody) and len(article.body.sides) > 1 and not has_relation:
        message = "a free body needs a relation between its languages"
        hint = "write relation: abridged, adapted, summary or independent"
        context.report("L603", context.node(article, "body"), message, hint)
    if article.relation and isinstance(article.body, AlignedBody) and article.body.blocks:
        hint = "remove it: blocks that hold both languages are a full translation"
        context.report("L603", context.node(article, "relation"), "an aligned body has no relation", hint)
    if context.is_lost(article, "languages"):
        return
    texts = [article.title, article.kicker, article.deck, article.licence]
    texts.extend(text for credit in article.credits for text in (credit.name, credit.about))
    texts.append(article.source.title if article.source else None)
    texts.extend(text for figure in article.figures for text in (figure.caption, figure.credit, figure.alt))
    texts.extend(aligned_texts(article))
    if isinstance(article.body, AlignedBody):
        texts.extend(note.text for note in article.footnotes)
    languages = languages_owed(article, context.languages)
    _check_sides(texts, languages, context)
    if isinstance(article.body, FreeBody):
        _check_lists(languages, context.node(article, "body"), context)


def check_issue_languages(issue: Issue, context: LoadContext) -> None:
    """Reports texts of the issue, its sections and its glossary that lack one of its first two languages."""
    _check_sides((text for _, text in issue_texts(issue)), issue.languages[:2], context)


def _check_lists(languages: Iterable[str], node: Node | None, context: LoadContext) -> None:
    """Reports the languages of an article that a free body has no list of blocks for."""
    written = {canonical(name) for name in node.entries} if isinstance(node, Mapping) else set()
    for tag in languages:
        if tag not in written:
            hint = "write its list of blocks, or take the language out of the article's languages"
            context.report("L601", node, f"this body is missing in {tag}", hint)


def _check_sides(texts: Iterable[Text | None], languages: tuple[str, ...], context: LoadContext) -> None:
    for text in texts:
        node = context.node(text)
        if text is None or not isinstance(node, Mapping) or text.languages == (EVERY_LANGUAGE,):
            continue
        sides = {key.lower(): value for key, (_, value) in node.entries.items()}
        for tag in languages:
            side = sides.get(tag.lower())
            blank = isinstance(side, Scalar) and side.is_blank
            if (blank or not side) and not _is_misspelt(tag, node, context.languages):
                hint = f'write {tag}: with the text, or {tag}: "" if there is none on purpose'
                context.report("L601", side if blank else node, f"this text is missing in {tag}", hint)


def _is_misspelt(tag: str, node: Mapping, languages: tuple[str, ...]) -> bool:
    """Whether another key of a text may be a language's tag: one that is no tag, or that resembles it."""
    others = [name for name, (_, value) in node.entries.items() if "：" in name or not is_word_after_comma(value)]
    return any(
        (found := canonical(name)) is None or (found not in languages and nearest(name, languages) == tag)
        for name in others
    )
