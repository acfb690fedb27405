"""Stories as documents: each function writes one form that programs and people give bilingual texts."""

from __future__ import annotations

import html as html_escapes
import io
import textwrap
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PIL import Image

from tests.importing.documents import stories
from tests.importing.documents.word_files import word_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.importing.documents.stories import Part, Story


@dataclass(frozen=True)
class Case:
    """The files of a source, the arguments that import it, and the story that it tells."""

    files: dict[str, bytes]
    story: Story
    args: tuple[str, ...]
    titled: bool = True
    accepted: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Kinds that are right, too, by the kind in the story."""
    is_chapters: bool = False
    """Whether its headings of the first level are titles of articles."""


def _texts(part: Part) -> tuple[str, str]:
    return part.one or "", part.other or ""


# -- Markdown ---------------------------------------------------------------------------------------------------------


def md_lines(
    parts: Sequence[Part], side: int, shift: int = 0, bullet: str = "-", wrap: int = 0, prefix: str = ""
) -> list[str]:
    """The blocks of one language."""
    blocks: list[str] = []
    rows: list[str] = []
    counters = {1: 0, 2: 0}
    last = ""
    for part in parts:
        text = _texts(part)[side]
        if not text:
            continue
        if part.note and part.kind != "note":
            text += f"[^{prefix}{part.note}]"
        if part.kind != last:
            counters = {1: 0, 2: 0}
        if last == "row" and part.kind != "row":
            blocks.append("\n".join(rows))
            rows = []
        if part.kind == "title":
            blocks.append("#" * (1 + shift) + " " + text)
        elif part.kind == "heading":
            blocks.append("#" * (part.level + shift) + " " + text)
        elif part.kind == "quotation":
            blocks.append("> " + text)
        elif part.kind == "code":
            blocks.append(f"```sh\n{text}\n```")
        elif part.kind == "figure":
            blocks.append(f"![{text}](landing.png)")
        elif part.kind == "note":
            blocks.append(f"[^{prefix}{part.note}]: {text}")
        elif part.kind == "item":
            counters[part.level] += 1
            sign = f"{counters[part.level]}." if part.ordered else bullet
            item = ("   " if part.level == 2 else "") + f"{sign} {text}"
            if last == "item":
                blocks[-1] += "\n" + item
            else:
                blocks.append(item)
        elif part.kind == "row":
            rows.append(f"| {text} |")
            if len(rows) == 1:
                rows.append("|" + "---|" * (text.count("|") + 1))
        else:
            if wrap:
                text = (
                    textwrap.fill(text, wrap, break_on_hyphens=False)
                    if " " in text
                    else "\n".join(text[at : at + wrap // 2] for at in range(0, len(text), wrap // 2))
                )
            blocks.append(text)
        last = part.kind
    if rows:
        blocks.append("\n".join(rows))
    return blocks


def runs(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Runs of parts that are one block: lists, tables."""
    run: list[Part] = []
    for part in parts:
        if run and (part.kind not in ("item", "row") or part.kind != run[-1].kind):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def alternating(
    story: Story, write: Callable[[Sequence[Part], int], list[str]], order: tuple[int, int] = (0, 1)
) -> list[str]:
    return [block for run in runs(story.parts) for side in order for block in write(run, side)]


def md_alternating(story: Story) -> Case:
    def write(run: Sequence[Part], side: int) -> list[str]:
        return md_lines(run, side, prefix="ab"[side])

    return Case({"text.md": "\n\n".join(alternating(story, write)).encode()}, story, ("text.md",))


def md_english_first(story: Story) -> Case:
    def write(run: Sequence[Part], side: int) -> list[str]:
        return md_lines(run, side, prefix="ab"[side], bullet="*")

    text = "\n\n".join(alternating(story, write, (1, 0)))
    return Case({"text.md": text.replace("\n", "\r\n").encode()}, story, ("text.md",))


def md_joint_headings(story: Story) -> Case:
    blocks = []
    for run in runs(story.parts):
        part = run[0]
        if part.kind in ("title", "heading"):
            sign = " / " if part.level % 2 else " "
            blocks.append("#" * max(1, part.level) + f" {part.one}{sign}{part.other}")
        else:
            blocks += [block for side in (0, 1) for block in md_lines(run, side, prefix="xy"[side])]
    return Case({"text.markdown": "\n\n".join(blocks).encode("utf-8-sig")}, story, ("text.markdown",))


def md_halves(story: Story) -> Case:
    blocks = [*md_lines(story.parts, 0, prefix="z"), "---", *md_lines(story.parts, 1, prefix="e")]
    return Case({"text.md": "\n\n".join(blocks).encode()}, story, ("text.md",))


def md_sections(story: Story) -> Case:
    """Section by section, first in one language, then in the other."""
    sections: list[list[Part]] = [[]]
    for part in story.parts:
        if part.kind == "heading":
            sections.append([])
        sections[-1].append(part)
    blocks = [block for own in sections for side in (0, 1) for block in md_lines(own, side, prefix="ab"[side])]
    return Case({"text.md": "\n\n".join(blocks).encode()}, story, ("text.md",))


def md_divisions(story: Story) -> Case:
    """Pandoc: a division for each language, front matter."""
    front = f'---\ntitle: {story.title.one}\ntitle-en: "{story.title.other}"\nauthor:\n  - 韩冰\n---\n\n'
    blocks = []
    for run in runs(story.body):
        for side in (0, 1):
            own = md_lines(run, side, prefix="ab"[side])
            if run[0].kind == "note":
                blocks += own
            else:
                blocks += [f"::: {{lang={story.tags[side][:2]}}}", *own, ":::"]
    return Case({"text.md": (front + "\n\n".join(blocks)).encode()}, story, ("text.md",))


