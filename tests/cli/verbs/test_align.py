"""``reader align``: the difference, the file that is written, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.library import bundled_issues
from reader.source.loading import load

if TYPE_CHECKING:
    from tests.cli.conftest import Run

LOST = "            en: |\n              A flat arch has its troubles"


@pytest.fixture
def slipped(tmp_path: Path) -> Path:
    """The bundled issue with the English of one paragraph of the bridges beside the paragraph before it."""
    text = Path(bundled_issues(), "lanes-and-rivers-03.yaml").read_text(encoding="utf-8")
    start = text.index("            en: |\n              The natural shape for an arch")
    end = text.index("          - zh-Hans: |\n              扁拱也有")
    first = text[start:end]
    begun = text.index(LOST)
    stop = text.index("          - page: 5", begun)
    second = text[begun:stop]
    path = tmp_path / "lanes-and-rivers-03.yaml"
    path.write_text(text[:start] + second + text[end:begun] + first + text[stop:], encoding="utf-8")
    return path


def test_the_difference_is_that_of_the_pairs(run: Run, slipped: Path) -> None:
    before = slipped.read_bytes()
    code, out, err = run("align", str(slipped), "old-bridges")
    assert code == 1
    changed = [line for line in out.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert 0 < len(changed) < 60
    assert any("The natural shape" in line for line in changed)
    assert not any("翻开" in line for line in changed)
    assert slipped.read_bytes() == before
    assert err == ""


def test_the_pairs_are_written_and_are_the_same_then(run: Run, slipped: Path) -> None:
    assert run("align", str(slipped), "old-bridges", "--write").code == 0
    ours = load(str(slipped)).issue
    theirs = load(str(Path(bundled_issues(), "lanes-and-rivers-03.yaml"))).issue
    assert ours
    assert theirs
    assert ours.article("old-bridges") == theirs.article("old-bridges")
    assert run("align", str(slipped), "old-bridges") == (
        0,
        "",
        "lanes-and-rivers-03/old-bridges: the pairs are the same\n",
    )


def test_wrong_targets_are_told(run: Run, slipped: Path) -> None:
    assert run("align").code == 2
    code, _, err = run("align", str(slipped))
    assert code == 2
    assert "align takes one article; there are: old-bridges" in err
    assert run("align", str(slipped), "nothing").code == 2
    assert run("align", str(slipped), "old-bridges", "--languages", "zh").code == 2
    assert run("align", str(slipped.parent)).code == 2


def test_comments_stay_above_their_text(run: Run, slipped: Path) -> None:
    text = slipped.read_text(encoding="utf-8")
    at = text.index("          - zh-Hans: |\n              扁拱也有")
    slipped.write_text(f"{text[:at]}          # on flat arches\n{text[at:]}", encoding="utf-8")
    assert run("align", str(slipped), "old-bridges", "--write").code == 0
    above, _, below = slipped.read_text(encoding="utf-8").partition("          # on flat arches\n")
    assert below.startswith("          - zh-Hans: |\n              扁拱也有")
    assert "扁拱也有" not in above
