"""A pathway in English, as a page for the clinician who is asked to sign it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from importlib.resources import files
from string import Template

from isthmus.pathway import (
    ACTION_NAME,
    ROW_NAME,
    Action,
    CaseFeature,
    Parameter,
    Pathway,
    Recommendation,
    contradiction_name,
)
from isthmus.rules import Kind, Rule, fold
from isthmus.rules.backends.prose import Prose, spaced
from isthmus.rules.meanings.phrase import Phrase, quoted, with_unit

__all__ = ["pathway_as_prose"]

_MOST_IN_A_SENTENCE = 3


def pathway_as_prose(pathway: Pathway) -> str:
    """Write a pathway in English, in Markdown.

    Every rule is written from the tree that is run. A row says what it does when too little is known, a threshold where
    it comes from, what others use and what hangs on it.
    """
    return _Page(pathway).text()


class _Page:
    """The parts of the page, and which thresholds their rules spoke of."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.words = _vocabulary(pathway)
        self.spoken: dict[str, list[str]] = defaultdict(list)

    def text(self) -> str:
        pathway = self.pathway
        parts = {  # the thresholds last, when it is known where each is spoken of
            "facts": "\n\n".join(self.facts()),
            "definitions": _list(self.definitions()),
            "contradictions": _list(self.contradictions()),
            "rows": _list(map(self.row, range(len(pathway.recommendations)))),
            "phases": _list(self.phases()),
            "flags": _list(self.flags()),
            "actions": _list(map(self.action, pathway.actions.values())),
            "classified": _rule(self.said(pathway.classify_when, "class and outlook")),
            "classification": _list(f"{item.title}: {self.noun(item.name)}." for item in pathway.classification),
            "outlooks": _list(self.outlooks()),
            "parameters": _list(map(self.parameter, pathway.parameters.values())),
        }
        about = {name: getattr(pathway, name) for name in ("title", "notice", "version", "review_status", "sha256")}
        frame = files("isthmus.plan").joinpath("prose.md").read_text(encoding="utf-8")
        return Template(frame).substitute(parts | about)

    def said(self, rule: Rule, place: str) -> Phrase:
        """Say a rule, and note the place at which it speaks of each name."""

        def words(name: str) -> Phrase:
            if place not in self.spoken[name]:
                self.spoken[name].append(place)
            return self.words.get(name) or spaced(name)

        return fold(rule.tree, Prose(words))

    def facts(self) -> Iterator[str]:
        for group in self.pathway.groups:
            yield f"### {group.title}"
            yield _list(_fact(self.pathway.features[name]) for name in group.features)

    def definitions(self) -> Iterator[str]:
        for item in self.pathway.definitions.values():
            name = _spoken(item.name)
            yield _entry(f"**{name}**: {item.says}", [("Means", _rule(self.said(item.rule, f"definition {name}")))])

    def contradictions(self) -> Iterator[str]:
        for item in self.pathway.contradictions:
            name = f"contradiction {item.id}"
            when = _rule(self.said(item.rule, name))
            yield _entry(f"**{name}**: {item.says}", [("When", when), ("Basis", _basis(item.claims))])

    def phases(self) -> Iterator[str]:
        for item in self.pathway.phases:
            when = _rule(self.said(item.when, f"phase {item.id}"))
            head = f"**{item.id}** of `{item.action}`: {item.title}. {item.content}"
            yield _entry(head, [("When", when), ("Basis", _basis(item.claims))])

    def flags(self) -> Iterator[str]:
        for item in self.pathway.flags:
            when = _rule(self.said(item.when, f"flag {item.id}"))
            yield _entry(f"**{item.id}**: {item.says}", [("When", when), ("Basis", _basis(item.claims))])

    def outlooks(self) -> Iterator[str]:
        for item in self.pathway.outlooks:
            when = _rule(self.said(item.when, f"outlook {item.id}"))
            yield _entry(f"**{item.id}**", [("When", when), ("Basis", _basis(item.claims))])

    def noun(self, name: str) -> str:
        """Name what a line of the classification shows; a fact without a name of its own is called by its name."""
        return (self.words.get(name) or spaced(name)).noun or _spoken(name)

    def row(self, at: int) -> str:
        row = self.pathway.recommendations[at]
        lines = [
            ("When", _rule(self.said(row.when, f"row {row.row}"))),
            ("Then", f"`{row.action}`."),
            ("Names", self.names(row)),
            ("If that is not known", self.unknown(at)),
            ("Basis", f"{_basis(row.claims)} {row.origin or ''}".strip()),
        ]
        return _entry(f"**{row.row}**: {row.says}", lines)

    def names(self, row: Recommendation) -> str:
        phases = {phase.id for phase in self.pathway.phases}
        said = [(item.name, self.said(item.when, f"row {row.row}").so) for item in row.details]
        named = [f"`{name}` if {so}" for name, so in said if name not in phases]
        if len(named) < len(said):
            named = ["its phase", *named]
        return f"Each of these that is so:{_items(named)}" if len(named) > 1 else "".join(f"{name}." for name in named)

    def unknown(self, at: int) -> str:
        rows = self.pathway.recommendations
        if rows[at].when.type.certain:
            return ""
        return f"the row is passed over; {rows[at + 1].row} is next." if at + 1 < len(rows) else "there is no plan."

    def parameter(self, item: Parameter) -> str:
        lines = [
            ("Origin", f"{item.origin}{_cited(item.claims)}"),
            *(("Also in use", f"{other.says}{_cited(other.claims)}") for other in item.alternatives),
            ("Used in", f"{', '.join(self.spoken[item.name]) or 'nothing'}."),
        ]
        return _entry(f"**{self.words[item.name].noun}** (`{item.name}`): {item.says}", lines)

    def action(self, item: Action) -> str:
        wordings = self.pathway.wordings.items()
        titles = [f"{_spoken(audience)}: {quoted(words.actions[item.id].title)}" for audience, words in wordings]
        lines = [("Said", f"{'; '.join(titles)}."), ("Review", item.review.when)]
        if item.requires:
            lines.append(("Requires", _rule(self.said(item.requires, f"action {item.id}"))))
        lines += [(step.when, f"{step.what}{_cited(step.claims)}") for step in item.steps]
        stage = self.pathway.stages[item.stage].title
        about = f"{stage}. Urgency: {item.urgency}. Invasiveness: {item.invasiveness}."
        return _entry(f"**{item.id}**: {about}", lines)


