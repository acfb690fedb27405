"""Articles assembled from the regions of pages: each title has the regions under it, up to the next title."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, zip_longest

from reader.importing.extraction import ExtractedArticle, ExtractedAside, ExtractedFigure, Extraction
from reader.importing.hyphens import words
from reader.importing.latin_languages import latin_language
from reader.importing.pdf.assembling.article_bodies import PageText, body_of
from reader.importing.pdf.assembling.asides import asides_of
from reader.importing.pdf.assembling.continued_columns import continued_text
from reader.importing.pdf.assembling.figures import SIDEWAYS_CREDIT_DOUBT, figures_of
from reader.importing.pdf.assembling.page_heads import ornament_of, section_of
from reader.importing.pdf.blocks.line_joining import joined_lines
from reader.importing.pdf.page.geometry import bounding_box, shared_width
from reader.importing.pdf.roles.lone_titles import titled_as_headed
from reader.importing.pdf.roles.regions import FLOWING, Region
from reader.importing.pdf.roles.repeated_furniture import MarginedPage, with_repeated_furniture
from reader.importing.pdf.weights import assembling as weights
from reader.importing.scripts import HAN, LATIN, han_language, split_by_script
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.importing.extraction import Texts
    from reader.importing.pdf.blocks.table_grids import TableGrid
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.roles.regions import RegionRole
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage
    from reader.importing.scripts import Script


@record
class AnalysedPage:
    """A printed page with its regions."""

    page: PrintedPage
    regions: tuple[Region, ...]
    grids: tuple[TableGrid, ...] = ()
    sideways: tuple[str, ...] = ()
    """Lines that are printed sideways."""


class _PageShare:
    """The part of a page that belongs to an article."""

    def __init__(self, page: AnalysedPage) -> None:
        self.page = page
        self.regions: list[Region] = []
        self.grids: list[TableGrid] = []


class _ArticleParts:
    """The regions and tables of an article, page by page."""

    def __init__(self) -> None:
        self.shares: list[_PageShare] = []

    def share_of(self, page: AnalysedPage) -> _PageShare:
        """Returns the part of a page, which is the last one so far or the next."""
        if not self.shares or self.shares[-1].page is not page:
            self.shares.append(_PageShare(page))
        return self.shares[-1]

    @property
    def regions(self) -> list[Region]:
        """The regions of all pages."""
        return [region for share in self.shares for region in share.regions]

    def has(self, role: RegionRole, scripts: Iterable[Script | None]) -> bool:
        """Whether it has a region of a role in one of the scripts."""
        wanted = set(scripts)
        return any(region.role == role and region.block.script in wanted for region in self.regions)


@record
class _TitleGroup:
    """The titles of an article in one or two languages."""

    titles: tuple[Region, ...]

    @property
    def top(self) -> float:
        """Upper edge of the upper title."""
        return min(title.block.top for title in self.titles)

    @property
    def scripts(self) -> set[Script | None]:
        """Scripts of the titles."""
        return {title.block.script for title in self.titles}

    def is_over(self, region: Region) -> bool:
        """Whether a region shares some width with a title."""
        return any(shared_width(title.block, region.block) > 0 for title in self.titles)


@record
class _HeadedArticle:
    """An article and its titles on a page."""

    group: _TitleGroup
    article: _ArticleParts


def assembled(pages: Sequence[AnalysedPage]) -> Extraction:
    """Assembles articles from pages."""
    lines = [line for page in pages for line in page.page.lines]
    of_letters = latin_language(" ".join(line.text for line in lines if line.script == LATIN))
    known = words((line.text for line in lines), of_letters)
    tags: dict[Script, str] = {HAN: han_language("".join(line.text for line in lines)), LATIN: of_letters}
    parts = [_ArticleParts()]
    regions = with_repeated_furniture([MarginedPage(page.regions, page.page.height) for page in pages])
    headed = _with_headings_of_one_language(titled_as_headed(regions))
    pages = [replace(page, regions=tuple(own)) for page, own in zip(pages, headed, strict=True)]
    for page in pages:
        _share_out(page, parts)
    obstacles = _Obstacles()
    articles = [_article(each, known, tags, obstacles) for each in parts if each.shares]
    labels = [region.block.text for page in pages for region in page.regions if region.role == "label"]
    running = (*_running(pages), *_sideways_texts(pages, articles))
    return Extraction(tuple(tags.values()), tuple(articles), running, tuple(labels))


def _with_headings_of_one_language(pages: Sequence[Sequence[Region]]) -> list[list[Region]]:
    """Returns the regions of pages; where all text is in one script, so are its headings: ``3.2 XML`` over Chinese."""
    scripts = {region.block.script for page in pages for region in page if region.role == "body"} - {None}
    if len(scripts) != 1:
        return [list(page) for page in pages]
    (script,) = scripts
    return [
        [
            replace(region, block=replace(region.block, script=script)) if region.role == "heading" else region
            for region in page
        ]
        for page in pages
    ]


def _running(pages: Iterable[AnalysedPage]) -> list[str]:
    """Returns the furniture of pages; scattered characters are one text."""
    found = []
    for page in pages:
        ornament = ornament_of(page.page, page.regions)
        if ornament.blocks:
            found.append(ornament.text)
        running = [region.block for region in page.regions if region.role == "running"]
        found += [block.text for block in running if block not in ornament.blocks]
    return found


def _sideways_texts(pages: Iterable[AnalysedPage], articles: Iterable[ExtractedArticle]) -> list[str]:
    """Returns the lines printed sideways that are no figure's credit."""
    credited = [
        figure.credit for article in articles for figure in article.figures if figure.doubt == SIDEWAYS_CREDIT_DOUBT
    ]
    found = []
    for text in (text for page in pages for text in page.sideways):
        if text in credited:
            credited.remove(text)
        else:
            found.append(text)
    return found


