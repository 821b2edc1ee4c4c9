"""The routes of the pages."""

from isthmus.web.pages import ask, library, plan, signs

__all__ = ["PAGES"]

PAGES = (ask.router, library.router, plan.router, signs.router)
"""Every page, in the order of the alphabet."""