def _vocabulary(pathway: Pathway) -> Mapping[str, Phrase]:
    units = {feature.unit: feature.unit_label for feature in pathway.features.values()}
    return {
        ROW_NAME: Phrase(
            "the row", choices={row.row: f"**{row.row}**" for row in pathway.recommendations}, certain=True
        ),
        ACTION_NAME: Phrase("the action", choices={action: f"`{action}`" for action in pathway.actions}, certain=True),
        **{name: _feature(feature) for name, feature in pathway.features.items()},
        **{name: _parameter(item, units.get(item.unit) or item.unit) for name, item in pathway.parameters.items()},
        **{name: _defined(_spoken(name), item.rule) for name, item in pathway.definitions.items()},
        **{
            contradiction_name(item.id): _defined(f"contradiction {item.id}", item.rule)
            for item in pathway.contradictions
        },
    }


def _feature(feature: CaseFeature) -> Phrase:
    if feature.type == "boolean":
        return Phrase(holds=f"there is {feature.label}", fails=f"there is no {feature.label}")
    choices = {choice.value: quoted(choice.label) for choice in feature.choices}
    return Phrase(feature.label, unit=feature.unit_label or "", choices=choices)


def _parameter(parameter: Parameter, unit: str) -> Phrase:
    number = format(Decimal(parameter.value).normalize(), "f")
    return Phrase(with_unit(number, unit), unit=unit, certain=True)


def _defined(name: str, rule: Rule) -> Phrase:
    noun = f"**{name}**"
    if rule.type.kind is not Kind.BOOLEAN:
        return Phrase(f"the {noun}")
    return Phrase(noun, holds=f"{noun} holds", fails=f"{noun} does not hold", certain=rule.type.certain)


def _fact(feature: CaseFeature) -> str:
    limits = f"Range: {feature.low} to {feature.high} ({feature.unit_label})." if feature.low is not None else ""
    answers = f"Answers: {', '.join(quoted(choice.label) for choice in feature.choices)}." if feature.choices else ""
    left_out = f"Left out when {feature.left_out_when}." if feature.left_out_when else ""
    asked = " ".join(said for said in (feature.ask, feature.hint, limits, answers, left_out) if said)
    return f"**{feature.label}** (`{feature.name}`): {asked}{_cited(feature.claims)}"


def _spoken(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")


def _rule(phrase: Phrase) -> str:
    """Write a rule as a sentence or, where it has many parts or parts within parts, as a list of them."""
    if len(phrase.cases) > _MOST_IN_A_SENTENCE:
        *cases, last = phrase.cases
        return f"The first of these that fits:{_items([*cases, f'otherwise, {last}'])}"
    if len(phrase.parts) > _MOST_IN_A_SENTENCE or any(part.joined not in ("", phrase.joined) for part in phrase.parts):
        return f"{'All' if phrase.joined == 'and' else 'Any'} of these:{_items(part.so for part in phrase.parts)}"
    return f"{phrase.text[0].upper()}{phrase.text[1:]}."


def _items(items: Iterable[str]) -> str:
    return "".join(f"\n        - {item}" for item in items)


def _basis(claims: Iterable[str]) -> str:
    return f"{', '.join(claims)}." if claims else ""


def _cited(claims: Iterable[str]) -> str:
    return f" ({', '.join(claims)})" if claims else ""


def _entry(head: str, lines: Iterable[tuple[str, str]]) -> str:
    """Write an entry with what there is to say of it; a line without words is left out."""
    return "\n".join([head, *(f"    - *{label}:* {words}" for label, words in lines if words)])


def _list(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)
