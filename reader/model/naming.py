"""How issues and articles are called, wherever they are listed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article, Issue
    from reader.model.text import Text


def both(text: Text, languages: tuple[str, ...]) -> str:
    """Returns a text in the first two languages, once if they are the same; in any if it has neither."""
    return " ".join(dict.fromkeys(s for tag in languages[:2] if (s := text.plain(tag)))) or text.best(languages)


def issue_name(issue: Issue, languages: tuple[str, ...] = ()) -> str:
    """Returns the magazine's name and the issue's label, in the issue's languages or in those given."""
    languages = languages or issue.languages
    return f"{both(issue.magazine, languages)} · {both(issue.label, languages)}"


def pages_of(article: Article) -> str:
    """Returns an article's printed pages: ``60–61``, ``60``, or nothing."""
    if not article.pages:
        return ""
    first, last = article.pages
    return first if first == last else f"{first}–{last}"
