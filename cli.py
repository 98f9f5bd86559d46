"""The command line: parse, import lazily, call, print.

Results go to standard output, everything else to standard error. Exit codes: 0 all done; 1 some note
failed; 2 wrong use.
"""

import functools
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

ASSERTIONS = ("present", "negated", "historical", "family", "uncertain", "hypothetical")
RECALL_LEVELS = ("high", "balanced", "high-precision")
SYSTEMS = ("ICD-10-CM", "ICD-10-PCS", "CPT", "HCPCS")


def errors_in_one_line(command: Command) -> Command:
    """Turn chartveil's errors into one line on standard error and the exit code of their kind."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from .errors import ChartveilError, UsageError

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


def redaction_options(command: Command) -> Command:
    """The options that every command which redacts takes."""
    for option in (
        click.option("--encoding", help="Encoding of notes without a byte order mark (default: detected)."),
        click.option(
            "--known",
            type=click.Path(path_type=Path),
            help="CSV of identifiers known of patients: columns note or patient, names, dob, mrn, phones, …",
        ),
        click.option(
            "--recall",
            type=click.Choice(RECALL_LEVELS),
            default="balanced",
            show_default=True,
            help="high: fewest leaks; high-precision: fewest false alarms.",
        ),
        click.option(
            "--policy", default="safe-harbor", show_default=True, help="What stands in an identifier's place."
        ),
    ):
        command = option(command)
    return command


def out_option(command: Command) -> Command:
    """Where the result goes."""
    return click.option(
        "-o", "--out", type=click.Path(path_type=Path), help="Write to this file instead of standard output."
    )(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="chartveil")
def main() -> None:
    """Redact protected health information from clinical notes and list their codes, offline.

    \b
    Examples:
      chartveil redact note.txt
      chartveil detect note.txt
      chartveil batch notes/ out/
    """


@main.command()
@note_argument
@redaction_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The redacted text, or text and spans as JSON.",
)
@out_option
@errors_in_one_line
def redact(
    note: str, policy: str, recall: str, known: Path | None, encoding: str | None, form: str, out: Path | None
) -> None:
    """Print the redacted text of NOTE ("-": standard input).

    \b
    Examples:
      chartveil redact note.txt > redacted.txt
      chartveil redact --known patients.csv --format json -o note.json note.txt
      cat note.txt | chartveil redact -
    """
    from .batch.single import check_target, read_note, write_result
    from .redact import Redactor, known_for

    decoded = read_note(note, encoding=encoding)
    check_target(note, out)
    redaction = Redactor(policy, recall=recall).redact(decoded.text, known=known_for(known, note))
    write_result(decoded.encode(redaction.text) if form == "text" else redaction.to_json().encode(), out)


@main.command()
@note_argument
@redaction_options
@click.option(
    "--no-redact",
    is_flag=True,
    help="Detect in the note as it is; the words of the codes may then hold identifiers.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="A table to read, or rows for a program.",
)
@click.option(
    "--only",
    type=click.Choice(ASSERTIONS),
    multiple=True,
    help="Only mentions with this assertion; may be given more than once.",
)
@click.option(
    "--system",
    type=click.Choice(SYSTEMS, case_sensitive=False),
    multiple=True,
    help="Only codes of this system; may be given more than once.",
)
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Leave out mentions below this score.",
)
@click.option(
    "--candidates",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    help="List up to this many further candidates of each mention in the table.",
)
@out_option
@errors_in_one_line
def detect(
    note: str, policy: str, recall: str, known: Path | None, encoding: str | None, no_redact: bool, form: str,
    only: tuple[str, ...], system: tuple[str, ...], min_score: float, candidates: int, out: Path | None,
) -> None:  # fmt: skip
    """List the codes of NOTE ("-": standard input) with their places.

    \b
    Examples:
      chartveil detect note.txt
      chartveil detect --only present --system ICD-10-CM note.txt
      chartveil detect --format csv -o codes.csv note.txt
    """
    from .batch.single import check_target, read_note, write_result
    from .detect import CodeDetector
    from .detect.report import Choice, render
    from .pipeline import Pipeline, Unredacted
    from .redact import Redactor, known_for

    decoded = read_note(note, encoding=encoding)
    check_target(note, out)
    redactor = Unredacted() if no_redact else Redactor(policy, recall=recall)
    result = Pipeline(redactor, CodeDetector(on_progress=say)).process(
        decoded.text, known=known_for(known, note)
    )
    choice = Choice(frozenset(only), frozenset(name.upper() for name in system), min_score, candidates)
    write_result(render(result.codes, form, choice, color=out is None and sys.stdout.isatty()).encode(), out)


@main.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@redaction_options
@click.option("--workers", type=click.IntRange(1), help="Processes to use (default: one a core, at most 8).")
@click.option("--max-bytes", type=click.IntRange(1), help="A larger note fails (default: 4 MiB).")
@click.option(
    "--overwrite", is_flag=True, help="Replace what an earlier run with other settings left in OUT."
)
@errors_in_one_line
def batch(
    source: Path, target: Path, policy: str, recall: str, known: Path | None, encoding: str | None,
    workers: int | None, max_bytes: int | None, overwrite: bool,
) -> None:  # fmt: skip
    """Redact every note of the folder IN into OUT and list their codes.

    OUT gets notes/, results.jsonl and manifest.json. A run that was stopped goes on when the same command is
    given again.

    \b
    Examples:
      chartveil batch notes/ out/
      chartveil batch --known patients.csv --workers 4 notes/ out/
    """
    from .batch import run_batch
    from .batch.command import options_for, progress_on, report

    options = options_for(
        policy,
        recall,
        known,
        encoding=encoding,
        workers=workers,
        max_bytes=max_bytes,
        overwrite=overwrite,
        say=say,
    )
    summary = run_batch(source, target, options, progress=progress_on(sys.stderr))
    click.echo(report(summary, target), err=True)
    raise SystemExit(summary.exit_code)
