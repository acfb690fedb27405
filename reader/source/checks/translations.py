"""Checks of pairs of texts: swapped languages, copies, and runs beside the wrong counterparts (L605 to L607)."""

from __future__ import annotations

from reader.alignment.slips import slip
from reader.model.magazine import AlignedBody, Article, Paragraph
from reader.model.pair_language import COPIED, OTHER_LANGUAGE, SWAPPED, pair_fault
from reader.model.text import EVERY_LANGUAGE, Text
from reader.model.translation_status import languages_owed
from reader.source.checks.walking import aligned_texts, node_of_side, with_nested

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.pair_language import PairFault
    from reader.source.schema.load_context import LoadContext

_MESSAGES: dict[PairFault, tuple[str, str, str]] = {
    SWAPPED: ("L605", "the text under {tag} and the one under {source} are swapped", "exchange the two"),
    OTHER_LANGUAGE: ("L605", "the text under {tag} is in the language of {source}", 'translate it, or write {tag}: ""'),
    COPIED: (
        "L606",
        "the text under {tag} is a copy of {source}",
        "translate it; one for all languages is written once",
    ),
}
"""Code, message and hint of each fault."""


def check_pair_languages(text: Text, context: LoadContext) -> None:
    """Reports a text that is not in its own language, by its script or as a copy, against the first other side."""
    sides = [(tag, prose.text) for tag, prose in text.sides if prose.text and tag != EVERY_LANGUAGE]
    if len(sides) < 2:
        return
    source, original = sides[0]
    for tag, prose in sides[1:]:
        fault = pair_fault(original, source, prose, tag)
        wrong, right = tag, source
        if not fault and pair_fault(prose, tag, original, source):
            fault = pair_fault(prose, tag, original, source)
            wrong, right = source, tag
        if fault:
            code, message, hint = _MESSAGES[fault]
            node = node_of_side(context.node(text), wrong)
            context.report(code, node, message.format(tag=wrong, source=right), hint.format(tag=wrong))


def check_slips(article: Article, context: LoadContext) -> None:
    """Reports runs of an aligned body in which the translations seem to have slipped by one text."""
    if not isinstance(article.body, AlignedBody):
        return
    languages = languages_owed(article, context.languages)
    source = article.original if article.original in languages else next(iter(languages), "")
    blocks = with_nested(article.body.blocks)
    paragraphs = [block.text for block in blocks if isinstance(block, Paragraph)]
    for tag in languages:
        if tag != source and not _check_slip(paragraphs, source, tag, context):
            _check_slip(list(aligned_texts(article, in_words=True)), source, tag, context)


def _check_slip(texts: Sequence[Text], source: str, tag: str, context: LoadContext) -> bool:
    """Reports a run of texts in a language that has slipped; returns whether there is one."""
    found = slip([(text.plain(source), text.plain(tag)) for text in texts], (source, tag))
    if found is None:
        return False
    where = "next" if found.step > 0 else "last"
    message = f"{found.count} texts under {tag} from here on seem to belong to the {where} text under {source}"
    hint = "look for a text that is missing, divided or doubled just before"
    context.report("L607", node_of_side(context.node(texts[found.first]), tag), message, hint)
    return True
