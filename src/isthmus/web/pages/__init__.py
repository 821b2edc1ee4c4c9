"""The routes of the pages."""

from isthmus.web.pages import ask, claim, document, editorial, glossary, guide, home, library, plan, signs

__all__ = ["PAGES"]

PAGES = (
    ask.router,
    claim.router,
    document.router,
    editorial.router,
    glossary.router,
    guide.router,
    home.router,
    library.router,
    plan.router,
    signs.router,
)
"""Every page, in the order of the alphabet."""
