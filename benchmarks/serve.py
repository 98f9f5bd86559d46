"""`chartveil serve`: until its page is there, one note against the pipeline in-process, many notes at once.

    python -m benchmarks.serve [--seconds 60] [--clients 50] NOTE

NOTE is a text file; 600 words are the measure. The dictionaries are to be compiled before.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

ROUNDS = 15


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("note", type=Path)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--clients", type=int, default=50)
    given = options.parse_args()
    text, clients, length = given.note.read_text("utf-8"), given.clients, given.seconds
    print(f"words: {len(text.split())}, load of the machine: {os.getloadavg()[0]:.1f}")
    with _server() as (process, port, times):
        print(f"page after {times[0]:.2f} s, ready after {times[1]:.2f} s")
        served = _median(lambda: _ask(port, text))
        before = _memory(process.pid)
        done, failed, slowest = _crowd(port, text, clients, length)
        after = _memory(process.pid)
    direct = _in_process(text)
    print(f"one note: {served * 1000:.0f} ms, {direct * 1000:.0f} ms in-process: {served / direct:.2f} times")
    print(f"{clients} clients, {length:.0f} s: {done} done, {failed} failed; slowest {slowest:.1f} s")
    print(f"memory: {before:.0f} MB before, {after:.0f} MB after")


@contextmanager
def _server() -> Iterator[tuple[subprocess.Popen[str], int, tuple[float, float]]]:
    """A server, its port, and the seconds until its page could be opened and until it was ready."""
    began = time.perf_counter()
    command = [str(Path(sys.executable).parent / "chartveil"), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r":(\d+)/", process.stderr.readline())
        assert found, "the server did not start"
        port = int(found[1])
        _page(port)
        page = time.perf_counter() - began
        assert "ready" in process.stderr.readline(), "the server did not get ready"
        yield process, port, (page, time.perf_counter() - began)
        process.terminate()


def _page(port: int) -> None:
    """Open the page, as soon as there is one."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/")
    assert connection.getresponse().status == 200


def _ask(port: int, text: str) -> int:
    """Send a note; the status of the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("POST", "/detect", json.dumps({"text": text}), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def _median(call: object) -> float:
    """Seconds of one call, the median of some; the first is not counted."""
    assert callable(call)
    call()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        call()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _crowd(port: int, text: str, clients: int, seconds: float) -> tuple[int, int, float]:
    """Requests done and failed, and the slowest, of so many clients that each send one after the other."""
    until = time.perf_counter() + seconds
    times: list[float] = []
    failures: list[str] = []

    def client() -> None:
        while (began := time.perf_counter()) < until:
            try:
                status = _ask(port, text)
            except OSError as error:
                failures.append(type(error).__name__)
            else:
                if status != 200:
                    failures.append(str(status))
                times.append(time.perf_counter() - began)

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times), len(failures), max(times, default=0.0)


def _memory(process: int) -> float:
    """Resident megabytes of a process (Linux)."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024


def _in_process(text: str) -> float:
    from chartveil.pipeline import Pipeline

    pipeline = Pipeline()
    return _median(lambda: json.dumps(pipeline.process(text).to_dict()))


if __name__ == "__main__":
    main()
