"""Pathways of a few rows, for proofs to be tried on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tests.unit.knowledge import PATHWAY

from isthmus.pathway import (
    Action,
    CaseFeature,
    Choice,
    Contradiction,
    DetailItem,
    FeatureType,
    Flag,
    Parameter,
    Pathway,
    Phase,
    Recommendation,
    Review,
    Urgency,
    contradiction_name,
)
from isthmus.pathway.scope import feature_type, parameter_type
from isthmus.rules import Kind, Type
from isthmus.rules.text.parse import read_rule
from isthmus.terms import ActionId, FeatureName, FlagId, PhaseId, RowId, StageId

FEATURES: dict[str, FeatureType] = {
    "danger": "boolean",
    "a": "boolean",
    "b": "boolean",
    "x": "decimal",
    "y": "decimal",
    "word": "choice",
    "scans": "choices",
}


@dataclass(frozen=True)
class Row:
    """A row of a small pathway, with what its action is."""

    when: str
    urgency: Urgency = "ordinary"
    invasiveness: int = 0
    requires: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)


def small(
    *rows: Row,
    contradictions: Mapping[str, str] | None = None,
    parameters: Mapping[str, int | Decimal] | None = None,
    phases: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
) -> Pathway:
    """Make a pathway whose rows are R1, R2 and so on, each with an action of its own: act-1, act-2."""
    features = {FeatureName(name): _feature(name, type_) for name, type_ in FEATURES.items()}
    thresholds = {name: _parameter(name, value) for name, value in (parameters or {}).items()}
    scope: dict[str, Type] = {str(name): feature_type(feature) for name, feature in features.items()}
    scope |= {name: parameter_type(parameter) for name, parameter in thresholds.items()}
    clashes = [Contradiction(name, "", read_rule(text, scope), (), ()) for name, text in (contradictions or {}).items()]
    scope |= {contradiction_name(clash.id): Type(Kind.BOOLEAN) for clash in clashes}
    actions = [_action(number, row, scope) for number, row in enumerate(rows, start=1)]
    first = actions[0].id
    return replace(
        PATHWAY,
        features=features,
        parameters=thresholds,
        definitions={},
        contradictions=tuple(clashes),
        recommendations=tuple(_row(number, row, scope) for number, row in enumerate(rows, start=1)),
        phases=tuple(
            Phase(PhaseId(name), first, "", read_rule(text, scope), "", ()) for name, text in (phases or {}).items()
        ),
        flags=tuple(Flag(FlagId(name), "", read_rule(text, scope), ()) for name, text in (flags or {}).items()),
        actions={action.id: action for action in actions},
    )


def _feature(name: str, type_: FeatureType) -> CaseFeature:
    pattern = next(iter(PATHWAY.features.values()))
    number, worded = type_ == "decimal", type_ in ("choice", "choices")
    return replace(
        pattern,
        name=FeatureName(name),
        type=type_,
        low=Decimal(0) if number else None,
        high=Decimal(10) if number else None,
        choices=tuple(Choice(word, word) for word in ("low", "high")) if worded else (),
        red_flag=name == "danger",
    )


def _parameter(name: str, value: int | Decimal) -> Parameter:
    return Parameter(name, value, "months", "", "", (), ())


def _action(number: int, row: Row, scope: Mapping[str, Type]) -> Action:
    requires = None if row.requires is None else read_rule(row.requires, scope)
    act, stage = ActionId(f"act-{number}"), StageId("safety")
    return Action(act, stage, row.urgency, row.invasiveness, requires, Review("", None), ())


def _row(number: int, row: Row, scope: Mapping[str, Type]) -> Recommendation:
    details = tuple(DetailItem(word, read_rule(text, scope)) for word, text in row.details.items())
    rule = read_rule(row.when, scope)
    return Recommendation(RowId(f"R{number}"), "", rule, ActionId(f"act-{number}"), details, (), None)
