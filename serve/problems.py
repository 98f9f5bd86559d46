"""Errors as answers: the status, and one line of JSON that holds nothing of the request."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from ..errors import ChartveilError
from .errors import RequestError
from .models import OWN, UNFIT, field_names

#: What pydantic's kinds of error come to in plain words; its own messages may quote what was sent.
WORDS: Final[Mapping[str, str]] = {
    "missing": "is missing",
    "extra_forbidden": "means nothing here: leave it out",
    "json_invalid": "is not valid JSON",
    "string_too_long": "is too long",
    "string_too_short": "is empty",
    "string_type": "must be text",
    "string_unicode": "holds half characters (lone surrogates)",
    "string_pattern_mismatch": "has the wrong form",
    "literal_error": "is none of the values to choose from",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "greater_than_equal": "is too small",
    "less_than_equal": "is too large",
    "too_long": "has too many items",
    "too_short": "has too few items",
    "list_type": "must be a list",
    "model_attributes_type": "must be an object",
    "dict_type": "must be an object",
}
STATUSES: Final = {404: "there is no such page", 405: "this method is not for this page"}
NOWHERE: Final = "the request"


def add_handlers(app: FastAPI) -> None:
    """Let the app answer all its errors in this way."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(ChartveilError, _own)


def problem(message: str, status: int, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """An error as an answer."""
    return JSONResponse({"error": " ".join(message.split())}, status, headers)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    status = {"json_invalid": 400, UNFIT: 409}.get(first["type"], 422)
    where = NOWHERE if status == 400 else _where(first["loc"])
    return problem(f"{where}: {_what(first)}", status)


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem(
        STATUSES.get(error.status_code, "the request can't be read"), error.status_code, error.headers
    )


async def _own(request: Request, error: Exception) -> JSONResponse:
    status = error.status if isinstance(error, RequestError) else 422
    if status == 500:
        request.app.state.on_failure(str(error))
    return problem(str(error), status)


def _where(path: Sequence[Any]) -> str:
    """The field at fault, by the names of the API; a name that is none of them may be anything."""
    known = field_names()
    steps = [str(step) for step in path[1:] if isinstance(step, int) or step in known or step == "code"]
    return ".".join(steps) if steps else NOWHERE


def _what(error: Mapping[str, Any]) -> str:
    return str(error["msg"]) if error["type"] in (OWN, UNFIT) else WORDS.get(error["type"], "is not valid")
