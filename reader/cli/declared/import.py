"""The declaration of ``reader import``."""

from reader.cli.declaration import Form, Option, Positional, Verb
from reader.cli.declared.shared import PLAIN

VERB = Verb(
    "import",
    "printed pages, as PDF or as text, to a draft issue",
    """
    Makes a draft issue of printed pages. A SOURCE is a PDF, a file with the text of pages as web sites give it,
    or - for such a text on the standard input. Columns are put in order, paragraphs, headings and captions are
    told apart, and the two languages are paired where they correspond. Doubtful results have a comment in the
    draft; texts without a place are under unplaced. Pictures of a PDF are put into the folder beside the draft.

    The draft is printed, or written to DRAFT, which must not exist yet; with --into, its articles are added at
    the end of a section of an existing issue. PDF files need pypdfium2:
    pip install '.[import]' in a clone, or pip install pypdfium2 where the program is installed.
    Scanned pages and photos of pages need the extra ocr, too: pip install '.[ocr]', or
    pip install pypdfium2 rapidocr onnxruntime.

    Limits: PDF files of 1 GB and 5,000 pages, 200,000 characters a page, 4 MB of text.
    """,
    (
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
        Option("--json", "print JSON: the contents of the pages, with how sure each part is"),
    ),
    (
        Form(
            (Positional("SOURCE", "file", many=True),),
            ("--pages", "--ocr", "--output", "--section", "--json", "--plain"),
        ),
        Form((Positional("SOURCE", "file", many=True),), ("--pages", "--ocr", "--section", "--plain"), ("--into",)),
    ),
    (
        "reader import magazine.pdf --pages 60-61 -o issues/august-08.yaml",
        "reader import page.txt --into issues/august-08.yaml --section focus",
        "pbpaste | reader import - --json",
    ),
)
