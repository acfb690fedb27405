"""What a table of keys cannot check: references, pages, languages, and leftovers of a bad import."""

from __future__ import annotations

import os
import re
from functools import cache

from reader.model.language import is_ideographic, is_traditional
from reader.model.magazine import (
    AlignedBody,
    Article,
    Aside,
    Figure,
    FreeBody,
    GlossaryEntry,
    Issue,
    PageBreak,
    Paragraph,
    Placement,
    Section,
)
from reader.model.terms import Terms
from reader.model.text import EVERY_LANGUAGE, Text
from reader.source.kinds import page_number
from reader.source.nodes import Mapping, Scalar
from reader.source.pictures import leads_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Block
    from reader.source.kinds import Reading
    from reader.source.nodes import Node

MAX_RUNNING_HEAD_CHARS = 200
HAN = "\u3400-\u4dbf\u4e00-\u9fff"
PUNCTUATION = "，。、；：！？”’）》」』"
MAX_PAGE_CHARS = 20
_HALF_WIDTH = re.compile(rf"(?=([{HAN}][,;:!?.][{HAN}]))")
_GAP = re.compile(rf"[{HAN}{PUNCTUATION}] +[{HAN}]")
_TORN = re.compile(r"[b-hj-z] [a-z0-9]|[A-Z](?=[A-Z][a-z]{2})|[A-Z] [a-z]{2}")
_PAGE = re.compile(r"(p\.?|page|第)? ?\d{1,4}( ?页)?( \d{1,4})?")


def check(reading: Reading, issue: Issue | None) -> None:
    """Checks all that was read, also where faults kept the issue as a whole from being built."""
    for article in reading.all_built(Article):
        _check_ids(article, reading)
        _check_figures(article, reading)
        _check_pages(article, reading)
        _check_languages(article, reading)
    _check_unique(reading.all_built(Section), "section", reading)
    _check_unique(reading.all_built(Article), "article", reading)
    _check_glossary(reading)
    _check_terms(reading)
    for text in reading.all_built(Text):
        _check_text(text, reading)
    for paragraph in reading.all_built(Paragraph):
        _check_leftovers(paragraph, reading, issue)
    if issue:
        _check_whole(issue, reading)


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yields blocks and those inside asides."""
    for block in blocks:
        yield block
        if isinstance(block, Aside):
            yield from block.body


def _sides(article: Article) -> list[tuple[str, list[Block]]]:
    """Returns the body's lists of blocks with their language; one without a language if aligned."""
    if isinstance(article.body, AlignedBody):
        return [("", list(_blocks(article.body.blocks)))]
    return [(tag, list(_blocks(blocks))) for tag, blocks in article.body.sides]


def _check_unique(values: list[Section] | list[Article], noun: str, reading: Reading) -> None:
    seen: dict[str, int] = {}
    for value in values:
        node = reading.node(value, "id")
        if value.id in seen:
            hint = f"it stands in line {seen[value.id]} already"
            reading.report("R401", node, f"the {noun} id {value.id!r} is used twice", hint)
        elif node:
            seen[value.id] = node.line + 1


def _check_ids(article: Article, reading: Reading) -> None:
    seen: dict[str, int] = {}
    values: list[Block | Figure] = [block for _, blocks in _sides(article) for block in blocks]
    values.extend(article.figures)
    for value in values:
        identifier = getattr(value, "id", "")
        node = reading.node(value, "id")
        if identifier and identifier in seen:
            hint = f"it stands in line {seen[identifier]} already"
            reading.report("R401", node, f"the id {identifier!r} is used twice in this article", hint)
        elif identifier and node:
            seen[identifier] = node.line + 1


def _check_figures(article: Article, reading: Reading) -> None:
    known = {figure.id: figure for figure in article.figures}
    placed: set[str] = set()
    for _, blocks in _sides(article):
        here: set[str] = set()
        for block in blocks:
            if not isinstance(block, Placement):
                continue
            if block.figure not in known:
                hint = reading.near(block.figure, known) or "define it under figures: of this article"
                reading.report(
                    "R402", reading.node(block, "figure"), f"the figure {block.figure!r} is not defined", hint
                )
            elif block.figure in here:
                reading.report(
                    "R404", reading.node(block, "figure"), f"the figure {block.figure!r} is placed twice", "keep one"
                )
            here.add(block.figure)
        placed |= here
    for figure in article.figures:
        if figure.placed and figure.id not in placed:
            hint = "place it in the body, or write placed: no"
            reading.report("R403", reading.node(figure, "id"), f"the figure {figure.id!r} is never placed", hint)


