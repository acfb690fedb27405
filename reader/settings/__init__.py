"""What the reader may set: one table, one commented file, and what is wrong in it."""

from reader.settings.reading import default_path, read_settings
from reader.settings.settings import Fault, Settings

__all__ = ["Fault", "Settings", "default_path", "read_settings"]
