"""The application: pages, API, guard, and the loading of the engine."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import metadata
from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp

from .guard import Guard
from .pages import page_routes
from .problems import add_handlers
from .routes import Service, router
from .settings import Settings

ABOUT = """Redaction of protected health information, and the codes of clinical notes.

Send notes as application/json in the body, never in an address. Offsets count Unicode code points, end
exclusive. An error is one line, {"error": "…"}, which holds nothing of the request. Nothing is stored or
logged."""


def create_app(
    settings: Settings,
    *,
    on_ready: Callable[[], None] = lambda: None,
    on_failure: Callable[[str | BaseException], None] = lambda failure: None,
) -> ASGIApp:
    """An ASGI application that serves the page and the API.

    It loads models and dictionaries in a thread when it starts; requests wait for that, and `on_ready` is
    called then. `on_failure` gets the error if loading fails, and a line without a word of any note for each
    request that fails in an unexpected way.
    """
    app = FastAPI(
        title="chartveil",
        version=metadata.version("chartveil"),
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan(settings, on_ready, on_failure),
    )
    app.state.on_failure = on_failure
    add_handlers(app)
    app.include_router(router)
    app.include_router(page_routes())
    paths = app.openapi()["paths"]
    _describe_policies(app.openapi(), settings)
    return Guard(app, settings, frozenset(path for path in paths if "post" in paths[path]), on_failure)


def _describe_policies(description: dict[str, Any], settings: Settings) -> None:
    """Name the policies in the description, which the app keeps once it has been made."""
    for schema in description["components"]["schemas"].values():
        for kind in schema.get("properties", {}).get("policy", {}).get("anyOf", ()):
            if kind["type"] == "string":
                kind["enum"] = list(settings.policies)


def _lifespan(
    settings: Settings, on_ready: Callable[[], None], on_failure: Callable[[str | BaseException], None]
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.service = service = Service(settings)
        app.state.ready = asyncio.Event()
        loading = asyncio.create_task(_load(app, on_ready, on_failure))
        yield
        loading.cancel()
        service.workers.close()

    return lifespan


async def _load(
    app: FastAPI, on_ready: Callable[[], None], on_failure: Callable[[str | BaseException], None]
) -> None:
    service: Service = app.state.service
    try:
        await asyncio.to_thread(service.engine.load)
    except Exception as error:  # there is no note yet that it could quote
        on_failure(error)
    else:
        app.state.ready.set()
        on_ready()
