"""Certificates for servers on this machine, made by the program openssl, and a site that speaks HTTPS with one."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.subscriptions.publisher import Publisher

OPENSSL = shutil.which("openssl")
NAMES = "IP:127.0.0.1"
LONG = (2020, 2090)
"""The years of a certificate that is valid."""
SETTINGS = """[ca]
default_ca = own
[own]
database = {folder}/index
serial = {folder}/serial
new_certs_dir = {folder}
default_md = sha256
policy = any
x509_extensions = server
[any]
commonName = supplied
[server]
subjectAltName = {names}
"""


def make_secure(site: Publisher, folder: Path, names: str = NAMES, years: tuple[int, int] = LONG) -> Path:
    """Makes a site speak HTTPS, or with another certificate; returns this certificate, which nobody trusts yet.

    Args:
        site: The site.
        folder: A folder for the key and the certificate.
        names: The hosts that the certificate is for, as openssl writes them.
        years: The years at whose beginnings the certificate begins and ends to be valid.
    """
    if OPENSSL is None:
        pytest.skip("needs openssl")
    folder.mkdir(exist_ok=True)
    key, request, certificate = folder / "key.pem", folder / "request.pem", folder / "certificate.pem"
    settings = folder / "settings"
    settings.write_text(SETTINGS.format(folder=folder, names=names))
    (folder / "index").write_text("")
    (folder / "serial").write_text("01\n")
    start, end = (f"{year}0101000000Z" for year in years)
    new_key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(key)]
    _openssl("req", "-new", *new_key, "-subj", "/CN=x", "-out", str(request))
    files = ["-in", str(request), "-keyfile", str(key), "-out", str(certificate)]
    _openssl(
        "ca", "-batch", "-selfsign", "-notext", "-config", str(settings), "-startdate", start, "-enddate", end, *files
    )
    if isinstance(site.socket, ssl.SSLSocket):
        site.socket.context.load_cert_chain(certificate, key)
    else:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        site.socket = context.wrap_socket(site.socket, server_side=True, do_handshake_on_connect=False)
    return certificate


def _openssl(*words: str) -> None:
    assert OPENSSL
    subprocess.run([OPENSSL, *words], check=True, capture_output=True)
