"""chartveil serve: a local page and a JSON API."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .redaction import RECALL_LEVELS
from .shared import errors_in_one_line, say

if TYPE_CHECKING:
    from ..serve.server import Address

FILE = click.Path(path_type=Path)


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8750, show_default=True, help="0: any free one."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on. Another than this machine's own demands a token of every request.",
)
@click.option(
    "--name", "names", multiple=True, help="A host name under which others reach the server; may be repeated."
)
@click.option(
    "--policy",
    default="safe-harbor",
    show_default=True,
    help="Policy of requests that name none: a name (see `chartveil policies`) or a YAML file.",
)
@click.option(
    "--recall",
    type=click.Choice(RECALL_LEVELS),
    default="balanced",
    show_default=True,
    help="high: fewest leaks; high-precision: fewest false alarms.",
)
@click.option(
    "--token-file", type=FILE, help="File with the token to demand (default: one is made and shown)."
)
@click.option("--certificate", type=FILE, help="Serve https with this certificate (PEM).")
@click.option("--certificate-key", type=FILE, help="The certificate's private key (PEM).")
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@errors_in_one_line
def serve(
    port: int, host: str, names: tuple[str, ...], policy: str, recall: str, token_file: Path | None,
    certificate: Path | None, certificate_key: Path | None, show: bool,
) -> None:  # fmt: skip
    """Serve a page to redact, review and code notes, and the same as a JSON API, on this machine.

    Notes are neither stored nor logged. /docs describes the API. Ctrl-C stops it.

    \b
    Examples:
      chartveil serve --open
      chartveil serve --port 9000 --policy our-site.yaml --recall high
      chartveil serve --host 0.0.0.0 --name notes.ward.example --certificate c.pem --certificate-key k.pem
    """
    _check_installed()
    from ..serve.server import Address
    from ..serve.server import serve as run
    from ..serve.settings import Settings
    from ..serve.tokens import is_local, token_for

    address = Address(host, port, certificate, certificate_key)
    local = is_local(host)
    token = token_for(token_file, local=local)
    settings = Settings.of(policy, recall, token=token, hosts=frozenset({host, *names}), everywhere=not local)
    _warn(address, local)

    def listening(url: str) -> None:
        page = url if token is None or token_file else f"{url}#token={token}"
        say(f"chartveil: page at {page} (Ctrl-C stops it)")
        if show:
            click.launch(page)

    run(
        settings,
        address,
        on_listening=listening,
        on_ready=lambda: say("chartveil: ready"),
        on_failure=lambda line: say(f"chartveil: {line}"),
    )


def _check_installed() -> None:
    from ..errors import UsageError

    if find_spec("fastapi") is None or find_spec("uvicorn") is None:
        raise UsageError("the page needs more packages: `pip install 'chartveil[web]'`")


def _warn(address: "Address", local: bool) -> None:
    if not local and address.certificate is None:
        say("chartveil: notes travel unencrypted: give --certificate, or use an SSH tunnel instead")
