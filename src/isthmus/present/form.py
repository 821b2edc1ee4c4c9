"""The questions of a plan as a form: red flags first, and `I don't know` open on every one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from isthmus.errors import Fault
from isthmus.pathway import CaseFeature, Group, Pathway
from isthmus.terms import AudienceId, FeatureName

__all__ = ["Control", "Form", "Option", "Question", "Section", "Typed", "ask_one", "in_words_of", "lay_out"]

Typed = Mapping[str, Sequence[str]]
"""What a browser sent: for each field its texts, in order."""

Control = Literal["yes_no", "number", "one_of", "any_of"]
"""How a question is answered: a truth, a number, one of some choices, or any number of them."""

_CONTROLS: Mapping[str, Control] = {
    "boolean": "yes_no",
    "integer": "number",
    "decimal": "number",
    "choice": "one_of",
    "choices": "any_of",
}


@dataclass(frozen=True)
class Option:
    """An answer that can be chosen, and whether it was."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Question:
    """One case feature as it is asked: its words, what was typed, and what is wrong with it."""

    name: str
    ask: str
    hint: str | None
    left_out_when: str | None
    asked_of: str
    control: Control
    unit: str | None
    range: tuple[str, str] | None
    options: tuple[Option, ...]
    offers_unknown: bool
    typed: tuple[str, ...]
    error: str | None


@dataclass(frozen=True)
class Section:
    """Questions that are asked together; `danger` for the red flags, which stand first and apart."""

    id: str
    title: str
    danger: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    """All the questions of a pathway; `problems` name each question whose answer is at fault, and say what is wrong."""

    sections: tuple[Section, ...]
    problems: tuple[tuple[str, str], ...]


def lay_out(
    pathway: Pathway, typed: Typed, faults: Sequence[Fault] = (), *, audience: AudienceId | None = None
) -> Form:
    """Lay out the questions of a pathway.

    Args:
        pathway: Whose case features to ask.
        typed: What has been typed so far, to be kept.
        faults: What is wrong with it; `where` is the name of a case feature.
        audience: Whose words to ask in; None asks in those of the case features.
    """
    pathway = in_words_of(pathway, audience) if audience else pathway
    errors = {fault.where: f"{fault.what} {fault.remedy}" for fault in faults}
    sections = (_section(group, pathway, typed, errors) for group in pathway.groups)
    problems = tuple((name, _problem(name, words, pathway)) for name, words in errors.items())
    # Safety before the order of a file: a group with red flags stands before one without.
    return Form(tuple(sorted(sections, key=lambda section: not section.danger)), problems)


def ask_one(feature: CaseFeature, typed: Typed, faults: Sequence[Fault] = ()) -> Question:
    """Lay out one question, with what was typed and what is wrong with it."""
    errors = {fault.where: f"{fault.what} {fault.remedy}" for fault in faults}
    return _question(feature, typed.get(feature.name, ()), errors)


def in_words_of(pathway: Pathway, audience: AudienceId) -> Pathway:
    """The same pathway, whose case features ask in the words of an audience."""
    words = pathway.wordings[audience].features
    features = {name: replace(feature, ask=words[name].ask) for name, feature in pathway.features.items()}
    return replace(pathway, features=features)


def _problem(name: str, words: str, pathway: Pathway) -> str:
    feature = pathway.features.get(FeatureName(name))
    return f"{feature.ask} {words}" if feature else words


def _section(group: Group, pathway: Pathway, typed: Typed, errors: Mapping[str, str]) -> Section:
    features = [pathway.features[name] for name in group.features]
    questions = tuple(_question(feature, typed.get(feature.name, ()), errors) for feature in features)
    return Section(group.id, group.title, any(feature.red_flag for feature in features), questions)


def _question(feature: CaseFeature, typed: Sequence[str], errors: Mapping[str, str]) -> Question:
    options = tuple(Option(choice.value, choice.label, choice.value in typed) for choice in feature.choices)
    return Question(
        name=feature.name,
        ask=feature.ask,
        hint=feature.hint,
        left_out_when=feature.left_out_when,
        asked_of=feature.asked_of,
        control=_CONTROLS[feature.type],
        unit=feature.unit_label,
        range=_range(feature),
        options=options,
        # Where the pathway itself knows `unknown` as an answer, that answer is the one to offer.
        offers_unknown=all(choice.value != "unknown" for choice in feature.choices),
        typed=tuple(typed),
        error=errors.get(feature.name),
    )


def _range(feature: CaseFeature) -> tuple[str, str] | None:
    if feature.low is None or feature.high is None:
        return None
    return f"{feature.low.normalize():f}", f"{feature.high.normalize():f}"
