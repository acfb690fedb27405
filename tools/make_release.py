"""Builds the sdist, the wheel and a one-file program, and tries each: ``python tools/make_release.py DIR``.

It needs ``build`` and ``shiv``, which the extra ``dev`` has. The folder must be empty or new. The wheel and the sdist
are installed one after the other in an environment that has nothing else, outside the source; the one-file program is
made of that environment.
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
SHARED = (
    "man/man1/reader.1",
    "bash-completion/completions/reader",
    "zsh/site-functions/_reader",
    "fish/vendor_completions.d/reader.fish",
)
"""Files of other programs in the folder ``share`` of an installation."""


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
    with tempfile.TemporaryDirectory() as made:
        here = Path(made)
        venv.create(here / "venv")
        for built, options in ((wheel, ()), (archive, ("--no-deps", "--force-reinstall"))):
            try_installed(built, here, *options)
        build_one_file(here / "venv", folder / PROGRAM)
        try_program([sys.executable, str(folder / PROGRAM)], here)


def binaries(environment: Path) -> Path:
    """Returns the folder of the programs of an environment."""
    return environment / ("Scripts" if os.name == "nt" else "bin")


def build_one_file(environment: Path, program: Path) -> None:
    """Builds a program in one file of all that an environment has."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    asked = [str(binaries(environment) / "python"), "-c", ask]
    packages = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout.strip()
    run(sys.executable, "-m", "shiv", "-e", ENTRY, "-o", str(program), "--site-packages", packages)


def try_installed(built: Path, here: Path, *options: str) -> None:
    """Installs a wheel or an archive in the environment of a folder, and tries it; ``options`` go to pip."""
    python = str(binaries(here / "venv") / "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile", *options, str(built))
    try_program([str(binaries(here / "venv") / "reader")], here)
    for shared in SHARED:
        if not (here / "venv" / "share" / shared).exists():
            sys.exit(f"{built.name} has no {shared}")


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
