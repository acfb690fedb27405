"""Translations of a translator's file written into an issue file, and recorded as accepted."""

from __future__ import annotations

from reader.model.translation_status import accepted_now
from reader.source.editing import with_accepted
from reader.source.text_editing import NewSide, with_sides, with_sides_written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import AcceptedTranslation, Article, Issue
    from reader.model.translatable import TranslatableText
    from reader.source.schema.load_context import LoadContext
    from reader.translation.matching import TakenUnit


def with_translations(text: str, issue: Issue, context: LoadContext, taken: Sequence[TakenUnit]) -> str:
    """Returns an issue file's text with translations; those that are reviewed are recorded as accepted.

    Args:
        text: The file's text.
        issue: The issue that was read from it.
        context: The context of reading it.
        taken: The translations.

    Raises:
        UnusableError: If the changed text would not be read as the issue with the translations.
    """
    sides = [
        NewSide(each.unit.held.text, each.unit.language, each.unit.source_language, each.target, each.written)
        for each in taken
        if each.is_changed
    ]
    changed = with_sides(issue, sides)
    if sides:
        text = with_sides_written(text, context, changed, sides)
    accepted = {}
    for _, article in changed.articles():
        own = [each for each in taken if each.unit.article == article.id]
        value = _accepted(changed, article, own) if own else None
        if value is not None and value != article.translated:
            accepted[article.id] = value
    return with_accepted(text, changed, accepted) if accepted else text


def _accepted(issue: Issue, article: Article, taken: Sequence[TakenUnit]) -> tuple[AcceptedTranslation, ...] | None:
    """Returns the value of ``translated`` after an import; None if it stays.

    The first acceptance of an article records all its translations but those that still need a review: nothing is
    known to be stale then.
    """
    language, source = taken[0].unit.language, taken[0].unit.source_language
    seen = {_key(each.unit.held, source) for each in taken if each.is_reviewed}
    news = {
        _key(each.unit.held, source)
        for each in taken
        if each.is_reviewed and (each.is_changed or each.unit.state == "stale")
    }
    waiting = {_key(each.unit.held, source) for each in taken if not each.is_reviewed}
    if not news:
        return None
    is_first = all(each.language != language for each in article.translated)

    def is_chosen(held: TranslatableText) -> bool:
        keys = {(held.anchor, "cell", cell.plain(source)) for cell in held.cells} or {_key(held, source)}
        return not keys & waiting and (is_first or bool(keys & news and keys <= seen))

    now = {each.language: each for each in accepted_now(issue, article, is_chosen)}
    kept = {each.language: each for each in article.translated}
    return tuple((kept | {language: now[language]}).values()) if language in now else None


def _key(held: TranslatableText, source: str) -> tuple[str, str, str]:
    return held.anchor, held.part, held.text.plain(source)
