"""Parts of a web page that are no part of its text: menus, advertisements, comments, links to other pages."""

from __future__ import annotations

import re
from collections import Counter

from reader.importing.documents.html_notes import NoteTargets
from reader.importing.documents.html_text import names_of, place_linked_to, tag_of, types_of
from reader.importing.documents.html_tree import BLOCKS, Element, names
from reader.importing.documents.languages import letters_of
from reader.importing.documents.site_lines import MAX_CHARS, is_site_line

_NAMES = names(
    """nav form button iframe noscript dialog menu-item select textarea input svg canvas audio video template
    title head"""
)
_ROLES = names(
    """navigation banner dialog alertdialog complementary contentinfo search menu menubar toolbar alert tablist"""
)
_CLASSES = names(
    """ad ads advert adverts advertisement advertising adbox adslot sponsor sponsored promo promotion banner cookie
    cookies consent gdpr nav navbar navigation menu breadcrumb breadcrumbs crumbs share sharing social sns comment
    comments disqus respond reply newsletter subscribe subscription signup related recommend recommended recommendations
    readmore sidebar widget widgets footer masthead pagination pager popup modal overlay paywall toolbar tags taglist
    tag-list search login skip skip-link rating print-only noprint no-print hidden sr-only visually-hidden
    screen-reader-text toc catlinks mw-editsection editsection meta post-meta entry-meta article-meta byline-meta
    postmeta dateline infobar stats view-count author-box author-bio outbrain taboola trending popular hot-list teaser
    teasers siteheader site-header sitefooter site-footer copyright backtotop
    sharedaddy addtoany jp-relatedposts yarpp post-navigation nav-links feedback hatnote navbox last-updated
    last-modified date-modified page-updated print-links language-switcher lang-switcher languages-menu
    sitesub printfooter byline-wrapper button-wrapper p-summary"""
)
_PARTS = names(
    """advert advertisement ads cookie breadcrumb breadcrumbs share sharing social comment comments newsletter subscribe
    related recommend recommended sidebar navigation navbar sponsored promo pagination footer outbrain taboola"""
)
"""Words that say the same inside a longer class, such as ``share-buttons``."""
_BEGINNING = re.compile(r"(?:\A|[-_])(?:related|recommend|comments?-|advert|sponsor|breadcrumb|newsletter|social-)")
_KEPT = frozenset({"article", "main", "body", "html", "", "h1"})
_OPENING = names("h2 h3 h4 h5 h6 summary dt")
_CONTENT_WORDS = frozenset({"content", "article", "body", "main", "text", "post", "entry", "story"})
_HIDDEN = re.compile(r"display:none|visibility:hidden")
MAX_SUMMARY_CHARS = 40
"""Length of the words that open a part of a page, up to which they are no text if others are the same."""
LINK_SHARE = 0.7
"""Share of the characters of a list or box that are in links, from which on it leads to other pages."""
ARTICLE_SHARE = 0.3
"""Length of an article compared with the longest one of the page, from which on it is one, too."""
VERSION_SHARE = 0.25
"""Share of the characters of a page that a hidden part has from which on it is a version of the text."""
MIN_VERSION_CHARS = 300
"""Length of a hidden part with a language of its own from which on it is one."""
CONTAINER_SHARE = 0.85
"""Share of the text of paragraphs that the box with the text of a page holds."""
PARAGRAPHS_SHARE = 0.4
"""Share of the text of a page that paragraphs have at least, where they show the box with the text."""
_LINES = frozenset({"p", "td", "div", "center"})
"""Elements that may be a line of the site."""
_PARAGRAPHS = frozenset({"p", "blockquote", "pre", "li", "td", "h2", "h3", "figcaption"})


def without_clutter(root: Element) -> Element:
    """Takes the clutter out of a page, and returns the element with its text."""
    title = root.first("h1")
    told = root.first("title")
    words = _plain(told.text()) if told else ""
    _without_repeated_summaries(root)
    _open_buttons(root)
    _without_links_to_themselves(root)
    for element in list(root.walk()):
        if element.parent and _is_clutter(element) and not _holds(element, title):
            if element.name == "form":
                _remove_with_heading(element)
            else:
                element.remove()
    main = _main(root, words)
    for element in list(main.walk()):
        if element.parent and (_is_links(element) or _leads_to_languages(element)):
            _remove_with_heading(element)
        elif element.parent and element.name in _LINES and _is_site_line(element):
            element.remove()
    return main


