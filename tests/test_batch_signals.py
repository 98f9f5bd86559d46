"""Signals: one Stop at any moment, whatever stands in its way."""

import signal
import threading

import pytest
from chartveil.batch.signals import Stop, StopSignals, deferred_signals, stop_signals

BOTH = pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])


@BOTH
def test_a_signal_raises_stop_once(number: signal.Signals) -> None:
    """The first one raises where the program stands; another one lets it clean up."""
    with stop_signals() as stop:
        with pytest.raises(Stop):
            signal.raise_signal(number)
        signal.raise_signal(number)
        with pytest.raises(Stop) as caught:
            stop.check()
    assert caught.value.number == number


def test_handlers_are_put_back() -> None:
    """After the run, signals do what they did before."""
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    with stop_signals():
        assert signal.getsignal(signal.SIGINT) not in before
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


class Trap:
    """Something that is cleared away at the very moment a signal comes."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGTERM)


def test_a_stop_that_python_swallows(capsys: pytest.CaptureFixture[str]) -> None:
    """It is not printed, it is not lost, and the next signal can raise again."""
    with stop_signals() as stop:
        trap = Trap()
        del trap
        with pytest.raises(Stop):
            stop.check()
        with pytest.raises(Stop):
            signal.raise_signal(signal.SIGTERM)
    assert capsys.readouterr().err == ""


def test_other_threads_do_without() -> None:
    """Python handles signals in its main thread only; a run elsewhere leaves them alone."""
    seen: list[StopSignals] = []

    def run() -> None:
        with stop_signals() as stop:
            seen.append(stop)

    before = signal.getsignal(signal.SIGINT)
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert [stop.number for stop in seen] == [None]
    assert signal.getsignal(signal.SIGINT) is before


def test_deferred_signals_come_later() -> None:
    """A signal during the block is neither lost nor raised within."""
    passed = False
    with stop_signals(), pytest.raises(Stop), deferred_signals():
        signal.raise_signal(signal.SIGTERM)
        passed = True
    assert passed
