"""What stands before every request: who may ask, in what form and how much; and every answer's headers."""

import asyncio
import hmac
import ipaddress
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .errors import UNEXPECTED, RequestError
from .problems import problem
from .settings import Settings

#: https://www.w3.org/TR/CSP3/: scripts, styles and requests of this server alone; no markup from strings.
CONTENT_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS: Final[Mapping[str, str]] = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
#: Pages and their files hold nothing to protect, and a browser can't send a token for them.
OPEN: Final = ("/static/", "/favicon.ico", "/docs", "/openapi.json")


class Guard:
    """Lets through what a page of this server or a program may ask; an ASGI middleware, the outermost."""

    def __init__(
        self, app: ASGIApp, settings: Settings, bodies: frozenset[str], on_failure: Callable[[str], None]
    ) -> None:
        """`bodies`: the paths that take one. `on_failure` gets a line for each unexpected error."""
        self._app = app
        self._settings = settings
        self._hosts = LOCAL | {host.lower() for host in settings.hosts}
        self._bodies = bodies
        self._on_failure = on_failure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = _Sent(send)
        try:
            self._check(scope["method"], scope["path"], Headers(scope=scope))
            body = await self._body(Headers(scope=scope), receive)
            await self._app(scope, _given(body, receive), sent)
        except RequestError as error:
            await _refusal(error)(scope, receive, sent)
        except Exception as error:  # the server would log it with its message, which may quote the note
            self._on_failure(f"{UNEXPECTED} ({type(error).__name__})")
            if not sent.begun:
                await problem(UNEXPECTED, 500)(scope, receive, sent)

    def _check(self, method: str, path: str, headers: Headers) -> None:
        """Raise `RequestError` for a request that is not to be answered."""
        host = headers.get("host", "")
        if not self._is_served(host):
            raise RequestError("this server does not go by that host name: see `chartveil serve --help`", 400)
        if path == "/" or path.startswith(OPEN):
            return
        if not _same_site(headers, host):
            raise RequestError("requests from pages of other sites are refused", 403)
        if not self._may(headers):
            raise RequestError("a token is needed: send `Authorization: Bearer TOKEN`", 401)
        if method == "POST" and path in self._bodies and _media_type(headers) != "application/json":
            raise RequestError("send application/json", 415)

    def _is_served(self, host: str) -> bool:
        """Whether a Host header names this server. A page elsewhere whose name was made to lead here names
        itself, so addresses in numbers can't come from such a page.
        """
        name = _host_name(host)
        return name in self._hosts or (self._settings.everywhere and _is_address(name))

    def _may(self, headers: Headers) -> bool:
        if self._settings.token is None:
            return True
        kind, _, token = headers.get("authorization", "").partition(" ")
        return kind.lower() == "bearer" and hmac.compare_digest(
            token.strip().encode("utf-8", "surrogatepass"), self._settings.token.encode()
        )

    async def _body(self, headers: Headers, receive: Receive) -> bytes:
        """The whole body. Raises `RequestError` when it is too large, before reading it where it tells so."""
        most = self._settings.limits.body
        told = headers.get("content-length", "0")
        if not told.isdecimal() or int(told[:20]) > most:
            raise RequestError(f"the body is too large: send at most {most:,} bytes", 413)
        try:
            return await asyncio.wait_for(_read(receive, most), self._settings.limits.seconds)
        except TimeoutError:
            raise RequestError("the body did not arrive in time", 408) from None


class _Sent:
    """Sends answers, each with the headers, and knows whether one has begun."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            own = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
            message = {**message, "headers": [*message.get("headers", ()), *own]}
        await self._send(message)


def _refusal(error: RequestError) -> Response:
    headers = {"connection": "close"} if error.status in (408, 413) else {}
    if error.status == 401:
        headers["www-authenticate"] = "Bearer"
    return problem(str(error), error.status, headers)


async def _read(receive: Receive, most: int) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":  # the client has gone
            raise RequestError("the body is not whole", 400)
        body += message.get("body", b"")
        if len(body) > most:
            raise RequestError(f"the body is too large: send at most {most:,} bytes", 413)
        if not message.get("more_body", False):
            return bytes(body)


def _given(body: bytes, receive: Receive) -> Callable[[], Awaitable[Message]]:
    """A `receive` that gives a body that was read already."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _same_site(headers: Headers, host: str) -> bool:
    """Whether a request comes from a page of this server, or from no page at all.

    Browsers send Origin with every POST to another site, and the newer ones Sec-Fetch-Site with all requests.
    """
    origin = headers.get("origin")
    if origin is not None and origin.partition("://")[2].lower() != host.lower():
        return False
    return headers.get("sec-fetch-site", "none") in ("none", "same-origin")


def _media_type(headers: Headers) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _host_name(host: str) -> str:
    """The name in a Host header, without the port and an IPv6 address's brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower().rstrip(".")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
