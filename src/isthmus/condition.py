"""One condition as Python's front door: its pathway and its evidence, a plan from one, an answer from the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from isthmus.claims import Basis, Claim, Evidence, Naming, with_terms
from isthmus.errors import Fault, InvalidCase, KnowledgeError, UnknownName, nearest
from isthmus.guide import GuideBook, Sentence, Term
from isthmus.pathway import Example, Pathway, WorkedCase
from isthmus.plan import Plan, apply, make_plan, plain, read_patient
from isthmus.terms import AudienceId, ClaimId, ConditionId, TopicId, collected_later

if TYPE_CHECKING:  # a plan does not wait for what only an answer needs (decision 0003)
    from isthmus.advise import Advice, Adviser
    from isthmus.answer import Writer
    from isthmus.corpus import Library
    from isthmus.guide.check import Findings
    from isthmus.pathway.proofs import Proof, Run
    from isthmus.search import PassageIndex

__all__ = [
    "Condition",
    "Handbook",
    "adviser",
    "ask",
    "built_in_knowledge",
    "check_words",
    "condition_slugs",
    "load_basis",
    "load_care",
    "load_condition",
    "load_handbook",
    "load_plain",
    "load_worked_cases",
    "plan",
    "prove",
]


@dataclass(frozen=True)
class Condition:
    """What is known of one condition: how to care for it, and what that rests on.

    `phrases` holds, for each audience, the ways to tell it a claim in its own words, best first; `examples` are people who
    were made up to show a plan.
    """

    slug: ConditionId
    title: str
    pathway: Pathway
    evidence: Evidence
    phrases: Mapping[AudienceId, Mapping[ClaimId, tuple[str, ...]]]
    terms: tuple[Term, ...]
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class Handbook:
    """What readers are told of one condition, and the claims and sources that it rests on."""

    title: str
    notice: str
    book: GuideBook
    basis: Basis


def built_in_knowledge() -> Path:
    """Find the knowledge that came with the package, or with the checkout it is run from."""
    here = Path(__file__).resolve().parent
    packaged = here / "_knowledge"
    return packaged if packaged.is_dir() else here.parent.parent / "knowledge"


def condition_slugs(knowledge: Path) -> tuple[str, ...]:
    """List the conditions of a knowledge folder, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in (knowledge / "conditions").glob("*/condition.yaml")))


def load_condition(slug: str, *, knowledge: Path | None = None) -> Condition:
    """Load a condition from knowledge files.

    Args:
        slug: The name of its folder, such as `pars-defect`.
        knowledge: A knowledge folder; None is the one that came with isthmus.

    Raises:
        UnknownName: There is no such condition.
        KnowledgeError: The files have faults; all are listed.
    """
    with collected_later():
        # The loaders bring pydantic, PyYAML and lark; `import isthmus` must not wait for them (decision 0003).
        from isthmus.claims.load import load_evidence  # noqa: PLC0415 - as above
        from isthmus.claims.load_asking import load_asking  # noqa: PLC0415 - as above
        from isthmus.guide.load import load_phrases, load_terms  # noqa: PLC0415 - as above
        from isthmus.pathway.load import load_pathway  # noqa: PLC0415 - as above
        from isthmus.pathway.load_examples import load_examples  # noqa: PLC0415 - as above

        folder, sources = _files(slug, knowledge)
        held = load_evidence(folder, sources)
        terms = load_terms(folder)
        lexicon = with_terms(held.lexicon, [_naming(term) for term in terms])
        evidence = replace(held, lexicon=lexicon, asking=load_asking(folder))
        pathway = load_pathway(folder, claims=evidence.claims.keys())
        _check_facts(evidence, pathway)
        phrases, examples = load_phrases(folder, evidence), load_examples(folder, pathway)
        return Condition(pathway.condition, pathway.title, pathway, evidence, phrases, terms, examples)


def _check_facts(evidence: Evidence, pathway: Pathway) -> None:
    """See that questions are read for facts that the pathway can use, and that such facts are asked back.

    Raises:
        KnowledgeError: A reading names no case feature, or a value that it cannot take; or what is asked back, or tells a
            premise, is none.
    """
    asked_back = list(evidence.facets.facts)[1:]  # the first asks for the danger signs
    premises = (fact for premise in evidence.facets.premises.values() for fact in premise.facts)
    faults = [
        Fault(
            "facets.yaml", f"`{name}` is no case feature.", "Name one, so that it is known where a question tells it."
        )
        for name in (*asked_back, *premises)
        if name not in pathway.features
    ]
    for reading in evidence.asking.readings:
        for value in (reading.value, reading.denied):
            try:
                read_patient(pathway, {reading.feature: plain(value)}, where=lambda _: "asked_facts.yaml")
            except InvalidCase as misfit:
                faults += misfit.faults
    if faults:
        raise KnowledgeError.of(list(dict.fromkeys(faults)))


