"""Runs the application with uvicorn, and stops it cleanly."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final

import uvicorn

from ..errors import ChartveilError, UsageError
from .app import create_app
from .settings import Settings

#: Seconds that requests at work get to end when the server is stopped.
GRACE: Final = 5
#: Open connections at most; a browser keeps up to six.
CONNECTIONS: Final = 256


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; with a certificate, for TLS. Port 0: any free one."""

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None

    @property
    def scheme(self) -> str:
        return "http" if self.certificate is None else "https"

    def url(self, port: int) -> str:
        """What a browser on this machine opens."""
        name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)
        return f"{self.scheme}://{f'[{name}]' if ':' in name else name}:{port}/"


def serve(
    settings: Settings,
    address: Address,
    *,
    on_listening: Callable[[str], None],
    on_ready: Callable[[], None],
    on_failure: Callable[[str], None],
) -> None:
    """Serve until Ctrl-C or SIGTERM.

    `on_listening` gets the page's address as soon as it can be opened, `on_ready` is called when notes can be
    worked on. Raises `UsageError` where it can't listen, and what loading raised where it failed.
    """
    faults: list[BaseException] = []

    def failed(failure: str | BaseException) -> None:
        if isinstance(failure, BaseException):
            faults.append(failure)
            server.should_exit = True
        else:
            on_failure(failure)

    listening = _listen(address)
    server = _server(create_app(settings, on_ready=on_ready, on_failure=failed), address)
    on_listening(address.url(listening.getsockname()[1]))
    with listening, _stoppable():
        server.run(sockets=[listening])
    for fault in faults:
        if isinstance(fault, ChartveilError):
            raise fault
        raise ChartveilError(f"loading failed ({type(fault).__name__}): install chartveil anew") from fault


def _server(app: object, address: Address) -> uvicorn.Server:
    try:
        config = uvicorn.Config(
            app,  # type: ignore[arg-type]
            http="h11",
            loop="asyncio",
            ws="none",
            lifespan="on",
            log_config=None,
            log_level="critical",  # its errors would come with tracebacks, which may quote a note
            access_log=False,
            proxy_headers=False,
            server_header=False,
            limit_concurrency=CONNECTIONS,
            timeout_graceful_shutdown=GRACE,
            ssl_certfile=address.certificate,
            ssl_keyfile=address.key,
        )
        config.load()
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
        raise UsageError(
            f"can't use the certificate or its key ({type(error).__name__}): give PEM files"
        ) from None
    return uvicorn.Server(config)


def _listen(address: Address) -> socket.socket:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        return socket.create_server((address.host, address.port), family=family, backlog=128)
    except OSError as error:
        raise UsageError(
            f"can't listen on {address.host}, port {address.port} ({error.strerror}): give another --port"
        ) from None


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end the server without an error: uvicorn raises them again when it has ended."""
    before = {number: signal.signal(number, _ignore) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _ignore(number: int, frame: FrameType | None) -> None:
    """What is to be done has been done."""
