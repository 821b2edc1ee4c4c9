"""Rules compiled to a function of Python, for the fastest answer about one patient; it gives no trace."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from isthmus.rules.backend import fold
from isthmus.rules.backends.evaluate import Value
from isthmus.rules.backends.python import Python
from isthmus.rules.expr import Expr
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.meanings.script import Program, Script
from isthmus.rules.meanings.source import ARITHMETIC, Source, counter, plain, value_of

__all__ = ["Compiled", "Compiler"]


@dataclass(frozen=True)
class Compiled:
    """A function that was compiled of rules.

    Attributes:
        program: The function; its `run` takes what `take` gives.
        types: The type of each rule.
        counters: By name, in the order of the function's inputs, how a value becomes what the function takes.
    """

    program: Program
    types: tuple[Type, ...]
    counters: Mapping[str, Callable[[Any], Any]]

    def take(self, values: Mapping[Any, Value]) -> tuple[Any, ...]:
        """Take what the function needs of a patient's values, by name."""
        return tuple([count(values[name]) for name, count in self.counters.items()])

    def values(self, values: Mapping[Any, Value]) -> tuple[Value, ...]:
        """Find what each rule comes to, as `evaluate` would; only of what `Compiler.values` made."""
        found = self.program.run(self.take(values))
        return tuple(plain(value, type_) for value, type_ in zip(found, self.types, strict=True))


class Compiler:
    """Reads definitions, and then compiles rules that use them.

    Args:
        scope: The type of every case feature.
    """

    def __init__(self, scope: Mapping[str, Type]) -> None:
        self._scope = scope
        self._script = Script(ARITHMETIC)
        self._names = {name: value_of(self._script.take(name), type_) for name, type_ in scope.items()}
        self._backend = Python(self._names, self._script)

    def define(self, name: str, expr: Expr) -> None:
        """Give an expression a name, which what comes after may use; a parameter is a literal with a name."""
        self._names[name] = fold(expr, self._backend)

    def values(self, rules: Sequence[Expr]) -> Compiled:
        """Compile rules into a function that gives what each of them comes to."""
        sources = [fold(rule, self._backend) for rule in rules]
        program = self._script.all_of_them([self._value(source) for source in sources])
        return self._compiled(program, sources)

    def first(self, rules: Sequence[Expr]) -> Compiled:
        """Compile rules into a function that gives the position, from 0, of the first that is true; None if none is."""
        sources = [fold(rule, self._backend) for rule in rules]
        return self._compiled(self._script.first_of([source.holds for source in sources]), sources)

    def _compiled(self, program: Program, sources: Sequence[Source]) -> Compiled:
        counters = {name: counter(self._scope[name]) for name in program.inputs}
        return Compiled(program, tuple(source.type for source in sources), counters)

    def _value(self, source: Source) -> str:
        if source.kind is not Kind.BOOLEAN:
            return source.text
        return self._script.once(f"True if {source.holds} else False if {source.fails} else None")
