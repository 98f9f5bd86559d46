"""How requests fail: each error is one line that never holds anything of the request."""

from typing import Final

from ..errors import ChartveilError


class RequestError(ChartveilError):
    """A request that gets no result; `status` is its HTTP status."""

    status = 400

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        if status is not None:
            self.status = status


class Busy(RequestError):
    """More requests than the server holds at once."""

    status = 503

    def __init__(self) -> None:
        super().__init__("too many requests at once: send it again a little later")


class TooSlow(RequestError):
    """The time limit of a request is over."""

    status = 503

    def __init__(self) -> None:
        super().__init__("the request took too long and was given up: send less text at once")


class BadRequest(RequestError):
    """What was asked for makes no sense."""

    status = 422


UNEXPECTED: Final = "something failed in the server; there is no result"
