"""The routes of the pages."""

from isthmus.web.pages import ask, document, library, plan, signs

__all__ = ["PAGES"]

PAGES = (ask.router, document.router, library.router, plan.router, signs.router)
"""Every page, in the order of the alphabet."""
