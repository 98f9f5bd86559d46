"""The JSON API as a program meets it: a real server, real requests."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chartveil.pipeline import Pipeline
from chartveil.redact.labels import LABELS
from serving import Server, serving

NOTE = (
    "Seen by Dr. Okafor on 3/12/2024 for hypertension, MRN 4471920. Denies chest pain. \U0001f642 Dr. Okafor"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests of this file."""
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


def test_an_answer_is_what_the_pipeline_gives(server: Server) -> None:
    """/detect gives the rows of the result contract, /redact the same text and spans."""
    expected = Pipeline().process(NOTE)
    rows = json.loads(json.dumps(expected.to_dict()))
    got = server.ask("/detect", {"text": NOTE}).json
    assert got["text"] == expected.text
    assert got["phi"] == rows["phi"]
    assert got["codes"] == rows["codes"]
    assert got["years"]["ICD-10-CM"] >= 2026
    assert server.ask("/redact", {"text": NOTE}).json == {"text": got["text"], "phi": got["phi"]}


@pytest.mark.parametrize(
    ("options", "present", "absent"),
    [
        ({"policy": "tags"}, "[DATE]", "2024"),
        ({"policy": "tags-numbered"}, "[PERSON_1]", "[PERSON]"),
        ({"keep": ["DATE"]}, "3/12/2024", "[DATE]"),
        ({"keep": ["DATE"]}, "[PERSON]", "Okafor"),
        ({"known": [{"label": "OTHER_ID", "value": "chest pain"}]}, "Denies [OTHER_ID]", "chest pain"),
        ({"known": [{"label": "PERSON", "value": "a b c d e f g h Denies"}]}, "[PERSON] chest", "Denies"),
        ({"recall": "high"}, "[PERSON]", "Okafor"),
    ],
    ids=str,
)
def test_options_of_redaction(server: Server, options: dict[str, Any], present: str, absent: str) -> None:
    """Policy, recall, labels that stay and known identifiers do what they say."""
    text = server.ask("/redact", {"text": NOTE, **options}).json["text"]
    assert present in text
    assert absent not in text


def test_detection_without_redaction(server: Server) -> None:
    """`redact` false leaves the note as it is; its codes are found all the same."""
    got = server.ask("/detect", {"text": NOTE, "redact": False}).json
    assert (got["text"], got["phi"]) == (NOTE, [])
    assert [code["code"] for code in got["codes"]] == ["I10", "R07.9"]


def test_corrections_reach_the_codes(server: Server) -> None:
    """What is rejected stays, what is added goes everywhere, and codes have their new places."""
    start, word = NOTE.index("Okafor"), NOTE.index("hypertension")
    second = NOTE.rindex("Okafor")
    asked = {
        "text": NOTE,
        "rejected": [{"start": start, "end": start + 6}, {"start": second, "end": second + 6}],
        "added": [{"start": word, "end": word + 12, "label": "FACILITY"}],
    }
    got = server.ask("/detect", asked).json
    assert got["text"].count("Okafor") == 2
    assert "for [FACILITY]," in got["text"]
    assert [code["code"] for code in got["codes"]] == ["R07.9"]
    code = got["codes"][0]
    assert got["text"][code["redacted_start"] : code["redacted_end"]] == "chest pain"
    assert NOTE[code["start"] : code["end"]] == "chest pain"


def test_a_batch_keeps_order_and_goes_on_after_a_failure(server: Server) -> None:
    """Each note has its row, by its own name."""
    notes = [{"id": "b", "text": NOTE}, {"id": "a", "text": ""}, {"id": "b", "text": "asthma"}]
    got = server.ask("/detect/batch", {"notes": notes, "policy": "tags"}).json
    assert [(row["id"], row["status"], row["error"]) for row in got["results"]] == [
        ("b", "ok", None), ("a", "ok", None), ("b", "ok", None),
    ]  # fmt: skip
    assert got["results"][0]["text"] == server.ask("/redact", {"text": NOTE, "policy": "tags"}).json["text"]
    assert got["results"][2]["codes"][0]["code"].startswith("J45")
    redacted = server.ask("/redact/batch", {"notes": notes}).json["results"]
    assert [row["text"] for row in redacted][1:] == ["", "asthma"]
    assert "codes" not in redacted[0]


def test_codes_are_looked_up_and_found(server: Server) -> None:
    """One page by its address, several by one request, and a search in plain words."""
    page = server.ask("/lookup/e11.9").json["pages"][0]
    assert (page["code"], page["system"], page["billable"]) == ("E11.9", "ICD-10-CM", True)
    assert page["hierarchy"][-1]["code"] == "E11"
    several = server.ask("/lookup", {"codes": ["E119", "Q9Q"]}).json["results"]
    assert several[0]["pages"][0] == page
    assert several[1]["pages"] == [] and several[1]["message"]
    dated = server.ask("/lookup/E11.9?date_of_service=2026-01-05").json
    assert dated["pages"][0]["year"] == 2026
    hits = server.ask("/search", {"words": "broken collarbone", "limit": 3, "billable": True}).json["hits"]
    assert len(hits) == 3 and hits[0]["code"].startswith("S42.0") and all(hit["billable"] for hit in hits)
    procedures = server.ask("/search", {"words": "diabetes education", "system": "CPT"}).json["hits"]
    assert {hit["system"] for hit in procedures} == {"CPT"}
    assert server.ask("/search", {"words": "qqqqqq", "limit": 2.0}).json["hits"] == []


