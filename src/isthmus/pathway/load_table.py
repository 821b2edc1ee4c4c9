"""The decision table from its knowledge file: parameters, definitions, rows, phases and flags as rules."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from isthmus.errors import Fault, RuleError, nearest
from isthmus.located import Located, Steps
from isthmus.pathway import model
from isthmus.pathway.load_features import Features
from isthmus.pathway.load_shapes import PathwayFile, RowShape, UnitsFile
from isthmus.pathway.scope import feature_type, parameter_type
from isthmus.rules import Kind, Rule, Type
from isthmus.rules.text.parse import read_rule, read_value
from isthmus.terms import ActionId, ClaimId, FlagId, PhaseId, RowId, StageId

__all__ = ["Table", "read_table"]

ReadRule = Callable[[str, Mapping[str, Type]], Rule]


@dataclass(frozen=True)
class Table:
    """The parts of a Pathway that `pathway.yaml` holds."""

    parameters: Mapping[str, model.Parameter]
    definitions: Mapping[str, model.Definition]
    contradictions: tuple[model.Contradiction, ...]
    recommendations: tuple[model.Recommendation, ...]
    phases: tuple[model.Phase, ...]
    flags: tuple[model.Flag, ...]
    stages: Mapping[StageId, model.Stage]
    actions: Mapping[ActionId, model.Action]
    classify_when: Rule
    classification: tuple[model.ClassificationItem, ...]
    outlooks: tuple[model.Outlook, ...]

    def as_fields(self) -> dict[str, Any]:
        """The parts by the name they have in a Pathway."""
        return {part.name: getattr(self, part.name) for part in fields(self)}


def read_table(
    file: PathwayFile, document: Located, features: Features, units: UnitsFile, faults: list[Fault]
) -> Table:
    """Read the decision table; names may be used only below the line that defines them."""
    reader = _Reader(document, faults, {name: feature_type(feature) for name, feature in features.items()})
    parameters = reader.parameters(file, units)
    definitions = reader.definitions(file)
    contradictions = reader.contradictions(file, features)
    stages = reader.stages(file)
    actions = reader.actions(file, stages)
    phases = reader.phases(file, actions)
    recommendations = reader.recommendations(file, actions, phases)
    return Table(
        parameters=MappingProxyType(parameters),
        definitions=MappingProxyType(definitions),
        contradictions=contradictions,
        recommendations=recommendations,
        phases=phases,
        flags=reader.flags(file, recommendations, actions),
        stages=MappingProxyType(stages),
        actions=MappingProxyType(actions),
        classify_when=reader.rule(file.classify_when, ("classify_when",)),
        classification=reader.classification(file),
        outlooks=reader.outlooks(file),
    )


@dataclass
class _Reader:
    """Reads one part after another; `scope` grows as names are defined."""

    document: Located
    faults: list[Fault]
    scope: dict[str, Type]
    extra: dict[str, Type] = field(default_factory=dict)

    def fault(self, steps: Steps, what: str, remedy: str) -> None:
        self.faults.append(Fault(self.document.where(steps), what, remedy))

    def rule(self, text: str, steps: Steps, read: ReadRule = read_rule) -> Rule:
        """Read a rule; one with a fault becomes `null` so that the rest can be read too."""
        try:
            return read(text, self.scope | self.extra)
        except RuleError as error:
            (fault,) = error.faults
            self.fault(steps, fault.what, fault.remedy)
            return read_value("null", {})

    def define(self, name: str, type_: Type, steps: Steps) -> None:
        if name in self.scope:
            self.fault(steps, f"`{name}` is defined twice.", "Give one of them another name.")
        self.scope[name] = type_

    def known(self, name: str, names: Iterable[str], steps: Steps, *, kind: str) -> None:
        names = list(names)
        if name not in names:
            self.fault(steps, f"{kind} `{name}` does not exist.", nearest(name, names, otherwise="Define it."))

    def once(self, ids: Iterable[str], section: str) -> None:
        seen: set[str] = set()
        for at, name in enumerate(ids):
            if name in seen:
                self.fault((section, at), f"`{name}` stands twice in `{section}`.", "Keep one.")
            seen.add(name)

    def parameters(self, file: PathwayFile, units: UnitsFile) -> dict[str, model.Parameter]:
        names = [unit.name for unit in units.units]
        parameters = {}
        for at, shape in enumerate(file.parameters):
            self.known(shape.unit, names, ("parameters", at, "unit"), kind="Unit")
            alternatives = tuple(model.Alternative(other.says, _claims(other.claims)) for other in shape.alternatives)
            parameter = model.Parameter(
                name=shape.name,
                value=shape.value,
                unit=shape.unit,
                says=shape.says,
                origin=shape.origin,
                claims=_claims(shape.claims),
                alternatives=alternatives,
            )
            known = parameter if shape.unit in names else replace(parameter, unit="")  # one fault is enough
            self.define(shape.name, parameter_type(known), ("parameters", at, "name"))
            parameters[shape.name] = parameter
        return parameters

    def definitions(self, file: PathwayFile) -> dict[str, model.Definition]:
        definitions = {}
        for at, shape in enumerate(file.definitions):
            rule = self.rule(shape.means, ("definitions", at, "means"), read_value)
            self.define(shape.name, rule.type, ("definitions", at, "name"))
            definitions[shape.name] = model.Definition(shape.name, shape.says, rule)
        return definitions

    def contradictions(self, file: PathwayFile, features: Features) -> tuple[model.Contradiction, ...]:
        contradictions = []
        self.once((shape.id for shape in file.contradictions), "contradictions")
        for at, shape in enumerate(file.contradictions):
            steps = ("contradictions", at)
            for position, name in enumerate(shape.features):
                self.known(name, features, (*steps, "features", position), kind="Case feature")
            rule = self.rule(shape.when, (*steps, "when"))
            self.define(model.contradiction_name(shape.id), rule.type, (*steps, "id"))
            named = tuple(feature for feature in features if feature in shape.features)
            contradictions.append(model.Contradiction(shape.id, shape.says, rule, named, _claims(shape.claims)))
        return tuple(contradictions)

    def stages(self, file: PathwayFile) -> dict[StageId, model.Stage]:
        """Take in the stages of care; people come to each from stages that stand above it."""
        self.once((shape.id for shape in file.stages), "stages")
        stages: dict[StageId, model.Stage] = {}
        stations: list[str] = []
        for at, shape in enumerate(file.stages):
            for before, name in enumerate(shape.after):
                self.known(name, stations, ("stages", at, "after", before), kind="Station above")
            after = tuple(map(StageId, shape.after))
            stations += [shape.id] if shape.drawn == "station" else []
            stages[StageId(shape.id)] = model.Stage(StageId(shape.id), shape.title, shape.plain, shape.drawn, after)
        return stages

    def actions(self, file: PathwayFile, stages: Mapping[StageId, model.Stage]) -> dict[ActionId, model.Action]:
        programmes = {
            shape.id: tuple(model.Step(step.when, step.what, _claims(step.claims)) for step in shape.steps)
            for shape in file.programmes
        }
        self.once((shape.id for shape in file.actions), "actions")
        actions = {}
        for at, shape in enumerate(file.actions):
            self.known(shape.stage, stages, ("actions", at, "stage"), kind="Stage")
            if shape.programme is not None:
                self.known(shape.programme, programmes, ("actions", at, "programme"), kind="Programme")
            steps = programmes.get(shape.programme or "", ())
            actions[ActionId(shape.id)] = model.Action(
                id=ActionId(shape.id),
                stage=StageId(shape.stage),
                urgency=shape.urgency,
                invasiveness=shape.invasiveness,
                requires=None if shape.requires is None else self.rule(shape.requires, ("actions", at, "requires")),
                review=model.Review(shape.review.when, shape.review.weeks),
                steps=steps,
            )
        return actions

    def phases(self, file: PathwayFile, actions: Mapping[ActionId, model.Action]) -> tuple[model.Phase, ...]:
        self.once((shape.id for shape in file.phases), "phases")
        phases = []
        for at, shape in enumerate(file.phases):
            self.known(shape.action, actions, ("phases", at, "action"), kind="Action")
            when = self.rule(shape.when, ("phases", at, "when"))
            action, claims = ActionId(shape.action), _claims(shape.claims)
            phases.append(model.Phase(PhaseId(shape.id), action, shape.title, when, shape.content, claims))
        return tuple(phases)

    def recommendations(
        self, file: PathwayFile, actions: Mapping[ActionId, model.Action], phases: tuple[model.Phase, ...]
    ) -> tuple[model.Recommendation, ...]:
        self.once((shape.row for shape in file.recommendations), "recommendations")
        rows = []
        for at, shape in enumerate(file.recommendations):
            steps = ("recommendations", at)
            self.known(shape.then, actions, (*steps, "then"), kind="Action")
            rows.append(
                model.Recommendation(
                    row=RowId(shape.row),
                    says=shape.says,
                    when=self.rule(_row_rule(shape), (*steps, "when")),
                    action=ActionId(shape.then),
                    details=self.details(shape, steps, phases),
                    claims=_claims(shape.claims),
                    origin=shape.origin,
                )
            )
        return tuple(rows)

    def details(self, shape: RowShape, steps: Steps, phases: tuple[model.Phase, ...]) -> tuple[model.DetailItem, ...]:
        named = [*_missing(shape), *((letter, model.contradiction_name(letter)) for letter in shape.clashes)]
        named += [(name, text) for entry in shape.names for name, text in entry.items()]
        items = [model.DetailItem(name, self.rule(text, steps)) for name, text in named]
        own = [model.DetailItem(phase.id, phase.when) for phase in phases if phase.action == shape.then]
        return (*(own if shape.phases else []), *items)

    def flags(
        self, file: PathwayFile, rows: tuple[model.Recommendation, ...], actions: Mapping[ActionId, model.Action]
    ) -> tuple[model.Flag, ...]:
        self.once((shape.id for shape in file.flags), "flags")
        self.extra = {
            model.ROW_NAME: Type(Kind.CHOICE, frozenset(row.row for row in rows), certain=True),
            model.ACTION_NAME: Type(Kind.CHOICE, frozenset(actions), certain=True),
        }
        flags = tuple(
            model.Flag(
                FlagId(shape.id), shape.says, self.rule(shape.when, ("flags", at, "when")), _claims(shape.claims)
            )
            for at, shape in enumerate(file.flags)
        )
        self.extra = {}
        return flags

    def classification(self, file: PathwayFile) -> tuple[model.ClassificationItem, ...]:
        for at, shape in enumerate(file.classification):
            self.known(shape.name, self.scope, ("classification", at, "name"), kind="Name")
        return tuple(
            model.ClassificationItem(shape.id, shape.title, shape.name, MappingProxyType(shape.words))
            for shape in file.classification
        )

    def outlooks(self, file: PathwayFile) -> tuple[model.Outlook, ...]:
        return tuple(
            model.Outlook(shape.id, self.rule(shape.when, ("outlooks", at, "when")), _claims(shape.claims))
            for at, shape in enumerate(file.outlooks)
        )


def _row_rule(shape: RowShape) -> str:
    """Write a row's whole rule: its condition, and that something it asks for or watches is so."""
    missing = " or ".join(f"({text})" for _, text in _missing(shape))
    clashes = " or ".join(map(model.contradiction_name, shape.clashes))
    parts = [part for part in (shape.when, missing, clashes) if part]
    return parts[0] if len(parts) == 1 else " and ".join(f"({part})" for part in parts)


def _missing(shape: RowShape) -> list[tuple[str, str]]:
    """List each input a row asks for, with the rule by which it is missing."""
    missing = []
    for entry in shape.asks:
        pairs = {entry: ""} if isinstance(entry, str) else entry
        missing += [(name, f"{name} is null and {only}" if only else f"{name} is null") for name, only in pairs.items()]
    return missing


def _claims(ids: Iterable[str]) -> tuple[ClaimId, ...]:
    return tuple(map(ClaimId, ids))
