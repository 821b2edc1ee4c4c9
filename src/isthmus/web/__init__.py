"""The door for browsers and programs: pages that work without script, and the same results as JSON."""

from isthmus.web.app import build_app

__all__ = ["build_app"]