def _naming(term: Term) -> Naming:
    """Say how a term is written; what is an abbreviation too is only that, since it may be a word in small letters."""
    written = (term.term, *(way for way in term.also if way not in term.abbreviations))
    topics = tuple(map(TopicId, term.topics))
    return Naming(written, term.abbreviations, term.misspellings, topics, term.claims)


def load_care(slug: str, *, knowledge: Path | None = None) -> Pathway:
    """Load only the pathway of a condition, which is all that a plan needs.

    That the claims it cites exist is seen to where the whole condition is loaded, as `isthmus check` does.

    Raises:
        UnknownName: There is no such condition.
        KnowledgeError: The files have faults; all are listed.
    """
    from isthmus.pathway.load import load_pathway  # noqa: PLC0415 - a loader, as above

    folder, _ = _files(slug, knowledge)
    return load_pathway(folder, claims=None)


def load_basis(slug: str, *, knowledge: Path | None = None) -> Basis:
    """Load only the claims of a condition and their sources, which is all that a plan needs to name its basis.

    Raises:
        UnknownName: There is no such condition.
        KnowledgeError: The files have faults; all are listed.
    """
    from isthmus.claims.load import load_basis as load  # noqa: PLC0415 - a loader, as above

    return load(*_files(slug, knowledge))


def load_handbook(slug: str, *, knowledge: Path | None = None) -> Handbook:
    """Load what readers are told of a condition: its guide, procedures, choices and terms, with the claims behind them.

    Raises:
        UnknownName: There is no such condition.
        KnowledgeError: The files have faults; all are listed.
    """
    from isthmus.guide.load import load_guide_book  # noqa: PLC0415 - a loader, as above
    from isthmus.pathway.load_heading import load_heading  # noqa: PLC0415 - a loader, as above

    folder, _ = _files(slug, knowledge)
    title, notice = load_heading(folder)
    return Handbook(title, notice, load_guide_book(folder), load_basis(slug, knowledge=knowledge))


def load_plain(slug: str, *, knowledge: Path | None = None) -> Mapping[ClaimId, Sentence]:
    """Load only the claims in plain words; their file is read when the first is asked for.

    Raises:
        UnknownName: There is no such condition.
        KnowledgeError: On reading, the file has faults; all are listed.
    """
    from isthmus.guide.load_plain import PlainWords  # noqa: PLC0415 - a loader, as above

    return PlainWords(_files(slug, knowledge)[0])


def check_words(condition: Condition, *, knowledge: Path | None = None) -> "Findings":
    """Check every sentence for readers: what it rests on, how it is put, and how hard it is to read.

    Raises:
        KnowledgeError: The files of words have faults of their own; all are listed.
    """
    from isthmus.answer import grounds_of, supports  # noqa: PLC0415 - see the top of this file
    from isthmus.claims.load import load_kept  # noqa: PLC0415 - a loader, as above
    from isthmus.guide.check import Grounds, check_book  # noqa: PLC0415 - it brings the loaders
    from isthmus.guide.load import load_words  # noqa: PLC0415 - a loader, as above

    folder, sources = _files(condition.slug, knowledge)
    pathway, evidence = condition.pathway, condition.evidence
    parameters = {name: Decimal(parameter.value) for name, parameter in pathway.parameters.items()}
    basis = Basis(evidence.claims, evidence.sources)

    def objections(text: str, claim: Claim) -> list[str]:
        return [told.why for told in supports(text, claim.text, grounds_of(claim, evidence))]

    grounds = Grounds(basis, frozenset(load_kept(folder, sources)), parameters, evidence.lexicon, objections)
    return check_book(load_words(folder), grounds, actions=pathway.actions, cited=_cited_by(pathway))


class _Citing(Protocol):
    @property
    def claims(self) -> tuple[ClaimId, ...]: ...


def _cited_by(pathway: Pathway) -> frozenset[ClaimId]:
    """Collect the claims that the pathway itself cites."""
    steps = (step for action in pathway.actions.values() for step in action.steps)
    parts: tuple[_Citing, ...] = (
        *pathway.features.values(),
        *pathway.parameters.values(),
        *pathway.contradictions,
        *pathway.recommendations,
        *pathway.phases,
        *pathway.flags,
        *pathway.outlooks,
        *steps,
    )
    return frozenset(claim for part in parts for claim in part.claims)


