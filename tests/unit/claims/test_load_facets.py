from collections.abc import Callable
from pathlib import Path

import pytest

from isthmus.claims import Facets, WordingReader
from isthmus.claims.load_facets import load_facets
from isthmus.errors import KnowledgeError
from isthmus.terms import ClaimId, DisagreementId

SMALL = """\
clarify: {reason: It depends., personal: [my], facts: {danger: Numb?, age: How old?}}
premises: {operation: {said: [surgery], facts: [weeks]}, child: {said: [my son], of_whom: true}}
of_some: [{named: child, feature: years, most: 17.5, claims: [PD-2]}]
facets:
  - {id: what, claims: [PD-1], asks: "What is it? Which bone?"}
  - {id: brace, claims: [PD-2], also: [PD-1], point: D10, depends: [age], given: [operation], asks: Does a brace help?}
"""
Load = Callable[..., Facets]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write_and_load(text: str = SMALL) -> Facets:
        path = tmp_path / "facets.yaml"
        path.write_text(text, encoding="utf-8")
        claims, points = {ClaimId("PD-1"), ClaimId("PD-2")}, {DisagreementId("D10")}
        return load_facets(path, WordingReader(), name="facets.yaml", claims=claims, disagreements=points)

    return write_and_load


def test_every_part_of_what_people_ask_is_read(load: Load) -> None:
    facets = load()
    what, brace = facets.rows
    assert (what.id, what.claims, what.asks, what.also, what.point, what.depends) == (
        "what",
        ("PD-1",),
        ("What is it?", "Which bone?"),
        (),
        None,
        (),
    )
    assert (brace.also, brace.point, brace.depends) == (("PD-1",), "D10", ("age",))
    assert (set(facets.personal), dict(facets.facts), facets.reason) == (
        {"my"},
        {"danger": "Numb?", "age": "How old?"},
        "It depends.",
    )


def test_what_a_row_rests_on_is_read_with_the_ways_to_tell_it(load: Load) -> None:
    facets = load()
    assert [row.given for row in facets.rows] == [(), ("operation",)]
    operation, child = facets.premises.values()
    assert ([said.text for said in operation.said], operation.facts, operation.of_whom) == (
        ["surgery"],
        ("weeks",),
        False,
    )
    assert child.of_whom


def test_what_is_told_of_some_people_alone_is_read_with_who_they_are(load: Load) -> None:
    (some,) = load().of_some
    assert (tuple(some.claims), some.feature, some.named) == (("PD-2",), "years", "child")
    assert (some.least, some.most) == (None, 17.5)


def test_a_condition_may_leave_out_what_people_ask(tmp_path: Path) -> None:
    assert load_facets(tmp_path / "facets.yaml", WordingReader()) == Facets()


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ("id: brace", "id: what", "facets.yaml:6: `what` is given twice. Rename one."),
        ("claims: [PD-2]", "claims: [PD-3]", "facets.yaml:6: `PD-3` does not exist."),
        ("also: [PD-1]", "also: [PD-9]", "facets.yaml:6: `PD-9` does not exist."),
        ("also: [PD-1]", "also: [PD-2]", "facets.yaml:6: `PD-2` stands among `claims` too. Keep one."),
        ("point: D10", "point: D11", "facets.yaml:6: `D11` does not exist."),
        ("most: 17.5, claims: [PD-2]", "most: 17.5, claims: [PD-8]", "facets.yaml:3: `PD-8` does not exist."),
        ("given: [operation]", "given: [fusion]", "facets.yaml:6: `fusion` does not exist."),
        ("said: [surgery]", "said: [<leg>]", "facets.yaml:2: the wording `<leg>` cannot be used"),
        ("depends: [age]", "depends: [sex]", "facets.yaml:6: `sex` does not exist."),
        ("Does a brace help?", "Does a brace help", "facets.yaml:6: "),
        ("Does a brace help?", "what  is it?", "facets.yaml:6: `what is it?` stands in `what` too. Keep one."),
    ],
)
def test_each_fault_is_told_with_its_line(load: Load, was: str, becomes: str, fault: str) -> None:
    with pytest.raises(KnowledgeError) as raised:
        load(SMALL.replace(was, becomes))
    assert any(str(one).startswith(fault) for one in raised.value.faults)