def test_the_server_says_what_it_can_do(server: Server) -> None:
    """/about lists policies with what each does to each label, labels and limits."""
    about = server.ask("/about").json
    assert about["policy"] == "safe-harbor" and about["recall"] == "balanced"
    assert set(about["labels"]) == set(LABELS)
    assert all(set(policy["labels"]) == set(LABELS) for policy in about["policies"])
    assert about["limits"]["notes"] == 100


INVALID: list[tuple[str, object, int, str]] = [
    ("/redact", {}, 422, "text: is missing"),
    ("/redact", {"text": 5}, 422, "text: must be text"),
    ("/redact", {"text": "x" * 500_001}, 422, "text: is too long"),
    ("/redact", {"text": "x", "policy": "absent"}, 422, "policy: there is no such policy"),
    ("/redact", {"text": "x", "recall": "some"}, 422, "recall: is none of the values"),
    ("/redact", {"text": "x", "keep": ["NAME"]}, 422, "keep.0: is no label"),
    ("/redact", {"text": "x", "canary": 1}, 422, "the request: means nothing here"),
    ("/redact", {"text": "x", "rejected": [{"start": 0, "end": 2}]}, 409, "rejected: a place lies outside"),
    ("/redact", {"text": "x", "rejected": [{"start": 0, "end": 0}]}, 409, "rejected: a place lies outside"),
    ("/redact", {"text": "x", "added": [{"start": 0, "end": 1}]}, 422, "added.0.label: is missing"),
    ("/redact", {"text": "x", "rejected": [{"start": "0", "end": 1}]}, 422, "must be a whole number"),
    ("/redact", [], 422, "the request: must be an object"),
    ("/redact", "\ud800", 422, "the request: must be an object"),
    ("/redact", {"text": "\ud800"}, 422, "text: holds half characters"),
    ("/detect", {"text": "x", "date_of_service": "yesterday"}, 422, "date_of_service: has the wrong form"),
    ("/detect", {"text": "x", "date_of_service": "2026-13-40"}, 422, "date_of_service: is no day"),
    ("/redact/batch", {"notes": []}, 422, "notes: has too few items"),
    ("/redact/batch", {"notes": [{"id": "a", "text": "x"}] * 101}, 422, "notes: has too many items"),
    ("/lookup", {"codes": ["not a code"]}, 422, "codes.0: has the wrong form"),
    ("/search", {"words": ""}, 422, "words: is empty"),
    ("/search", {"words": "x", "limit": 0}, 422, "limit: is too small"),
    ("/search", {"words": "x", "system": "ICD-9"}, 422, "system: is none of the values"),
    ("/absent", {}, 404, "no such page"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "body", "status", "says"), INVALID, ids=lambda value: str(value)[:40])
def test_errors_say_what_is_wrong(server: Server, path: str, body: object, status: int, says: str) -> None:
    """One line of JSON with the field at fault, its status, and nothing else."""
    answer = server.ask(path, body)
    assert answer.status == status
    assert list(answer.json) == ["error"]
    assert says in answer.json["error"] and "\n" not in answer.json["error"]


def test_broken_json_and_wrong_methods(server: Server) -> None:
    """What is no JSON, and a method that a route hasn't, are refused in the same way."""
    broken = server.ask("/redact", raw=b'{"text": "Okafor')
    assert (broken.status, broken.json) == (400, {"error": "the request: is not valid JSON"})
    assert server.ask("/redact", method="GET").status == 405
    assert server.ask("/about", method="POST").status == 405
    assert server.ask("/lookup/%20").status == 422


def test_the_description_names_every_route(server: Server) -> None:
    """openapi.json describes all routes, each with its errors; no page is in it."""
    description = server.ask("/openapi.json").json
    assert set(description["paths"]) == {
        "/redact", "/detect", "/redact/batch", "/detect/batch", "/lookup/{code}", "/lookup", "/search",
        "/about",
    }  # fmt: skip
    for methods in description["paths"].values():
        for route in methods.values():
            assert {"200", "401", "403", "413", "415", "422", "503"} <= set(route["responses"])
            assert route["description"]
    assert description["components"]["schemas"]["Added"]["properties"]["label"]["enum"] == list(LABELS)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    """Ctrl-C and SIGTERM end it with exit code 0 and nothing more to say."""
    with serving(tmp_path) as running:
        before = running.log.read_text()
        os.kill(running.process.pid, number)
        assert running.process.wait(timeout=60) == 0
        assert running.log.read_text() == before


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--policy", "mine"), "safe-harbor"),
        (("--policy", "absent.yaml"), "YAML"),
        (("--token-file", "absent.txt"), "a file with a token"),
        (("--host", "203.0.113.1"), "give another --port"),
        (("--certificate", "absent.pem"), "PEM"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_wrong_options(tmp_path: Path, options: tuple[str, ...], says: str) -> None:
    """One line that says what to do, and exit code 2, before anything is served."""
    command = [str(Path(sys.executable).parent / "chartveil"), "serve", "--port", "0", *options]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    last = done.stderr.splitlines()[-1]
    assert done.returncode == 2
    assert last.startswith("chartveil: ") and says in last
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken(server: Server, tmp_path: Path) -> None:
    """Two servers can't share a port; the second says so."""
    command = [str(Path(sys.executable).parent / "chartveil"), "serve", "--port", str(server.port)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "another --port" in done.stderr
