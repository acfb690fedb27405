"""The labels of footnote marks: raised numbers, which are drawn in a text and are no part of it."""

from __future__ import annotations

from reader.model.record import replace
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.model.magazine import Table
    from reader.model.text import Prose, Span

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(number: int) -> str:
    """Returns a number in raised digits."""
    return str(number).translate(_RAISED)


def with_labels(prose: Prose, numbers: Mapping[str, int]) -> Prose:
    """Returns a text whose footnote marks have their labels as targets: the raised number, else the mark as written."""
    if not any(span.kind == "footnote" for span in prose.spans):
        return prose
    spans = (
        replace(span, target=_label(span.target, numbers)) if span.kind == "footnote" else span for span in prose.spans
    )
    return replace(prose, spans=tuple(spans))


def shifted(span: Span, by: int) -> Span:
    """Returns the span of a text that follows another one."""
    return replace(span, start=span.start + by, end=span.end + by)


def table_with_labels(table: Table, numbers: Mapping[str, int]) -> Table:
    """Returns a table whose texts have labels as :func:`with_labels` gives them."""

    def labelled(text: Text) -> Text:
        return Text(tuple((tag, with_labels(prose, numbers)) for tag, prose in text.sides))

    return replace(
        table,
        caption=labelled(table.caption) if table.caption else None,
        header=tuple(map(labelled, table.header)),
        rows=tuple(tuple(map(labelled, row)) for row in table.rows),
    )


def _label(identifier: str, numbers: Mapping[str, int]) -> str:
    number = numbers.get(identifier)
    return raised(number) if number else f"[^{identifier}]"
