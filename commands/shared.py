"""What the commands share: options, and how they fail."""

import functools
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

SYSTEMS = ("ICD-10-CM", "ICD-10-PCS", "CPT", "HCPCS")


def errors_in_one_line(command: Command) -> Command:
    """Turn chartveil's errors into one line on standard error and the exit code of their kind."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from ..errors import ChartveilError, UsageError

        try:
            return command(*args, **kwargs)
        except ChartveilError as error:
            fail(str(error), code=getattr(error, "exit_code", 2 if isinstance(error, UsageError) else 1))
        except KeyboardInterrupt:
            fail("stopped", code=130)
        except BrokenPipeError:
            sys.stderr.close()  # the reader of the output has gone: nothing more to say to anyone
            raise SystemExit(1) from None
        except MemoryError:
            fail("out of memory: split the input or use a larger machine", code=1)
        finally:
            gc.freeze()  # the process ends: freeing a million words one by one would take most of a second

    return run  # type: ignore[return-value]


def say(message: str) -> None:
    """Tell what takes a moment, on standard error."""
    click.echo(message, err=True)


def fail(message: str, *, code: int) -> NoReturn:
    """Say what is wrong in one line and exit."""
    click.echo(f"chartveil: {' '.join(message.split())}", err=True)
    raise SystemExit(code)


def note_argument(command: Command) -> Command:
    """A note's path, or - for standard input."""
    return click.argument("note", type=click.Path(allow_dash=True))(command)


def text_or_json(help_text: str) -> Callable[[Command], Command]:
    """Whether the result is for a reader or for a program."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=help_text,
    )


def date_option(command: Command) -> Command:
    """The day that chooses the fiscal year."""
    return click.option(
        "--date-of-service",
        metavar="YYYY-MM-DD",
        help="The day that chooses the fiscal year (default: the newest list loaded).",
    )(command)


def out_option(command: Command) -> Command:
    """Where the result goes."""
    return click.option(
        "-o", "--out", type=click.Path(path_type=Path), help="Write to this file instead of standard output."
    )(command)
