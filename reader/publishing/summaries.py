"""The facts about an issue that outlive its texts: the shelf, the feeds and the pages of other issues need them."""

from __future__ import annotations

from reader.exporting.epub import MEDIA_TYPE as EPUB_TYPE
from reader.publishing.site import EPUB_FOLDER, ISSUES_FOLDER, PublishedFile, PublishedIssue, SiteFile, published

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.exporting.edition import Edition
    from reader.publishing.site_pictures import SitePictures

YAML_TYPE = "application/yaml"


def book_path(issue: str) -> str:
    """Returns the path of the book of an issue."""
    return f"{EPUB_FOLDER}/{issue}.epub"


def file_path(issue: str) -> str:
    """Returns the path of the file of an issue."""
    return f"{ISSUES_FOLDER}/{issue}.yaml"


def summary_of(edition: Edition, data: bytes, found: SitePictures) -> PublishedIssue:
    """Returns the facts about an issue; its book has no size and no hash yet."""
    issue = edition.issue
    pictures = (published(SiteFile(path, each.data), each.media_type) for path, each in found.files.items())
    issue_file = published(SiteFile(file_path(issue.id), data), YAML_TYPE)
    book = PublishedFile(book_path(issue.id), 0, "", EPUB_TYPE)
    return _summary(edition, (issue_file, *pictures), book, next(iter(found.files), ""))


def _summary(edition: Edition, files: tuple[PublishedFile, ...], book: PublishedFile, picture: str) -> PublishedIssue:
    issue = edition.issue
    authors = (
        credit.name.best(edition.tags(article))
        for article in edition.articles
        for credit in article.credits
        if credit.role == "text"
    )
    return PublishedIssue(
        issue.id,
        issue.languages,
        issue.magazine,
        issue.label,
        issue.title,
        issue.date,
        tuple(part.section.title for part in edition.sections()),
        tuple(dict.fromkeys(authors)),
        tuple(article.id for article in edition.articles),
        files,
        book,
        picture,
    )
