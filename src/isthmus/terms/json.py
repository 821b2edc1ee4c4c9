"""What JSON can hold, as results are handed out."""

__all__ = ["Json"]

Json = dict[str, object]
"""An object of JSON: words, numbers, truths, nulls, lists and objects."""
