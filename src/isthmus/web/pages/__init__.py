"""The routes of the pages."""

from isthmus.web.pages import ask, interview, plan, signs

__all__ = ["PAGES"]

PAGES = (ask.router, interview.router, plan.router, signs.router)
"""Every page, in the order of the alphabet."""
