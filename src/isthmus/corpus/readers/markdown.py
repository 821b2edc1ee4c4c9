"""Markdown: the stored text is the source as it was written, so that every byte of a citation can be found in the file."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from isthmus.corpus.media import MARKDOWN
from isthmus.corpus.reading import (
    PART,
    PART_ENDS,
    RETRACTED,
    Reading,
    address_from,
    date_from,
    decode,
    is_taken_back,
    title_of,
    year_from,
)
from isthmus.corpus.told_names import names_from
from isthmus.errors import MalformedText
from isthmus.located import parse_yaml

__all__ = ["read"]

# A rule may open a text, too: only lines that begin with a name and a colon are told before it.
_FRONT = re.compile(
    r"\A(?:[ \t]*\r?\n)*---[ \t]*\r?\n(?=(?:#[^\r\n]*\r?\n)*[\"']?[\w-]+[\"']?:(?:\s|\Z))(.{0,200000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL,
)
_FRONT_IN_TOML = re.compile(
    r"\A(?:[ \t]*\r?\n)*\+\+\+[ \t]*\r?\n(.{0,200000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^([a-z_]+):[ \t]*[\"']?(.*?)[\"']?[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_KEY = re.compile(r"""^(?=["']?[\w-]+["']?:(?:\s|\Z))""", re.MULTILINE)
_DATES = ("date", "published", "publication_date", "year")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# Blocks that are code, pictures of pages or raw HTML rather than sentences.
_NO_PROSE = frozenset(["fence", "code_block", "html_block", "hr"])


# What heads text in raw HTML and in the boxes of Python-Markdown, and where the part ends of which a summary is the head.
_HEAD = re.compile(
    r"<(?P<tag>summary|h[1-6])\b[^<>]*>(?P<words>(?:(?!</(?P=tag)).){1,300})</(?P=tag)\s*>|(?P<end></details\s*>)",
    re.IGNORECASE | re.DOTALL,
)
_BOX = re.compile(
    r"""^(?:!!!|\?\?\?\+?)[ \t\w-]*"[^"\r\n]*"[ \t]*(?=\r?\n)(?:\r?\n(?:(?: {4}|\t)[^\r\n]*|[ \t]*(?=\r?\n)))*""",
    re.MULTILINE,
)


def read(content: bytes, name: str) -> list[Reading]:
    """Read a Markdown file; code, raw HTML and what stands before the text in YAML or TOML are furniture.

    Raises:
        MalformedText: It is binary or not UTF-8.
    """
    text = decode(content, name)
    in_toml = _FRONT_IN_TOML.match(text)
    front = in_toml or _FRONT.match(text)
    body = front.end() if front else 0
    told = (_toml(front[1]) if in_toml else _yaml(front[1], name)) if front else {}
    fields = {key.lower(): value for key, value in told.items()}
    lines = [found.start() for found in _LINE.finditer(text)]
    tokens = _parse(text[body:])
    shift = text.count("\n", 0, body)
    furniture = [(0, body)] if body else []
    in_html = list(_heads_in_html(tokens, text, [*lines, len(text)], shift))
    furniture += _without(
        _furniture(tokens, lines, shift, len(text)), [at for at, level in in_html if level != PART_ENDS], text
    )
    headings = [*_headings(tokens, text, lines, shift), *in_html, *_admonitions(text)]
    published = next(filter(None, (date_from(_word(fields, field)) for field in _DATES)), None)
    reading = Reading(
        title=title_of(RETRACTED * is_taken_back(fields) + (_word(fields, "title") or _title(tokens)), name),
        text=text,
        media_type=MARKDOWN,
        publisher=_word(fields, "publisher") or None,
        year=year_from(published),
        published=published,
        authors=names_from(fields.get("author") or fields.get("authors")),
        url=address_from(_word(fields, "url", "canonical_url", "canonical")),
        licence=_word(fields, "license", "licence") or None,
        language=_word(fields, "lang", "language") or None,
        furniture=tuple(furniture),
        headings=tuple(sorted(headings)),
    )
    return [reading]


def _toml(front: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(front.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _yaml(front: str, name: str) -> Mapping[str, object]:
    """Read the fields before a text; where they are no YAML, such as with a colon in a title, one by one."""
    try:
        fields = parse_yaml(front, name).value
    except MalformedText:
        fields = {}
        for part in _KEY.split(front):
            try:
                found = parse_yaml(part, name).value
            except MalformedText:
                found = dict(_FIELD.findall(part))
            fields |= found if isinstance(found, dict) else {}
    return fields if isinstance(fields, dict) else {}


def _word(fields: Mapping[str, object], *names: str) -> str:
    """Take what the first of some fields says, where it is a word, a number or a day, a thing with a name, or a list of one."""
    for field in names:
        value = fields.get(field)
        value = value[0] if isinstance(value, list) and len(value) == 1 else value
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str | int | Decimal | date) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def _parse(text: str) -> Sequence[Token]:
    # Only the blocks are parsed: what is within a line stays as it was written, and costs nothing.
    return MarkdownIt("commonmark", {"maxNesting": 20}).disable("inline").parse(text)


def _title(tokens: Sequence[Token]) -> str:
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            return re.sub(r"[*_`]", "", words.content)
    return ""


def _headings(tokens: Sequence[Token], text: str, lines: Sequence[int], shift: int) -> Iterator[tuple[int, int]]:
    """Find where the words of each heading begin, behind its marks where they stand before it, with its level."""
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open" and heading.map and words.content:
            line = lines[heading.map[0] + shift]
            behind = text.find(heading.markup, line) + len(heading.markup) if heading.markup[0] == "#" else line
            yield max(behind, text.find(words.content.partition("\n")[0], behind)), int(heading.tag[1:])


def _heads_in_html(tokens: Sequence[Token], text: str, lines: Sequence[int], shift: int) -> Iterator[tuple[int, int]]:
    """Find where the words of a heading or a summary in raw HTML begin, with its level, and where a summary's part ends."""
    parts = 0
    for token in tokens:
        if token.type != "html_block" or not token.map:
            continue
        first, last = (lines[min(line + shift, len(lines) - 1)] for line in token.map)
        for head in _HEAD.finditer(text, first, last):
            if head["end"]:
                if parts:
                    yield head.start(), PART_ENDS
                parts = max(parts - 1, 0)
            elif head["tag"][0] in "sS":
                parts += 1
                yield head.start("words"), PART
            else:
                yield head.start("words"), int(head["tag"][1])


def _admonitions(text: str) -> Iterator[tuple[int, int]]:
    """Find where boxes with a title begin and end."""
    for box in _BOX.finditer(text):
        yield box.start(), PART
        yield box.end(), PART_ENDS


def _without(furniture: Iterable[tuple[int, int]], heads: Sequence[int], text: str) -> Iterator[tuple[int, int]]:
    """Take the lines out of furniture in which something heads what stands below."""
    for start, end in furniture:
        for at in heads:
            line, behind = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            if start <= at < end:
                yield start, max(start, line)
                start = behind if behind >= 0 else end  # noqa: PLW2901 - the rest is looked at next
        yield start, end


def _furniture(tokens: Sequence[Token], lines: Sequence[int], shift: int, length: int) -> Iterator[tuple[int, int]]:
    for token in tokens:
        if token.type in _NO_PROSE and token.map:
            first, last = (line + shift for line in token.map)
            yield lines[first], lines[last] if last < len(lines) else length
