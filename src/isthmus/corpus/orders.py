"""The words of others where they are shown: a document is data, and gives neither terminal nor page any orders."""

import re

__all__ = ["without_orders"]

# Control characters but for the ends of lines and the tab, and those that turn the direction of what follows.
_ORDERS = re.compile(
    r"(?!\r\n)[\x00-\x08\x0b-\x1f\x7f-\x9f\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    r"\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)


def without_orders(text: str) -> str:
    """Show as one plain sign what would move the cursor, colour the screen or turn the words about."""
    return _ORDERS.sub("\N{REPLACEMENT CHARACTER}", text)
