"""Who may ask the server, how much, and what stays hidden when something fails."""

import asyncio
import json
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from asgi import ask, send
from canary import GOOD, IDENTIFIERS
from chartveil.errors import RedactionError, UsageError
from chartveil.serve import Limits, Settings, create_app
from chartveil.serve.engine import Engine
from chartveil.serve.errors import Busy, TooSlow
from chartveil.serve.tokens import is_local, token_for
from chartveil.serve.work import Deadline, Workers
from serving import Server, serving

TOKEN = "fixture-token-of-no-secret"
CROSS = "https://elsewhere.example"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for this machine alone."""
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that loads nothing."""
    monkeypatch.setattr(Engine, "load", lambda self: None)


PATHS = (
    "/",
    "/docs",
    "/openapi.json",
    "/static/main.js",
    "/static/report.css",
    "/about",
    "/absent",
    "/lookup/x",
)


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_the_headers(server: Server, path: str) -> None:
    """Pages, files, data and errors: nothing from elsewhere, nothing kept, nothing framed."""
    headers = server.ask(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy.pop("default-src") == "'none'"
    assert policy.pop("frame-ancestors") == policy.pop("base-uri") == policy.pop("form-action") == "'none'"
    assert policy.pop("require-trusted-types-for") == "'script'" and policy.pop("trusted-types") == "'none'"
    assert set(policy.values()) == {"'self'"}
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-resource-policy"] == headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in headers and "access-control-allow-origin" not in headers


def test_pages_load_nothing_from_elsewhere(server: Server) -> None:
    """No address of another server, no script or style inside a page, in any file that is served."""
    static = Path(__file__).parent.parent / "serve" / "static"
    for path in ("/", "/docs", *(f"/static/{file.name}" for file in static.iterdir())):
        text = server.ask(path).body.decode()
        assert not re.search(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", re.sub(r"(?m)//.*$", "", text)), path
        assert not re.search(r"<style|<script(?![^>]* src=)| style=| on[a-z]+=\"", text), path
        assert "innerHTML" not in text and "eval(" not in text, path


@pytest.mark.parametrize(
    "path", ["/static/..%2f..%2fpyproject.toml", "/static/../app.py", "/static/app.py", "/static/"]
)
def test_only_the_page_s_files_are_served(server: Server, path: str) -> None:
    """No path leads out of the folder of the page."""
    assert server.ask(path).status == 404


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200), ("127.0.0.1:9000", 200), ("localhost", 200), ("LOCALHOST.:80", 200),
        ("[::1]:8750", 200), ("elsewhere.example", 400), ("127.0.0.1.elsewhere.example", 400),
        ("localhost@elsewhere.example", 400), ("192.0.2.7", 400), ("", 400), ("[::1", 200),
        ("[fe80::1]", 400),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/about"])
def test_host_names(server: Server, host: str, status: int, path: str) -> None:
    """A page of another site whose name was made to lead here gets nothing (DNS rebinding)."""
    assert server.ask(path, headers={"Host": host}).status == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://127.0.0.1:8750", "Host": "127.0.0.1:8750"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Origin": CROSS}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:9999", "Host": "127.0.0.1:8750"}, 403),
        ({"Origin": "http://localhost:8750", "Host": "127.0.0.1:8750"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "multipart/form-data; boundary=x"}, 415),
        ({"Content-Type": "application/json; charset=utf-8"}, 200),
    ],
    ids=str,
)
def test_requests_of_other_sites(server: Server, headers: dict[str, str], status: int) -> None:
    """What another site's page can make a browser send is refused (CSRF)."""
    assert server.ask("/search", {"words": "asthma"}, headers=headers).status == status


