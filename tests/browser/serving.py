# SPDX-License-Identifier: Apache-2.0
"""Serves pages that no view has: html from memory, static files, all under the content policy of the server."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders

#: An answer: status and body; a body alone is a page.
Answer = str | tuple[int, str]


def policy() -> str:
    """The header of the server's content policy."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(map(str, values))}" for name, values in directives.items())


@contextmanager
def served(pages: Mapping[str, Answer]) -> Iterator[str]:
    """The address under which the pages are served while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(pages))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(pages: Mapping[str, Answer]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self._answer(*_find(pages, urlsplit(self.path).path))

        def do_POST(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.do_GET()

        def log_message(self, format, *args):  # noqa: A002 - WONTFIX: the name is given
            """Says nothing."""

        def _answer(self, status, body, kind):
            self.send_response(status)
            self.send_header("Content-Security-Policy", policy())
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


def _find(pages: Mapping[str, Answer], path: str) -> tuple[int, bytes, str]:
    found = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
    if found:
        return 200, Path(found).read_bytes(), mimetypes.guess_type(found)[0] or "application/octet-stream"
    answer = pages.get(path, (404, ""))
    status, text = answer if isinstance(answer, tuple) else (200, answer)
    return status, text.encode(), "text/html; charset=utf-8"
