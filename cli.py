"""The command line: the group of all commands.

Results go to standard output, everything else to standard error. Exit codes: 0 all done; 1 some note
failed; 2 wrong use.
"""

import click

from .commands.batch import batch
from .commands.detect import detect
from .commands.dictionaries import dictionaries
from .commands.evaluate import evaluate
from .commands.keygen import keygen
from .commands.lookup import lookup
from .commands.policies import policies
from .commands.redact import redact
from .commands.restore import restore
from .commands.sample import sample
from .commands.search import search
from .commands.serve import serve
from .commands.verify import verify


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


for command in (
    redact, restore, keygen, detect, batch, verify, sample, evaluate, lookup, policies, dictionaries, search,
    serve,
):  # fmt: skip
    main.add_command(command)