def _check_pages(article: Article, reading: Reading) -> None:
    first, last = (page_number(page) for page in article.pages or ("", ""))
    if first > last:  # has been told
        first = last = 0
    for _, blocks in _sides(article):
        before = first
        for block in blocks:
            if not isinstance(block, PageBreak) or not (page := page_number(block.page)):
                continue
            node = reading.node(block, "page")
            if last and not first <= page <= last:
                hint = f"they are {first}-{last}: mend one of the two"
                reading.report("P502", node, f"page {page} is not among the article's pages", hint)
                continue
            if page < before or (page == before and before != first):
                reading.report("P501", node, f"page {page} comes after page {before}", "pages only go forward")
            before = max(page, before)
    for figure in article.figures:
        page = page_number(figure.page)
        if page and last and not first <= page <= last:
            hint = f"they are {first}-{last}: mend one of the two"
            reading.report("P502", reading.node(figure, "page"), f"page {page} is not among the article's pages", hint)


def _check_languages(article: Article, reading: Reading) -> None:
    free = isinstance(article.body, FreeBody)
    if isinstance(article.body, FreeBody) and len(article.body.sides) > 1 and not article.relation:
        hint = "write relation: abridged, adapted, summary or independent"
        reading.report("L603", reading.node(article, "body"), "a free body needs the relation of its languages", hint)
    if article.relation and not free:
        hint = "take it out: blocks that hold both languages are a full translation"
        reading.report("L603", reading.node(article, "relation"), "an aligned body has no relation", hint)
    languages = _languages_of(article, reading)
    texts = [article.title, article.kicker, article.deck, *(credit.name for credit in article.credits)]
    texts.extend(text for figure in article.figures for text in (figure.caption, figure.credit, figure.alt))
    if not free:
        texts.extend(text for _, blocks in _sides(article) for block in blocks for text in _texts(block))
    _check_sides((text for text in texts if text), languages, reading)


def _languages_of(article: Article, reading: Reading) -> tuple[str, ...]:
    if article.languages:
        return article.languages
    if isinstance(article.body, FreeBody):
        return tuple(tag for tag, _ in article.body.sides)
    return reading.languages[:2]


def _texts(block: Block) -> Iterator[Text | None]:
    """Yields the texts of a block; those of an aside's body are its blocks' own."""
    for name in ("text", "title", "by", "caption"):
        yield getattr(block, name, None)
    yield from getattr(block, "items", ())
    yield from getattr(block, "header", ())
    for row in getattr(block, "rows", ()):
        yield from row


def _check_sides(texts: Iterable[Text], languages: tuple[str, ...], reading: Reading) -> None:
    for text in texts:
        node = reading.node(text)
        if not isinstance(node, Mapping) or text.languages == (EVERY_LANGUAGE,):
            continue
        written = {key.lower() for key in node.entries}
        for tag in languages:
            if tag.lower() not in written:
                hint = f'write {tag}: or, if there is none on purpose, {tag}: ""'
                reading.report("L601", node, f"this text is missing in {tag}", hint)


def _check_whole(issue: Issue, reading: Reading) -> None:
    texts = [issue.magazine, issue.label, issue.title, *(section.title for section in issue.sections)]
    texts.extend(entry.term for entry in issue.glossary)
    _check_sides((text for text in texts if text), issue.languages[:2], reading)
    path = reading.source.path
    folder, extension = os.path.splitext(path)
    if extension in (".yaml", ".yml") and os.path.basename(folder) != issue.id:
        hint = f"name it {issue.id}{extension}, or write id: {os.path.basename(folder)}"
        reading.report("R405", reading.node(issue, "id"), f"the id {issue.id!r} is not the file's name", hint)
    for figure in reading.all_built(Figure):
        picture = os.path.join(folder, figure.file)
        if figure.file and not os.path.isfile(picture):
            hint = f"it belongs in the folder {os.path.basename(folder)}"
            reading.report("R406", reading.node(figure, "file"), f"the picture {figure.file!r} is missing", hint)
        elif figure.file and leads_out(folder, picture):
            hint = "copy the picture itself into the folder"
            reading.report(
                "R407", reading.node(figure, "file"), f"the picture {figure.file!r} is a link out of the folder", hint
            )


def _check_glossary(reading: Reading) -> None:
    seen: dict[tuple[str, str], int] = {}
    for entry in reading.all_built(GlossaryEntry):
        node = reading.node(entry, "term")
        for tag, prose in ((tag, prose) for tag, prose in entry.term.sides if prose.text):
            key = (tag, prose.text.casefold())
            if key in seen:
                hint = f"it stands in line {seen[key]} already"
                reading.report("R408", node, f"the term {prose.text!r} stands twice", hint)
            elif node:
                seen[key] = node.line + 1


