"""A server for tests: `chartveil serve` as a user starts it, on a free port."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

READY = "chartveil: ready\n"
START = 300


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Server:
    """A running server; `log` is the file that holds all that it has written to its output and errors."""

    process: subprocess.Popen[bytes]
    log: Path
    url: str

    @property
    def port(self) -> int:
        found = re.search(r":(\d+)/", self.url)
        assert found
        return int(found[1])

    def ask(
        self,
        path: str,
        body: object = None,
        *,
        method: str | None = None,
        headers: dict[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Answer:
        """Send one request; an object is sent as JSON."""
        data = raw if raw is not None or body is None else json.dumps(body).encode()
        given = {"Content-Type": "application/json"} if data is not None else {}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(
                method or ("GET" if data is None else "POST"), path, data, given | (headers or {})
            )
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def send(self, request: bytes) -> bytes:
        """Send bytes as they are; the first that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
            connection.sendall(request)
            return connection.recv(65536)


@contextmanager
def serving(folder: Path, *options: str, environment: dict[str, str] | None = None) -> Iterator[Server]:
    """A server that is ready, working in `folder`; stopped at the end."""
    log = folder / "server.log"
    command = [str(Path(sys.executable).parent / "chartveil"), "serve", "--port", "0", *options]
    with log.open("wb") as written, subprocess.Popen(
        command, cwd=folder, stdout=written, stderr=subprocess.STDOUT, env=environment
    ) as process:  # fmt: skip
        try:
            yield Server(process, log, _address(log, process, command))
        finally:
            process.terminate()
            process.wait(timeout=120)


def _address(log: Path, process: subprocess.Popen[bytes], command: Sequence[str]) -> str:
    """Where the server is, when it is ready."""
    until = time.monotonic() + START
    while time.monotonic() < until and process.poll() is None:
        text = log.read_text()
        if READY in text:
            found = re.search(r"page at (\S+)", text)
            assert found
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"not ready: {log.read_text()}")