def _share_out(page: AnalysedPage, parts: list[_ArticleParts]) -> None:
    """Gives each region and table of a page to its article; articles that begin on the page are added."""
    current = parts[-1]
    headed: list[_HeadedArticle] = []
    for group in _title_groups(page.regions):
        is_next = headed or any(current.has("title", [script]) for script in group.scripts) or _ends_above(group, page)
        if is_next or (current.has("body", group.scripts) and _begins_article(group, page)):
            parts.append(_ArticleParts())
        headed.append(_HeadedArticle(group, parts[-1]))
    owners = _Owners(headed, current, page)
    of_title = {id(title): each.article for each in headed for title in each.group.titles}
    for region in page.regions:
        if region.role in ("running", "label"):
            continue
        owner = of_title.get(id(region)) or owners.owner(region)
        owner.share_of(page).regions.append(region)
    for grid in page.grids:
        above = [each for each in headed if each.group.top <= grid.top]
        nearest = max(above, key=lambda each: each.group.top, default=None)
        (nearest.article if nearest else parts[-1]).share_of(page).grids.append(grid)


def _begins_article(group: _TitleGroup, page: AnalysedPage) -> bool:
    """Whether a title begins an article of its own: it is over text of the page, not under all of it."""
    return group.top < weights.TITLE_PAGE_SHARE * page.page.height or any(
        region.role == "body" and region.block.bottom <= group.top for region in page.regions
    )


def _ends_above(group: _TitleGroup, page: AnalysedPage) -> bool:
    """Whether an article of a page before ends over a title: text in each script is both over and under it."""
    bodies = [region for region in page.regions if region.role == "body"]
    above = [region for region in bodies if region.block.bottom <= group.top]
    below = [region for region in bodies if region.block.top >= group.top]
    return (
        any(group.is_over(region) for region in above)
        and {region.block.script for region in above} >= group.scripts
        and {region.block.script for region in below} >= group.scripts
    )


def _title_groups(regions: Iterable[Region]) -> list[_TitleGroup]:
    """Returns the titles of a page from the top down, those of one article in two languages together."""
    groups: list[list[Region]] = []
    titles = [region for region in regions if region.role == "title"]
    for title in sorted(titles, key=lambda title: title.block.top):
        for group in groups:
            if _is_new_script(title, group) and _is_beside(group[-1].block, title.block):
                group.append(title)
                break
        else:
            if groups and _is_new_script(title, groups[-1]) and _is_counterpart(title, groups[-1], titles):
                groups[-1].append(title)
            else:
                groups.append([title])
    return [_TitleGroup(tuple(group)) for group in groups]


def _is_new_script(title: Region, group: Iterable[Region]) -> bool:
    return all(other.block.script != title.block.script for other in group)


def _is_beside(above: TextBlock, block: TextBlock) -> bool:
    """Whether a title is in a row with another one, or close under it."""
    is_in_row = abs(above.lines[0].baseline - block.lines[0].baseline) < max(above.size, block.size)
    return is_in_row or block.top - above.bottom < weights.TITLE_GROUP_GAP_EM * above.size


def _is_counterpart(title: Region, group: Sequence[Region], titles: Iterable[Region]) -> bool:
    """Whether a title far below is that of the same article in the other script: it has no counterpart of its own."""
    return not any(
        other is not title and other not in group and _is_beside(title.block, other.block) for other in titles
    )