def _check_terms(reading: Reading) -> None:
    terms = Terms(reading.all_built(GlossaryEntry))
    if not terms.glossary:
        return
    for article in reading.all_built(Article):
        languages = _languages_of(article, reading)
        source = article.original if article.original in languages else next(iter(languages), "")
        texts = [article.title, article.kicker, article.deck, *(figure.caption for figure in article.figures)]
        if isinstance(article.body, AlignedBody):
            texts.extend(text for block in _blocks(article.body.blocks) for text in _texts(block))
        for text in filter(None, texts):
            for target in text.languages:
                if target == source:
                    continue
                for written, wanted in terms.untranslated(text, source, target):
                    node = _side(reading.node(text), target)
                    hint = "write it so, add this translation under also, or write strict: no in the glossary"
                    reading.report("L604", node, f"{written!r} is {wanted!r} in the glossary, not so here", hint)


def _side(node: Node | None, tag: str) -> Node | None:
    """Returns the node of a text's side."""
    if isinstance(node, Mapping):
        return next((value for key, value in node.entries.values() if key.value.lower() == tag.lower()), node)
    return node


def _check_text(text: Text, reading: Reading) -> None:
    node = reading.node(text)
    for tag, prose in text.sides:
        if is_traditional(tag) and not prose.text.isascii():
            traditional = _traditional_forms()
            found = dict.fromkeys(c for c in prose.text if c in traditional)
            if found:
                pairs = "、".join(f"{c}→{traditional[c]}" for c in list(found)[:5])
                reading.report(
                    "L602", _side(node, tag), "simplified characters stand in a traditional text", f"write {pairs}"
                )
        if "](" in prose.text and (match := re.search(r"\]\(([a-zA-Z][\w+.-]*:)", prose.text)):
            hint = "only http, https and mailto are opened; in an address write a space, ( and ) as %20, %28 and %29"
            reading.report("T704", _side(node, tag), f"a link to {match[1]} stays plain text", hint)
        if (is_ideographic(tag) or tag == EVERY_LANGUAGE) and not prose.text.isascii():
            places = _HALF_WIDTH.findall(prose.text)
            if places:
                shown = "、".join(places[:5])
                reading.report(
                    "T702", _side(node, tag), f"half-width punctuation stands in {shown}", "write the full-width one"
                )


def _check_leftovers(paragraph: Paragraph, reading: Reading, issue: Issue | None) -> None:
    names = {prose.text.casefold() for prose in (p for _, p in issue.magazine.sides)} if issue else set()
    where = reading.node(paragraph.text)
    for tag, prose in paragraph.text.sides:
        text = prose.text
        gaps = [] if " " not in text or text.isascii() else _GAP.findall(text)
        if gaps:
            node = _side(where, tag)
            folded = isinstance(node, Scalar) and node.folded
            if len(gaps) >= 3 and not folded:
                message = f"{len(gaps)} spaces between Chinese characters: two columns may be woven here"
                reading.report("I801", node, message, "set the columns apart, or take the spaces out")
            else:
                hint = "write wrapped text as a literal block (|)" if folded else "take the space out"
                reading.report("T703", node, f"a space stands in {gaps[0]!r}", hint)
        if (
            not paragraph.continued_from
            and text[:3].isascii()
            and _TORN.match(text)
            and not text.startswith(("A ", "I ", "O "))
        ):
            reading.report(
                "I802", _side(where, tag), f"a first letter may be torn off in {text[:12]!r}", "put the drop cap back"
            )
        bare = text.strip(" .·|-–—").casefold()
        if (
            (len(bare) <= MAX_PAGE_CHARS and _PAGE.fullmatch(bare))
            or bare in names
            or (len(bare) <= MAX_RUNNING_HEAD_CHARS and any(_is_running_head(bare, name) for name in names))
        ):
            hint = "take it out; pages are told by page blocks"
            reading.report("I803", _side(where, tag), f"{text!r} may be a running head or a page number", hint)


def _is_running_head(text: str, name: str) -> bool:
    """Whether a text is nothing but the magazine's name, once or more, perhaps with a page number."""
    rest = text.replace(name, "").strip()
    return rest != text and (not rest or (rest.isdigit() and len(rest) <= 4))


@cache
def _traditional_forms() -> dict[str, str]:
    from reader.model import _script_data as data

    return dict(zip(data.SIMPLIFIED_ONLY, data.THEIR_TRADITIONAL, strict=True))