def load_worked_cases(condition: Condition, *, knowledge: Path | None = None) -> tuple[WorkedCase, ...]:
    """Load the worked patients by whom a condition's pathway is tried.

    Raises:
        KnowledgeError: Their file has faults; all are listed.
    """
    from isthmus.pathway.load import load_cases  # noqa: PLC0415 - a loader, as above

    folder, _ = _files(condition.slug, knowledge)
    return load_cases(folder, condition.pathway)


def prove(pathway: Pathway) -> Iterator["Proof"]:
    """Prove a pathway, one claim after another; each is worked out when it is asked for.

    Every patient who shows that a claim does not hold was planned for by the reference reading of the rules too.

    Raises:
        RuntimeError: The solver and the reference do not agree on such a patient, which is a fault in isthmus.
    """
    from isthmus.pathway.proofs import prove as proofs  # noqa: PLC0415 - the solver is heavy: as the loaders, above

    for proof in proofs(pathway):
        for breach in proof.breaches:
            for run in breach.runs:
                _replay(pathway, run)
        yield proof


def _replay(pathway: Pathway, run: "Run") -> None:
    """Plan for a patient of a proof by the reference, and hold it against what the solver found."""
    audience = next(iter(pathway.wordings))
    try:
        plan = apply(pathway, read_patient(pathway, run.facts), audience=audience, today=date.min)
        agree = (plan.row, plan.detail, plan.flags) == (run.row, run.detail, run.flags)
    except LookupError:  # no row decides
        agree = run.row is None
    if not agree:
        raise RuntimeError(f"the solver and the reference do not agree on a patient of a proof, at row {run.row}")


def _files(slug: str, knowledge: Path | None) -> tuple[Path, Path]:
    """Find the folder of a condition, and the sources that all conditions share."""
    root = knowledge or built_in_knowledge()
    slugs = condition_slugs(root)
    if slug not in slugs:
        remedy = nearest(slug, slugs, otherwise=f"Name one of: {', '.join(slugs) or 'none is there'}.")
        raise UnknownName(f"There is no condition `{slug}`.", where=str(root), remedy=remedy)
    return root / "conditions" / slug, root / "sources.yaml"


def plan(condition: Condition, facts: Mapping[str, object], *, today: date, audience: str = "patient") -> Plan:
    """Make the plan for one patient.

    Args:
        condition: The condition they have, or may have.
        facts: Values by case feature; what is None, `unknown` or left out is not known.
        today: The day of the plan.
        audience: Whose words to use.

    Raises:
        InvalidCase: A name is no case feature or a value does not fit; each fault's `where` is the name.
        UnknownName: There are no words for the audience.
    """
    return make_plan(condition.pathway, facts, audience=audience, today=today)


def ask(  # noqa: PLR0913 - the front door of Python: one question with all that may stand beside it
    condition: Condition,
    question: str,
    *,
    library: "Library | None" = None,
    audience: str = "patient",
    thread: Sequence[str] = (),
    case: Mapping[str, object] | None = None,
    today: date | None = None,
) -> "Advice":
    """Answer a question with sentences that each carry their source, or say why not; and plan for the facts at hand.

    Args:
        condition: What the question is about.
        question: In anybody's words.
        library: Documents to answer from; None answers from the built-in claims.
        audience: Who asks.
        thread: What was asked before in the same conversation, oldest first.
        case: Facts about the patient by case feature; they outrank what the question tells.
        today: The day of the plan; without one no plan is shown, though a danger sign among the facts is heeded.

    Raises:
        InvalidQuestion: A question is empty or too long, or the first holds no words.
        InvalidCase: The case names no case feature, or a value does not fit.
        UnknownName: There are no words for the audience.
    """
    from isthmus.search import PassageIndex  # noqa: PLC0415 - see the top of this file

    index = PassageIndex.over(library) if library else None
    return adviser(condition, index).ask(question, audience, today=today, thread=thread, case=case)


def adviser(condition: Condition, index: "PassageIndex | None" = None, writer: "Writer | None" = None) -> "Adviser":
    """Make ready to answer any number of questions about a condition, each with the plan for its facts.

    Args:
        condition: What the questions are about.
        index: The passages of documents to answer from as well; None answers from the built-in claims.
        writer: A language model that may put answers into sentences; None, and nothing writes.
    """
    from isthmus.advise import Adviser  # noqa: PLC0415 - see the top of this file
    from isthmus.answer import Respondent  # noqa: PLC0415 - as above

    return Adviser(condition.pathway, Respondent(condition.evidence, index, condition.phrases, writer))
