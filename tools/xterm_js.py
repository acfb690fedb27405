"""xterm.js, the terminal of VS Code, as a window: a page in Chromium, and a program on a pseudo-terminal behind it.

    npm install --no-save @xterm/xterm@^6.1.0-beta @xterm/addon-image@^0.10.0-beta     # in FOLDER
    XTERM_JS=FOLDER python tools/xterm_js.py 160x45 COMMAND …

The page fetches what the program writes and posts what is typed, from a server on this machine alone.
"""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import tempfile
import termios
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from select import select
from threading import Thread
from typing import ClassVar

FOLDER = Path(os.environ.get("XTERM_JS", "")) / "node_modules" / "@xterm"
FILES = {
    "/xterm.js": FOLDER / "xterm" / "lib" / "xterm.js",
    "/xterm.css": FOLDER / "xterm" / "css" / "xterm.css",
    "/image.js": FOLDER / "addon-image" / "lib" / "addon-image.js",
}
CELL, FRAME = (9.64, 19), 60
"""Pixels of a cell of this font, and those around the text."""
TYPES = {".js": "text/javascript", ".css": "text/css"}
MOST_BYTES, WAITING_SECONDS = 1 << 20, 10.0
PAGE = """<!doctype html><meta charset="utf-8"><title>xterm.js</title><link rel="stylesheet" href="/xterm.css">
<style>html, body, #t { margin: 0; height: 100%; overflow: hidden; background: #000 }</style><div id="t"></div>
<script src="/xterm.js"></script><script src="/image.js"></script><script>
const t = new Terminal({
  cols: COLUMNS, rows: ROWS, fontFamily: "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC'", fontSize: 16,
  cursorBlink: false, allowProposedApi: true,
  windowOptions: { getWinSizePixels: true, getCellSizePixels: true, getWinSizeChars: true },
});
t.loadAddon(new ImageAddon.ImageAddon());
t.open(document.getElementById("t"));
t.focus();
let sent = Promise.resolve();
const send = (path, body) => { sent = sent.then(() => fetch(path, { method: "POST", body })); };
t.onData(text => send("/typed", text));
t.onBinary(text => send("/typed", Uint8Array.from(text, c => c.charCodeAt(0))));
const area = document.querySelector(".xterm-screen").getBoundingClientRect();
const cell = [area.width / COLUMNS, area.height / ROWS];
addEventListener("resize", () => {
  const fit = (pixels, own, most) => Math.max(2, Math.min(most, Math.floor(pixels / own)));
  const size = [fit(innerWidth, cell[0], COLUMNS), fit(innerHeight, cell[1], ROWS)];
  t.resize(...size);
  send("/size", size.join("x"));
});
(async () => {
  for (;;) {
    const answer = await fetch("/written");
    if (!answer.ok) return;
    const data = new Uint8Array(await answer.arrayBuffer());
    await new Promise(done => t.write(data, done));
  }
})();
</script>"""


class Page(BaseHTTPRequestHandler):
    """Answers the page: its files, the output of the program, and what is typed."""

    terminal: ClassVar[int]
    page: ClassVar[str]

    def do_GET(self) -> None:
        """Sends a file, or what the program has written."""
        if self.path == "/written":
            ready = select([self.terminal], [], [], WAITING_SECONDS)[0]
            try:
                self._answer(os.read(self.terminal, MOST_BYTES) if ready else b"")
            except OSError:  # the program has ended
                self.send_error(410)
        elif self.path in FILES:
            path = FILES[self.path]
            self._answer(path.read_bytes(), TYPES[path.suffix])
        else:
            self._answer(self.page.encode(), "text/html")

    def do_POST(self) -> None:
        """Takes what is typed, or another size."""
        data = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/size":
            take_size(self.terminal, *map(int, data.split(b"x")))
        else:
            os.write(self.terminal, data)
        self._answer(b"")

    def _answer(self, data: bytes, kind: str = "application/octet-stream") -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Logs nothing."""


def take_size(terminal: int, columns: int, rows: int) -> None:
    """Gives the pseudo-terminal a size; as VS Code, it tells no pixels."""
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def main() -> int:
    """Opens the window, and ends with Chromium or by a signal."""
    columns, rows = map(int, sys.argv[1].split("x"))
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(sys.argv[2], sys.argv[2:], os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"})
    take_size(terminal, columns, rows)
    Page.terminal, Page.page = terminal, PAGE.replace("COLUMNS", str(columns)).replace("ROWS", str(rows))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as profile:
        options = (
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-sync",
        )
        address = f"--app=http://127.0.0.1:{server.server_port}/"
        place = ("--window-position=0,0", f"--window-size={round(CELL[0] * columns) + FRAME},{CELL[1] * rows + FRAME}")
        browser = subprocess.Popen(["chromium", *options, *place, f"--user-data-dir={profile}", address])
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: browser.terminate())
        browser.wait()
    os.kill(pid, signal.SIGHUP)
    return 0


if __name__ == "__main__":
    sys.exit(main())