def md_soft_lines(story: Story) -> Case:
    """Both languages in one paragraph, a line each; lists and quotations, too."""
    blocks = []
    for run in runs(story.parts):
        one, other = (md_lines(run, side, prefix="ab"[side]) for side in (0, 1))
        if run[0].kind == "paragraph":
            blocks.append(f"{one[0]}\n{other[0]}")
        elif run[0].kind == "quotation":
            blocks.append(f"{one[0]}  \n{other[0]}")
        elif run[0].kind == "item":
            pairs = zip(one[0].split("\n"), other[0].split("\n"), strict=True)
            blocks.append("\n".join(f"{a} / {b.lstrip(' -0123456789.')}" for a, b in pairs))
        else:
            blocks += [*one, *other]
    return Case({"text.md": "\n\n".join(blocks).encode()}, story, ("text.md",))


def md_table(story: Story) -> Case:
    parts = [part for part in story.parts if part.kind in ("title", "paragraph")]
    rows = ["| 中文 | English |", "|:--|:--|", *(f"| {part.one} | {part.other} |" for part in parts)]
    return Case({"text.md": "\n".join(rows).encode()}, stories.replace(story, parts=tuple(parts)), ("text.md",))


def md_pair(story: Story, encodings: tuple[str, str] = ("utf-8", "utf-8"), wrap: int = 0, other_shift: int = 1) -> Case:
    one = "\n\n".join(md_lines(story.parts, 0, wrap=wrap)).encode(encodings[0])
    other = "\n\n".join(md_lines(story.side(1), 1, other_shift, "+", wrap=wrap)).encode(encodings[1])
    return Case({"one.md": one, "other.md": other}, story, ("--pair", "one.md", "other.md"))


# -- HTML -------------------------------------------------------------------------------------------------------------


def html_blocks(
    parts: Sequence[Part], side: int, tag: str = "", shift: int = 0, notes: str = "pandoc", prefix: str = ""
) -> list[str]:
    lang = f' lang="{tag}"' if tag else ""
    blocks: list[str] = []
    for run in runs(parts):
        part = run[0]
        text = html_escapes.escape(_texts(part)[side], quote=False)
        if not text:
            continue
        if part.note and part.kind != "note":
            text += f'<sup><a href="#{prefix}fn{part.note}" id="{prefix}fnref{part.note}" class="footnote-ref">{part.note}</a></sup>'
        if part.kind in ("title", "heading"):
            level = (1 if part.kind == "title" else part.level) + shift
            blocks.append(f"<h{level}{lang}>{text}</h{level}>")
        elif part.kind == "quotation":
            blocks.append(f"<blockquote{lang}><p>{text}</p></blockquote>")
        elif part.kind == "code":
            blocks.append(f'<pre><code class="language-sh">{text}</code></pre>')
        elif part.kind == "figure":
            blocks.append(f'<figure{lang}><img src="landing.png" alt=""/><figcaption>{text}</figcaption></figure>')
        elif part.kind == "item":
            name = "ol" if part.ordered else "ul"
            inner = ""
            is_under = False
            for item in run:
                own = html_escapes.escape(_texts(item)[side], quote=False)
                if item.level == 2 and not is_under:
                    inner = inner.removesuffix("</li>") + "<ul>"
                if item.level == 1 and is_under:
                    inner += "</ul></li>"
                is_under = item.level == 2
                inner += f"<li>{own}</li>"
            blocks.append(f"<{name}{lang}>{inner}</{name}>")
        elif part.kind == "row":
            rows = [[html_escapes.escape(cell.strip()) for cell in _texts(row)[side].split("|")] for row in run]
            head = "".join(f"<th>{cell}</th>" for cell in rows[0])
            rest = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
            blocks.append(f"<table{lang}><thead><tr>{head}</tr></thead><tbody>{rest}</tbody></table>")
        elif part.kind == "note":
            if notes == "pandoc":
                back = f'<a href="#{prefix}fnref{part.note}" class="footnote-back" role="doc-backlink">↩︎</a>'
                blocks.append(
                    f'<section class="footnotes" role="doc-endnotes"><hr/><ol><li id="{prefix}fn{part.note}"{lang}><p>{text}{back}</p></li></ol></section>'
                )
            else:
                blocks.append(f'<aside epub:type="footnote" id="{prefix}fn{part.note}"{lang}><p>{text}</p></aside>')
        else:
            blocks.append(f"<p{lang}>{text}</p>")
    return blocks


def page(title: str, body: str, lang: str = "zh", charset: str = "utf-8") -> str:
    return f'<!DOCTYPE html>\n<html lang="{lang}">\n<head><meta charset="{charset}"><title>{title}</title><style>p {{ margin: 0 }}</style></head>\n<body>\n{body}\n</body>\n</html>\n'


def html_lang(story: Story) -> Case:
    body = "\n".join(
        block
        for run in runs(story.parts)
        for side in (0, 1)
        for block in html_blocks(run, side, story.tags[side], prefix="ab"[side])
    )
    return Case({"text.html": page("x - Site", f"<article>{body}</article>").encode()}, story, ("text.html",))


def html_bare(story: Story) -> Case:
    """No tag says a language; the page is in GBK with upper-case tags and without the ends of paragraphs."""
    body = "\n".join(
        block for run in runs(story.parts) for side in (0, 1) for block in html_blocks(run, side, prefix="ab"[side])
    )
    for name in ("p", "li"):
        body = body.replace(f"</{name}>", "\n").replace(f"<{name}>", f"<{name.upper()}>")
    text = f"<HTML><HEAD><META http-equiv=Content-Type content='text/html; charset=gb2312'><TITLE>x</TITLE></HEAD><BODY>{body}</BODY></HTML>"
    return Case({"text.htm": text.encode("gb18030")}, story, ("text.htm",))


