"""The signature of a site's manifest, made by ``ssh-keygen`` with a key that one has for git or for servers."""

from __future__ import annotations

import os
import subprocess

from reader.errors import ReaderError
from reader.gate import clean_line, shown_path
from reader.publishing.feeds import MANIFEST_NAME
from reader.publishing.site import SiteFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.publishing.site import KeptFile

SIGNATURE_NAME = f"{MANIFEST_NAME}.sig"
NAMESPACE = "magazine"
"""Purpose of the signature: one that was made for something else is not taken for it."""
_BEGINNING = b"-----BEGIN SSH SIGNATURE-----"


def signed(files: Iterable[SiteFile | KeptFile], key: str) -> Iterator[SiteFile | KeptFile]:
    """Yields files, and after the manifest its signature.

    Raises:
        ReaderError: If it cannot be signed.
    """
    for file in files:
        yield file
        if file.path == MANIFEST_NAME:
            yield SiteFile(SIGNATURE_NAME, _signature(file.data, key))


def _signature(data: bytes, key: str) -> bytes:
    if not os.path.isfile(key):
        raise ReaderError(f"{shown_path(key)}: no such key; make one by ssh-keygen -t ed25519 -f FILE")
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", os.path.abspath(key), "-n", NAMESPACE]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603 (without a shell)
    except OSError as error:
        raise ReaderError(f"ssh-keygen cannot be run: {error.strerror}; it comes with OpenSSH") from error
    if done.returncode or not done.stdout.startswith(_BEGINNING):
        lines = done.stderr.decode("utf-8", "replace").split("\n")
        reason = next((clean_line(line) for line in reversed(lines) if line.strip()), "no reason given")
        raise ReaderError(f"{shown_path(key)}: cannot sign: {reason}")
    return done.stdout
