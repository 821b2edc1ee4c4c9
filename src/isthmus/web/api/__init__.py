"""The routes for programs."""

from isthmus.web.api import ask, documents, health, plan

__all__ = ["ENDPOINTS"]

ENDPOINTS = (ask.router, documents.router, health.router, plan.router)
"""Every endpoint, in the order of the alphabet."""
