"""Cases read in this process, and their texts in pairs as they should be and as they were found."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from reader.importing.documents.archives import Archive
from reader.importing.documents.articles import extracted, extracted_pair
from reader.importing.documents.kinds import kind_of
from reader.importing.documents.requests import read_archive, read_text

if TYPE_CHECKING:
    from reader.importing.documents.document import Document
    from reader.importing.extraction import Extraction
    from tests.importing.documents.dialects import Case

KINDS = {"item": "list", "row": "table"}


TAGS = (
    "<a ",
    "<p align=center><img src=a.png></p><p align=center>x</p>",
    "<img src=a.png>",
    "<",
    "<i>x</i>",
    "<p>x",
    "<tr><td>x<td>y",
)
"""Parts that pages are made of to take long."""


def document(name: str, data: bytes) -> Document:
    """Reads a source as the confined process does."""
    kind = kind_of(data, name) or "text"
    return read_archive(Archive(io.BytesIO(data), name)) if kind in ("epub", "word") else read_text(kind, data, name)


def read(name: str, data: bytes | str) -> Extraction:
    """Reads a source in one language or two."""
    return extracted(document(name, data.encode() if isinstance(data, str) else data))


def extraction(case: Case) -> Extraction:
    names = [name for name in case.args if Path(name).suffix]
    documents = [document(name, case.files[name]) for name in names]
    return extracted_pair(documents[0], documents[1]) if "--pair" in case.args else extracted(documents[0])


def pairs(found: Extraction) -> list[tuple[str, str, str]]:
    """Returns the kinds and texts of all pairs, without blanks at line ends."""
    one, other = found.languages
    return [
        (str(pair["kind"]), _plain(pair.get(one)), _plain(pair.get(other)))
        for article in found.prepared
        for pair in article.pairs
    ]


def expected(case: Case) -> list[tuple[str, str, str]]:
    """Returns the kinds and texts of the story, as :func:`pairs` does."""
    parts = case.story.body if case.titled else case.story.parts
    return [(KINDS.get(part.kind, part.kind), _plain(part.one), _plain(part.other)) for part in parts]


def titles(found: Extraction) -> dict[str, str]:
    """Returns the titles of the first article."""
    return {tag: prose.text for tag, prose in found.prepared[0].article.title.sides}


def _plain(text: object) -> str:
    return " ".join(str(text or "").split())


def differences(case: Case, found: Extraction) -> list[str]:
    """Returns a line for each pair that was not found, or found otherwise."""
    wanted, got = expected(case), pairs(found)
    accepted = {kind: {kind, *(also for own, also in case.accepted if own == kind)} for kind, _, _ in wanted}
    lines = [
        f"lacks {each}"
        for each in wanted
        if not any(each[1:] == own[1:] and own[0] in accepted[each[0]] for own in got)
    ]
    lines += [f"has {each}" for each in got if each[1:] not in [own[1:] for own in wanted]]
    if case.titled and titles(found) != dict(
        zip(case.story.tags, (case.story.title.one, case.story.title.other), strict=True)
    ):
        lines.append(f"is titled {titles(found)}")
    if found.languages != case.story.tags and set(found.languages) != set(case.story.tags):
        lines.append(f"is in {found.languages}")
    return lines
