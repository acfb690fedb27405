"""The forms of the names in the head line: of an article, of its section and issue, the longest first. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.naming import both, issue_name

if TYPE_CHECKING:
    from reader.model.magazine import Article, Issue, Section


def title_forms(article: Article, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Returns an article's title in the first two languages, and in the first one alone."""
    return tuple(dict.fromkeys((both(article.title, languages), article.title.best(languages))))


def source_forms(issue: Issue, section: Section | None = None, languages: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Returns section, magazine and issue in two languages, then in the first one, then fewer of them.

    They are the issue's first languages, if no others are given.
    """
    languages = languages or issue.languages
    first = languages[:1]
    whole, short = ((both(section.title, tags) if section else "") for tags in (languages, first))
    forms = (
        (whole, issue_name(issue, languages)),
        (whole, issue_name(issue, first)),
        (short, issue_name(issue, first)),
        (short, both(issue.magazine, first)),
        (short,),
    )
    return tuple(dict.fromkeys(filter(None, (" · ".join(filter(None, form)) for form in forms))))
