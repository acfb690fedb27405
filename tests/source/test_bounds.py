"""Files that try to exhaust the machine are refused in time; each is loaded in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.source import load_text
from reader.source.source_file import MAX_DIAGNOSTICS, MAX_FILE_BYTES, MAX_MESSAGE_CHARS, SourceFile
from reader.source.yaml_parser import MAX_DEPTH, MAX_NODES
from tests.source.test_loading import SMALL

pytest.importorskip("resource")

PROGRAM = """
import json, resource, sys, time
from reader.source import load
begun = time.process_time()
loaded = load(sys.argv[1])
seconds = time.process_time() - begun
try:  # of this program alone: Linux counts the parent's memory in ru_maxrss of a child
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) / 1e3 for line in status if line.startswith("VmHWM"))
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
codes = sorted({diagnostic.code for diagnostic in loaded.errors})
print(json.dumps({"issue": loaded.issue is not None, "codes": codes, "seconds": seconds, "megabytes": peak}))
"""
BODY = SMALL[: SMALL.index("          - {")]
PARAGRAPHS = MAX_NODES - 50
HANGS_SECONDS = 3600
"""Time by the clock that no machine is too busy for; the bound is in CPU time."""
TRIES = 3
"""Number of times that a file is read until it takes no more: other work beside it makes the CPU time longer, too."""


def bomb() -> str:
    levels = ["a: &a [x, x, x, x, x, x, x, x, x, x]\n"]
    levels += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "".join(levels)


HOSTILE = {
    "bytes": ("F103", "# " + "x" * MAX_FILE_BYTES),
    "values": ("Y205", BODY + "          - a\n" * (MAX_NODES + 1)),
    "values in a flow": ("Y205", "[" + "a," * (MAX_NODES + 1) + "]"),
    "depth": ("Y204", "[" * 100_000),
    "depth of mappings": ("Y204", "{a: " * 100_000),
    "depth of blocks": ("Y204", "- " * 100_000),
    "depth of keys": ("Y204", "? " * 100_000),
    "spellings of a term": (
        "Y205",
        SMALL + "glossary:\n  - term: Jinan\n    also:\n" + "".join(f"      - Tsi-{n}\n" for n in range(60_000)),
    ),
    "aliases": ("Y205", bomb()),
    "aliases of a long text": ("Y205", "a: &a " + "x" * 1_000_000 + "\nb: [" + "*a, " * 100_000 + "]\n"),
    "a long id": ("S305", "id: " + "a-" * 1_900_000),
    "many unknown keys": ("S302", "".join(f"lab{index:x}l: a\n" for index in range(60_000))),
    "many languages": (
        "S308",
        "languages: [" + ", ".join(f"a{chr(97 + i % 26)}-{i:08}" for i in range(30_000)) + "]\n",
    ),
    "many figures": (
        "R402",
        BODY
        + "".join(f"          - figure: figure-{index}\n" for index in range(10_000))
        + "        figures:\n"
        + "".join(f"          - {{id: other-{index}, caption: c}}\n" for index in range(10_000)),
    ),
}


def loaded_apart(text: str, folder: Path) -> dict[str, object]:
    path = folder / "hostile.yaml"
    path.write_text(text, encoding="utf-8")
    root = str(Path(__file__).parent.parent.parent)
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)], cwd=root, capture_output=True, timeout=HANGS_SECONDS, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    result: dict[str, object] = json.loads(ran.stdout)
    return result


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_within_the_bounds(name: str, tmp_path: Path) -> None:
    code, text = HOSTILE[name]
    for _ in range(TRIES):
        result = loaded_apart(text, tmp_path)
        assert not result["issue"]
        assert code in result["codes"]
        assert result["megabytes"] < 200
        if result["seconds"] < 2:
            return
    pytest.fail(f"{result['seconds']:.1f} s of CPU time")


def test_files_just_inside_the_bounds_are_read(tmp_path: Path) -> None:
    result = loaded_apart(BODY + "          - Water.\n" * PARAGRAPHS, tmp_path)
    assert result["issue"]
    assert result["codes"] == []


def test_the_deepest_nesting_that_is_allowed() -> None:
    deepest = load_text("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert {diagnostic.code for diagnostic in deepest.diagnostics} == {"S301"}
    deeper = load_text("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert {diagnostic.code for diagnostic in deeper.diagnostics} == {"Y204"}


def test_the_largest_file_that_is_allowed(tmp_path: Path) -> None:
    from reader.source import load

    path = tmp_path / "small.yaml"
    path.write_bytes(SMALL.encode() + b"#" * (MAX_FILE_BYTES - len(SMALL.encode())))
    assert load(str(path)).diagnostics == ()
    path.write_bytes(path.read_bytes() + b"#")
    assert [diagnostic.code for diagnostic in load(str(path)).diagnostics] == ["F103"]


def test_no_number_of_warnings_hides_an_error() -> None:
    text = BODY + "          - 泉,水\n" * (MAX_DIAGNOSTICS + 10) + "          - figure: missing\n"
    loaded = load_text(text)
    assert loaded.issue is None
    assert [diagnostic.code for diagnostic in loaded.errors] == ["R402"]
    assert len(loaded.diagnostics) == MAX_DIAGNOSTICS + 1


def test_the_number_of_errors_is_bounded() -> None:
    loaded = load_text(BODY + "          - heading: ''\n" * (MAX_DIAGNOSTICS + 10))
    assert len(loaded.diagnostics) == MAX_DIAGNOSTICS


def test_of_a_long_value_the_reason_comes_first() -> None:
    loaded = load_text(SMALL.replace("languages: [zh-Hans, en]", "languages: [zh-Hans, en]\ndate: " + "Spring" * 100))
    assert [diagnostic.message for diagnostic in loaded.diagnostics] == [
        f"this text is not a date: '{('Spring' * 7)[:40]}…{('Spring' * 7)[-40:]}'"
    ]


@pytest.mark.parametrize("long", ["X" * 400, "\x1b[31m" * 90, "\u202e" * 90, "泉" * 150, "'\"" * 200, "a b, c: " * 80])
@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("languages: [zh-Hans, en]", "languages: [{}, en]", "is not a language tag"),
        ("languages: [zh-Hans, en]", "languages: [zh-Hans, en]\ndate: {}", "is not a date"),
        ("languages: [zh-Hans, en]", "languages: [zh-Hans, en]\n{}: 1", "an issue has no key"),
        ("languages: [zh-Hans, en]", "languages: [zh-Hans, en]\n{}: 1\n{}: 1", "occurs twice"),
        ("format: 1", "format: {}", "the format version"),
    ],
)
def test_no_long_value_hides_the_reason(long: str, old: str, new: str, reason: str) -> None:
    value = json.dumps(long, ensure_ascii=True)
    assert old in SMALL
    found = [d for d in load_text(SMALL.replace(old, new.replace("{}", value))).diagnostics if reason in d.message]
    assert found
    assert all(len(d.message) < MAX_MESSAGE_CHARS for d in found)
    assert all("\ufffd" not in d.message for d in found), "signs that are not shown are escapes"


def test_a_message_of_many_values_keeps_its_beginning_and_its_end() -> None:
    source = SourceFile("x.yaml", "a")
    source.report_at("S305", 0, 0, "the beginning " + "x" * 1000 + " the end")
    message = source.diagnostics[0].message
    assert (message[:13], message[-7:], len(message)) == ("the beginning", "the end", MAX_MESSAGE_CHARS + 1)
