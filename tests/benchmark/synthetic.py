"""A pathway as large as any that is likely: 100 rows, each a stage of its own, over 120 case features.

It stands for no condition. Its first rows are emergencies, one for each red flag, and a row that asks for them; the rest
each look at a truth, a number against a threshold and a word, some of them at two numbers or a list.
"""

from dataclasses import replace
from decimal import Decimal

from tests.unit.knowledge import PATHWAY

from isthmus.pathway import (
    Action,
    CaseFeature,
    Choice,
    Contradiction,
    DetailItem,
    FeatureType,
    Parameter,
    Pathway,
    Recommendation,
    Review,
    Stage,
    contradiction_name,
)
from isthmus.pathway.scope import feature_type, parameter_type
from isthmus.rules import Kind, Type
from isthmus.rules.text.parse import read_rule
from isthmus.terms import ActionId, FeatureName, RowId, StageId

FLAGS, TRUTHS, NUMBERS, WORDS, LISTS = 10, 50, 30, 25, 5
ROWS, THRESHOLDS, CONTRADICTIONS = 100, 20, 10
CHOICES = ("none", "some", "much", "most")


def synthetic() -> Pathway:
    """Make the pathway; always the same one."""
    features = {feature.name: feature for feature in _features()}
    parameters = {f"limit_{at}": _parameter(f"limit_{at}", 3 * at + 1) for at in range(THRESHOLDS)}
    scope: dict[str, Type] = {str(name): feature_type(feature) for name, feature in features.items()}
    scope |= {name: parameter_type(parameter) for name, parameter in parameters.items()}
    contradictions = tuple(_contradiction(at, scope) for at in range(CONTRADICTIONS))
    scope |= {contradiction_name(item.id): Type(Kind.BOOLEAN) for item in contradictions}
    rows = tuple(_row(at, scope) for at in range(ROWS))
    stages = {StageId(f"stage-{at}"): Stage(StageId(f"stage-{at}"), f"Stage {at}") for at in range(ROWS)}
    return replace(
        PATHWAY,
        features=features,
        parameters=parameters,
        definitions={},
        contradictions=contradictions,
        recommendations=rows,
        phases=(),
        flags=(),
        stages=stages,
        actions={row.action: _action(at) for at, row in enumerate(rows)},
    )


def _features() -> list[CaseFeature]:
    flags = [_feature(f"flag_{at}", "boolean", red_flag=True) for at in range(FLAGS)]
    truths = [_feature(f"truth_{at}", "boolean") for at in range(TRUTHS)]
    numbers = [_feature(f"number_{at}", "decimal") for at in range(NUMBERS)]
    words = [_feature(f"word_{at}", "choice") for at in range(WORDS)]
    return [*flags, *truths, *numbers, *words, *(_feature(f"list_{at}", "choices") for at in range(LISTS))]


def _feature(name: str, type_: FeatureType, *, red_flag: bool = False) -> CaseFeature:
    pattern = next(iter(PATHWAY.features.values()))
    number, worded = type_ == "decimal", type_ in ("choice", "choices")
    return replace(
        pattern,
        name=FeatureName(name),
        type=type_,
        low=Decimal(0) if number else None,
        high=Decimal(100) if number else None,
        choices=tuple(Choice(word, word) for word in CHOICES) if worded else (),
        red_flag=red_flag,
    )


def _parameter(name: str, value: int) -> Parameter:
    return Parameter(name, value, "months", name, "Made up.", (), ())


def _contradiction(at: int, scope: dict[str, Type]) -> Contradiction:
    rule = read_rule(f"number_{2 * at} - number_{2 * at + 1} > 90", scope)
    return Contradiction(f"c{at}", "Made up.", rule, (), ())


def _row(at: int, scope: dict[str, Type]) -> Recommendation:
    asked = range(FLAGS) if at == FLAGS else ()
    details = tuple(DetailItem(f"flag_{flag}", read_rule(f"flag_{flag} is null", scope)) for flag in asked)
    rule = read_rule(_text(at), scope)
    return Recommendation(RowId(f"R{at}"), "Made up.", rule, ActionId(f"action-{at}"), details, (), None)


def _text(at: int) -> str:
    if at < FLAGS:
        return f"flag_{at}"
    if at == FLAGS:
        return " or ".join(f"flag_{flag} is null" for flag in range(FLAGS))
    if at == FLAGS + 1:
        return " or ".join(contradiction_name(f"c{item}") for item in range(CONTRADICTIONS))
    if at == ROWS - 1:
        return "true"
    truth, number, word, limit = at % TRUTHS, at % NUMBERS, at % WORDS, at % THRESHOLDS
    held = CHOICES[at // WORDS % len(CHOICES)]
    text = f"truth_{truth} and (number_{number} >= limit_{limit} or word_{word} = '{held}')"
    chosen = f"list_{at % LISTS}"
    return text if at % 7 else f"{text} and (if {chosen} is null then false else '{held}' in {chosen})"


def _action(at: int) -> Action:
    return Action(
        id=ActionId(f"action-{at}"),
        stage=StageId(f"stage-{at}"),
        urgency="emergency" if at < FLAGS else "question" if at <= FLAGS + 1 else "ordinary",
        invasiveness=0 if at <= FLAGS + 1 else (ROWS - at) // 20,
        requires=None,
        review=Review("Made up.", None),
        steps=(),
    )
