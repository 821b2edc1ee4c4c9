"""A function of Python that is being written: every expression once, and nothing worked out before it is needed."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

__all__ = ["Program", "Script"]

_STEP = re.compile("«([0-9]+)»")
"""The mark of a step; it cannot stand in a word of a rule, which the source holds in ASCII."""
_ATOM = re.compile(r"«[0-9]+»|-?\w+|'[\w -]*'")
_OPPOSITE = {"True": "False", "False": "True"}
_DEEPEST = 20
"""Python reads parentheses within parentheses only so far; what is deeper gets a line of its own."""


@dataclass(frozen=True)
class Program:
    """A function that was written.

    Attributes:
        source: Its text.
        inputs: The names whose values it takes, in this order.
        run: The function, of one tuple of values.
    """

    source: str
    inputs: tuple[str, ...]
    run: Callable[[Sequence[Any]], Any]


class Script:
    """Steps towards a function. An expression is held under a mark, so that equal expressions are one step.

    Args:
        names: What the text may use besides its inputs, by name.
    """

    def __init__(self, names: Mapping[str, Any]) -> None:
        self.names = dict(names)
        self._marks: dict[str, str] = {}
        self._texts: list[str] = []
        self._inputs: dict[str, str] = {}
        self._calls: dict[tuple[Any, ...], str] = {}

    def once(self, text: str) -> str:
        """Hold an expression, and give the mark that stands for it; a name or a literal stands for itself."""
        if _ATOM.fullmatch(text):
            return text
        if text not in self._marks:
            self._marks[text] = f"«{len(self._texts)}»"
            self._texts.append(text)
        return self._marks[text]

    def take(self, name: str) -> str:
        """Take the value of a name as an input, and give the text that stands for it.

        Raises:
            ValueError: It is not a name of the rule language; nothing else ever becomes a part of the source.
        """
        if not (name.isascii() and name.isidentifier()):
            raise ValueError(f"`{name}` is not a name")
        return self._inputs.setdefault(name, f"{name}_")  # no word of Python ends in an underscore, and no name below

    def call(self, function: Callable[..., Any], *operands: str, **settings: Any) -> str:  # noqa: ANN401 - as it takes
        """Hold a call of a function with operands that are texts and settings that are plain values."""
        key = (function, *settings.items())
        if key not in self._calls:
            self._calls[key] = f"f{len(self._calls)}"
            self.names[self._calls[key]] = partial(function, **settings)
        return self.once(f"{self._calls[key]}({', '.join(operands)})")

    def all_of(self, *conditions: str) -> str:
        """Hold that every condition is met; what is certain is settled here."""
        open_ = [condition for condition in conditions if condition != "True"]
        if "False" in open_:
            return "False"
        return self._joined(" and ", open_) or "True"

    def any_of(self, *conditions: str) -> str:
        """Hold that a condition is met; what is certain is settled here."""
        open_ = [condition for condition in conditions if condition != "False"]
        if "True" in open_:
            return "True"
        return self._joined(" or ", open_) or "False"

    def none_of(self, condition: str) -> str:
        """Hold that a condition is not met."""
        if condition in _OPPOSITE:
            return _OPPOSITE[condition]
        for one, other in ((" is not None)", " is None)"), (" is None)", " is not None)")):
            if condition.endswith(one):
                return condition.removesuffix(one) + other
        text = self._texts[int(mark[1])] if (mark := _STEP.fullmatch(condition)) else ""
        return text.removeprefix("not ") if text.startswith("not ") else self.once(f"not {condition}")

    def _joined(self, word: str, conditions: list[str]) -> str:
        return self.once(word.join(conditions)) if len(conditions) > 1 else "".join(conditions)

    def first_of(self, conditions: Sequence[str]) -> Program:
        """Finish with the position of the first condition that is met, from 0; None when none is."""
        layout = _Layout(self._texts, conditions)
        lines = []
        for at, condition in enumerate(conditions):
            lines += [*layout.lines_before(condition), f"if {layout.written(condition)}:", f"    return {at}"]
        return self._finish([*lines, "return None"])

    def all_of_them(self, values: Sequence[str]) -> Program:
        """Finish with a tuple of values."""
        layout = _Layout(self._texts, values)
        lines = [line for value in values for line in layout.lines_before(value)]
        return self._finish([*lines, f"return ({' '.join(f'{layout.written(value)},' for value in values)})"])

    def _finish(self, lines: Sequence[str]) -> Program:
        used = set(re.findall(r"\w+", " ".join(lines)))
        inputs = {name: text for name, text in self._inputs.items() if text in used}
        unpacked = [f"{' '.join(f'{text},' for text in inputs.values())} = values"] if inputs else []
        source = "\n    ".join(["def run(values):", *unpacked, *lines]) + "\n"
        made = dict(self.names)
        # Every part of the source was made from a tree: numbers, words by `ascii`, names that `take` let through, and
        # what stands in the code that makes it. No text that anybody wrote is a part of it.
        exec(compile(source, "<rules>", "exec"), made)  # noqa: S102 - as above
        return Program(source, tuple(inputs), made["run"])


class _Layout:
    """Which steps get a line of their own: those that are used twice or more, and those that lie too deep."""

    def __init__(self, texts: Sequence[str], roots: Sequence[str]) -> None:
        self._texts = texts
        uses = self._uses(roots)
        self._own_line: set[int] = set()
        depths: dict[int, int] = {}
        for step in sorted(uses):  # a step is made of earlier ones
            depths[step] = 1 + max((depths[inner] for inner in _steps_in(texts[step])), default=0)
            if uses[step] > 1 or depths[step] > _DEEPEST:
                self._own_line.add(step)
                depths[step] = 0
        self._done: set[int] = set()

    def _uses(self, roots: Sequence[str]) -> Counter[int]:
        uses: Counter[int] = Counter()
        waiting = list(roots)
        while waiting:
            for step in _steps_in(waiting.pop()):
                uses[step] += 1
                if uses[step] == 1:
                    waiting.append(self._texts[step])
        return uses

    def written(self, text: str) -> str:
        """Write a text out, its steps in place or by the name of their line."""
        return _STEP.sub(lambda mark: self._part(int(mark[1])), text)

    def _part(self, step: int) -> str:
        return f"t{step}" if step in self._own_line else f"({self.written(self._texts[step])})"

    def lines_before(self, text: str) -> list[str]:
        """Write the lines that a text needs and that are not there yet."""
        needed: set[int] = set()
        waiting = [text]
        while waiting:
            found = set(_steps_in(waiting.pop())) - needed - self._done
            needed |= found
            waiting.extend(self._texts[step] for step in found)
        self._done |= needed
        return [f"t{step} = {self.written(self._texts[step])}" for step in sorted(needed & self._own_line)]


def _steps_in(text: str) -> Iterator[int]:
    return (int(mark[1]) for mark in _STEP.finditer(text))
