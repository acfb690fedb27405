"""The declaration of ``reader import``."""

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import PLAIN

VERB = Verb(
    "import",
    "printed pages and documents to a draft issue",
    """
    Makes a draft issue of printed pages or of documents. A SOURCE is a PDF, the text of pages as web sites give, or a
    document: Markdown, HTML, EPUB, Word (.docx), subtitles (.srt, .vtt), PO, XLIFF, TMX, CSV, plain text; or - for a
    text on the standard input. Its content says which, then its name. A source with both languages (in turn, beside
    each other, one after the other) is divided, and its texts are paired; with --pair, two sources are the same text
    in two languages. Doubtful results have a comment in the draft; texts without a place are under unplaced. Pictures
    of a PDF, an EPUB or a Word file, and those in the folder of a page, are put into the folder beside the draft.
    Nothing is fetched.

    The draft is printed, or written to DRAFT, which must not exist yet, and whose folder is made if need be; with
    --into, its articles are added at the end of a section of an existing issue. PDF files need pypdfium2:
    pip install '.[import]' in a clone, or pip install pypdfium2 where the program is installed.
    Scanned pages and photos of pages need the extra ocr, too: pip install '.[ocr]', or
    pip install pypdfium2 rapidocr onnxruntime.

    Limits: PDF files of 1 GB and 5,000 pages, 200,000 characters a page; EPUB and Word files of 200 MB, 16 MB of other
    documents, 4 MB of the text of pages.
    """,
    (
        Option("--pair", "take two SOURCEs that are the same text in two languages"),
        Option(
            "--from",
            "the kind of the sources, if their content and names do not say it",
            kind="choice",
            choices=(
                *("markdown", "html", "epub", "word", "subtitles", "po", "xliff", "tmx", "csv", "text"),
                *("pages", "pdf"),
            ),
        ),
        Option("--languages", "the tags of the two languages, in their order, such as zh-Hans,en", "A,B"),
        Option("--pages", "pages of the PDF to read, counted from 1: 12, 12-15 or 3,12-15", "N-M"),
        Option(
            "--ocr",
            "recognise the text of scanned pages (auto), of none (off), or of all (always)",
            kind="choice",
            choices=("auto", "off", "always"),
        ),
        Option("--output", "the file to write the draft to; - prints it", "DRAFT", "file", short="-o"),
        Option("--into", "an issue file to which the articles are added", "ISSUE", "issue file"),
        Option("--section", "the section of the articles: one of ISSUE (the last if not given), or the draft's", "ID"),
        PLAIN,
        Option("--json", "print JSON: the content of the sources, and how sure each part of a page is"),
    ),
    (
        Form(
            (Positional("SOURCE", "file", many=True),),
            ("--from", "--languages", "--pages", "--ocr", "--output", "--section", "--json", "--plain"),
        ),
        Form(
            (Positional("SOURCE", "file"), Positional("SOURCE", "file")),
            ("--from", "--languages", "--output", "--section", "--json", "--plain"),
            ("--pair",),
        ),
        Form(
            (Positional("SOURCE", "file", many=True),),
            ("--pair", "--from", "--languages", "--pages", "--ocr", "--section", "--plain"),
            ("--into",),
        ),
    ),
    (
        "reader import magazine.pdf --pages 60-61 -o issues/august-08.yaml",
        "reader import --pair springs.zh.md springs.en.md -o issues/springs-01.yaml",
        "reader import translation.docx -o issues/springs-02.yaml",
        "reader import page.txt --into issues/august-08.yaml --section focus",
        "pbpaste | reader import - --json",
    ),
)
