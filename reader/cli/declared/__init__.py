"""One module for each verb, with its declaration only; its work is in ``reader.cli`` under the same name."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.declaration import Verb

GROUPS = {
    "read": ("open", "list", "show", "read", "search", "lookup", "marks", "words", "export", "serve"),
    "subscribe to magazines": ("subscribe", "update", "subscriptions", "unsubscribe"),
    "write and check issues": (
        "new",
        "import",
        "preview",
        "check",
        "fmt",
        "align",
        "status",
        "translation",
        "format",
        "schema",
        "publish",
    ),
    "look after the program": ("dictionary", "index", "config", "doctor", "completion"),
}
"""Verbs by purpose, in the order of the overview."""
VERBS = tuple(name for names in GROUPS.values() for name in names)
HIDDEN = ("suggest",)
"""Verbs that only scripts call."""


def declaration(name: str) -> Verb:
    """Returns the declaration of a verb.

    Args:
        name: One of :data:`VERBS` or :data:`HIDDEN`.
    """
    module = __import__(f"reader.cli.declared.{name}", fromlist=["VERB"])  # importlib is one more import
    verb: Verb = module.VERB
    return verb
