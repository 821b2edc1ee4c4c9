"""Shows the examples in docstrings, which the tests run, as the terminal would."""

import re

from griffe import Extension, Object

_EXAMPLE = re.compile(r"^>>> (?:.+\n?)+", flags=re.MULTILINE)


class Doctests(Extension):
    """Fences every example of a docstring before it is read as Markdown."""

    def on_instance(self, *, obj: Object, **_: object) -> None:
        """Fence the examples of one module, class, function or value."""
        if obj.docstring:
            obj.docstring.value = _EXAMPLE.sub(
                lambda example: f"```pycon\n{example[0].rstrip()}\n```", obj.docstring.value
            )