def _is_site_line(element: Element) -> bool:
    """Whether a block without blocks in it is a line of the site."""
    if element.holds_block and any(each.name in BLOCKS or each.holds_block for each in element.elements):
        return False
    text = element.text()
    return len(text) <= 2 * MAX_CHARS and is_site_line(text)


def _is_clutter(element: Element) -> bool:
    if element.name in _NAMES:
        return True
    if element.name in _KEPT:
        return "comment" in _class_words(element)
    if types_of(element) & _ROLES and element.name != "header":
        return True
    style = element.get("style").replace(" ", "").lower()
    is_hidden = "hidden" in element.attributes or element.get("aria-hidden") == "true" or bool(_HIDDEN.search(style))
    if is_hidden:
        return not _is_version(element)
    if element.name == "header" and not any(above.name in ("article", "main") for above in _above(element)):
        return element.first("h1", "h2", "p") is None or _weight(element) < MIN_VERSION_CHARS
    if element.name == "footer":
        return not any(each.name == "blockquote" for each in _above(element))
    words = f"{element.get('class')} {element.get('id')}".lower().split()
    if any(name in _CLASSES for name in words):
        return not (_class_words(element) & {"article", "content"} and len(element.text()) > 500)
    return any(_PARTS & set(re.split(r"[-_]+", name)) or _BEGINNING.search(name) for name in words)


def _without_repeated_summaries(root: Element) -> None:
    """Takes out the words that open each of several parts, such as "Show translation"."""
    summaries = [*root.all("summary")]
    words = Counter(each.text().strip() for each in summaries)
    for each in summaries:
        if words[each.text().strip()] > 1 and len(each.text().strip()) <= MAX_SUMMARY_CHARS:
            each.remove()


def _open_buttons(root: Element) -> None:
    """Puts the words of a button that is all of a heading in its place: it opens the text below."""
    for button in [*root.all("button")]:
        above = button.parent
        if above and above.name in _OPENING and above.text().strip() == button.text().strip():
            above.children = button.children
            for child in button.elements:
                child.parent = above


def _without_links_to_themselves(root: Element) -> None:
    """Takes signs such as ``¶`` and ``#`` out of headings, which lead to the heading."""
    for heading in root.all("h1", "h2", "h3", "h4", "h5", "h6"):
        for link in [*heading.all("a")]:
            is_own = place_linked_to(link.get("href").strip()) and not any(map(str.isalnum, link.text()))
            if is_own and heading.text().strip() != link.text().strip():
                link.children = []


def _is_version(element: Element) -> bool:
    """Whether a hidden part is the text in another language, which a script shows: long, or with a language."""
    weight = _weight(element)
    whole = _above(element)[-1]
    return weight > VERSION_SHARE * _weight(whole) or (bool(tag_of(element)) and weight > MIN_VERSION_CHARS)


def _weight(element: Element) -> int:
    """Returns the length of the text of an element; a Han character counts as the letters that translate it."""
    text = element.text().strip()
    return len(text) + 2 * letters_of(text)["han"]


def _class_words(element: Element) -> set[str]:
    return set(re.split(r"[-_\s]+", f"{element.get('class')} {element.get('id')}".lower()))


def _above(element: Element) -> list[Element]:
    found = []
    node = element.parent
    while node:
        found.append(node)
        node = node.parent
    return found


def _holds(element: Element, other: Element | None) -> bool:
    """Whether an element holds another one, and is no menu."""
    return other is not None and element in _above(other) and element.name not in _NAMES and element.name != "footer"


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _main(root: Element, words: str) -> Element:
    """Returns the element with the text of a page; its title is put into it if it is outside.

    ``words`` are the letters of the title that the page tells: where no heading is of the first level, one with
    these words is the title.
    """
    body = root.first("body") or root
    mains = [each for each in body.walk() if each.name == "main" or "main" in types_of(each)]
    found = mains[0] if len(mains) == 1 and len(mains[0].text().strip()) > 0 else body
    articles = [each for each in found.all("article") if not any(above.name == "article" for above in _above(each))]
    sizes = [_weight(each) for each in articles]
    large = sum(size for size in sizes if size >= ARTICLE_SHARE * max(sizes))
    if articles and large * 2 > _weight(found):
        kept = [each for each, size in zip(articles, sizes, strict=True) if size >= ARTICLE_SHARE * max(sizes)]
        for each in articles:
            if each not in kept:
                each.remove()
        found = kept[0] if len(kept) == 1 else _together(kept)
    if found is body:
        found = _container(body)
    title = body.first("h1")
    named = [each for each in body.all("h2", "h3") if not title and words and _is_in(_plain(each.text()), words)]
    title = title or next(iter(named), None)
    if title and found is not body and found not in _above(title) and title is not found:
        heads = [each for each in (body.all("h1") if not named else named[:1]) if found not in _above(each)]
        heads += _headings_below(heads[-1], found)
        for head in heads:
            head.remove()
            head.parent = found
        found.children[:0] = heads
    if found is not body:
        _bring_notes(found, body)
    return found


