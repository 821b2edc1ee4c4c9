"""A pathway as two libraries of CQL: the elements a record must give, and the logic that decides on them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from isthmus.pathway import (
    ACTION_NAME,
    ROW_NAME,
    CaseFeature,
    FeatureType,
    Parameter,
    Pathway,
    contradiction_name,
)
from isthmus.rules import Cql, Literal, Rule, fold
from isthmus.rules.backends.cql import bare, identifier, string

__all__ = ["CQL_TYPES", "definition_names", "libraries", "pathway_as_cql"]

CQL_TYPES: Mapping[FeatureType, str] = {
    "boolean": "Boolean",
    "integer": "Integer",
    "decimal": "Decimal",
    "choice": "String",
    "choices": "List<String>",
}
"""The type of CQL in which each type of case feature is given."""

_WIDTH = 100
_ALIAS = "Elements"
_OWN = (ROW_NAME, ACTION_NAME, "detail", "named", "flags", "classified")
_QUOTED = re.compile(r"'(?:\\.|[^'\\])*'")
_UNBROKEN = re.compile(rf"""(?:{_QUOTED.pattern}|"(?:\\.|[^"\\])*"|\S)+""")
"""What a line may not be broken in: a word, together with whatever stands in quotes."""


def pathway_as_cql(pathway: Pathway) -> dict[str, str]:
    """Write a pathway as CQL that any engine can run.

    A case feature is a parameter of the elements, null where it is not known. The logic defines, in the pathway's own
    names, every threshold, definition, contradiction, row, phase and flag, and then what they come to for a patient:
    `row`, `action`, `detail` and `flags`.

    Returns:
        The text of each library by the name of its file, the elements first.
    """
    elements, logic = libraries(pathway)
    return {f"{elements}.cql": _elements(pathway, elements), f"{logic}.cql": _logic(pathway, elements, logic)}


def libraries(pathway: Pathway) -> tuple[str, str]:
    """Name the library of the elements and that of the logic, such as `ParsDefectElements`."""
    stem = "".join(word.capitalize() for word in pathway.condition.split("-"))
    return f"{stem}Elements", f"{stem}Logic"


def _elements(pathway: Pathway, name: str) -> str:
    parts = [_header(pathway, name, "every fact about a patient that the logic uses")]
    for group in pathway.groups:
        parts.append(_comment(group.title.upper()))
        parts += [_parameter(pathway.features[feature]) for feature in group.features]
    return _library(parts)


def _logic(pathway: Pathway, elements: str, name: str) -> str:
    head = [
        _header(pathway, name, "what the facts about a patient lead to"),
        f"include {elements} version {string(pathway.version)} called {_ALIAS}",
    ]
    return _library([*head, *_Logic(pathway, definition_names(pathway)).parts()])


def definition_names(pathway: Pathway) -> dict[str, str]:
    """Give the name in the logic of every threshold, definition and contradiction, which is nearly always its own.

    Translators warn of a name that is also said as a word in quotes, and the logic has a few names of its own; a name
    that is one of these stands as `definition NAME`.
    """
    clashes = (contradiction_name(clash.id) for clash in pathway.contradictions)
    names = [*pathway.parameters, *pathway.definitions, *clashes]
    said = re.sub("^//.*$", "", "\n".join(_Logic(pathway, {}).parts()), flags=re.MULTILINE)
    taken = {_ALIAS, *_OWN, *(quoted[1:-1] for quoted in _QUOTED.findall(said))}
    return {name: f"definition {name}" if name in taken else name for name in names}


