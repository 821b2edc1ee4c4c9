"""What is known of a document, as plain values."""

from isthmus.corpus import About, Library, corrections
from isthmus.terms import Json

__all__ = ["about_as_json"]


def about_as_json(about: About, library: Library) -> Json:
    """Say what is known of a document: where and when it was found, what somebody put right, and which group it is in."""
    day = library.taken_in(about.id)
    return {
        "id": about.id,
        "title": about.title,
        "kind": about.kind,
        "publisher": about.publisher,
        "year": about.year,
        "published": about.published,
        "authors": list(about.authors),
        "url": about.url,
        "licence": about.licence,
        "language": about.language,
        "media_type": about.media_type,
        "sha256": about.sha256,
        "places": list(library.places(about.id)),
        "taken_in": day.isoformat() if day else None,
        "stands_on": about.stands_on,
        "group": about.group,
        "corrected": sorted(corrections(library, about.id)),
    }
