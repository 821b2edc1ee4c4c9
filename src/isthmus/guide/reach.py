"""What words must reach and what must reach them: no claim that nobody tells, no term that nobody uses."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from isthmus.claims import Basis
from isthmus.errors import Fault, nearest
from isthmus.guide.model import Term
from isthmus.guide.writing import Reference, Written
from isthmus.terms import ClaimId

__all__ = ["check_orphans", "check_references"]


def check_orphans(
    written: Sequence[Written], basis: Basis, elsewhere: Collection[ClaimId], terms: Iterable[Term]
) -> Iterator[Fault]:
    """Find claims that no reader is told, and terms that no text uses.

    Args:
        written: All texts.
        basis: The claims that are shown.
        elsewhere: The claims that the pathway itself cites.
        terms: The glossary; a term may be used by a text, a claim, or the definition of another.
    """
    cited = {name for text in written for name in text.claims} | set(elsewhere)
    for claim in basis.claims:
        if claim not in cited:
            yield Fault("claims.yaml", f"No reader is told claim `{claim}`.", "Cite it where it serves a reader.")
    told = [text.text for text in written] + [claim.text for claim in basis.claims.values()]
    for term in terms:
        if not any(term.pattern.search(text) for text in told if text not in (term.plain, term.clinical)):
            yield Fault("glossary.yaml", f"No text uses the term `{term.term}`.", "Use it, or remove it.")


def check_references(
    references: Iterable[Reference], basis: Basis, actions: Collection[str], procedures: Collection[str]
) -> Iterator[Fault]:
    """See that every action, procedure and figure that words name exists."""
    measures = [f"{claim.id}: {figure.measure}" for claim in basis.claims.values() for figure in claim.figures]
    known = {"action": [*actions], "procedure": [*procedures], "figure": measures}
    for named in references:
        if named.name not in known[named.kind]:
            what = f"There is no {named.kind} `{named.name}`."
            yield Fault(named.where, what, nearest(named.name, known[named.kind], otherwise="Name one that exists."))