def test_no_site_is_let_in_by_a_preflight(server: Server) -> None:
    """A browser that asks whether another site may send JSON gets no leave."""
    asked = {
        "Origin": CROSS,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answer = server.ask("/redact", method="OPTIONS", headers=asked)
    assert answer.status >= 400
    assert not any(name.startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/about", {}, 401),
        ("/lookup/E11.9", {}, 401),
        ("/absent", {}, 401),
        ("/about", {"authorization": f"Bearer {TOKEN}x"}, 401),
        ("/about", {"authorization": f"Basic {TOKEN}"}, 401),
        ("/about", {"authorization": "Bearer "}, 401),
        ("/about", {"authorization": "Bearer caf\u00e9"}, 401),
        ("/about?token=" + TOKEN, {}, 401),
        ("/absent", {"authorization": f"Bearer {TOKEN}"}, 404),
        ("/about", {"authorization": f"bearer {TOKEN}", "origin": CROSS}, 403),
        ("/", {}, 200),
        ("/static/main.js", {}, 200),
        ("/openapi.json", {}, 200),
    ],
    ids=str,
)
def test_the_token(stub: None, path: str, headers: dict[str, str], status: int) -> None:
    """Where a token is demanded nothing but the page itself is had without it."""
    answer = ask(create_app(Settings.of(token=TOKEN)), path.partition("?")[0], headers=headers)
    assert answer.status == status
    assert ("www-authenticate" in answer.headers) == (status == 401)
    assert TOKEN not in answer.body.decode()


def test_the_token_lets_in(stub: None) -> None:
    """With the token a request is answered."""
    app = create_app(Settings.of(token=TOKEN))
    assert ask(app, "/about", headers={"authorization": f"Bearer {TOKEN}"}, start=True).status == 200


def test_a_server_for_others_demands_a_token(tmp_path: Path) -> None:
    """Another address than loopback: a fresh token is shown once, and an unencrypted way is named."""
    with serving(tmp_path, "--host", "0.0.0.0", "--name", "ward.example") as server:
        told = server.log.read_text()
        (token,) = re.findall(r"#token=(\S{32,})", told)
        assert "unencrypted" in told
        bearer = {"Authorization": f"Bearer {token}"}
        assert server.ask("/about").status == 401
        assert server.ask("/about", headers=bearer).status == 200
        for host, status in (("ward.example", 200), ("192.0.2.7", 200), ("elsewhere.example", 400)):
            assert server.ask("/about", headers=bearer | {"Host": host}).status == status
        assert server.log.read_text() == told


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("LocalHost", True), ("0.0.0.0", False),
     ("::", False), ("192.168.1.2", False), ("ward.example", False), ("", False)],
)  # fmt: skip
def test_which_addresses_are_this_machine_s(host: str, local: bool) -> None:
    """Only loopback goes without a token."""
    assert is_local(host) == local
    assert (token_for(None, local=local) is None) == local


@pytest.mark.parametrize(
    "content", ["", "hunter2", "x" * 2000, "two words of a token", "caf\u00e9 caf\u00e9 caf\u00e9"]
)
def test_unfit_tokens(tmp_path: Path, content: str) -> None:
    """A token that could be guessed, or that no header holds, is refused, and not quoted."""
    (tmp_path / "token").write_text(content)
    with pytest.raises(UsageError, match="token") as caught:
        token_for(tmp_path / "token", local=True)
    assert not content or content not in str(caught.value).replace(str(tmp_path), "")


def test_a_body_that_tells_its_size_is_not_read(stub: None) -> None:
    """413 comes before the body: no part of it is asked for."""

    def parts() -> Iterator[bytes]:
        raise AssertionError("it was read")
        yield b""

    app = create_app(Settings.of(limits=Limits(body=100)))
    answer = asyncio.run(send(app, "POST", "/redact", parts(), {"content-length": "101"}))
    assert answer.status == 413 and "100" in answer.json["error"]
    assert answer.headers["connection"] == "close"


@pytest.mark.parametrize("told", ["-1", "1e3", "\u00b2", "9" * 5000])
def test_odd_sizes(stub: None, told: str) -> None:
    """A length that is none is refused."""
    app = create_app(Settings.of(limits=Limits(body=100)))
    assert asyncio.run(send(app, "POST", "/redact", [], {"content-length": told})).status == 413


