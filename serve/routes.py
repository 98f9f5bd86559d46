"""The JSON API: what each route takes, does and gives."""

import asyncio
from collections.abc import Callable
from importlib import metadata
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Path, Query, Request

from ..errors import NoteError
from ..redact.labels import HIPAA_LETTER
from . import models, results
from .engine import Choice, Engine
from .errors import TooSlow
from .settings import MAX_NOTES, MAX_TEXT, Settings
from .work import Deadline, Workers

Result = TypeVar("Result")

FAILURES = {
    400: "The request is no JSON, or is meant for another host.",
    401: "The token is missing or wrong, where the server asks for one.",
    403: "The request comes from a page of another site.",
    404: "There is no such page.",
    405: "This method is not for this page.",
    408: "The body did not arrive in time.",
    409: "A place lies outside the text.",
    413: "The body is too large.",
    415: "The body is not application/json.",
    422: "The request makes no sense, or its note can't be processed.",
    500: "Something failed in the server.",
    503: "Too many requests at once, or the time limit is over.",
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": results.Problem, "description": text} for status, text in FAILURES.items()
}
router = APIRouter(responses=RESPONSES)


class Service:
    """What the routes work with; the app keeps one as its state."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.engine = Engine(settings)
        self.workers = Workers(settings.limits)

    def choice(self, asked: models.Redacting) -> Choice:
        """How a request wants its notes redacted, the server's own choice where it doesn't say."""
        return Choice(
            self.settings.policy if asked.policy is None else asked.policy,
            self.settings.recall if asked.recall is None else asked.recall,
            frozenset(asked.keep),
            getattr(asked, "date_of_service", None),
            getattr(asked, "redact", True),
        )


async def run(request: Request, task: Callable[[Engine, Deadline], Result]) -> Result:
    """Do a task in a thread when the engine is loaded."""
    service = await _ready(request)
    return await service.workers.run(lambda deadline: task(service.engine, deadline))


async def _ready(request: Request) -> Service:
    """The service once its engine is loaded. Raises `TooSlow`."""
    service: Service = request.app.state.service
    try:
        await asyncio.wait_for(request.app.state.ready.wait(), service.settings.limits.seconds)
    except TimeoutError:
        raise TooSlow from None
    return service


@router.post("/redact", tags=["notes"])
async def redact(request: Request, note: models.NoteRequest) -> results.RedactResult:
    """Redact one note."""
    choice = request.app.state.service.choice(note)
    done = await run(
        request, lambda engine, _: engine.redact(note.text, choice, _corrections(note), _known(note.known))
    )
    return results.RedactResult(text=done.text, phi=done.to_dict()["phi"])


@router.post("/detect", tags=["notes"])
async def detect(request: Request, note: models.DetectRequest) -> results.DetectResult:
    """Redact one note and list its codes."""
    choice = request.app.state.service.choice(note)

    def task(engine: Engine, deadline: Deadline) -> results.DetectResult:
        done = engine.process(note.text, choice, _corrections(note), _known(note.known))
        years = engine.years(choice.date_of_service)
        return results.DetectResult(text=done.text, **done.to_dict(), years=years)

    return await run(request, task)


@router.post("/redact/batch", tags=["notes"])
async def redact_batch(request: Request, batch: models.BatchRequest) -> results.RedactBatchResult:
    """Redact several notes; one that fails has a row that says so."""
    choice = request.app.state.service.choice(batch)

    def task(engine: Engine, deadline: Deadline) -> results.RedactBatchResult:
        return results.RedactBatchResult(
            results=[results.RedactRow(**_row(engine.redact, note, choice, deadline)) for note in batch.notes]
        )

    return await run(request, task)


@router.post("/detect/batch", tags=["notes"])
async def detect_batch(request: Request, batch: models.DetectBatchRequest) -> results.DetectBatchResult:
    """Redact several notes and list the codes of each."""
    choice = request.app.state.service.choice(batch)

    def task(engine: Engine, deadline: Deadline) -> results.DetectBatchResult:
        rows = [results.DetectRow(**_row(engine.process, note, choice, deadline)) for note in batch.notes]
        return results.DetectBatchResult(results=rows, years=engine.years(choice.date_of_service))

    return await run(request, task)


@router.get("/lookup/{code}", tags=["codes"])
async def lookup(
    request: Request,
    code: Annotated[models.Code, Path()],
    date_of_service: Annotated[models.Day | None, Query()] = None,
) -> results.LookupResult:
    """All that is known of a code."""
    found = await run(request, lambda engine, _: engine.lookup([code], date_of_service))
    return _page(found[0])


@router.post("/lookup", tags=["codes"])
async def lookup_many(request: Request, asked: models.LookupRequest) -> results.LookupResults:
    """All that is known of several codes."""
    found = await run(request, lambda engine, _: engine.lookup(asked.codes, asked.date_of_service))
    return results.LookupResults(results=[_page(item) for item in found])


@router.post("/search", tags=["codes"])
async def search(request: Request, asked: models.SearchRequest) -> results.SearchResult:
    """Codes by plain words; misspelled ones are mended."""
    choice = models.values(asked, "chapter", "billable", "date_of_service")
    hits = await run(
        request,
        lambda engine, _: engine.search(asked.words, asked.limit, system=asked.system or "", **choice),
    )
    return results.SearchResult(
        hits=[results.HitRow.model_validate(hit, from_attributes=True) for hit in hits]
    )


@router.get("/about", tags=["server"])
async def about(request: Request) -> results.About:
    """The server's version, choices and limits; it answers as soon as the server is ready for notes."""
    from ..redact.policies.files import OPERATORS

    settings = (await _ready(request)).settings
    policies = [
        results.PolicyRow(
            name=policy.name,
            basis=policy.basis,
            labels={label: OPERATORS[action.operator] for label, action in policy.actions.items()},
        )
        for policy in settings.policies.values()
    ]
    limits = {"body": settings.limits.body, "seconds": settings.limits.seconds}
    return results.About(
        version=metadata.version("chartveil"),
        policy=settings.policy,
        recall=settings.recall,
        policies=policies,
        recalls=["high", "balanced", "high-precision"],
        labels=HIPAA_LETTER,
        limits={**limits, "text": MAX_TEXT, "notes": MAX_NOTES},
    )


def _corrections(note: models.NoteRequest) -> Any:
    from .corrections import Corrections

    if not (note.added or note.rejected):
        return None
    return Corrections(
        tuple((place.start, place.end, place.label) for place in note.added),
        tuple((place.start, place.end) for place in note.rejected),
    )


def _known(values: list[models.Known]) -> Any:
    from ..redact import KnownIdentifiers
    from .corrections import parts

    given = tuple((item.label, part) for item in values for part in parts(item.label, item.value))
    return KnownIdentifiers(given) if given else None


def _row(
    work: Callable[..., Any], note: models.BatchNote, choice: Choice, deadline: Deadline
) -> dict[str, Any]:
    """The row of one note of a batch."""
    deadline.check()
    try:
        done = work(note.text, choice, None, _known(note.known))
    except NoteError as error:
        row: dict[str, Any] = {"status": "failed", "error": str(error), "text": None, "phi": [], "codes": []}
    else:
        row = {"status": "ok", "error": None, "text": done.text, **done.to_dict()}
    return {"id": note.id, **row}


def _page(found: Any) -> results.LookupResult:
    from ..dictionaries import page

    return results.LookupResult(**page.data(found))
