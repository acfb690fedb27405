"""Search over the texts of a library, and inside one article."""

from reader.search.folding import fold
from reader.search.hits import Hit
from reader.search.query import Query, parse_query, with_spellings
from reader.search.scan import scan, scan_article

__all__ = ["Hit", "Query", "fold", "parse_query", "scan", "scan_article", "with_spellings"]
