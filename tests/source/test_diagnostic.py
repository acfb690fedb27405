from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.gate import clean_line, first_forbidden
from reader.model.record import replace
from reader.source.diagnostic import ERROR, MAX_EQUAL, MAX_EXCERPT_CHARS, WARNING, Diagnostic, excerpt, folded, in_order
from reader.source.rules import RULE_FAMILIES, RULES

PLACED = Diagnostic("a.yaml", 3, 7, "S302", ERROR, "an article has no key 'x'", "did you mean 'y'?")


def test_a_diagnostic_is_one_line_that_tools_can_read() -> None:
    assert str(PLACED) == "a.yaml:3:7: S302 an article has no key 'x'; did you mean 'y'?"
    assert str(replace(PLACED, line=0, column=0, hint="")) == "a.yaml: S302 an article has no key 'x'"


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_diagnostic_has_no_forbidden_characters(path: str, message: str) -> None:
    line = str(replace(PLACED, path=path + "\x1b", message=message + "\u202e\n"))
    assert first_forbidden(line) == -1
    assert "\n" not in line


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=400), st.integers(1, 400))
def test_an_excerpt_is_short_and_its_mark_is_at_the_position(line: str, column: int) -> None:
    shown, mark = excerpt(line, column)
    assert len(shown) <= MAX_EXCERPT_CHARS + 2
    assert 0 <= mark <= len(shown)
    if column <= len(line):
        assert shown[mark] == clean_line(line[column - 1])
    assert shown.strip("…") in clean_line(line)


def test_diagnostics_are_in_the_order_of_the_file_without_duplicates() -> None:
    later = replace(PLACED, line=10)
    warning = replace(PLACED, severity=WARNING, code="L601")
    other = replace(PLACED, path="b.yaml", line=1)
    assert in_order([other, later, warning, PLACED, later]) == [PLACED, warning, later, other]


def test_every_rule_has_a_family_a_severity_and_a_summary() -> None:
    assert list(RULE_FAMILIES) == list(dict.fromkeys(code[0] for code in RULES))
    for code, rule in RULES.items():
        assert rule.severity in (ERROR, WARNING)
        assert code[0] in RULE_FAMILIES
        assert rule.summary


def test_many_equal_faults_of_a_file_are_shown_once_with_their_number_and_places() -> None:
    equal = [replace(PLACED, line=line, hint=f"hint {line // 4}") for line in range(3, 431)]
    other = replace(PLACED, line=5, message="another")
    elsewhere = replace(PLACED, path="b.yaml")
    first, *rest = folded([*equal, other, elsewhere])
    assert rest == [other, elsewhere]
    assert first == replace(equal[0], message="an article has no key 'x' (428 times, next in lines 4, 5, 6, 7, 8 …)")
    assert folded([replace(PLACED, column=k) for k in range(1, 7)])[0].message.endswith("'x' (6 times)")


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 9), st.sampled_from("xyz")), max_size=60))
def test_folding_hides_no_kind_of_fault_and_keeps_the_order(drawn: list[tuple[str, int, str]]) -> None:
    given_ones = list(dict.fromkeys(replace(PLACED, path=p, line=n, message=m) for p, n, m in drawn))
    shown = folded(given_ones)
    kinds = {(d.path, d.message) for d in given_ones}
    assert {(d.path, d.message.partition(" ")[0]) for d in shown} == kinds
    for path, message in kinds:
        count = sum((d.path, d.message) == (path, message) for d in given_ones)
        of_kind = [d for d in shown if (d.path, d.message.partition(" ")[0]) == (path, message)]
        assert len(of_kind) == (count if count <= MAX_EQUAL else 1)
    at = [(d.path, d.line) for d in given_ones]
    places = [at.index((d.path, d.line)) for d in shown]
    assert places == sorted(places) or len(set(at)) < len(at)
