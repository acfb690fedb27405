"""The reader's settings: one table, the file that holds them, and its faults."""

from reader.settings.settings import Settings, SettingsFault
from reader.settings.toml_reader import default_path, read_settings

__all__ = ["Settings", "SettingsFault", "default_path", "read_settings"]
