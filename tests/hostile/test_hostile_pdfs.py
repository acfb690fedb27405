"""PDF files made to harm: a page beyond a bound is skipped in a line, and every draft passes its own check."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from reader.cli.exits import ExitCode
from reader.cli.main import main
from reader.confined import Confined, Limits
from reader.errors import UnusableError
from reader.importing.pdf import confined_pdf
from reader.importing.pdf.confined_pdf import read_confined_pdf
from tests.hostile import hostile_pdfs as made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel holds these limits on Linux")
SMALL = Limits(memory_bytes=150_000_000, cpu_seconds=2, reply_bytes=8_000_000)
"""Limits that are reached sooner."""

HARMLESS: dict[str, Callable[[], bytes]] = {
    "form in itself": made.form_that_draws_itself,
    "map to Unicode": made.wide_to_unicode,
    "long map to Unicode": lambda: made.wide_to_unicode(300_000),
    "endless range": made.one_range,
    "cycle of pages": made.page_tree_cycle,
    "told pages": made.told_pages,
    "looping tables": made.looping_tables,
    "told length": made.told_length,
    "box turned round": lambda: made.boxed(b"[600 800 0 0]"),
    "box without area": lambda: made.boxed(b"[0 0 0 0]"),
    "endless box": lambda: made.boxed(b"[-1e38 -1e38 1e38 1e38]"),
    "box of no numbers": lambda: made.boxed(b"[nan inf 1e999 -1e999]"),
    "text at the end of the world": lambda: made.placed(b"1e38 0 0 1e38 1e38 1e38"),
    "text without size": lambda: made.placed(b"0 0 0 0 50 50"),
    "text at no number": lambda: made.placed(b"1e999 0 0 1e999 -1e999 nan"),
    "deep dictionaries": lambda: made.inner_forms(50_000),
    "large picture": lambda: made.picture_bomb(20_000),
    "label of no UTF-16": lambda: made.labelled(b"<FEFFD800D800>"),
    "label with a bell": lambda: made.labelled(rb"(a\007b)"),
    "label that turns text round": lambda: made.labelled(b"<FEFF202E0041>"),
    "label of lines": lambda: made.labelled(rb"(a\nb\rc)"),
    "long label": lambda: made.labelled(b"(" + b"x" * 100_000 + b")"),
    "bell in the text": lambda: made.between(made.stream(made.text_at(700, rb"a\007b \177 \200"))),
}
HARMFUL: dict[str, tuple[Callable[[], bytes], str]] = {
    "forms in forms": (lambda: made.nested_forms(10), "page 2: needs more than 150 MB of memory; skipped"),
    "blanks": (lambda: made.deflated_blanks(400_000_000), "page 2: needs more than 150 MB of memory; skipped"),
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Returns a function that runs the command line and returns its exit code and both streams."""

    def runs(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return code, *capsys.readouterr()

    return runs


@pytest.fixture
def _small_limits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    process = Confined(confined_pdf.HANDLER, SMALL)
    monkeypatch.setattr(confined_pdf, "_process", lambda: process)
    yield
    process.close()


@pytest.mark.parametrize("kind", HARMLESS)
def test_an_odd_file_is_read_or_refused_in_a_line_and_its_draft_is_good(run: Run, tmp_path: Path, kind: str) -> None:
    path, draft = tmp_path / "odd.pdf", tmp_path / "odd.yaml"
    path.write_bytes(HARMLESS[kind]())
    code, _, told = run("import", str(path), "-o", str(draft))
    assert code in (ExitCode.GOOD, ExitCode.PROBLEMS), told
    assert "unforeseen" not in told
    assert code == ExitCode.GOOD or told.endswith(("; skipped\n", "; left out\n"))
    code, _, told = run("check", str(draft))
    assert code == ExitCode.GOOD, told


@pytest.mark.usefixtures("_small_limits")
@pytest.mark.parametrize("kind", HARMFUL)
def test_a_page_beyond_a_bound_is_skipped_in_a_line_and_the_rest_is_read(run: Run, tmp_path: Path, kind: str) -> None:
    make, line = HARMFUL[kind]
    path = tmp_path / "bad.pdf"
    path.write_bytes(make())
    code, printed, told = run("import", str(path))
    assert (code, told) == (ExitCode.PROBLEMS, f"reader: {path}: {line}\n")
    assert line.removesuffix("; skipped") in printed
    assert "A quiet page before it." in printed
    assert "A quiet page after it." in printed
    code, printed, told = run("import", str(path), "--pages", "2")
    assert (code, printed, told) == (ExitCode.PROBLEMS, "", f"reader: {path}: {line}\n")


@pytest.mark.usefixtures("_small_limits")
def test_a_file_of_bad_pages_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined_pdf, "MAX_SKIPPED", 2)
    path = tmp_path / "bad.pdf"
    bad = made.stream(b"".join(b"BT /F 1 Tf 20 %d Td (%s) Tj ET\n" % (y, b"x" * 300) for y in range(700)))
    path.write_bytes(made.file_of_pages([made.plain("The only good page."), bad, bad, bad, bad]))
    extraction = read_confined_pdf(str(path))
    assert extraction.skipped == (
        "page 2 has more than 200000 characters; skipped",
        "page 3 has more than 200000 characters; skipped",
        "the pages after page 3 are not read, as 2 were skipped",
    )
    assert extraction.notes[:3] == extraction.skipped


def test_a_tree_of_very_many_pages_is_refused_but_for_the_pages_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "many.pdf"
    path.write_bytes(made.many_pages(50_000))
    with pytest.raises(UnusableError, match="has 50,000 pages, more than 5,000; give some of them by --pages"):
        read_confined_pdf(str(path))
    assert "One of many." in str(read_confined_pdf(str(path), [40_000, 50_000]))
