"""The routes of the pages."""

from isthmus.web.pages import about, ask, choice, parts, plan, procedure, signs

__all__ = ["PAGES"]

PAGES = (about.router, ask.router, choice.router, parts.router, plan.router, procedure.router, signs.router)
"""Every page, in the order of the alphabet."""
