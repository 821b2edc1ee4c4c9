"""The routes of the pages."""

from isthmus.web.pages import (
    about,
    ask,
    carry,
    choice,
    claim,
    editorial,
    glossary,
    guide,
    home,
    interview,
    library,
    parts,
    plan,
    procedure,
    signs,
)

__all__ = ["PAGES"]

PAGES = (
    about.router,
    ask.router,
    carry.router,
    choice.router,
    claim.router,
    editorial.router,
    glossary.router,
    guide.router,
    home.router,
    interview.router,
    library.router,
    parts.router,
    plan.router,
    procedure.router,
    signs.router,
)
"""Every page, in the order of the alphabet."""
