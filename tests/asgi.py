"""Runs an ASGI application without a network: its start, and one request."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from itertools import chain
from typing import Any

from serving import Answer

App = Callable[[Any, Any, Any], Awaitable[None]]
LOCAL = {"host": "127.0.0.1"}


def ask(
    app: App, path: str, body: object = None, *, headers: dict[str, str] | None = None, start: bool = False
) -> Answer:
    """The answer to one request; an object is sent as JSON. `start`: let the application start first."""
    parts = [] if body is None else [json.dumps(body).encode()]
    return asyncio.run(send(app, "GET" if body is None else "POST", path, parts, headers, start=start))


async def send(
    app: App,
    method: str,
    path: str,
    parts: Iterable[bytes],
    headers: dict[str, str] | None = None,
    *,
    start: bool = False,
) -> Answer:
    """The answer to a request whose body comes in parts; parts that are not asked for are left."""
    if start:
        await _start(app)
    given = {**LOCAL, "content-type": "application/json", **(headers or {})}
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": path,
        "raw_path": path.encode(), "query_string": b"", "root_path": "", "scheme": "http",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in given.items()],
    }  # fmt: skip
    coming = chain(parts, [b""])
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        part = next(coming)
        return {"type": "http.request", "body": part, "more_body": part != b""}

    async def out(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, out)
    headers_out = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers_out, b"".join(message.get("body", b"") for message in sent))


async def _start(app: App) -> None:
    """Let the application start; it is never told to stop."""
    started = asyncio.Event()
    messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    messages.put_nowait({"type": "lifespan.startup"})

    async def out(message: dict[str, Any]) -> None:
        started.set()

    task = asyncio.create_task(app({"type": "lifespan", "state": {}}, messages.get, out))
    await started.wait()
    assert not task.done()
