"""Names of issues and articles for lists and citations."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article, Issue
    from reader.model.text import Text


def both(text: Text, languages: tuple[str, ...]) -> str:
    """Returns a text in the first two languages, once if both are the same; in any language if it has neither."""
    return " ".join(dict.fromkeys(s for tag in languages[:2] if (s := text.plain(tag)))) or text.best(languages)


def issue_name(issue: Issue, languages: tuple[str, ...] = ()) -> str:
    """Returns the magazine's name and the issue's label, in the issue's languages or in ``languages``."""
    languages = languages or issue.languages
    return f"{both(issue.magazine, languages)} · {both(issue.label, languages)}"


def citation(issue: Issue, article: Article, page: str = "", anchor: str = "") -> str:
    """Returns the source of a quotation: magazine, issue, date, section, article, printed page, address."""
    section = next(section for section, held in issue.articles() if held is article)
    parts = [issue_name(issue), issue.date, both(section.title, issue.languages)]
    parts.append(both(article.title, issue.languages_of(article)))
    parts.append(f"P.{page or pages_of(article)}" if page or article.pages else "")
    parts.append(f"{issue.id}/{article.id}" + (f"#{anchor}" if anchor else ""))
    return " · ".join(filter(None, parts))


def pages_of(article: Article) -> str:
    """Returns an article's printed pages, ``60–61`` or ``60``; empty if not known."""
    if not article.pages:
        return ""
    first, last = article.pages
    return first if first == last else f"{first}–{last}"
