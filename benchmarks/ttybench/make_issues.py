"""Write the articles of a terminal bench's neutral issue files as issue files of ours.

    python benchmarks/ttybench/make_issues.py CONTENT [--sizes small,medium,large]

Reads ``CONTENT/SIZE/issues/*.yaml`` (each with an id, a date, and articles of paragraphs in ``zh`` and ``en``) and
writes ``CONTENT/SIZE/reader/*.yaml``: the same issues with the same articles, ids and words, in their order. A section
that comes again later in an issue is a section of its own there, for the order of the articles is the book's.

``CONTENT/SIZE/whole/whole.yaml`` is the book as one article, for other programs scroll through a book from end to end;
a large book is left out there, for it is longer than an issue file may be.
"""

from __future__ import annotations

import argparse
import itertools
import json
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 4_000_000


def quoted(words: object) -> str:
    """Return a string as a double-quoted scalar of YAML, on one line."""
    return json.dumps(str(words), ensure_ascii=False)


def text(given: dict[str, str]) -> str:
    """Return a text in both languages as a mapping on one line."""
    return f"{{zh-Hans: {quoted(given['zh'])}, en: {quoted(given['en'])}}}"


def article(given: dict[str, Any]) -> str:
    """Return an article's lines."""
    pairs = "".join(f"          - {text(pair)}\n" for pair in given["paragraphs"])
    return (
        f"      - id: {given['id']}\n"
        f"        title: {text(given['title'])}\n"
        f"        credits: [{{role: text, name: {quoted(given['author'])}}}]\n"
        f"        body:\n{pairs}"
    )


def issue(given: dict[str, Any]) -> str:
    """Return an issue file's text."""
    sections = ""
    grouped = itertools.groupby(given["articles"], key=lambda entry: entry["section"])
    for number, (name, articles) in enumerate(grouped, 1):
        sections += f"  - id: {name.lower()}-{number}\n    title: {quoted(name)}\n    articles:\n"
        sections += "".join(map(article, articles))
    return (
        f"format: 1\nid: {given['id']}\nlanguages: [zh-Hans, en]\n"
        f"magazine: {{zh-Hans: 测试, en: Bench}}\nlabel: {text(given['title'])}\ndate: {given['date']}\n"
        f"sections:\n{sections}"
    )


def write(path: Path, given: dict[str, Any]) -> None:
    """Writes an issue's file, if it is not too long for one."""
    written = issue(given)
    if len(written.encode()) <= MAX_BYTES:
        path.parent.mkdir(exist_ok=True)
        path.write_text(written, encoding="utf-8")


def main() -> None:
    """Write the issues of each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("content", type=Path)
    parser.add_argument("--sizes", default="small,medium,large")
    given = parser.parse_args()
    for size in given.sizes.split(","):
        book = []
        for path in sorted((given.content / size / "issues").glob("*.yaml")):
            with path.open(encoding="utf-8") as file:
                content = yaml.load(file, LOADER)
            write(given.content / size / "reader" / path.name, content)
            book += content["articles"]
        one = book[0] | {"paragraphs": [pair for article in book for pair in article["paragraphs"]]}
        write(given.content / size / "whole" / "whole.yaml", content | {"id": "whole", "articles": [one]})


if __name__ == "__main__":
    main()
