"""The rules in files of words, held against the names of the pathway."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from isthmus.errors import Fault, RuleError, nearest
from isthmus.located import Located, Steps
from isthmus.pathway.load_features import Features
from isthmus.pathway.load_table import Table
from isthmus.pathway.model import contradiction_name
from isthmus.pathway.scope import feature_type, parameter_type
from isthmus.rules import Rule, Type
from isthmus.rules.text.parse import read_rule, read_value

__all__ = ["RuleReader", "scope_of"]


def scope_of(table: Table, features: Features) -> dict[str, Type]:
    """Collect the names that a rule in a file of words may use, with their types."""
    return {
        **{name: feature_type(feature) for name, feature in features.items()},
        **{name: parameter_type(parameter) for name, parameter in table.parameters.items()},
        **{name: definition.rule.type for name, definition in table.definitions.items()},
        **{contradiction_name(item.id): item.rule.type for item in table.contradictions},
    }


@dataclass(frozen=True)
class RuleReader:
    """Reads the rules of one file, and collects what is wrong with them."""

    document: Located
    faults: list[Fault]
    scope: Mapping[str, Type]

    def known(self, name: str, names: Iterable[str], steps: Steps, kind: str) -> None:
        """See that what is named exists."""
        there = list(names)
        if name not in there:
            self.fault(steps, f"{kind} `{name}` does not exist.", nearest(name, there, otherwise="Define it."))

    def rule(self, text: str, steps: Steps) -> Rule:
        """Read a rule; one that has a fault is unknown of everybody, and is never used."""
        try:
            return read_rule(text, self.scope)
        except RuleError as error:
            (fault,) = error.faults
            self.fault(steps, fault.what, fault.remedy)
            return read_value("null", {})

    def fault(self, steps: Steps, what: str, remedy: str) -> None:
        """Note a fault, with the line it stands in."""
        self.faults.append(Fault(self.document.where(steps), what, remedy))
