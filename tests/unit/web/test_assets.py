from pathlib import Path

import pytest
from httpx import Client

from isthmus.web import assets as module
from isthmus.web.assets import Assets

STATIC = Path(str(module.__file__)).with_name("static")


def test_an_address_changes_with_the_content_and_with_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for sheet in (STATIC / "site").iterdir():
        (tmp_path / "site" / sheet.name).write_text(f".{sheet.stem} {{}}", encoding="utf-8")
    (tmp_path / "plan.css").write_text("p {}", encoding="utf-8")
    before = Assets(tmp_path)
    (tmp_path / "site" / "base.css").write_text("b {}", encoding="utf-8")
    after = Assets(tmp_path)
    assert before.address("plan.css") == after.address("plan.css")
    assert before.address("site.css") != after.address("site.css")


def test_the_sheets_of_the_site_are_sent_as_one_in_their_order(client: Client) -> None:
    sheet = client.get("/static/site.css").text
    firsts = [
        "@layer reset,tokens",
        "color-scheme:light dark",
        "box-sizing:border-box",
        ".masthead",
        ".sources",
        ".asked",
        "@page",
    ]
    assert sorted(firsts, key=sheet.index) == firsts
    assert "/*" not in sheet


def test_what_only_some_pages_share_is_sent_with_theirs_and_with_no_other(client: Client) -> None:
    assert [
        ".timeline" in client.get(f"/static/{name}.css").text for name in ("plan", "procedure", "site", "guide")
    ] == [
        True,
        True,
        False,
        False,
    ]


def test_a_browser_may_keep_what_it_asked_for_by_its_content(client: Client) -> None:
    assets = Assets(STATIC)
    for name in assets:
        answer = client.get(assets.address(name))
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get("/static/site.css?v=old").headers["cache-control"] == "no-cache"


def test_nothing_else_can_be_fetched(client: Client) -> None:
    for path in ("/static/none.css", "/static/site/base.css", "/static/..%2fapp.py", "/static/"):
        assert client.get(path).status_code == 404
    with pytest.raises(KeyError):
        Assets(STATIC).address("none.css")
