"""Articles whose body is in one language only, as aligned ones that a translation can be written in."""

from __future__ import annotations

from reader.model.magazine import AlignedBody, FreeBody
from reader.model.record import replace
from reader.source.new_body import with_body

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.model.magazine import Article, Issue


def as_aligned(article: Article, language: str) -> Article:
    """Returns an article with the blocks of its only language as an aligned body, if ``language`` is another one."""
    body = article.body
    if not isinstance(body, FreeBody) or len(body.sides) != 1 or body.sides[0][0] == language:
        return article
    return replace(article, body=AlignedBody(body.sides[0][1]))


def with_aligned_bodies(text: str, issue: Issue, articles: Collection[str], language: str) -> str:
    """Returns an issue file's text in which the bodies in one language of some articles are aligned ones.

    Raises:
        UnusableError: If a body cannot be written as an aligned one.
    """
    for identifier in articles:
        article = issue.article(identifier)
        if article is None or (aligned := as_aligned(article, language)) is article:
            continue
        text = with_body(text, issue, aligned)
        sections = tuple(
            replace(each, articles=tuple(aligned if own.id == identifier else own for own in each.articles))
            for each in issue.sections
        )
        issue = replace(issue, sections=sections)
    return text
