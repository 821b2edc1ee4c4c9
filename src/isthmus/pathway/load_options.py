"""The options of each talk, with their rules held against the names of the pathway."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from isthmus.located import Steps
from isthmus.pathway.load_rules import RuleReader
from isthmus.pathway.load_word_shapes import OptionsFile, OptionShape, ReasonShape, SpokenShape
from isthmus.pathway.words import Option, Reason, Register, Sentence, WordsReview
from isthmus.terms import ActionId, ClaimId

__all__ = ["read_options", "read_spoken"]


def read_options(
    file: OptionsFile, rules: RuleReader, actions: Iterable[ActionId], review: WordsReview
) -> Mapping[ActionId, tuple[Option, ...]]:
    """Read what can be done where a plan is to talk, option by option.

    Returns:
        For each action that is a talk, its options in the order in which they are shown.
    """
    reader = _Reader(rules, review)
    options = {shape.option: reader.option(shape, at) for at, shape in enumerate(file.options)}
    there, used = tuple(actions), set[str]()
    for action, names in file.actions.items():
        rules.known(action, there, ("actions", action), "Action")
        for at, name in enumerate(names):
            rules.known(name, options, ("actions", action, at), "Option")
        used.update(names)
    for at, shape in enumerate(file.options):
        if shape.option not in used:
            rules.fault(("options", at, "option"), f"No talk is about option `{shape.option}`.", "Remove it.")
    return MappingProxyType(
        {
            ActionId(action): tuple(options[name] for name in names if name in options)
            for action, names in file.actions.items()
        }
    )


@dataclass(frozen=True)
class _Reader:
    rules: RuleReader
    review: WordsReview

    def option(self, shape: OptionShape, at: int) -> Option:
        return Option(
            id=shape.option,
            title=MappingProxyType({"plain": shape.title.plain, "clinical": shape.title.clinical}),
            procedure=shape.procedure,
            reasons_for=self.reasons(shape.for_, ("options", at, "for")),
            reasons_against=self.reasons(shape.against, ("options", at, "against")),
        )

    def reasons(self, shapes: Iterable[ReasonShape], steps: Steps) -> tuple[Reason, ...]:
        return tuple(
            Reason(self.rules.rule(shape.when, (*steps, at, "when")), read_spoken(shape, self.review))
            for at, shape in enumerate(shapes)
        )


def read_spoken(shape: SpokenShape, review: WordsReview) -> Mapping[Register, Sentence]:
    """Take in a sentence in both registers."""
    claims = tuple(map(ClaimId, shape.claims))
    plain, clinical = Sentence(shape.plain, claims, review), Sentence(shape.clinical, claims, review)
    return MappingProxyType({"plain": plain, "clinical": clinical})
