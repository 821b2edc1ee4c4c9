"""Words as they were written down into words as the rest of isthmus reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from isthmus.guide import shapes
from isthmus.guide.drawings import Drawing, Panel, Svg
from isthmus.guide.model import (
    Audience,
    Chapter,
    Choice,
    Editorial,
    Fact,
    FigureOf,
    Guide,
    Heading,
    Option,
    Preparation,
    Procedure,
    RecoveryPhase,
    Review,
    Role,
    Sentence,
    Spoken,
    Term,
    Variant,
)
from isthmus.terms import ActionId, AudienceId, ClaimId

__all__ = ["audience_of", "choice_of", "drawing_of", "editorial_of", "guide_of", "procedure_of", "term_of"]


def audience_of(shape: shapes.AudienceShape) -> Audience:
    """Take in a kind of reader."""
    return Audience(AudienceId(shape.id), shape.title, shape.register_, shape.grade, shape.longest_sentence)


def guide_of(file: shapes.GuideFile) -> Guide:
    """Take in the guide of one audience."""
    words = _Words(_review(file.review))
    chapters = (Chapter(chapter.chapter, chapter.title, words.sentences(chapter.says)) for chapter in file.chapters)
    return Guide(AudienceId(file.audience), words.review, tuple(chapters))


def procedure_of(file: shapes.ProcedureFile) -> Procedure:
    """Take in a procedure."""
    words = _Words(_review(file.review))
    return Procedure(
        name=file.name,
        kind=file.kind,
        title=_heading(file.title),
        review=words.review,
        actions=tuple(map(ActionId, file.actions)),
        what_it_is=words.all(file.what_it_is),
        who_it_suits=words.all(file.who_it_suits),
        who_not=words.all(file.who_not),
        benefits=words.facts(file.benefits),
        harms=words.facts(file.harms),
        prepare=tuple(Preparation(item.days_before, words.one(item)) for item in file.prepare),
        the_day=words.all(file.the_day),
        recovery=tuple(map(words.phase, file.recovery)),
        recovery_of=words.one(file.recovery_of),
        warning_signs=words.all(file.warning_signs),
        questions=words.all(file.questions),
        variants=tuple(Variant(item.name, _heading(item.title), words.all(item.says)) for item in file.variants),
    )


def choice_of(file: shapes.ChoiceFile) -> Choice:
    """Take in a decision aid."""
    words = _Words(_review(file.review))
    return Choice(
        name=file.name,
        title=_heading(file.title),
        review=words.review,
        actions=tuple(map(ActionId, file.actions)),
        condition=words.all(file.condition),
        decision=words.all(file.decision),
        options=tuple(map(words.option, file.options)),
        values=words.all(file.values),
        uncertain=words.all(file.uncertain),
        updates=words.all(file.updates),
        funding=words.all(file.funding),
    )


def drawing_of(shape: shapes.DrawingShape, review: shapes.ReviewShape, svgs: Mapping[str, Svg]) -> Drawing:
    """Take in a drawing, whose shapes were read by the names of their files."""
    words = _Words(_review(review))
    return Drawing(
        name=shape.name,
        chapter=shape.chapter,
        shows=tuple(map(ClaimId, shape.shows)),
        procedures=tuple(shape.procedures),
        panels=tuple(
            Panel(
                title=_heading(panel.title),
                desc=words.one(panel.desc),
                labels=MappingProxyType({name: _heading(label) for name, label in panel.labels.items()}),
                svg=svgs[panel.svg],
            )
            for panel in shape.panels
        ),
        caption=words.all(shape.caption),
        review=words.review,
    )


def term_of(shape: shapes.TermShape) -> Term:
    """Take in a term of the glossary."""
    return Term(
        term=shape.term,
        plain=shape.plain,
        clinical=shape.clinical,
        claims=tuple(map(ClaimId, shape.claims)),
        also=tuple(shape.also),
        abbreviations=tuple(shape.abbreviations),
        misspellings=tuple(shape.misspellings),
        topics=tuple(shape.topics),
    )


def editorial_of(file: shapes.EditorialFile) -> Editorial:
    """Take in how the words are made and kept."""
    words = _Words(_review(file.review))
    return Editorial(
        review=words.review,
        policy=words.sentences(file.policy),
        conflicts=words.sentences(file.conflicts),
        funding=words.sentences(file.funding),
        roles=tuple(Role(item.role, words.sentences(item.says)) for item in file.roles),
        statuses=MappingProxyType(dict(file.statuses)),
        safety=words.by_audience(file.safety),
        days=words.by_audience(file.days),
    )


@dataclass(frozen=True)
class _Words:
    """Takes in the words of one file, every sentence of which stands where the file stands."""

    review: Review

    def sentences(self, written: list[shapes.SentenceShape]) -> tuple[Sentence, ...]:
        return tuple(replace(self._based(shape.text, shape), alone=shape.alone) for shape in written)

    def by_audience(
        self, written: Mapping[str, list[shapes.SentenceShape]]
    ) -> Mapping[AudienceId, tuple[Sentence, ...]]:
        return MappingProxyType({AudienceId(name): self.sentences(said) for name, said in written.items()})

    def all(self, written: list[shapes.SpokenShape]) -> tuple[Spoken, ...]:
        return tuple(map(self.one, written))

    def one(self, shape: shapes.SpokenShape) -> Spoken:
        return Spoken(self._based(shape.plain, shape), self._based(shape.clinical, shape))

    def facts(self, written: list[shapes.FactShape]) -> tuple[Fact, ...]:
        return tuple(Fact(self.one(item), _figure(item.figure) if item.figure else None) for item in written)

    def phase(self, shape: shapes.RecoveryPhaseShape) -> RecoveryPhase:
        return RecoveryPhase(shape.phase, shape.from_week, shape.to_week, _heading(shape.title), self.all(shape.steps))

    def option(self, shape: shapes.OptionShape) -> Option:
        return Option(
            name=shape.name,
            title=_heading(shape.title),
            what=self.all(shape.what),
            benefits=self.facts(shape.benefits),
            harms=self.facts(shape.harms),
            like=self.all(shape.like),
        )

    def _based(self, text: str, on: shapes.Based) -> Sentence:
        return Sentence(
            text,
            tuple(map(ClaimId, on.claims)),
            tuple(on.arithmetic),
            tuple(on.parameters),
            on.about,
            review=self.review,
        )


def _figure(shape: shapes.FigureOfShape) -> FigureOf:
    return FigureOf(ClaimId(shape.claim), shape.measure, shape.draw, rest=shape.rest)


def _heading(shape: shapes.HeadingShape) -> Heading:
    return Heading(shape.plain, shape.clinical)


def _review(shape: shapes.ReviewShape) -> Review:
    return Review(shape.status, shape.by, shape.changed, shape.next)
