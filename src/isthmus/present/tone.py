"""How loud a page must be."""

from typing import Literal

__all__ = ["Tone", "tone_of"]

Tone = Literal["emergency", "urgent", "question", "ordinary"]
"""Each has a form of its own, which must be told apart without colour."""


def tone_of(stage: str, weeks: tuple[int, int] | None) -> Tone:
    """Tell how loud an action must be said, from its stage and how soon its review is due.

    >>> tone_of("safety", (0, 0)), tone_of("safety", (0, 1)), tone_of("first-line", (4, 6))
    ('emergency', 'urgent', 'ordinary')
    """
    if stage == "safety":
        # A safety action without a date is taken for an emergency: the louder mistake is the safer one.
        return "urgent" if weeks and weeks[1] > 0 else "emergency"
    return "question" if stage == "questions" else "ordinary"
