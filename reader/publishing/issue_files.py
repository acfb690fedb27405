"""An issue file as files of a site: its pages, its book, itself and its pictures, made by worker processes."""

from __future__ import annotations

from reader.errors import UnusableError
from reader.exporting.epub import epub
from reader.exporting.link_targets import LinkTargets
from reader.gate import shown_path
from reader.model.record import record, replace
from reader.publishing.article_page import article_page, place_address, printed_pages
from reader.publishing.frame import written
from reader.publishing.issue_pages import issue_page
from reader.publishing.issue_source import changed_meanwhile, issue_source
from reader.publishing.searched_places import block_path, blocks_of, places_of, searched_issue
from reader.publishing.site import PublishedIssue, Site, SiteFile, published
from reader.publishing.site_pictures import site_pictures
from reader.publishing.summaries import file_path, summary_of
from reader.publishing.token_files import is_good, token_file, write_tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.exporting.edition import Edition
    from reader.model.address import Address
    from reader.publishing.issue_source import IssueSource
    from reader.publishing.site_pictures import SitePictures


@record
class IssueRequest:
    """An issue file to publish, the site, and its title."""

    path: str
    site: Site
    name: str
    fingerprint: str
    """The state of the file and its pictures in which it was surveyed."""
    key: str
    """Hash of all that the files of the issue are made from."""
    linked: frozenset[tuple[str, str]]
    """The articles of other issues that links of this one lead to, and that the site has."""
    is_kept: bool
    """Whether the site has its pages, its book and its files."""
    tokens: str
    """Path of the file with the tokens of its texts, which may be there."""
    first_block: int
    """Number of the first block of its texts."""
    blocks_key: str
    """Hash of all that the blocks are made from."""
    has_blocks: bool
    """Whether the site has the blocks."""

    def is_made(self) -> bool:
        """Whether nothing is to be made: all is there as it was written."""
        return self.is_kept and self.has_blocks and is_good(self.tokens)


@record
class IssueAnswer:
    """The files of an issue that are made, and its facts with its new book; or why it is left out."""

    files: tuple[SiteFile, ...] = ()
    summary: PublishedIssue | None = None
    fault: str = ""
    is_unwritable: bool = False
    """Whether the fault is that of the disk, so that nothing can be published."""


def make_issue(request: IssueRequest, give: Callable[[IssueAnswer], None]) -> None:
    """Gives the files of an issue; a function of worker processes."""
    if request.is_made():
        give(IssueAnswer())
        return
    try:
        source = issue_source(request.path)
    except UnusableError as error:
        give(IssueAnswer(fault=str(error)))
        return
    if source.fingerprint != request.fingerprint:
        give(IssueAnswer(fault=changed_meanwhile(request.path)))
        return
    try:
        give(_answer(request, source))
    except OSError as error:
        fault = f"{shown_path(request.tokens)}: cannot be written: {error.strerror}"
        give(IssueAnswer(fault=fault, is_unwritable=True))


def _answer(request: IssueRequest, source: IssueSource) -> IssueAnswer:
    """Returns the files of an issue that are not there.

    Raises:
        OSError: If its tokens cannot be written.
    """
    edition = source.edition
    places = places_of(edition)
    if not is_good(request.tokens):
        write_tokens(request.tokens, token_file(searched_issue(edition, places)))
    files: list[SiteFile] = []
    if not request.has_blocks:
        blocks = enumerate(blocks_of(edition, places), request.first_block)
        files += (SiteFile(block_path(number), data, request.blocks_key) for number, data in blocks)
    if request.is_kept:
        return IssueAnswer(tuple(files))
    found = site_pictures(edition, source.pictures)
    summary = summary_of(edition, source.data, found)
    book = SiteFile(summary.epub.path, epub(edition, source.pictures), request.key)
    summary = replace(summary, epub=published(book, summary.epub.media_type))
    files += _pages(request, edition, summary, found)
    files.append(SiteFile(file_path(edition.issue.id), source.data, request.key))
    files += (SiteFile(path, picture.data, request.key) for path, picture in found.files.items())
    return IssueAnswer((*files, book), summary)


def _pages(request: IssueRequest, edition: Edition, summary: PublishedIssue, found: SitePictures) -> Iterator[SiteFile]:
    def outside(address: Address) -> str:
        return place_address(address) if (address.issue, address.article) in request.linked else ""

    printed: list[tuple[str, str]] = []
    links = LinkTargets(edition, place_address, outside)
    for section, article in edition.issue.articles():
        made = article_page(request.site, edition, section, article, found.paths, links)
        printed += printed_pages(article.id, made.printed)
        yield SiteFile(f"{made.page.path}index.html", written(request.site, request.name, made.page), request.key)
    page = issue_page(edition, summary, printed)
    yield SiteFile(f"{page.path}index.html", written(request.site, request.name, page), request.key)
