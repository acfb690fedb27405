"""An issue file changes while it is open in a real terminal."""

from pathlib import Path

from tests.e2e.terminal import Start

ISSUE = """format: 1
id: live
languages: [zh-Hans, en]
magazine: Live
label: One
sections:
  - id: s
    title: S
    articles:
      - id: a
        title: The article
        body:
          - {zh-Hans: 泉水, en: Spring water}
"""


def test_a_file_that_changes_is_followed(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "live.yaml"
    path.write_text(ISSUE, "utf-8")
    terminal = start("live/a", "--library", str(tmp_path))
    terminal.wait_for("Spring water")
    path.write_text(ISSUE.replace("Spring water", "River water"), "utf-8")
    terminal.wait_for("River water")
    path.write_text(ISSUE[:150], "utf-8")
    terminal.wait_for("The file changed; its earlier version is shown: live.yaml")
    path.unlink()
    path.mkdir()
    terminal.wait_for("this is a folder")
    path.rmdir()
    hostile = '"Well \\e]52;c;eA==\\a\\x9b2J water"'
    path.write_text(ISSUE.replace("Spring water", hostile), "utf-8")
    terminal.wait_for("Well �]52;c;eA==��2J water")
    terminal.press("q")
    assert terminal.wait() == 0
    terminal.assert_given_back()
    assert b"\x1b]52" not in terminal.output