def html_blog(story: Story) -> Case:
    """A page of a blog without main or article: boxes in boxes, menus, comments, other posts."""
    body = "\n".join(
        block for run in runs(story.parts) for side in (0, 1) for block in html_blocks(run, side, prefix="ab"[side])
    )
    around = f"""
<div id="page"><div id="masthead"><div class="menu-main-container"><ul id="menu-main"><li><a href="/">Home</a></li><li><a href="/a">About us</a></li>
<li><a href="/c">Contact</a></li></ul></div></div>
<div id="content"><div id="post-12" class="post-12 post type-post hentry"><div class="entry-content">
{body}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p><a href="/b">Another post that has a rather long title</a></p></div>
</div><div class="entry-meta">Posted on <time datetime="2023-05-06">6 May 2023</time> in <a href="/t">Stories</a></div></div>
<div id="comments" class="comments-area"><h2 class="comments-title">Two thoughts on this</h2><ol class="comment-list"><li class="comment"><p>What a lovely text about the river, thank you.</p></li></ol>
<div id="respond"><h3>Leave a Reply</h3><form><textarea></textarea></form></div></div></div>
<div id="secondary" class="widget-area"><div class="widget"><h2>Recent Posts</h2><ul><li><a href="/1">One post</a></li><li><a href="/2">Two posts</a></li><li><a href="/3">Three</a></li></ul></div></div>
<div id="colophon"><p>Proudly powered by a program</p></div></div>"""
    return Case({"text.html": page("x | A Blog", around, "en").encode()}, story, ("text.html",))


def html_columns(story: Story) -> Case:
    """Two boxes beside each other, one in each language."""
    sides = ["\n".join(html_blocks(story.parts, side, prefix="ab"[side])) for side in (0, 1)]
    body = "".join(f'<div class="col" lang="{tag}">{own}</div>' for tag, own in zip(story.tags, sides, strict=True))
    return Case({"text.html": page("x", f'<main><div class="row">{body}</div></main>').encode()}, story, ("text.html",))


def html_layout_table(story: Story) -> Case:
    story = _unnoted(story.plain())
    sides = ["\n".join(html_blocks(story.parts, side)) for side in (0, 1)]
    body = f'<table width="100%"><tr><td valign=top>{sides[0]}</td><td valign=top>{sides[1]}</td></tr></table>'
    return Case({"text.html": page("x", body).encode()}, story, ("text.html",))


def html_parallel_table(story: Story) -> Case:
    parts = [part for part in story.parts if part.kind in ("title", "paragraph")]
    rows = "".join(
        f"<tr><td>{at}</td><td>{part.one}</td><td>{part.other}</td></tr>" for at, part in enumerate(parts, 1)
    )
    body = f"<table><tr><th>#</th><th>原文</th><th>译文</th></tr>{rows}</table>"
    return Case({"text.html": page("x", body).encode()}, stories.replace(story, parts=tuple(parts)), ("text.html",))


def html_breaks(story: Story) -> Case:
    """Paragraphs parted by line breaks; each has a line in each language."""
    own = story.sentences()
    body = "<br><br>\n".join(f"{part.one}<br>\n{part.other}" for part in own.parts)
    text = page(
        f"{story.title.one}", f"<h1>{story.title.one}</h1><h2>{story.title.other}</h2><div class='text'>{body}</div>"
    )
    return Case({"text.html": text.encode()}, stories.replace(own, parts=(story.title, *own.parts)), ("text.html",))


def html_word(story: Story) -> Case:
    """A page that Word saved."""
    blocks = []
    for part in story.plain().parts:
        for side, tag in ((0, "ZH-CN"), (1, "EN-US")):
            text = _texts(part)[side]
            style = "font-family:宋体" if side == 0 else 'font-family:"Times New Roman",serif'
            name = {"title": "h1", "heading": "h2"}.get(part.kind, "p")
            words = text.replace("。", "。\r\n") if side == 0 else textwrap.fill(text, 60).replace("\n", "\r\n")
            blocks.append(
                f"<{name} class=MsoNormal><span lang={tag} style='{style}'>{words}<o:p></o:p></span></{name}>"
            )
    head = "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=utf-8><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--><style><!-- p {margin:0} --></style></head>"
    text = f"{head}<body lang=ZH-CN><div class=WordSection1>{''.join(blocks)}</div></body></html>"
    return Case({"text.htm": text.encode()}, story.plain(), ("text.htm",))


def html_pair(story: Story, charsets: tuple[str, str] = ("utf-8", "utf-8")) -> Case:
    files = {}
    for side, name in ((0, "one.html"), (1, "other.html")):
        body = (
            "<main>"
            + "\n".join(html_blocks(story.side(side), side, shift=side))
            + "</main><footer>&copy; 2024 The Press</footer>"
        )
        files[name] = page(_texts(story.title)[side], body, story.tags[side], charsets[side]).encode(charsets[side])
    return Case(files, story, ("--pair", "one.html", "other.html"))


# -- EPUB -------------------------------------------------------------------------------------------------------------


