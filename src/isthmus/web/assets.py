"""What the pages look like: style sheets, script and drawings, each served under the name of its exact content."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, HTTPException, Response
from rcssmin import cssmin

__all__ = ["Asset", "Assets", "serve_assets"]

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_SITE = ("tokens", "base", "components", "evidence", "notes", "form", "figures", "print")
"""The sheets that every page has, in their order; they are sent as one."""

_WITH = dict.fromkeys(("about", "parts", "plan", "procedure"), "care")
"""The sheets of pages that go on from one they share, which is sent before theirs, as one with it."""


@dataclass(frozen=True)
class Asset:
    """A file as it is sent; `digest` is the beginning of the SHA-256 of its content."""

    content: bytes
    media_type: str
    digest: str


class Assets:
    """All files below a folder, read once, with the sheets in `site/` joined into `site.css`."""

    def __init__(self, folder: Path) -> None:
        self._assets = dict(_read(folder))

    def __iter__(self) -> Iterator[str]:
        return iter(self._assets)

    def address(self, name: str) -> str:
        """Where to fetch a file: another address for another content, so that a browser may keep what it has.

        Raises:
            KeyError: There is no such file.
        """
        return f"/static/{name}?v={self._assets[name].digest}"

    def find(self, name: str) -> Asset | None:
        """Find a file by its name."""
        return self._assets.get(name)


def _read(folder: Path) -> Iterator[tuple[str, Asset]]:
    shared = {sheet.stem: sheet.read_text(encoding="utf-8") for sheet in (folder / "site").iterdir()}
    yield "site.css", _asset("".join(shared[name] for name in _SITE), ".css")
    for path in sorted(folder.iterdir()):
        if path.is_file():
            before = shared[_WITH[path.stem]] if path.stem in _WITH and path.suffix == ".css" else ""
            yield path.name, _asset(before + path.read_text(encoding="utf-8"), path.suffix)


def _asset(text: str, suffix: str) -> Asset:
    """Make a file ready; a sheet travels without its comments and blanks, a quarter shorter when compressed."""
    content = (cssmin(text) if suffix == ".css" else text).encode()
    return Asset(content, _TYPES[suffix], hashlib.sha256(content).hexdigest()[:12])


def serve_assets(assets: Assets) -> APIRouter:
    """Make the route of the files."""
    router = APIRouter(include_in_schema=False)
    headers: Mapping[str, str] = {"Cache-Control": "public, max-age=31536000, immutable"}

    @router.get("/static/{name}")
    def send(name: str, v: str = "") -> Response:
        """Send a file; one that is asked for by its content never changes."""
        asset = assets.find(name)
        if asset is None:
            raise HTTPException(404)
        kept = headers if v == asset.digest else {"Cache-Control": "no-cache"}
        return Response(asset.content, media_type=asset.media_type, headers=kept)

    return router
