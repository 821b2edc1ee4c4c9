"""Case features from their knowledge file."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from isthmus.errors import Fault, nearest
from isthmus.located import Located, Steps
from isthmus.pathway.load_shapes import FeaturesFile, FeatureShape, UnitsFile
from isthmus.pathway.model import CaseFeature, Choice, Code, Group
from isthmus.terms import ClaimId, FeatureName

__all__ = ["read_features"]

_NUMBERS = ("integer", "decimal")
_CHOICES = ("choice", "choices")
_TAKERS = {"up": _NUMBERS, "down": _NUMBERS, "grows": ("choices",)}
_TAKEN = {"up": "number", "down": "number", "grows": "list of choices"}

Features = Mapping[FeatureName, CaseFeature]


def read_features(
    file: FeaturesFile, document: Located, units: UnitsFile, faults: list[Fault]
) -> tuple[tuple[Group, ...], Features]:
    """Read the case features in their groups.

    Returns:
        The groups, in the order in which they are asked, and every case feature by its name.
    """
    features: dict[FeatureName, CaseFeature] = {}
    labels = {unit.name: unit.label for unit in units.units}
    groups = []
    for at, group in enumerate(file.groups):
        for position, shape in enumerate(group.features):
            steps = ("groups", at, "features", position)
            faults.extend(_faults(shape, document, steps, units))
            if shape.name in features:
                what = f"Case feature `{shape.name}` is defined twice."
                faults.append(Fault(document.where((*steps, "name")), what, "Keep one."))
            label = labels.get(shape.unit or "")
            features[FeatureName(shape.name)] = _feature(shape, group.id, label, red_flag=group.red_flags)
        names = tuple(FeatureName(shape.name) for shape in group.features)
        groups.append(Group(group.id, group.title, names))
    return tuple(groups), MappingProxyType(features)


def _feature(shape: FeatureShape, group: str, unit_label: str | None, *, red_flag: bool) -> CaseFeature:
    low, high = shape.range or (None, None)
    return CaseFeature(
        name=FeatureName(shape.name),
        type=shape.type,
        group=group,
        ask=shape.ask,
        label=shape.label or shape.name.replace("_", " "),
        hint=shape.hint,
        left_out_when=shape.left_out_when,
        asked_of=shape.asked_of,
        unit=shape.unit,
        unit_label=unit_label,
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        choices=tuple(Choice(choice.value, choice.label) for choice in shape.choices),
        red_flag=red_flag,
        claims=tuple(map(ClaimId, shape.claims)),
        codes=tuple(Code(code.system, code.code, code.display, code.source, code.value) for code in shape.codes),
        changes=shape.changes,
    )


def _faults(shape: FeatureShape, document: Located, steps: Steps, units: UnitsFile) -> list[Fault]:
    subject = f"Case feature `{shape.name}`"
    known = [unit.name for unit in units.units]
    faults = []

    def fault(key: str, what: str, remedy: str) -> None:
        faults.append(Fault(document.where((*steps, key)), f"{subject} {what}", remedy))

    if shape.type in _NUMBERS:
        if shape.unit is None:
            fault("name", "is a number without a unit.", "Add `unit`, one of units.yaml.")
        elif shape.unit not in known:
            fault("unit", f"has the unit `{shape.unit}`, which is not known.", _unit_remedy(shape.unit, known))
        if shape.range is None or shape.range[0] >= shape.range[1]:
            fault("name", "needs a range from low to high.", "Add `range: [low, high]`.")
    elif shape.unit is not None or shape.range is not None:
        fault("name", "is no number, yet has a unit or a range.", "Remove them.")
    if (shape.type in _CHOICES) != bool(shape.choices):
        fault("name", "has choices though it takes none, or lacks them.", "Make `type` and `choices` agree.")
    for what, remedy in _change_faults(shape):
        fault("changes", what, remedy)
    return faults


def _change_faults(shape: FeatureShape) -> Iterator[tuple[str, str]]:
    """Find what is wrong with how a case feature can change."""
    if isinstance(shape.changes, str):
        takers = _TAKERS.get(shape.changes)
        if takers is not None and shape.type not in takers:
            yield f"cannot change `{shape.changes}`: it is no {_TAKEN[shape.changes]}.", "Say any, never or its steps."
        return
    if shape.type not in ("boolean", "choice"):
        yield "changes by steps, which only a truth or a choice can.", "Say any, never, up, down or grows."
        return
    values: list[str | bool] = [choice.value for choice in shape.choices] or [True, False]
    for step in shape.changes:
        for value in step:
            if value not in values:
                named = nearest(str(value), map(str, values), otherwise="Use its own values.")
                yield f"has a step with `{value}`, which is none of its values.", named


def _unit_remedy(unit: str, known: list[str]) -> str:
    return nearest(unit, known, otherwise="Use a unit of units.yaml.")