def test_a_body_without_a_size_is_read_to_the_limit(stub: None) -> None:
    """A body in parts is given up as soon as it is too large."""
    read: list[int] = []

    def parts() -> Iterator[bytes]:
        for number in range(1000):
            read.append(number)
            yield b"x" * 10

    app = create_app(Settings.of(limits=Limits(body=100)))
    assert asyncio.run(send(app, "POST", "/redact", parts())).status == 413
    assert len(read) == 11


def test_a_large_body_over_the_wire(server: Server) -> None:
    """The same at a real server: the answer comes though no body was sent."""
    head = b"POST /redact HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    assert server.send(head + b"Content-Length: 9999999999\r\n\r\n").startswith(b"HTTP/1.1 413 ")


def test_time_limit() -> None:
    """A request that takes too long is given up, and what waited behind it is not begun."""
    release, begun = threading.Event(), []
    workers = Workers(Limits(seconds=0.05, threads=1))

    def slow(deadline: Deadline) -> None:
        begun.append(1)
        release.wait(60)

    async def main() -> list[BaseException | None]:
        return await asyncio.gather(workers.run(slow), workers.run(slow), return_exceptions=True)

    try:
        assert [type(result) for result in asyncio.run(main())] == [TooSlow, TooSlow]
    finally:
        release.set()
        workers.close()
    assert len(begun) == 1


