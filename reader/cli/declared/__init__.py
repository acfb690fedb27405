"""One module for each verb, with its declaration only; its work is in ``reader.cli.verbs`` under the same name."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.declaration import Verb

GROUPS = {
    "read": ("open", "list", "show", "read", "serve"),
    "find": ("search", "marks"),
    "learn": ("lookup", "words", "dictionary"),
    "add issues": ("new", "import", "format", "schema"),
    "check and translate": ("check", "fmt", "preview", "align", "status", "translation"),
    "bring out": ("export", "publish"),
    "subscribe": ("subscribe", "update", "subscriptions", "unsubscribe"),
    "set up": ("config", "index", "doctor", "completion"),
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
