from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli import laying_out
from reader.cli.laying_out import laid_out
from reader.source.formatting import ChangeError

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Run


def test_a_file_is_laid_out_once(run: Run, folder: Path) -> None:
    path = folder / "springs.yaml"
    before = path.read_text(encoding="utf-8")
    assert run("fmt", str(path), "--check") == (1, f"{path}\n", "1 of 1 file would be laid out anew\n")
    assert path.read_text(encoding="utf-8") == before
    assert run("fmt", str(path)) == (0, f"{path}\n", "1 of 1 file laid out anew\n")
    assert path.read_text(encoding="utf-8") != before
    assert run("fmt", str(path)) == (0, "", "0 of 1 file laid out anew\n")
    assert run("fmt", str(path), "--check").code == 0
    assert run("show", "springs/water").code == 0


def test_the_wrap_is_chosen(run: Run, folder: Path) -> None:
    path = folder / "essays.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("谈谈泉水。", "谈谈泉水。再谈河水。"), encoding="utf-8")
    run("fmt", str(path))
    assert "谈谈泉水。\n" in path.read_text(encoding="utf-8")
    run("fmt", str(path), "--wrap", "paragraph")
    assert "谈谈泉水。再谈河水。" in path.read_text(encoding="utf-8")
    assert run("fmt", str(path), "--wrap", "word").code == 2


def test_a_file_that_cannot_be_read_is_left_and_the_others_are_not(run: Run, folder: Path) -> None:
    bad = folder / "bad.yaml"
    bad.write_text("a: [\n", encoding="utf-8")
    code, out, err = run("fmt", str(folder))
    assert code == 1
    assert "Y201" in out
    assert f"reader: {bad}: is left as it is\n" in err
    assert "1 of 3 files laid out anew" in err
    assert bad.read_text() == "a: [\n"


def test_windows_line_ends_are_no_other_layout(run: Run, folder: Path) -> None:
    path = folder / "springs.yaml"
    run("fmt", str(path))
    text = path.read_bytes()
    path.write_bytes(text.replace(b"\n", b"\r\n"))
    assert run("fmt", str(path), "--check").code == 0
    path.write_bytes(text.replace(b"\n", b"\r\n").replace(b"deck: ", b"deck:   "))
    assert run("fmt", str(path)).code == 0
    assert path.read_bytes() == text.replace(b"\n", b"\r\n")


def test_changes_are_shown_and_not_written(run: Run, folder: Path) -> None:
    path = folder / "springs.yaml"
    run("fmt", str(path))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("pages: 60-61", "pages:   60-61"), encoding="utf-8")
    done = run("fmt", str(path), "--diff")
    assert done.code == 1
    assert "-        pages:   60-61\n+        pages: 60-61\n" in done.out
    assert done.err == "1 of 1 file would be laid out anew\n"
    assert "pages:   60-61" in path.read_text(encoding="utf-8")
    assert run("fmt", str(path)).code == 0
    assert run("fmt", str(path), "--diff") == (0, "", "0 of 1 file would be laid out anew\n")


def test_github_shows_the_first_line_with_another_layout(run: Run, folder: Path) -> None:
    path = folder / "springs.yaml"
    run("fmt", str(path))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("pages: 60-61", "pages:   60-61"), encoding="utf-8")
    line = text[: text.index("pages: 60-61")].count("\n") + 1
    code, out, _ = run("fmt", str(path), "--check", "--format", "github")
    assert code == 1
    assert out.startswith(f"::error file={path},line={line},title=fmt::")
    (folder / "bad.yaml").write_text("a: [\n", encoding="utf-8")
    assert run("fmt", str(folder / "bad.yaml"), "--check", "--format", "github").out.startswith("::error file=")


def test_many_files_on_several_processes_are_laid_out_as_by_one(folder: Path, broken: Path) -> None:
    paths = [str(path) for path in sorted(folder.iterdir())] * 3
    assert list(laid_out(paths, "sentence", True, cores=2)) == list(laid_out(paths, "sentence", True, cores=1))


def test_what_is_not_there_and_no_word_at_all(run: Run) -> None:
    assert run("fmt", "gone.yaml").code == 2
    assert run("fmt").code == 2


def test_a_layout_that_would_mean_something_else_is_not_written(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def differs(*_: object) -> str:
        raise ChangeError("it would be read differently")

    before = (folder / "springs.yaml").read_bytes()
    monkeypatch.setattr(laying_out, "formatted", differs)
    assert run("fmt", str(folder / "springs.yaml")).code == 1
    assert (folder / "springs.yaml").read_bytes() == before


def test_a_file_that_others_changed_meanwhile_is_left(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "springs.yaml"
    real = laying_out.formatted

    def saving(*arguments: object) -> str | None:
        text = real(*arguments)  # type: ignore[arg-type]
        path.write_text("# saved\n", encoding="utf-8")
        return text

    monkeypatch.setattr(laying_out, "formatted", saving)
    code, _, err = run("fmt", str(path))
    assert code == 2
    assert "was changed meanwhile" in err
    assert path.read_text(encoding="utf-8") == "# saved\n"
