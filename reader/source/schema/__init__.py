"""The issue format as one table, which reading, writing, messages and the JSON Schema follow."""

from reader.source.schema.issue import FORMAT_VERSION, ISSUE
from reader.source.schema.load_context import LoadContext

__all__ = ["FORMAT_VERSION", "ISSUE", "LoadContext"]
