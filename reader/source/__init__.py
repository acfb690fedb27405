"""Issue files to the model and back; content's faults come back as diagnostics, never as exceptions."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.source.loading import Loaded, load, load_text

__all__ = ["Loaded", "load", "load_text"]


def __getattr__(name: str) -> object:
    """Returns a name of the package: who shows a diagnostic does not import all that finds them."""
    if name not in __all__:
        raise AttributeError(name)
    from reader.source import loading

    return getattr(loading, name)
