"""A terminal reader for bilingual magazines."""

__version__ = "0.1.0"