def epub(chapters: Sequence[tuple[str, str]], title: str, lang: str, version: str = "3.0", extra: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        items = "".join(
            f'<item id="c{at}" href="text/{name}" media-type="application/xhtml+xml"/>'
            for at, (name, _) in enumerate(chapters)
        )
        spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(chapters)))
        archive.writestr(
            "OPS/package.opf",
            f'<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="{version}" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><dc:identifier id="id">urn:uuid:1</dc:identifier><dc:title>{title}</dc:title><dc:language>{lang}</dc:language></metadata><manifest>{items}<item id="p" href="landing.png" media-type="image/png"/></manifest><spine>{spine}</spine>{extra}</package>',
        )
        for name, body in chapters:
            archive.writestr(
                f"OPS/text/{name}",
                f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="{lang}"><head><title>{title}</title></head>\n<body>{body}</body></html>',
            )
        archive.writestr("OPS/landing.png", PICTURE)
    return file.getvalue()


def _picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(file, "PNG")
    return file.getvalue()


PICTURE = _picture()


def epub_pair(story: Story) -> Case:
    """Pandoc's way: one file a chapter, notes in a file of their own."""
    files = {}
    for side, name in ((0, "one.epub"), (1, "other.epub")):
        parts = [part for part in story.parts if part.kind != "note"]
        notes = [part for part in story.parts if part.kind == "note"]
        body = (
            "\n".join(html_blocks(parts, side))
            .replace('href="#fn', 'href="notes.xhtml#fn')
            .replace("landing.png", "../landing.png")
        )
        chapters = [
            (
                "title_page.xhtml",
                f'<section epub:type="titlepage"><h1 class="title">{_texts(story.title)[side]}</h1></section>',
            ),
            ("ch001.xhtml", f'<section class="level1">{body}</section>'),
        ]
        if notes:
            chapters.append(
                (
                    "notes.xhtml",
                    f'<section epub:type="footnotes">{"".join(html_blocks(notes, side)).replace(chr(34) + "#fnref", chr(34) + "ch001.xhtml#fnref")}</section>',
                )
            )
        files[name] = epub(chapters, _texts(story.title)[side], story.tags[side])
    return Case(files, story, ("--pair", "one.epub", "other.epub"))


def epub_mixed(story: Story) -> Case:
    """Calibre's way: paragraphs with classes, both languages in turn; a cover and a table of contents."""
    parts = [part for part in story.parts if part.kind in ("title", "heading", "paragraph", "quotation")]
    body = ""
    for part in parts:
        for side in (0, 1):
            text = html_escapes.escape(_texts(part)[side])
            if part.kind == "title":
                body += f'<h2 class="calibre3" id="calibre_toc_{side}">{text}</h2>\n'
            elif part.kind == "heading":
                body += f'<h3 class="calibre4"><span class="calibre5">{text}</span></h3>\n'
            elif part.kind == "quotation":
                body += f'<blockquote class="calibre8"><p class="calibre1">{text}</p></blockquote>\n'
            else:
                body += f'<p class="calibre1"><span class="calibre2">{text}</span></p>\n'
    chapters = [
        (
            "titlepage.xhtml",
            '<div><svg xmlns="http://www.w3.org/2000/svg"><image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="../landing.png"/></svg></div>',
        ),
        ("toc.xhtml", '<h1>Contents</h1><p><a href="c1.xhtml">1</a></p>'),
        ("c1.xhtml", body),
    ]
    guide = '<guide><reference type="cover" title="Cover" href="text/titlepage.xhtml"/><reference type="toc" title="Contents" href="text/toc.xhtml"/></guide>'
    own = stories.replace(story, parts=tuple(stories.replace(part, note=0) for part in parts))
    return Case({"text.epub": epub(chapters, "x", story.tags[0], "2.0", guide)}, own, ("text.epub",))


# -- Word -------------------------------------------------------------------------------------------------------------


def word_pair(story: Story) -> Case:
    return Case(
        {f"{name}.docx": word_file(story.parts, (side,)) for side, name in enumerate(("one", "other"))},
        story,
        ("--pair", "one.docx", "other.docx"),
    )


def word_mixed(story: Story) -> Case:
    return Case({"text.docx": word_file(story.parts, (0, 1))}, story, ("text.docx",))


def word_table(story: Story, numbers: bool = False) -> Case:
    parts = tuple(part for part in story.parts if part.kind in ("title", "heading", "paragraph"))
    own = stories.replace(story, parts=tuple(stories.replace(part, note=0) for part in parts))
    return Case(
        {"text.docx": word_file(parts, (0, 1), as_table=True, numbers=numbers)},
        own,
        ("text.docx",),
        accepted=frozenset({("heading", "paragraph")}),
    )


# -- Subtitles and translators' files ---------------------------------------------------------------------------------


def _time(seconds: float, mark: str = ",") -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{mark}{round((seconds - whole) * 1000):03}"


def srt(story: Story, encoding: str = "utf-8", order: tuple[int, int] = (0, 1), styles: bool = False) -> Case:
    own = story.sentences()
    cues = []
    for at, part in enumerate(own.parts):
        lines = [_texts(part)[side] for side in order]
        if styles:
            lines = [r"{\an8}" + lines[0], f"<i>{lines[1]}</i>"]
        cues.append(f"{at + 1}\n{_time(at * 4 + 1)} --> {_time(at * 4 + 4.5)}\n" + "\n".join(lines))
    return Case(
        {"text.srt": "\n\n".join(cues).replace("\n", "\r\n").encode(encoding)},
        _unnoted(own),
        ("text.srt",),
        titled=False,
    )


def srt_wrapped(story: Story) -> Case:
    own = story.sentences()
    cues = []
    for at, part in enumerate(own.parts):
        one, other = _texts(part)
        half = len(one) // 2
        cues.append(
            f"{at + 1}\n{_time(at * 4 + 1)} --> {_time(at * 4 + 4.5)}\n{one[:half]}\n{one[half:]}\n{textwrap.fill(other, 42, break_on_hyphens=False)}"
        )
    return Case({"text.srt": "\n\n".join(cues).encode()}, _unnoted(own), ("text.srt",), titled=False)


