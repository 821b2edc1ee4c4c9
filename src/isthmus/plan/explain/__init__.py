"""A plan explained: the table as a circuit, and a search among all patients it cannot tell apart from this one."""

from isthmus.plan.explain.explainer import Explainer

__all__ = ["Explainer"]
