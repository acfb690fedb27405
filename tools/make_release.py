"""Builds the sdist, the wheel and a one-file program, and tries each: ``python tools/make_release.py DIR``.

It needs ``build``, and ``shiv`` for the one-file program, which is left out where shiv is missing. The folder must be
empty or new. Each part is tried in an environment of its own, outside the source.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from reader import __version__

ROOT = Path(__file__).parents[1]
ENTRY = "reader.cli.main:main"
PROGRAM = "reader.pyz"


def main(folder: Path) -> None:
    """Builds all into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        sys.exit(f"{folder} is not empty")
    run(sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    (archive,) = folder.glob("*.tar.gz")
    for built in (wheel, archive):
        if __version__ not in built.name:
            sys.exit(f"{built.name} is not of version {__version__}")
        try_installed(built)
    if has_shiv():
        build_one_file(wheel, folder / PROGRAM)
        with tempfile.TemporaryDirectory() as home:
            try_program([sys.executable, str(folder / PROGRAM)], Path(home))
    else:
        print("shiv is missing: no one-file program")


def has_shiv() -> bool:
    """Whether shiv is installed beside this Python."""
    return subprocess.run([sys.executable, "-c", "import shiv"], check=False, capture_output=True).returncode == 0


def build_one_file(requirement: Path, program: Path, *options: str) -> None:
    """Builds a program in one file of a wheel or a source folder and its dependencies; ``options`` go to pip."""
    shiv = (sys.executable, "-m", "shiv", "--entry-point", ENTRY, "--output-file", str(program))
    run(*shiv, *options, str(requirement))


def try_installed(built: Path) -> None:
    """Installs a wheel or an archive by itself and tries it."""
    with tempfile.TemporaryDirectory() as made:
        here = Path(made)
        venv.create(here / "venv", with_pip=True)
        binaries = here / "venv" / ("Scripts" if os.name == "nt" else "bin")
        run(str(binaries / "python"), "-m", "pip", "install", "--quiet", str(built))
        try_program([str(binaries / "reader")], here)
        if not (here / "venv" / "share" / "man" / "man1" / "reader.1").exists():
            sys.exit(f"{built.name} has no man page")


def try_program(command: list[str], home: Path) -> None:
    """Runs a few verbs in a home of its own; exits if one fails."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("READER_", "XDG_", "PYTHONPATH"))
    }
    environment |= {"HOME": str(home), "SHIV_ROOT": str(home / "shiv")}
    for argv, wanted in (
        (["--version"], f"reader {__version__}"),
        (["list"], "city-of-springs-08"),
        (["read", "city-of-springs-08/springs", "--lang", "en"], "The article ends."),
        (["format"], "deck"),
        (["lookup", "泉水"], "spring"),
        (["check"], ""),
    ):
        done = subprocess.run(
            [*command, *argv], cwd=home, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode or wanted not in done.stdout:
            sys.exit(f"{' '.join(argv)} failed: {done.returncode}, {done.stderr}")


def run(*command: str) -> None:
    """Runs a program, and exits if it fails."""
    if not shutil.which(command[0]) or subprocess.run(command, check=False).returncode:
        sys.exit(f"failed: {' '.join(command)}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/make_release.py DIR")
    main(Path(sys.argv[1]))