def test_the_queue_is_bounded() -> None:
    """More requests than the limit are turned away at once, and let in again when others are done."""
    release = threading.Event()
    workers = Workers(Limits(threads=1, waiting=2))

    def held(deadline: Deadline) -> str:
        release.wait(60)
        return "done"

    async def main() -> None:
        first = [asyncio.create_task(workers.run(held)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await workers.run(held)
        release.set()
        assert await asyncio.gather(*first) == ["done", "done"]
        assert await workers.run(held) == "done"

    asyncio.run(main())
    workers.close()


def _fail(error: Exception) -> Any:
    def work(self: Engine, text: str, *rest: Any) -> Any:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (KeyError(GOOD), 500, "KeyError"),
        (RedactionError("a recognizer or operator failed (KeyError)"), 422, "a recognizer"),
        (MemoryError(GOOD), 500, "MemoryError"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_failures_tell_nothing(
    stub: None,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    error: Exception,
    status: int,
    says: str,
) -> None:
    """Whatever fails while a note is worked on, the answer is one line without a word of it."""
    monkeypatch.setattr(Engine, "redact", _fail(error))
    heard: list[object] = []
    app = create_app(Settings.of(), on_failure=heard.append)
    answer = ask(app, "/redact", {"text": GOOD}, start=True)
    assert answer.status == status and says in answer.json["error"]
    _holds_nothing(answer.body.decode(), *capfd.readouterr(), *map(str, heard))


def test_a_failing_note_of_a_batch_tells_nothing(stub: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its row says that it failed and has no text."""
    monkeypatch.setattr(Engine, "redact", _fail(RedactionError("a recognizer failed")))
    answer = ask(
        create_app(Settings.of()), "/redact/batch", {"notes": [{"id": "1", "text": GOOD}]}, start=True
    )
    assert answer.json["results"] == [
        {"id": "1", "status": "failed", "error": "a recognizer failed", "text": None, "phi": []}
    ]


def test_a_failure_of_the_server_itself_tells_nothing(
    stub: None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An error outside the work on the note comes to one line too, here and in the log."""

    def broken(*_: Any) -> Any:
        raise ValueError(GOOD)

    monkeypatch.setattr("chartveil.serve.routes.Service.choice", broken)
    heard: list[object] = []
    answer = ask(create_app(Settings.of(), on_failure=heard.append), "/redact", {"text": GOOD}, start=True)
    assert answer.status == 500
    assert heard == ["something failed in the server; there is no result (ValueError)"]
    _holds_nothing(answer.body.decode(), *capfd.readouterr(), *map(str, heard))


def _holds_nothing(*texts: str) -> None:
    for text in texts:
        assert not [identifier for identifier in IDENTIFIERS if identifier.lower() in text.lower()], text


#: Requests with a canary note wherever one can be put, most of them wrong.
CANARIES: list[tuple[str, object]] = [
    ("/redact", {"text": GOOD}),
    ("/detect", {"text": GOOD, "policy": "surrogate"}),
    ("/redact/batch", {"notes": [{"id": "1", "text": GOOD}]}),
    (
        "/detect/batch",
        {"notes": [{"id": "1", "text": GOOD, "known": [{"label": "PERSON", "value": "Quillfen"}]}]},
    ),
    ("/redact", {"text": [GOOD]}),
    ("/redact", {"note": GOOD}),
    ("/redact", {GOOD: "x", "text": "x"}),
    ("/redact", {"text": "x", "policy": "Wilhelmina Quillfen"}),
    ("/redact", {"text": "x", "policy": GOOD}),
    ("/redact", {"text": "x", "recall": GOOD}),
    ("/redact", {"text": "x", "keep": [GOOD]}),
    ("/redact", {"text": GOOD, "added": [{"start": 0, "end": 5, "label": "Quillfen"}]}),
    ("/redact", {"text": GOOD, "rejected": [{"start": "1947-11-23", "end": 5}]}),
    ("/detect", {"text": GOOD, "date_of_service": "1947-11-23T00:00"}),
    ("/detect", {"text": GOOD, "redact": "Quillfen"}),
    ("/redact/batch", {"notes": {"Quillfen": GOOD}}),
    ("/redact/batch", {"notes": [{"id": GOOD, "text": GOOD}]}),
    ("/lookup", {"codes": ["Quillfen"]}),
    ("/lookup", {"codes": [GOOD]}),
    ("/search", {"words": GOOD, "system": "Quillfen"}),
    ("/search", {"words": GOOD * 20}),
    ("/Quillfen", {"text": GOOD}),
]


def test_a_canary_is_nowhere(tmp_path: Path) -> None:
    """A note sent through every route, rightly and wrongly, is in no answer's error, no log and no file."""
    (tmp_path / "tmp").mkdir()
    with serving(tmp_path, environment={**os.environ, "TMPDIR": str(tmp_path / "tmp")}) as server:
        answers = [server.ask(path, body) for path, body in CANARIES]
        answers += [
            server.ask("/lookup/Quillfen"),
            server.ask("/lookup/512-555-0143?date_of_service=1947-11-23"),
            server.ask("/lookup/E11.9?date_of_service=Quillfen"),
            server.ask("/redact?text=Quillfen"),
            server.ask("/redact", raw=GOOD.encode()),
            server.ask("/redact", raw=GOOD.encode("utf-16")),
            server.ask("/redact", raw=json.dumps({"text": GOOD}).encode()[:-1]),
            server.ask("/redact", raw=b"[" * 100_000),
            server.ask("/redact", {"text": GOOD}, headers={"Content-Type": "text/plain"}),
            server.ask("/redact", {"text": GOOD}, headers={"Origin": "https://quillfen.example"}),
            server.ask("/redact", {"text": GOOD}, headers={"Host": "quillfen.example"}),
            server.ask("/redact", method="QUILLFEN"),
        ]
        server.send(b"POST /Quillfen HTTP/1.1\r\nHost: 127.0.0.1\r\nWilhelmina Quillfen\r\n\r\n")
    for answer in answers:
        if answer.status >= 400 or b"codes" not in answer.body:
            _holds_nothing(answer.body.decode(), json.dumps(answer.headers))
    assert sum(answer.status == 200 for answer in answers) >= 4
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert {file.name for file in files} == {"server.log"}
    _holds_nothing(server.log.read_text())
