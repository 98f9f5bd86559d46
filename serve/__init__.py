"""A local page and a JSON API for redaction, codes, lookup and search; needs the extra `web`.

    from chartveil.serve import Settings, create_app
    app = create_app(Settings.of("safe-harbor"))     # an ASGI application

Notes are held in memory while they are worked on and nowhere else: no file, log or error has a word of one.
"""

from .app import create_app
from .settings import Limits, Settings

__all__ = ["Limits", "Settings", "create_app"]
