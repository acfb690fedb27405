"""The issues of subscriptions as they are on the shelf: which subscription each is of, and whether it was withdrawn."""

from __future__ import annotations

import os

from reader.errors import UnusableError
from reader.library.files import SUBSCRIBED_ISSUES
from reader.subscriptions.subscription import APART, Subscription, root_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.library import LibraryEntry


class SubscribedShelf:
    """Knows the subscriptions by the paths of their issues; the state of each is read once."""

    def __init__(self) -> None:
        self._root = os.path.join(root_folder(), "")
        self._withdrawn: dict[str, frozenset[str]] = {}

    def subscription_of(self, entry: LibraryEntry) -> str:
        """Returns the id of the subscription that an issue is of; empty for another issue."""
        if not entry.path.startswith(self._root):
            return ""
        subscription_id, _, rest = entry.path[len(self._root) :].partition(os.sep)
        return subscription_id if os.path.dirname(rest) == SUBSCRIBED_ISSUES else ""

    def is_withdrawn(self, entry: LibraryEntry) -> bool:
        """Whether the publisher of an issue has withdrawn it."""
        subscription_id = self.subscription_of(entry)
        if not subscription_id:
            return False
        withdrawn = self._withdrawn.get(subscription_id)
        if withdrawn is None:
            try:
                state = Subscription(subscription_id).state
                withdrawn = frozenset() if state.has_ended else frozenset(state.withdrawn)
            except UnusableError:
                withdrawn = frozenset()
            self._withdrawn[subscription_id] = withdrawn
        return entry.name.partition(APART)[0] in withdrawn
