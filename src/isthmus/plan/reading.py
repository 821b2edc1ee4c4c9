"""A pathway's names as they come out for one patient, and rules read with them."""

from functools import cache

from isthmus.pathway import Pathway, contradiction_name
from isthmus.plan.patient import Patient
from isthmus.rules import Evaluate, Expr, Name, Rule, Traced, fold
from isthmus.terms import Truth

__all__ = ["Reading"]


@cache
def _leaf(name: str) -> Name:
    return Name(name, text=name)


class Reading:
    """What each name of a pathway comes to for one patient: case features, parameters, definitions, contradictions.

    Attributes:
        values: By name, what it came to, and the parts that decided it.
    """

    def __init__(self, pathway: Pathway, patient: Patient) -> None:
        self.values = {str(name): Traced(_leaf(name), value) for name, value in patient.items()}
        for parameter in pathway.parameters.values():
            self.values[parameter.name] = Traced(_leaf(parameter.name), parameter.value)
        self._backend = Evaluate(self.values)
        for definition in pathway.definitions.values():
            self.values[definition.name] = self.read(definition.rule.tree)
        for contradiction in pathway.contradictions:
            self.values[contradiction_name(contradiction.id)] = self.read(contradiction.rule.tree)

    def name(self, name: str, value: str) -> None:
        """Add a name, such as that of the row that fired."""
        self.values[name] = Traced(_leaf(name), value)

    def read(self, expr: Expr) -> Traced:
        """Read an expression with every part that decided it."""
        return fold(expr, self._backend)

    def holds(self, rule: Rule) -> bool:
        """Whether a rule is certainly true."""
        return self.read(rule.tree).truth is Truth.TRUE
