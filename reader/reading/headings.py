"""The forms of the names in the head line: of an article, of its section and issue, the longest first. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.naming import both, issue_name

if TYPE_CHECKING:
    from reader.model.magazine import Article, Issue, Section


def title_forms(article: Article, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Returns an article's title in the first two languages, and in the first one alone."""
    return tuple(dict.fromkeys((both(article.title, languages), article.title.best(languages))))


def source_forms(issue: Issue, section: Section | None = None) -> tuple[str, ...]:
    """Returns section, magazine and issue in the issue's languages, then in its first one, then fewer of them."""
    first = issue.languages[:1]
    whole, short = ((both(section.title, tags) if section else "") for tags in (issue.languages, first))
    forms = (
        (whole, issue_name(issue)),
        (whole, issue_name(issue, first)),
        (short, issue_name(issue, first)),
        (short, both(issue.magazine, first)),
        (short,),
    )
    return tuple(dict.fromkeys(filter(None, (" · ".join(filter(None, form)) for form in forms))))
