from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.claims.test_load_lexicon import sets_of

from isthmus.claims import Guard, Words
from isthmus.claims.load_watches import load_watches
from isthmus.errors import KnowledgeError
from isthmus.terms import ClaimId

SMALL = """\
contexts:
  - {id: denied, reach: ahead, behaviours: [emergency], cues: [no], unless: [no feeling], over: [any], listed: [<leg>]}
watches:
  - {id: numb, behaviour: emergency, asked: [numb + <leg>], unless: [what is], reason: Go now., claims: [PD-145], follow_up: [Where?]}
  - {id: dose, behaviour: abstain, asked: [dose], told: [pill], reason: Ask a pharmacist.}
no_answer: {no_evidence: Nothing is held., out_of_scope: Not ours.}
"""
Load = Callable[..., Guard]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write_and_load(text: str = SMALL, claims: set[ClaimId] | None = None) -> Guard:
        path = tmp_path / "watches.yaml"
        path.write_text(text, encoding="utf-8")
        return load_watches(path, sets_of(leg=["leg", "foot"]), name="watches.yaml", claims=claims)

    return write_and_load


def test_every_part_of_the_watches_is_read(load: Load) -> None:
    guard = load(claims={ClaimId("PD-145")})
    ((denied, behaviours),) = guard.contexts
    assert (denied.id, denied.reach, sorted(behaviours)) == ("denied", "ahead", ["emergency"])
    assert [len(part.rows) for part in (denied.cues, denied.unless, denied.over, denied.listed)] == [1, 1, 1, 1]
    assert list(guard.contexts_for("emergency")) == [denied]
    assert list(guard.contexts_for("abstain")) == []
    numb, dose = guard.watches
    assert (numb.behaviour, numb.reason, numb.claims, numb.follow_up) == (
        "emergency",
        "Go now.",
        ("PD-145",),
        ("Where?",),
    )
    assert ([one.text for one in numb.asked], [one.text for one in numb.unless]) == (["numb + <leg>"], ["what is"])
    assert (dose.behaviour, dose.unless, dose.claims) == ("abstain", (), ())
    assert ([one.text for one in dose.told], numb.told) == (["pill"], ())
    assert (guard.no_evidence, guard.out_of_scope) == ("Nothing is held.", "Not ours.")


def test_how_far_a_warning_sign_lasts_is_read(load: Load) -> None:
    guard = load(f"{SMALL}lasting: {{in_general: [people], without_danger: [no red flag]}}\n")
    assert [one.text for one in guard.in_general] == ["people"]
    assert len(guard.without_danger.rows) == 1


def test_what_is_done_when_danger_or_a_request_is_heard_is_read(load: Load) -> None:
    danger = "emergency: {reason: Go., claims: [PD-145]}, send_to_care: {reason: Book., follow_up: [When?]}"
    heard = load(f"{SMALL}heard: {{{danger}, request: Or ask again.}}\n", {ClaimId("PD-145")}).heard
    assert {name: (one.behaviour, one.reason, one.claims) for name, one in heard.items()} == {
        "emergency": ("emergency", "Go.", ("PD-145",)),
        "send_to_care": ("send_to_care", "Book.", ()),
        "numb": ("emergency", "Go now.", ("PD-145",)),
        "dose": ("abstain", "Ask a pharmacist. Or ask again.", ()),
    }
    assert heard["send_to_care"].follow_up == ("When?",)
    assert load().heard == {}


def test_which_refusals_may_be_told_of_in_passing_is_read(load: Load) -> None:
    heard = "heard: {emergency: {reason: Go.}, send_to_care: {reason: Book.}, request: Or ask again., in_passing: [%s], seeking: [want]}\n"
    guard = load(SMALL + heard % "dose")
    assert guard.in_passing == frozenset({"dose"})
    assert guard.seeking.spans_in(Words.of("I want it")) == [(1, 2)]
    assert load().in_passing == frozenset()
    with pytest.raises(KnowledgeError, match="does"):
        load(SMALL + heard % "does")


def test_which_refusals_may_be_overruled_is_read(load: Load) -> None:
    heard = (
        "heard: {emergency: {reason: Go.}, send_to_care: {reason: Book.}, request: Or ask again., overruled: [%s]}\n"
    )
    assert load(SMALL + heard % "dose").overruled == {"dose"}
    assert load().overruled == frozenset()
    with pytest.raises(KnowledgeError, match="`numb` does not exist"):
        load(SMALL + heard % "numb")


def test_which_refusals_are_not_heard_where_their_own_watch_would_not_hold_is_read(load: Load) -> None:
    heard = "heard: {emergency: {reason: Go.}, send_to_care: {reason: Book.}, request: Or ask again., unheard: [%s]}\n"
    assert load(SMALL + heard % "dose").unheard == {"dose"}
    assert load().unheard == frozenset()
    with pytest.raises(KnowledgeError, match="`numb` does not exist"):
        load(SMALL + heard % "numb")


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        (
            "numb + <leg>",
            "numb + <arm>",
            "4: the wording `numb + <arm>` cannot be used: there is no set `arm` before it. Correct it.",
        ),
        ("[what is]", "[(]", "4: the wording `(` cannot be used: a bracket is not closed. Correct it."),
        ("[no feeling]", "[)]", "2: the wording `)` cannot be used: `)` has a bracket too many. Correct it."),
        ("ahead", "sideways", "2: `contexts.0.reach`: input should be"),
        ("id: dose", "id: numb", "5: `numb` is given twice. Rename one."),
        ("PD-145", "PD-146", "4: `PD-146` does not exist. Did you mean `PD-145`?"),
        ("emergency,", "panic,", "4: `watches.0.behaviour`: input should be"),
        ("no_answer", "no_answers", "1: `no_answer` is missing. Add it."),
    ],
)
def test_a_fault_is_told_with_its_line(load: Load, was: str, becomes: str, fault: str) -> None:
    assert was in SMALL
    with pytest.raises(KnowledgeError) as caught:
        load(SMALL.replace(was, becomes, 1), claims={ClaimId("PD-145")})
    assert any(f"watches.yaml:{fault}" in str(one) for one in caught.value.faults), caught.value.faults
