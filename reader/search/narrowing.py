"""Narrows a query to some texts: those in one language, of one field, of one issue."""

from __future__ import annotations

from reader.model.equivalence import fold
from reader.model.record import record, replace
from reader.search.query import Query
from reader.search.terms import Clause, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reader.search.terms import TextField


@record
class Narrowing:
    """A language, a field and the id of an issue that texts must have; an empty one means all."""

    language: str = ""
    field: TextField | Literal[""] = ""
    issue: str = ""
    issue_name: str = ""
    """The name of the issue, as the reader knows it."""

    def of(self, query: Query) -> Query:
        """Returns the query for these texts alone."""
        return in_issue(in_field(in_language(query, self.language), self.field), self.issue)


def in_language(query: Query, language: str) -> Query:
    """Returns the query for texts in one language; the same query if the language is empty."""
    return _with_term(query, Term(language.lower(), field="lang")) if language else query


def in_issue(query: Query, issue: str) -> Query:
    """Returns the query for texts of the issue of that id; the same query if the id is empty."""
    return _with_term(query, Term(fold(issue), field="issue")) if issue else query


def in_field(query: Query, field: TextField | Literal[""]) -> Query:
    """Returns the query for texts of one field; terms that have a field keep theirs."""
    if not field:
        return query
    clauses = tuple(
        Clause(tuple(term if term.field else replace(term, field=field) for term in clause.terms), clause.negated)
        for clause in query.clauses
    )
    return Query(clauses, query.chains)


def _with_term(query: Query, term: Term) -> Query:
    return Query((*query.clauses, Clause((term,))), query.chains) if query.clauses else query
