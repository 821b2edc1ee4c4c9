"""What people ask, read from its file, with every fault at once."""

from collections.abc import Collection, Iterable
from pathlib import Path

from isthmus.claims.facets import Facet, Facets, OfSome, Premise
from isthmus.claims.load_sets import WordFile, open_words
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.word_shapes import FacetsFile, FacetShape
from isthmus.terms import ClaimId, DisagreementId, FeatureName

__all__ = ["load_facets"]


def load_facets(
    path: Path,
    sets: WordingReader,
    *,
    name: str | None = None,
    claims: Collection[ClaimId] | None = None,
    disagreements: Collection[DisagreementId] | None = None,
) -> Facets:
    """Read what people ask about a condition; a condition without the file is asked for in the words of its claims.

    Args:
        path: The file, `facets.yaml`.
        sets: The reader that knows the sets its wordings use.
        name: What to call it in messages; its path, when left out.
        claims: The claims that may be shown, when those it names are to be checked.
        disagreements: The disagreements that exist, likewise.

    Raises:
        UnreadableFile: The file cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It is wrong; every fault is listed with its line.
    """
    if not path.is_file():
        return Facets()
    model, file = open_words(path, FacetsFile, sets, name)
    file.expect_once([row.id for row in model.facets], "facets")
    for at, row in enumerate(model.facets):
        _check(file, row, at, model.clarify.facts)
        file.expect_known(row.given, model.premises, ("facets", at, "given"))
        file.expect_known(row.claims, claims, ("facets", at, "claims"))
        file.expect_known(row.also, claims, ("facets", at, "also"))
        file.expect_known([row.point] if row.point else [], disagreements, ("facets", at, "point"))
    _check_asks(file, model.facets)
    premises = {
        name: Premise(file.read(one.said, ("premises", name, "said")), tuple(one.facts), one.of_whom)
        for name, one in model.premises.items()
    }
    for at, some in enumerate(model.of_some):
        file.expect_known(some.claims, claims, ("of_some", at, "claims"))
    file.refuse_faults()
    clarify = model.clarify
    of_some = tuple(
        OfSome(frozenset(map(ClaimId, one.claims)), FeatureName(one.feature), one.least, one.most, one.named)
        for one in model.of_some
    )
    rows = tuple(map(_facet, model.facets))
    return Facets(rows, frozenset(clarify.personal), clarify.facts, clarify.reason, premises, of_some)


def _check(file: WordFile, row: FacetShape, at: int, facts: Collection[str]) -> None:
    file.expect_known(row.depends, facts, ("facets", at, "depends"))
    for claim in sorted(set(row.claims) & set(row.also)):
        file.fault(("facets", at, "also"), f"`{claim}` stands among `claims` too.", "Keep one.")


def _check_asks(file: WordFile, rows: Iterable[FacetShape]) -> None:
    """A way to ask stands in one row only, and once, or it would say that two things are asked."""
    seen: dict[str, str] = {}
    for at, row in enumerate(rows):
        for ask in _asks(row):
            if ask.casefold() in seen:
                file.fault(("facets", at, "asks"), f"`{ask}` stands in `{seen[ask.casefold()]}` too.", "Keep one.")
            seen.setdefault(ask.casefold(), row.id)


def _asks(row: FacetShape) -> tuple[str, ...]:
    return tuple(f"{' '.join(ask.split())}?" for ask in row.asks.split("?") if ask.strip())


def _facet(row: FacetShape) -> Facet:
    return Facet(
        id=row.id,
        claims=tuple(map(ClaimId, row.claims)),
        asks=_asks(row),
        also=tuple(map(ClaimId, row.also)),
        point=DisagreementId(row.point) if row.point else None,
        depends=tuple(row.depends),
        given=tuple(row.given),
    )
