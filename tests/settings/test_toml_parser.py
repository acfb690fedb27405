"""TOML within bounds: hostile texts give one fault with its place, whatever they hold."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings.toml_parser import MAX_DEPTH, MAX_PARTS, MAX_WORD_CHARS, TomlFault, parse_toml

LONG = f"a number or name of more than {MAX_WORD_CHARS:,} characters"
PARTS = f"a name of more than {MAX_PARTS} parts"
DEPTH = f"lists or tables in more than {MAX_DEPTH} levels"


def fault(text: str) -> TomlFault | None:
    return parse_toml(text.encode())[2]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("measure = " + "9" * 4_301, 1, 11, LONG),
        ("\n  measure = 0x" + "f" * 90_000, 2, 13, LONG),
        ("measure = -0b" + "1" * 90_000, 1, 11, LONG),
        ("measure = " + "1_" * 40_000 + "1", 1, 11, LONG),
        ("a" * 90_000 + " = 1", 1, 1, LONG),
        ("a" + ".a" * 999 + " = 1", 1, 64, PARTS),
        ("a" + " . 'b'" * 10_000 + " = 1", 1, 189, PARTS),
        ("[" + "a." * 45_000 + "a]", 1, 65, PARTS),
        ("x = {" + "a." * 40_000 + "a = 1}", 1, 69, PARTS),
        ("a = " + "[" * 90_000, 1, 37, DEPTH),
        ("a = " + "{a = " * 10_000, 1, 165, DEPTH),
        ("a = " + "[\n" * 10_000, 33, 1, DEPTH),
    ],
)
def test_a_text_beyond_a_bound_is_reported_at_the_place(text: str, line: int, column: int, message: str) -> None:
    assert fault(text) == TomlFault(line, column, message)


@pytest.mark.parametrize(
    "text",
    [
        f"a = {'9' * (MAX_WORD_CHARS)}",
        f"a{'.a' * (MAX_PARTS - 1)} = 1",
        f"a = {'[' * MAX_DEPTH}{']' * MAX_DEPTH}",
        f"# {'[' * 9_000}{'a.' * 9_000}{'9' * 9_000}\n",
        f'a = "{"[" * 9_000}{"a." * 9_000}{"9" * 9_000}"\n',
        f"a = '''{'[' * 900}\n{'a.' * 900}{'9' * 9_000}''\\'''\n",
        f'a = """{"[" * 900}\n{"a." * 900}\\"""" \n',
        "\n".join(f"a{number} = 1.5" for number in range(5_000)),
        "\n".join(f"[[a.b]]\nc = {number}.5" for number in range(5_000)),
    ],
)
def test_a_text_within_the_bounds_is_read_as_tomllib_reads_it(text: str) -> None:
    assert parse_toml(text.encode()) == (text, tomllib.loads(text), None)


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a = 1\nb\0 = 1", 2, 2),
        (b"a = 1\n\xff\xfeb = 1", 2, 1),
        ("\ufeffa = 1\n泉 = 2\xe9".encode() + b"\xe9", 2, 7),
        (b"\xff\xfea\0 \0=\0", 1, 1),
        (b"[a]\n[b]\n[a]\n", 3, 3),
        (b"a = 2018-13-45", 1, 9),
        (b"a = 1\n[a]\nb = 2\n", 2, 3),
        (b"a = 1\n[a.b]\n", 2, 5),
    ],
)
def test_other_faults_have_a_place(data: bytes, line: int, column: int) -> None:
    _, values, found = parse_toml(data)
    assert values == {}
    assert found is not None
    assert (found.line, found.column) == (line, column)


SIGNS = st.sampled_from([*"[]{}=.,\n\"'\\#a1e- 泉\0", '"""', "'''", "0x"])


@given(st.lists(SIGNS, max_size=60).map("".join))
def test_no_text_raises(text: str) -> None:
    found, values, wrong = parse_toml(text.encode())
    assert found == text
    assert wrong is None or (not values and 1 <= wrong.line <= text.count("\n") + 1 and wrong.column >= 1)