class _Owners:
    """Tells the article of each region of a page by the titles above it."""

    def __init__(self, headed: Sequence[_HeadedArticle], current: _ArticleParts, page: AnalysedPage) -> None:
        self._headed = sorted(headed, key=lambda each: -each.group.top)
        self._heights = [-each.group.top for each in self._headed]
        self._current, self._page = current, page
        self._columns: dict[tuple[int, Script | None], list[Region]] = {}
        self._bodies = [region.block for region in page.regions if region.role == "body"]
        self._titles = [title.block for each in headed for title in each.group.titles]

    def owner(self, region: Region) -> _ArticleParts:
        """Returns the article of a region: that of the text that its column goes on with, or of a title above it."""
        if not self._headed:
            return self._current
        script = region.block.script
        bodies = [body for body in self._bodies if body.script == script]
        before = continued_text(region.block, bodies, [title for title in self._titles if title.script == script])
        return self._under_title(region) if before is None else self.owner(Region(before, "body"))

    def _under_title(self, region: Region) -> _ArticleParts:
        """Returns the article of the nearest title above a region, and of one over its own column first.

        Articles are side by side if a column in the same script is under the nearest title.
        """
        block = region.block
        first = bisect_left(self._heights, -(block.top + block.size))
        if first == len(self._headed):
            topmost = min(self._headed, key=lambda each: each.group.top)
            has_text = any(other.bottom <= topmost.group.top for other in self._bodies)
            return self._current if has_text else topmost.article
        nearest = self._headed[first]
        if not nearest.group.is_over(region) and any(
            other is not region for other in self._column_under(first, block.script)
        ):
            nearest = next((each for each in islice(self._headed, first, None) if each.group.is_over(region)), nearest)
        return nearest.article

    def _column_under(self, number: int, script: Script | None) -> list[Region]:
        """Returns the running text in a script under a title."""
        key = number, script
        if key not in self._columns:
            group = self._headed[number].group
            self._columns[key] = [
                region
                for region in self._page.regions
                if region.role == "body"
                and region.block.script == script
                and group.top < region.block.top
                and group.is_over(region)
            ]
        return self._columns[key]


class _Obstacles:
    """The boxes of all on a page but the text and furniture in a script, found once for all articles of the page."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, Script], tuple[Box, ...]] = {}

    def on(self, page: AnalysedPage, script: Script) -> tuple[Box, ...]:
        """Returns the boxes; the page must live as long as this object."""
        key = id(page), script
        if key not in self._found:
            self._found[key] = tuple(_obstacles(page, script))
        return self._found[key]


def _article(
    parts: _ArticleParts, known: frozenset[str], tags: Mapping[Script, str], obstacles: _Obstacles
) -> ExtractedArticle:
    """Returns an article with all its texts."""
    regions = parts.regions
    first = parts.shares[0].page
    titles = _by_language([region for region in regions if region.role == "title"], tags)
    scripts = [region.block.script for region in regions if region.role == "body"]
    of_unlettered: Script = LATIN if scripts.count(LATIN) > scripts.count(HAN) else HAN
    body = {}
    for script, tag in tags.items():
        pages = [_page_text(share, script, of_unlettered, obstacles) for share in parts.shares]
        body[tag] = tuple(body_of(pages, script, tag in titles, known))
    figures: list[ExtractedFigure] = []
    asides: list[ExtractedAside] = []
    for share in parts.shares:
        figures += figures_of(share.regions, share.page.page, tags, share.page.sideways)
        asides += asides_of(share.regions, share.grids, share.page.page.label, tags)
    return ExtractedArticle(
        titles,
        _deck(regions, first, tags),
        tuple(region.block.text for region in regions if region.role == "byline"),
        section_of(first.page, first.regions, tags),
        body,
        tuple(figures),
        tuple(asides),
        tuple(dict.fromkeys(share.page.page.label for share in parts.shares)),
    )


def _page_text(share: _PageShare, script: Script, of_unlettered: Script, obstacles: _Obstacles) -> PageText:
    """Returns the running text of an article on a page in a script; ``of_unlettered`` is that of blocks without one."""
    own = [
        region
        for region in share.regions
        if region.role in FLOWING and (region.block.script or of_unlettered) == script
    ]
    return PageText(share.page.page.label, tuple(own), obstacles.on(share.page, script) if own else ())


def _obstacles(page: AnalysedPage, script: Script) -> list[Box]:
    """Returns the boxes of all on a page but the text and furniture in a script."""
    found = [
        bounding_box([region.block])
        for region in page.regions
        if region.role not in (*FLOWING, "running") or region.block.script != script
    ]
    found += [bounding_box([grid]) for grid in page.grids]
    return [*found, *page.page.picture_boxes]


def _deck(regions: Iterable[Region], first: AnalysedPage, tags: Mapping[Script, str]) -> Texts:
    """Returns the deck under the title; if there is none, the characters scattered over the head of the first page."""
    deck = _by_language([region for region in regions if region.role == "deck"], tags)
    if deck:
        return deck
    ornament = ornament_of(first.page, first.regions).text
    return {tags[HAN]: ornament} if ornament else {}


def _by_language(regions: Sequence[Region], tags: Mapping[Script, str]) -> Texts:
    """Returns the texts of regions by language; one that ends with a colon goes on in the next one."""
    found: dict[str, list[str]] = {tag: [] for tag in tags.values()}
    begun = ""
    for region, below in zip_longest(regions, regions[1:]):
        whole = begun + joined_lines(region.block.lines, region.block.script)
        begun = whole if below and whole.endswith("：") else ""
        for script, text in ({} if begun else split_by_script(whole)).items():
            found[tags[script]].append(text)
    return {tag: " ".join(texts) for tag, texts in found.items() if texts}
