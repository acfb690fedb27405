"""The lists that search engines read: every page of a site, and their welcome."""

from __future__ import annotations

from itertools import islice

from reader.exporting.elements import element, xhtml
from reader.publishing.site import SiteFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from reader.publishing.site import PublishedIssue, Site

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MAX_PAGES = 50_000
"""Number of pages in a list; a site of more has several, and a list of these."""


def sitemap(site: Site, issues: Sequence[PublishedIssue]) -> Iterator[SiteFile]:
    """Yields the lists of the pages of a site, and the file that names them."""
    pages = _pages(site, issues)
    lists = [*iter(lambda: [*islice(pages, MAX_PAGES)], [])]
    if len(lists) == 1:
        yield SiteFile("sitemap.xml", xhtml(element("urlset", {"xmlns": _SITEMAP}, lists[0])))
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(lists) + 1)]
        for name, held in zip(names, lists, strict=True):
            yield SiteFile(name, xhtml(element("urlset", {"xmlns": _SITEMAP}, held)))
        named = [element("sitemap", {}, [element("loc", {}, [site.url(name)])]) for name in names]
        yield SiteFile("sitemap.xml", xhtml(element("sitemapindex", {"xmlns": _SITEMAP}, named)))
    yield SiteFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.url('sitemap.xml')}\n".encode())


def _pages(site: Site, issues: Sequence[PublishedIssue]) -> Iterator[Element]:
    yield _page(site.base_url, "")
    for issue in issues:
        yield _page(site.url(f"{issue.id}/"), issue.date)
        for article in issue.articles:
            yield _page(site.url(f"{issue.id}/{article}/"), issue.date)


def _page(address: str, date: str) -> Element:
    changed = element("lastmod", {}, [date]) if date else None
    return element("url", {}, [element("loc", {}, [address]), changed])