def srt_pair(story: Story) -> Case:
    """The same times but for a few hundredths; one side has no subtitle for one sentence."""
    own = story.sentences()
    parts = tuple(stories.replace(part, other=None) if at == 2 else part for at, part in enumerate(own.parts))
    own = _unnoted(stories.replace(own, parts=parts))
    files = {}
    for side, name in ((0, "one.srt"), (1, "other.srt")):
        cues = [
            f"{at + 1}\n{_time(at * 4 + 1 + side * 0.2)} --> {_time(at * 4 + 4.5 + side * 0.1)}\n{_texts(part)[side]}"
            for at, part in enumerate(own.parts)
            if _texts(part)[side]
        ]
        files[name] = "\n\n".join(cues).encode()
    return Case(files, own, ("--pair", "one.srt", "other.srt"), titled=False)


def srt_turns(story: Story) -> Case:
    """Each sentence in two subtitles of the same time, one in each language."""
    own = story.sentences()
    cues = []
    for at, part in enumerate(own.parts):
        cues += [f"{_time(at * 4 + 1)} --> {_time(at * 4 + 4)}\n{text}" for text in _texts(part)]
    return Case(
        {"text.srt": "\n\n".join(f"{at}\n{cue}" for at, cue in enumerate(cues, 1)).encode()},
        _unnoted(own),
        ("text.srt",),
        titled=False,
    )


def vtt(story: Story) -> Case:
    own = story.sentences()
    cues = [
        "WEBVTT - made by hand\nKind: captions\nLanguage: zh",
        "STYLE\n::cue { color: white }",
        "NOTE a remark\nof two lines",
    ]
    for at, part in enumerate(own.parts):
        one, other = _texts(part)
        cues.append(
            f"cue-{at}\n{_time(at * 4 + 1, '.')[3:]} --> {_time(at * 4 + 4, '.')[3:]} line:90% align:center\n<c.yellow>{one}</c>\n<b>{other}</b>"
        )
    return Case({"text.vtt": "\n\n".join(cues).encode()}, _unnoted(own), ("text.vtt",), titled=False)


def _unnoted(story: Story) -> Story:
    return stories.replace(story, parts=tuple(stories.replace(part, note=0) for part in story.parts))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def po(story: Story, is_turned: bool = False) -> Case:
    own = _unnoted(story.sentences())
    header = f'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"Language: {story.tags[0 if is_turned else 1].replace("-", "_")}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    entries = [header]
    for at, part in enumerate(own.parts):
        one, other = _texts(part)[:: -1 if is_turned else 1]
        cut = len(other) // 2
        entries.append(
            f'#. a remark\n#: text.c:{at}\n#, c-format\nmsgctxt "text {at}"\nmsgid {_quoted(one)}\nmsgstr ""\n{_quoted(other[:cut])}\n{_quoted(other[cut:])}\n'
        )
    entries.append('#~ msgid "old"\n#~ msgstr "旧"\n')
    return Case({"text.po": "\n".join(entries).encode()}, own, ("text.po",), titled=False)


def po_turned(story: Story) -> Case:
    return po(story, is_turned=True)


