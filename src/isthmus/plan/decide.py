"""A pathway compiled to a function that finds only the row and the action, at a few millionths of a second a patient."""

from dataclasses import dataclass

from isthmus.pathway import Pathway, Recommendation, contradiction_name, feature_type
from isthmus.plan.patient import Patient
from isthmus.rules import Literal
from isthmus.rules.compiled import Compiled, Compiler

__all__ = ["Decision", "compile_pathway"]


@dataclass(frozen=True)
class Decision:
    """A pathway as one function, which finds what `apply` finds but gives no reasons.

    Attributes:
        compiled: The function; its program finds the position of the row.
        rows: The rows of the table, in its order.
    """

    compiled: Compiled
    rows: tuple[Recommendation, ...]

    def __call__(self, patient: Patient) -> Recommendation:
        """Find the row that sets a patient's action.

        Raises:
            LookupError: No row's rule is true.
        """
        at: int | None = self.compiled.program.run(self.compiled.take(patient))
        if at is None:
            raise LookupError("no row of the pathway is true")
        return self.rows[at]


def compile_pathway(pathway: Pathway) -> Decision:
    """Compile the definitions and the rows of a pathway into one function."""
    compiler = Compiler({name: feature_type(feature) for name, feature in pathway.features.items()})
    for parameter in pathway.parameters.values():
        compiler.define(parameter.name, Literal(parameter.value))
    for definition in pathway.definitions.values():
        compiler.define(definition.name, definition.rule.tree)
    for contradiction in pathway.contradictions:
        compiler.define(contradiction_name(contradiction.id), contradiction.rule.tree)
    compiled = compiler.first([row.when.tree for row in pathway.recommendations])
    return Decision(compiled, pathway.recommendations)