class _Logic:
    """The definitions of the logic, in the order in which a plan is made."""

    def __init__(self, pathway: Pathway, names: Mapping[str, str]) -> None:
        self.pathway = pathway
        self.names = names
        self.cql = Cql(self._name)

    def parts(self) -> Iterator[str]:
        pathway = self.pathway
        yield _comment("THRESHOLDS")
        yield from (self._threshold(item) for item in pathway.parameters.values())
        yield _comment("DEFINITIONS")
        yield from (self._rule(item.name, item.rule, item.says) for item in pathway.definitions.values())
        yield _comment("CONTRADICTIONS: facts that cannot both be right")
        for clash in pathway.contradictions:
            yield self._rule(contradiction_name(clash.id), clash.rule, clash.says)
        yield _comment("ROWS: the first that is true decides; one that is null does not")
        yield from (self._rule(f"row {row.row}", row.when, row.says) for row in pathway.recommendations)
        yield _comment("PHASES")
        yield from (self._rule(f"phase {item.id}", item.when, item.title) for item in pathway.phases)
        yield _comment("WHAT IS DECIDED")
        yield from self._decided()
        yield _comment("FLAGS: raised beside the action")
        yield from (self._rule(f"flag {flag.id}", flag.when, flag.says) for flag in pathway.flags)
        raised = [(flag.id, f"{identifier(f'flag {flag.id}')} is true") for flag in pathway.flags]
        yield _define("flags", _named(raised), "The flags that are raised.")
        yield _comment("REQUIREMENTS: what is the case wherever an action is given")
        for action in pathway.actions.values():
            if action.requires:
                yield self._rule(f"requirement {action.id}", action.requires)
        yield _comment("OUTLOOK")
        yield self._rule("classified", pathway.classify_when, "Whether a class and an outlook are given.")
        yield from (self._rule(f"outlook {item.id}", item.when) for item in pathway.outlooks)

    def _decided(self) -> Iterator[str]:
        rows = self.pathway.recommendations
        fired = [(f"{identifier(f'row {row.row}')} is true", string(row.row)) for row in rows]
        yield _define(ROW_NAME, _case("", fired, "null"), "The first row that is true.")
        actions = [(string(row.row), string(row.action)) for row in rows]
        yield _define(ACTION_NAME, _case(ROW_NAME, actions, "null"), "The action it leads to.")
        detailed = [row for row in rows if row.details]
        for row in detailed:
            yield _define(
                f"detail {row.row}", _named([(item.name, self._certainly(item.when)) for item in row.details])
            )
        details = [(string(row.row), identifier(f"detail {row.row}")) for row in detailed]
        what = "What is missing, which facts clash, or the phase, in the table's order."
        yield _define("detail", _case(ROW_NAME, details, "List<String>{}"), what)
        yield "define function named(words List<String>):\n  words word where word is not null"

    def _threshold(self, item: Parameter) -> str:
        value = fold(Literal(item.value), self.cql)
        return _define(self.names.get(item.name, item.name), value, f"{item.says} ({item.unit})")

    def _rule(self, name: str, rule: Rule, says: str = "") -> str:
        return _define(self.names.get(name, name), bare(fold(rule.tree, self.cql)), says)

    def _certainly(self, rule: Rule) -> str:
        text = fold(rule.tree, self.cql)
        return bare(text) if rule.type.certain else f"{text} is true"

    def _name(self, name: str) -> str:
        if name in self.pathway.features:
            return f"{_ALIAS}.{identifier(name)}"
        return identifier(self.names.get(name, name))


def _named(items: Sequence[tuple[str, str]]) -> str:
    """List the words whose rule is true, one a line."""
    words = ",\n".join(f"  if {rule} then {string(word)} else null" for word, rule in items)
    return f"named(List<String>{{\n{words}\n}})"


def _case(subject: str, cases: Sequence[tuple[str, str]], otherwise: str) -> str:
    if not cases:
        return otherwise
    lines = "\n".join(f"  when {case} then {value}" for case, value in cases)
    return f"{f'case {subject}'.rstrip()}\n{lines}\n  else {otherwise}\nend"


def _header(pathway: Pathway, name: str, holds: str) -> str:
    about = [
        f"{pathway.title}: {holds}.",
        pathway.notice,
        f"Pathway version {pathway.version}, {pathway.review_status}. sha256 of its knowledge: {pathway.sha256}",
    ]
    return "\n".join([*map(_comment, about), f"library {name} version {string(pathway.version)}"])


def _parameter(feature: CaseFeature) -> str:
    allowed = ", ".join(string(choice.value) for choice in feature.choices)
    limits = f"{feature.low} to {feature.high} {feature.unit_label or ''}".rstrip() if feature.low is not None else ""
    about = _comment(" ".join([feature.ask, *(f"({said})" for said in (allowed, limits) if said)]))
    return f"{about}\nparameter {identifier(feature.name)} {CQL_TYPES[feature.type]}"


def _define(name: str, text: str, says: str = "") -> str:
    head = f"define {identifier(name)}:"
    lines = [line for part in text.split("\n") for line in _wrapped(part)]
    fits = len(lines) == 1 and len(head) + len(lines[0]) < _WIDTH
    body = f" {lines[0]}" if fits else "".join(f"\n  {line}" for line in lines)
    return f"{_comment(says)}\n{head}{body}" if says else f"{head}{body}"


def _wrapped(text: str) -> list[str]:
    """Break a line of CQL into short ones, never within quotes; its own indent goes on, and one more."""
    indent = text[: len(text) - len(text.lstrip())]
    lines: list[str] = []
    for word in _UNBROKEN.findall(text):
        if lines and len(lines[-1]) + len(word) < _WIDTH - 3:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{indent}{'  ' if lines else ''}{word}")
    return lines


def _comment(text: str) -> str:
    return "\n".join(f"// {line}" for line in wrap(text, _WIDTH - 3))


def _library(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"
