"""The record of a rule's page, and the kinds of its examples."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    ExampleKind = Literal["file", "issue", "article", "body", "glossary", "disk"]

FILE: Final = "file"
"""An example that is a whole file, or replaces keys of one."""
ISSUE: Final = "issue"
"""An example of keys of an issue."""
ARTICLE: Final = "article"
"""An example of keys of an article."""
BODY: Final = "body"
"""An example of entries of a body."""
GLOSSARY: Final = "glossary"
"""An example of entries of a glossary."""
DISK: Final = "disk"
"""A description instead of an example: of a fault that only the disk can have."""


@record
class RulePage:
    """A rule's page: the reason for the rule, and examples that break and keep it."""

    why: str
    shape: ExampleKind
    bad: str
    good: str
