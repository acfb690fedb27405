"""The declaration of ``reader publish``."""

from __future__ import annotations

from reader.cli.declaration import Form, Option, Verb
from reader.cli.declared.shared import LIBRARY, PLAIN

VERB = Verb(
    "publish",
    "the library as a site for any web host, with search and feeds",
    """
    Writes a static site into SITE: a shelf, a page for each issue and each article, search over all of them in both
    languages, feeds, an e-book of each issue, and the issue files for those who subscribe. Only what changed is
    written. SITE is replaced whole or stays as it was; files in it that are not of this program, such as CNAME, stay.

    An issue with errors is left out with a message, and the exit code is 1.
    """,
    (
        Option("--output", "the folder of the site", "SITE", "folder", short="-o"),
        Option("--base-url", "the address that the site will have: https://example.org/magazine/", "URL"),
        Option("--title", "the name of the site; if not given, that of its magazines", "TITLE"),
        Option(
            "--check",
            "write nothing; exit with 1 if SITE is not as it would be written, or an issue would be left out",
        ),
        Option("--sign", "sign the manifest magazine.json with a private key of SSH", "KEY", "file"),
        PLAIN,
        LIBRARY,
    ),
    (
        Form(
            (),
            ("--title", "--check", "--sign", "--plain", "--library"),
            ("--output", "--base-url"),
        ),
    ),
    (
        "reader publish -o site --base-url https://example.org/magazine/",
        "reader publish --library issues -o site --base-url https://example.org/ --title Springs",
        "reader publish --library issues -o site --base-url https://example.org/ --check",
        "reader publish --library issues -o site --base-url https://example.org/ --sign ~/.ssh/key",
    ),
)