def po_pair(story: Story) -> Case:
    """Two catalogues of the same messages, one a language; the messages are names."""
    own = _unnoted(story.sentences())
    files = {}
    for side, name in ((0, "one.po"), (1, "other.po")):
        entries = [
            f'msgid ""\nmsgstr ""\n"Language: {story.tags[side].replace("-", "_")}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        ]
        entries += [f'msgid "text.{at}"\nmsgstr {_quoted(_texts(part)[side])}\n' for at, part in enumerate(own.parts)]
        files[name] = "\n".join(entries).encode()
    return Case(files, own, ("--pair", "one.po", "other.po"), titled=False)


def xliff(story: Story) -> Case:
    own = _unnoted(story.sentences())
    units = "".join(
        f'<trans-unit id="{at}" xml:space="preserve"><source>{html_escapes.escape(part.one or "")}</source><seg-source><mrk mtype="seg" mid="0">{html_escapes.escape(part.one or "")}</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="0"><g id="1">{html_escapes.escape(part.other or "")}</g></mrk></target><alt-trans><source>旧</source><target>old</target></alt-trans></trans-unit>'
        for at, part in enumerate(own.parts)
    )
    text = f'<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="{story.tags[0]}" target-language="{story.tags[1]}-GB" datatype="html"><body><group>{units}</group></body></file></xliff>'
    return Case({"text.xliff": text.encode()}, own, ("text.xliff",), titled=False)


def xliff2(story: Story) -> Case:
    own = _unnoted(story.sentences())
    units = "".join(
        f'<unit id="u{at}"><notes><note>remark</note></notes><segment state="translated"><source>{html_escapes.escape(part.one or "")}</source><target><pc id="1" type="fmt" subType="xlf:b">{html_escapes.escape(part.other or "")}</pc><ph id="2"/></target></segment></unit>'
        for at, part in enumerate(own.parts)
    )
    text = f'<?xml version="1.0"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="{story.tags[0]}" trgLang="{story.tags[1]}"><file id="f">{units}</file></xliff>'
    return Case({"text.xlf": text.encode("utf-16")}, own, ("text.xlf",), titled=False)


def tmx(story: Story, encoding: str = "utf-16") -> Case:
    own = _unnoted(story.sentences())
    units = "".join(
        f'<tu tuid="{at}"><prop type="x">y</prop><tuv xml:lang="{story.tags[1].upper()}"><seg><bpt i="1">&lt;b></bpt>{html_escapes.escape(part.other or "")}<ept i="1">&lt;/b></ept></seg></tuv><tuv xml:lang="{ {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}.get(story.tags[0], story.tags[0]) }"><seg>{html_escapes.escape(part.one or "")}</seg></tuv></tu>'
        for at, part in enumerate(own.parts)
    )
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header creationtool="x" segtype="sentence" srclang="{story.tags[1]}" datatype="plaintext" o-tmf="x" adminlang="en"/><body>{units}</body></tmx>'
    return Case({"text.tmx": text.encode(encoding)}, own, ("text.tmx",), titled=False)


def csv(
    story: Story, delimiter: str = ",", encoding: str = "utf-8-sig", head: str = "id,zh-Hans,en", suffix: str = "csv"
) -> Case:
    parts = tuple(part for part in story.parts if part.kind in ("title", "paragraph"))
    own = _unnoted(stories.replace(story, parts=parts))

    def field_of(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    names = head.split(",") if head else []
    has_id = len(names) > 2 or not names
    rows = [delimiter.join(names)] if names else []
    for at, part in enumerate(parts, 1):
        cells = [field_of(text) for text in _texts(part)]
        rows.append(delimiter.join([str(at), *cells] if has_id else cells))
    name = f"text.{suffix}"
    return Case({name: "\r\n".join(rows).encode(encoding)}, own, (name,))


def csv_pair(story: Story) -> Case:
    """Two tables with a name and a text in each row."""
    own = _unnoted(story.sentences())
    files = {}
    for side, name in ((0, "one.csv"), (1, "other.csv")):
        rows = ["key,text", *(f'text.{at},"{_texts(part)[side]}"' for at, part in enumerate(own.parts))]
        files[name] = "\n".join(rows).encode()
    return Case(files, own, ("--pair", "one.csv", "other.csv"), titled=False)


# -- Plain text -------------------------------------------------------------------------------------------------------

_PLAIN = frozenset({("heading", "paragraph")})


def txt_alternating(story: Story, between: str = "\n\n", wrap: int = 0, order: tuple[int, int] = (0, 1)) -> Case:
    own = _unnoted(story.plain())
    blocks = []
    for part in own.parts:
        for side in order:
            text = _texts(part)[side]
            if wrap:
                text = (
                    textwrap.fill(text, wrap, break_on_hyphens=False)
                    if " " in text
                    else "\n".join(text[at : at + wrap // 2] for at in range(0, len(text), wrap // 2))
                )
            blocks.append(text)
    return Case({"text.txt": between.join(blocks).encode()}, own, ("text.txt",), accepted=_PLAIN)


def txt_halves(story: Story, encoding: str = "utf-8") -> Case:
    own = _unnoted(story.plain())
    text = "\n\n".join([*(part.one or "" for part in own.parts), *(part.other or "" for part in own.parts)])
    return Case({"text.txt": text.encode(encoding)}, own, ("text.txt",), accepted=_PLAIN)


def txt_pair(story: Story, encodings: tuple[str, str] = ("utf-8", "utf-8"), wrap: int = 0, indent: str = "") -> Case:
    own = _unnoted(story.plain())
    files = {}
    for side, name in ((0, "one.txt"), (1, "other.txt")):
        texts = [_texts(part)[side] for part in own.parts if _texts(part)[side]]
        if wrap:
            texts = [
                textwrap.fill(text, wrap, break_on_hyphens=False)
                if " " in text
                else "\n".join(text[at : at + wrap // 2] for at in range(0, len(text), wrap // 2))
                for text in texts
            ]
        if indent:
            texts = [
                text if part.kind != "paragraph" else indent + text for part, text in zip(own.parts, texts, strict=True)
            ]
        files[name] = (("\n" if indent else "\n\n").join(texts) + "\n").encode(encodings[side])
    return Case(files, own, ("--pair", "one.txt", "other.txt"), accepted=_PLAIN)


def txt_verses(story: Story, is_pair: bool = True) -> Case:
    own = _unnoted(story.sentences())
    lines = [[f"{at} {_texts(part)[side]}" for at, part in enumerate(own.parts, 1)] for side in (0, 1)]
    if is_pair:
        files = {"one.txt": "\n".join(lines[0]).encode(), "other.txt": "\n".join(lines[1]).encode()}
        return Case(files, own, ("--pair", "one.txt", "other.txt"), titled=False)
    text = "\n".join(f"{one}\n{other}" for one, other in zip(*lines, strict=True))
    return Case({"text.txt": text.encode()}, own, ("text.txt",), titled=False)


# -- Further forms ----------------------------------------------------------------------------------------------------


def md_item_lines(story: Story) -> Case:
    """Items and quotations with their translation in the next line; headings with it in brackets."""
    blocks = []
    counter = 0
    for run in runs(story.parts):
        part = run[0]
        if part.kind in ("title", "heading"):
            blocks.append("#" * max(1, part.level) + f" {part.one}（{part.other}）")
        elif part.kind == "item":
            lines = []
            for counter, item in enumerate(run, 1):
                indent = "   " if item.level == 2 else ""
                sign = f"{counter}." if item.ordered else "-"
                lines.append(f"{indent}{sign} {item.one}  \n{indent}   {item.other}")
            blocks.append("\n".join(lines))
        elif part.kind == "quotation":
            blocks.append(f"> {part.one}\n>\n> {part.other}")
        elif part.kind == "code":
            blocks += md_lines(run, 0)
        else:
            blocks += [block for side in (0, 1) for block in md_lines(run, side, prefix="ab"[side])]
    return Case({"text.md": "\n\n".join(blocks).encode()}, story, ("text.md",))


def md_quoted(story: Story) -> Case:
    """Each paragraph is followed by its translation as a quotation."""
    own = _unnoted(story.plain())
    blocks = []
    for part in own.parts:
        if part.kind == "paragraph":
            blocks += [part.one or "", f"> {part.other}"]
        else:
            blocks.append("#" * max(1, part.level) + f" {part.one} {part.other}")
    return Case(
        {"text.md": "\n\n".join(blocks).encode()}, own, ("text.md",), accepted=frozenset({("paragraph", "quotation")})
    )


def html_boxes(story: Story) -> Case:
    """A site that sets each paragraph as a box with two boxes in it."""
    blocks = []
    for run in runs(story.parts):
        sides = ["".join(html_blocks(run, side, prefix="ab"[side])) for side in (0, 1)]
        blocks.append(f'<div class="para"><div class="zh">{sides[0]}</div><div class="trans">{sides[1]}</div></div>')
    body = f'<div class="wrap"><div class="header-top"><a href="/">Home</a> <a href="/l">Login</a></div><div class="content-body">{"".join(blocks)}</div><div class="footer">ICP 12345</div></div>'
    return Case({"text.html": page("x_Site", body).encode()}, story, ("text.html",))


def html_toggled(story: Story) -> Case:
    """Both versions are on the page; a script shows one of them."""
    sides = ["".join(html_blocks(story.parts, side, prefix="ab"[side])) for side in (0, 1)]
    body = f'<div class="lang-switch"><button>EN</button></div><section id="v1" lang="{story.tags[0]}">{sides[0]}</section><section id="v2" lang="{story.tags[1]}" style="display:none">{sides[1]}</section>'
    return Case({"text.html": page("x", body).encode()}, story, ("text.html",))


def html_articles(story: Story) -> Case:
    """An article for each language, and cards of other articles."""
    sides = [
        f'<article lang="{story.tags[side]}">{"".join(html_blocks(story.parts, side, prefix="ab"[side]))}</article>'
        for side in (0, 1)
    ]
    cards = "".join(
        f'<article class="card"><h3><a href="/{at}">Another story, number {at}</a></h3><p>A few words on it.</p></article>'
        for at in range(4)
    )
    return Case(
        {
            "text.html": page(
                "x", f"<header><p>Site name</p></header>{''.join(sides)}<section>{cards}</section>"
            ).encode()
        },
        story,
        ("text.html",),
    )


def html_spans(story: Story) -> Case:
    """Both languages in one element, each in its span."""
    blocks = []
    for part in story.plain().parts:
        name = {"title": "h1", "heading": "h2"}.get(part.kind, "p")
        blocks.append(f'<{name}><span lang="zh-CN">{part.one}</span> <span lang="en">{part.other}</span></{name}>')
    return Case({"text.html": page("x", "".join(blocks)).encode()}, _unnoted(story.plain()), ("text.html",))


def _one_story(several: Sequence[Story]) -> Story:
    parts = [
        stories.replace(part, kind="heading", level=1) if part.kind == "title" else part
        for story in several
        for part in story.parts
    ]
    return stories.replace(several[0], parts=(several[0].title, *parts))


def epub_chapters(several: Sequence[Story]) -> Case:
    """Two books of some chapters, their notes below each chapter."""
    files = {}
    for side, name in ((0, "one.epub"), (1, "other.epub")):
        chapters = [
            (f"c{at}.xhtml", "".join(html_blocks(story.parts, side)).replace("landing.png", "../landing.png"))
            for at, story in enumerate(several)
        ]
        files[name] = epub(chapters, "Book", several[0].tags[side])
    return Case(files, _one_story(several), ("--pair", "one.epub", "other.epub"), is_chapters=True)


def epub_chapters_mixed(several: Sequence[Story]) -> Case:
    chapters = []
    for at, story in enumerate(several):
        body = "".join(
            block
            for run in runs(story.parts)
            for side in (0, 1)
            for block in html_blocks(run, side, story.tags[side], prefix="ab"[side], notes="epub")
        )
        chapters.append((f"c{at}.xhtml", body.replace("landing.png", "../landing.png")))
    return Case({"text.epub": epub(chapters, "Book", "zh")}, _one_story(several), ("text.epub",), is_chapters=True)


def word_whole_table(story: Story) -> Case:
    """One row: a column with the whole text in each language."""
    return Case(
        {"text.docx": word_file(_unnoted(story).parts, (0, 1), in_one_row=True)},
        stories.replace(_unnoted(story), parts=tuple(part for part in _unnoted(story).parts if part.kind != "note")),
        ("text.docx",),
    )


def word_lines(story: Story) -> Case:
    """Both languages in each paragraph, with a line end between them."""
    own = _unnoted(story.plain())
    return Case({"text.docx": word_file(own.parts, (0, 1), in_lines=True)}, own, ("text.docx",))


def srt_pair_cuts(story: Story) -> Case:
    """One side has two subtitles for each sentence of the other, at nearly the same times."""
    own = _unnoted(story.sentences())
    one, other = [], []
    for at, part in enumerate(own.parts):
        first, second = _texts(part)
        one.append(f"{at + 1}\n{_time(at * 6 + 1)} --> {_time(at * 6 + 6.5)}\n{first}")
        other.append(f"{at + 1}\n{_time(at * 6 + 1.3)} --> {_time(at * 6 + 6.2)}\n{second}")
    return Case(
        {"one.srt": "\n\n".join(one).encode("utf-16"), "other.srt": "\n\n".join(other).encode()},
        own,
        ("--pair", "one.srt", "other.srt"),
        titled=False,
    )


def vtt_pair(story: Story) -> Case:
    own = _unnoted(story.sentences())
    files = {}
    for side, name in ((0, "one.vtt"), (1, "other.vtt")):
        cues = [f"WEBVTT\nLanguage: {story.tags[side]}"]
        cues += [
            f"{_time(at * 4 + 1, '.')} --> {_time(at * 4 + 4, '.')}\n<v Han>{_texts(part)[side]}</v>"
            for at, part in enumerate(own.parts)
        ]
        files[name] = "\n\n".join(cues).encode()
    return Case(files, own, ("--pair", "one.vtt", "other.vtt"), titled=False)


def po_plurals(story: Story) -> Case:
    """Plurals with as many forms in both languages, fuzzy translations, messages over lines."""
    own = _unnoted(story.sentences())
    entries = [
        '# A translator\'s remark\nmsgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n'
    ]
    parts = list(own.parts)
    while parts:
        first = parts.pop(0)
        second = parts.pop(0) if parts else None
        if second:
            entries.append(
                f"#, fuzzy\nmsgid {_quoted(first.one or '')}\nmsgid_plural {_quoted(second.one or '')}\nmsgstr[0] {_quoted(first.other or '')}\nmsgstr[1] {_quoted(second.other or '')}\n"
            )
        else:
            entries.append(f"msgid {_quoted(first.one or '')}\nmsgstr {_quoted(first.other or '')}\n")
    return Case({"text.po": "\n".join(entries).encode()}, own, ("text.po",), titled=False)


def tmx_three(story: Story) -> Case:
    """A memory in three languages, of which two are wanted."""
    own = _unnoted(story.sentences())
    units = "".join(
        f'<tu><tuv lang="FR-FR"><seg>phrase numéro {at} de la mémoire</seg></tuv><tuv lang="en-US"><seg>{html_escapes.escape(part.other or "")}<it pos="begin" x="1">[B]</it></seg></tuv><tuv lang="zh-CN"><seg>{part.one}</seg></tuv></tu>'
        for at, part in enumerate(own.parts)
    )
    text = f'<?xml version="1.0"?><tmx version="1.1"><header srclang="en-US"/><body>{units}</body></tmx>'
    return Case({"text.tmx": text.encode()}, own, ("text.tmx", "--languages", "zh-Hans,en"), titled=False)


def xliff_pair(story: Story) -> Case:
    own = _unnoted(story.sentences())
    files = {}
    for side, name in ((0, "one.xlf"), (1, "other.xlf")):
        units = "".join(
            f'<trans-unit id="t{at}"><source>text.{at}</source><target>{html_escapes.escape(_texts(part)[side])}</target></trans-unit>'
            for at, part in enumerate(own.parts)
        )
        files[name] = (
            f'<xliff version="1.2"><file source-language="en" target-language="{story.tags[side]}"><body>{units}</body></file></xliff>'.encode()
        )
    return Case(files, own, ("--pair", "one.xlf", "other.xlf"), titled=False)


def csv_lines(story: Story) -> Case:
    """Cells with line ends in them, a column with remarks."""
    parts = tuple(part for part in story.parts if part.kind == "paragraph")
    own = _unnoted(stories.replace(story, parts=parts))
    rows = ["Source,Target,Remark"]
    for at, part in enumerate(own.parts):
        one, other = _texts(part)
        cut = other.find(" ", len(other) // 2)
        remark = "see above" if at == 1 else ""
        rows.append(f'"{one}","{other[:cut]}\n{other[cut + 1 :]}",{remark}')
    return Case({"text.csv": "\n".join(rows).encode()}, own, ("text.csv",), titled=False)


def txt_halves_parted(story: Story, wrap: int = 0) -> Case:
    """The English text, a rule, and the Chinese one."""
    own = _unnoted(story.plain())
    halves = []
    for side in (1, 0):
        texts = [_texts(part)[side] for part in own.parts]
        if wrap:
            texts = [
                textwrap.fill(text, wrap, break_on_hyphens=False)
                if " " in text
                else "\n".join(text[at : at + wrap // 2] for at in range(0, len(text), wrap // 2))
                for text in texts
            ]
        halves.append("\n\n".join(texts))
    return Case({"text.txt": "\n\n==========\n\n".join(halves).encode()}, own, ("text.txt",), accepted=_PLAIN)


def txt_same_line(story: Story) -> Case:
    """Both languages in one line, one after the other."""
    own = _unnoted(story.plain())
    return Case(
        {"text.txt": "\n\n".join(f"{part.one} {part.other}" for part in own.parts).encode()},
        own,
        ("text.txt",),
        accepted=_PLAIN,
    )


def txt_tabs(story: Story) -> Case:
    """A line for each pair, with a tab between the languages."""
    own = _unnoted(story.plain())
    return Case(
        {"text.txt": "\n".join(f"{part.one}\t{part.other}" for part in own.parts).encode()},
        own,
        ("text.txt",),
        accepted=_PLAIN,
    )


def txt_verses_other(story: Story, form: str) -> Case:
    own = _unnoted(story.sentences())
    files = {
        name: "\n".join(form.format(at) + _texts(part)[side] for at, part in enumerate(own.parts, 1)).encode()
        for side, name in ((0, "one.txt"), (1, "other.txt"))
    }
    return Case(
        files, own, ("--pair", "one.txt", "other.txt"), titled=False, accepted=frozenset({("paragraph", "list")})
    )
