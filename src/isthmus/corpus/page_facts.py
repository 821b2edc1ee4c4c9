"""What a web page says of itself: in its meta elements, in Open Graph, in JSON-LD, and in nothing that has to be guessed."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from isthmus.corpus.document import DocumentKind
from isthmus.corpus.reading import address_from, date_from
from isthmus.errors import MalformedText
from isthmus.located import refuse_half_characters

__all__ = ["PageFacts", "page_facts"]

_LONGEST_BLOCK = 200_000
_MOST_NODES = 200
_MOST_AUTHORS = 100
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][\w-]{2,12})?\Z")
_KINDS: Mapping[str, DocumentKind] = {"MedicalGuideline": "guideline"}

_Linked = Mapping[str, object]


@dataclass(frozen=True)
class PageFacts:
    """What a page says of itself; empty where it says nothing."""

    title: str
    kind: DocumentKind
    publisher: str | None
    published: str | None
    authors: tuple[str, ...]
    url: str | None
    licence: str | None
    language: str | None


def page_facts(root: etree._Element) -> PageFacts:
    """Read what a page says of itself; what is made for scholars outranks what is made for search engines."""
    meta, linked = _meta(root), list(_linked_data(root))
    publisher = _first(meta, "citation_publisher", "og:site_name", "dc.publisher") or _word(linked, "publisher")
    canonical = _of(root, "//link[@rel='canonical']/@href") or _first(meta, "og:url", "citation_public_url")
    written = (
        _first(meta, "citation_title", "og:title") or _of(root, "//title[not(ancestor::svg)]") or _of(root, "//h1")
    )
    return PageFacts(
        title=_without_publisher(written, publisher),
        kind=_kind(linked),
        publisher=publisher or None,
        published=date_from(_date(meta, linked)),
        authors=_authors(meta, linked),
        url=address_from(canonical),
        licence=_of(root, "//*[@rel='license']/@href") or _word(linked, "license") or None,
        language=_language(root, meta, linked),
    )


def _of(root: etree._Element, path: str) -> str:
    """Take the words of the first thing at a path, or nothing."""
    return str(root.xpath(f"normalize-space(({path})[1])"))


def _meta(root: etree._Element) -> dict[str, list[str]]:
    """Collect the meta elements of a page by name."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _first(meta: Mapping[str, Sequence[str]], *names: str) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _linked_data(root: etree._Element) -> Iterator[_Linked]:
    """Collect what the JSON-LD of a page says of articles and pages; broken JSON says nothing."""
    for element in root.iter("script"):
        text = element.text or ""
        if element.get("type") != "application/ld+json" or len(text) > _LONGEST_BLOCK:
            continue
        try:
            data = json.loads(text)
            refuse_half_characters(data, text, "JSON-LD")
        except (ValueError, RecursionError, MalformedText):
            continue
        yield from (node for node in _nodes(data) if _is_page(node))


def _nodes(data: object) -> Iterator[_Linked]:
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        match waiting.pop(0):
            case list(several):
                waiting.extend(several)
            case dict(node):
                waiting.extend(node["@graph"] if isinstance(node.get("@graph"), list) else ())
                yield node


def _is_page(node: _Linked) -> bool:
    return any(kind.endswith(("Article", "WebPage", "Guideline", "BlogPosting", "Report")) for kind in _types(node))


def _types(node: _Linked) -> list[str]:
    kind = node.get("@type")
    return [one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)]


def _kind(linked: Sequence[_Linked]) -> DocumentKind:
    if any("patient" in _plain(node.get("audience")).lower() for node in linked):
        return "patient-page"
    return next((_KINDS[kind] for node in linked for kind in _types(node) if kind in _KINDS), "other")


def _plain(value: object) -> str:
    """Take a plain word, or the name of the thing it stands for."""
    match value:
        case str(word):
            return " ".join(word.split())
        case dict(thing):
            return _plain(thing.get("name") or thing.get("audienceType") or thing.get("url"))
        case list([first, *_]):
            return _plain(first)
    return ""


def _word(linked: Sequence[_Linked], name: str) -> str:
    return next((word for node in linked if (word := _plain(node.get(name)))), "")


def _date(meta: Mapping[str, Sequence[str]], linked: Sequence[_Linked]) -> str:
    names = ("citation_publication_date", "citation_date", "article:published_time", "dc.date", "dcterms.issued")
    return _first(meta, *names) or _word(linked, "datePublished")


def _authors(meta: Mapping[str, Sequence[str]], linked: Sequence[_Linked]) -> tuple[str, ...]:
    told = meta.get("citation_author") or meta.get("author") or meta.get("dc.creator")
    if not told:
        several = next((node["author"] for node in linked if node.get("author")), None)
        told = [_plain(one) for one in several] if isinstance(several, list) else [_plain(several)]
    return tuple(dict.fromkeys(name for name in told if name))[:_MOST_AUTHORS]


def _language(root: etree._Element, meta: Mapping[str, Sequence[str]], linked: Sequence[_Linked]) -> str | None:
    told = (root.get("lang") or _first(meta, "citation_language", "og:locale") or _word(linked, "inLanguage")).strip()
    return told.replace("_", "-") if _LANGUAGE.match(told) else None


def _without_publisher(title: str, publisher: str) -> str:
    """Take the name of the site off the end of a title, where the site gives its name elsewhere."""
    if not publisher:
        return title
    return re.sub(rf"\s*[|\-\N{{EN DASH}}\N{{EM DASH}}:]\s*{re.escape(publisher)}\Z", "", title) or title
