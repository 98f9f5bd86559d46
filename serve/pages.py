"""The pages: files of the package, read once; nothing is looked for by a path that a request gives."""

from collections.abc import Mapping
from importlib import resources
from typing import Final

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..report.page import stylesheet

TYPES: Final = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
PAGES: Final = {"/": "index.html", "/docs": "docs.html"}


def page_routes() -> APIRouter:
    """Routes to the pages and what they load; none of them is part of the API's description."""
    router = APIRouter(include_in_schema=False)
    files = _files()
    for path, name in PAGES.items():
        _add(router, path, name, files[name])
    router.add_api_route("/favicon.ico", lambda: Response(status_code=204))

    async def static(name: str) -> Response:
        if name not in files:
            raise HTTPException(404)
        return _response(name, files[name])

    router.add_api_route("/static/{name}", static)
    return router


def _add(router: APIRouter, path: str, name: str, content: bytes) -> None:
    async def page() -> Response:
        return _response(name, content)

    router.add_api_route(path, page)


def _files() -> Mapping[str, bytes]:
    folder = resources.files(__package__) / "static"
    files = {item.name: item.read_bytes() for item in folder.iterdir() if item.is_file()}
    return {**files, "report.css": stylesheet().encode()}


def _response(name: str, content: bytes) -> Response:
    return Response(content, media_type=TYPES["." + name.rpartition(".")[2]])
