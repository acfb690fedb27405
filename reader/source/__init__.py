"""Issue files to the model and back; content's faults come back as diagnostics, never as exceptions."""

from reader.source.loading import Loaded, load, load_text

__all__ = ["Loaded", "load", "load_text"]
