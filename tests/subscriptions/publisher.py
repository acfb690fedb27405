"""A publisher on this machine: a site of made issues, and a server that plays every fault."""

from __future__ import annotations

import gzip
import hashlib
import json
import struct
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ISSUE = """format: 1
id: {id}
languages: [zh-Hans, en]
magazine: {{zh-Hans: 泉城, en: City of Springs}}
label: {{zh-Hans: 8月刊, en: August issue}}
sections:
  - id: focus
    title: {{zh-Hans: 专题, en: Focus}}
    articles:
      - id: water
        title: {{zh-Hans: 泉水, en: Springs}}
        body:
          - {{zh-Hans: 泉水四季如常。, en: "{text}"}}
{figure_line}{figures}"""


def issue_text(issue_id: str, text: str = "The springs run.", pictures: tuple[str, ...] = ()) -> str:
    line = "".join(f"          - figure: f{k}\n" for k in range(len(pictures)))
    figures = "        figures:\n" if pictures else ""
    for k, name in enumerate(pictures):
        figures += f"          - {{id: f{k}, file: {name}, caption: {{zh-Hans: 泉, en: A spring}}}}\n"
    return ISSUE.format(id=issue_id, text=text, figure_line=line, figures=figures)


def png(grey: int = 128) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([grey] * 4) for _ in range(4))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


Files = dict[str, bytes]
"""The files of an issue by their paths in the feed, the issue file first."""


def issue_files(issue_id: str, text: str = "The springs run.", **pictures: bytes) -> Files:
    """Returns the files of an issue; ``a_png`` is the picture ``a.png``."""
    named = {name.replace("_", "."): data for name, data in pictures.items()}
    return {
        f"issues/{issue_id}.yaml": issue_text(issue_id, text, tuple(named)).encode(),
        **{f"issues/{issue_id}/{name}": data for name, data in named.items()},
    }


def item(issue_id: str, files: Mapping[str, bytes], published: str = "", **more: Any) -> dict[str, Any]:
    told = [{"path": p, "bytes": len(d), "sha256": hashlib.sha256(d).hexdigest()} for p, d in files.items()]
    date = {"date_published": published} if published else {}
    return {"id": issue_id, "content_text": "", **date, "_issue": {"id": issue_id, "files": told}, **more}


def feed(*items: dict[str, Any], title: str = "City of Springs") -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": title, "items": items}).encode()


Answer = bytes | tuple[int, dict[str, str], bytes]
"""A body; or a status, headers and a body."""


class Handler(BaseHTTPRequestHandler):
    """Answers from the server's table; by HTTP/1.1, and in silence."""

    protocol_version = "HTTP/1.1"
    server: Publisher

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items())))
        found = self.server.answers.get(self.path.partition("?")[0])
        if callable(found):
            self.close_connection = True
            found(self)
            return
        if found is None:
            found = (404, {}, b"not here")
        status, headers, body = found if isinstance(found, tuple) else (200, {}, found)
        if status == 200 and (etag := headers.get("ETag")) and self.headers.get("If-None-Match") == etag:
            status, body = 304, b""
        if status == 200 and (since := headers.get("Last-Modified")) and self.headers.get("If-Modified-Since") == since:
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers and "Transfer-Encoding" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def raw(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()

    def log_message(self, *_words: object) -> None:
        pass


class Publisher(ThreadingHTTPServer):
    """A site on a free port of this machine."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer | Callable[[Handler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def publish(self, *issues: Files, headers: dict[str, str] | None = None, **feed_facts: str) -> None:
        """Publishes issues, the newest first, and nothing else."""
        items = []
        for number, files in enumerate(issues):
            issue_id = next(iter(files)).removeprefix("issues/").removesuffix(".yaml")
            items.append(item(issue_id, files, f"2026-01-{28 - number:02}T00:00:00Z"))
            self.answers.update(files)
        body = feed(*items, **feed_facts)
        self.answers["/magazine.json"] = (200, headers, body) if headers else body
        self.answers = {path if path.startswith("/") else f"/{path}": told for path, told in self.answers.items()}

    def handle_error(self, *_words: object) -> None:
        pass


def publisher() -> Iterator[Publisher]:
    server = Publisher()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
