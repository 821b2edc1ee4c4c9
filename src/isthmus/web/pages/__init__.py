"""The routes of the pages."""

from isthmus.web.pages import ask, carry, claim, editorial, glossary, guide, home, plan, signs

__all__ = ["PAGES"]

PAGES = (
    ask.router,
    carry.router,
    claim.router,
    editorial.router,
    glossary.router,
    guide.router,
    home.router,
    plan.router,
    signs.router,
)
"""Every page, in the order of the alphabet."""
