"""What a text speaks of, as the keys of a thesaurus."""

from isthmus.search import Thesaurus, stems

__all__ = ["keys_of"]


def keys_of(text: str, thesaurus: Thesaurus) -> frozenset[str]:
    """Collect the keys of everything a text speaks of, filler aside."""
    return frozenset(concept.key for concept in thesaurus.concepts(stems(text)) if thesaurus.narrows(concept))
