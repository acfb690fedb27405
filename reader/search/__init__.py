"""Search in texts, without a file or an index: queries, folding, matching, ranking, hits, and the tokens of an index.

``terms`` and ``query`` have the records of a query, ``texts`` the texts of an article; ``matching`` finds a term in a
text, ``scan`` a query in issues; ``tokens`` turns texts and terms into tokens for a full-text index.
"""

from reader.model.equivalence import fold
from reader.search.hits import Hit
from reader.search.query import Query, parse_query
from reader.search.scan import scan, scan_article
from reader.search.spellings import with_spellings

__all__ = ["Hit", "Query", "fold", "parse_query", "scan", "scan_article", "with_spellings"]
