"""A query held to some texts: those in one language, of one kind, of one issue."""

from __future__ import annotations

from reader.model.record import record, replace
from reader.search.folding import fold
from reader.search.query import Clause, Query, Term


@record
class Narrowing:
    """Which texts are looked at: those in a language, of a field, of the issue of that id; empty for all of them."""

    language: str = ""
    field: str = ""
    issue: str = ""

    def of(self, query: Query) -> Query:
        """Returns the query for these texts alone."""
        return in_issue(in_field(in_language(query, self.language), self.field), self.issue)


def in_language(query: Query, language: str) -> Query:
    """Returns the query for texts in one language; as it is if none is named."""
    return _also(query, Term(language.lower(), field="lang")) if language else query


def in_issue(query: Query, issue: str) -> Query:
    """Returns the query for texts of the issue of that id; as it is if none is named."""
    return _also(query, Term(fold(issue), field="issue")) if issue else query


def in_field(query: Query, field: str) -> Query:
    """Returns the query for texts of one kind, such as ``caption``; terms that name a field keep theirs."""
    if not field:
        return query
    clauses = tuple(
        Clause(tuple(term if term.field else replace(term, field=field) for term in clause.terms), clause.negated)
        for clause in query.clauses
    )
    return Query(clauses)


def _also(query: Query, term: Term) -> Query:
    return Query((*query.clauses, Clause((term,)))) if query.clauses else query