def _bring_notes(found: Element, body: Element) -> None:
    """Puts the notes that the text marks, and that are outside of it, at its end."""
    inside = {name for element in found.walk() for name in names_of(element)}
    leading = {place for link in found.all("a") if (place := place_linked_to(link.get("href").strip()))}
    if leading <= inside:
        return
    targets = NoteTargets(body)
    marked = {targets.marks[id(each)] for each in found.walk() if id(each) in targets.marks}
    for note_id, note in targets.notes.items():
        if note_id in marked and found not in _above(note) and note not in _above(found) and note.parent:
            note.remove()
            note.parent = found
            found.children.append(note)


def _headings_below(head: Element, found: Element) -> list[Element]:
    """Returns the headings directly below the title of a page, as the title in another language."""
    siblings = [*head.parent.elements] if head.parent else []
    at = next((place for place, each in enumerate(siblings) if each is head), len(siblings))
    below = []
    for each in siblings[at + 1 :]:
        if each is found or each.name not in ("h2", "h3") or found in _above(each):
            break
        below.append(each)
    return below


def _is_in(one: str, other: str) -> bool:
    return bool(one) and (one in other or other in one)


def _together(articles: list[Element]) -> Element:
    """Returns a new element with nothing but some articles of a page, as in several languages."""
    made = Element("main", {}, articles[0].parent)
    made.holds_block = True
    for each in articles:
        each.remove()
        each.parent = made
        made.children.append(each)
    return made


def _container(body: Element) -> Element:
    """Returns the innermost element that holds nearly all text of the page's paragraphs."""
    total = _paragraph_chars(body)
    measure = _paragraph_chars
    if total < PARAGRAPHS_SHARE * _weight(body):  # a page that has boxes in the place of paragraphs
        total, measure = _weight(body), _weight
    found = body
    while total:
        inner = next((each for each in found.elements if measure(each) >= CONTAINER_SHARE * total), None)
        if inner is None or inner.name in _PARAGRAPHS or inner.name in ("table", "tbody", "tr", "ul", "ol"):
            return found
        found = inner
    return found


def _paragraph_chars(element: Element) -> int:
    if element.name in _PARAGRAPHS:
        return _weight(element)
    return sum(
        _weight(each)
        for each in element.walk()
        if each.name in _PARAGRAPHS
        and not any(above.name in _PARAGRAPHS and element in _above(above) for above in _above(each))
    )


def _is_links(element: Element) -> bool:
    """Whether an element leads to other pages only: a list or box nearly all of whose text is links."""
    if element.name not in ("ul", "ol", "div", "section", "p", "aside", "table", "dl"):
        return False
    links = [
        link
        for link in element.all("a")
        if (link.get("href") and "#" not in link.get("href")[:1]) or link.get("href") == "#"
    ]
    if len(links) < (3 if element.name in ("ul", "ol", "div", "section", "p", "dl") else 2):
        return False
    length = len(re.sub(r"\s+", "", element.text()))
    return sum(len(re.sub(r"\s+", "", link.text())) for link in links) > LINK_SHARE * length


def _leads_to_languages(element: Element) -> bool:
    """Whether an element has nothing but links to other languages, or links that a script acts on, as for printing."""
    if element.name not in ("ul", "ol", "div", "p", "td"):
        return False
    links = [*element.all("a")]
    is_scripted = any(link.get("href").lower().startswith("javascript:") for link in links)
    if not is_scripted and not any(link.get("hreflang") for link in links):
        return False
    if not all(link.get("hreflang") or link.get("href").lower().startswith(("javascript:", "#")) for link in links):
        return False
    length = len(re.sub(r"[\s\W]+", "", element.text()))
    return sum(len(re.sub(r"[\s\W]+", "", link.text())) for link in links) > LINK_SHARE * length


def _remove_with_heading(element: Element) -> None:
    """Takes an element out, and the heading directly above it."""
    parent = element.parent
    assert parent
    at = next(at for at, each in enumerate(parent.children) if each is element)
    before = [each for each in parent.children[:at] if not (isinstance(each, str) and not each.strip())]
    element.remove()
    if before and not isinstance(before[-1], str) and before[-1].name in ("h2", "h3", "h4", "h5", "h6"):
        before[-1].remove()
