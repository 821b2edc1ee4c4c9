"""The routes of the pages."""

from isthmus.web.pages import ask, carry, plan, signs

__all__ = ["PAGES"]

PAGES = (ask.router, carry.router, plan.router, signs.router)
"""Every page, in the order of the alphabet."""
