import re

import pytest
from httpx import Client

from isthmus.condition import Handbook

TERM = re.compile(r'class="term" popovertarget="(w\d+)"')
MARK = re.compile(r'class="mark" popovertarget="(n\d+)" aria-label="Source (\d+): ([^"]+)"')


def test_every_chapter_opens_for_every_reader(client: Client, handbook: Handbook) -> None:
    for audience, guide in handbook.book.guides.items():
        listed = client.get(f"/guide?reader={audience}").text
        for chapter in guide.chapters:
            assert f'href="/guide/{chapter.id}"' in listed
        page = client.get(f"/guide/{guide.chapters[1].id}?reader={audience}")
        assert page.status_code == 200
        assert page.text.count("<h1>") == 1


def test_every_mark_opens_a_note_that_is_there_once_and_names_its_source(client: Client) -> None:
    page = client.get("/guide/care-without-surgery").text
    marks = MARK.findall(page)
    assert len(marks) > 10
    for note, number, label in marks:
        assert page.count(f'id="{note}"') == 1
        assert note == f"n{number}"
        assert label
    assert any("Sources disagree" in label for _, _, label in marks)


def test_a_note_links_the_whole_record_and_the_drawn_disagreement(client: Client) -> None:
    page = client.get("/guide/causes").text
    note = page.partition('id="n3"')[2].partition("</div>")[0]
    record = re.search(r'href="(/claims/PD-\d+)"', note)
    drawn = re.search(r'href="(/claims/PD-\d+)#(d\d+)"', note)
    assert record
    assert drawn
    assert f'id="{drawn[2]}"' in client.get(drawn[1]).text
    assert "Read: " in note
    assert "Not reviewed" in note


def test_words_are_told_on_the_spot_by_a_button_and_again_beside_the_chapter(client: Client) -> None:
    page = client.get("/guide/what-it-is").text
    terms = TERM.findall(page)
    assert terms
    assert all(page.count(f'id="{word}"') == 1 for word in terms)
    assert "Words in this chapter" in page
    clinical = client.get("/guide/what-it-is?reader=surgeon").text
    assert "the medical name of a pars defect" in page
    assert "the medical name of a pars defect" not in clinical


def test_a_chapter_says_where_its_words_stand(client: Client) -> None:
    page = client.get("/guide/surgery").text
    assert "Not reviewed" in page
    assert '<time datetime="2026-11-21">21\N{NO-BREAK SPACE}November 2026</time>' in page
    assert '<time datetime="2027-05-21">21\N{NO-BREAK SPACE}May 2027</time>' in page
    assert "Version " in page
    assert 'href="/editorial"' in page


def test_signs_that_cannot_wait_are_a_list(client: Client) -> None:
    page = client.get("/guide/seek-help-now").text
    assert page.partition('<div class="signs">')[2].partition("Words in this chapter")[0].count("<li><p") == 0
    assert page.partition('<div class="signs">')[2].count("<li>") > 10


@pytest.mark.parametrize("path", ["/guide/outlok", "/guide/PD-045", "/guide/<script>"])
def test_a_chapter_that_is_not_there_is_a_page_in_plain_words(path: str, client: Client) -> None:
    page = client.get(path)
    assert page.status_code == 404
    assert "There is nothing at this address" in page.text
    assert "<script>" not in page.text
    assert "outlok" not in page.text


def test_the_chapters_follow_each_other(client: Client, handbook: Handbook) -> None:
    chapters = [chapter.id for chapter in handbook.book.chapters]
    page = client.get(f"/guide/{chapters[1]}").text
    onward = page.partition('class="onward"')[2]
    assert f'href="/guide/{chapters[0]}"' in onward
    assert f'href="/guide/{chapters[2]}"' in onward
    assert 'aria-current="page">' in page


@pytest.mark.parametrize(("chapter", "figures"), [("what-it-is", 3), ("classification", 2), ("outlook", 0)])
@pytest.mark.parametrize("reader", ["patient", "surgeon"])
def test_a_chapter_shows_its_drawings_with_a_caption_that_carries_marks(
    client: Client, chapter: str, figures: int, reader: str
) -> None:
    page = client.get(f"/guide/{chapter}?reader={reader}").text
    shown = re.findall(r'<figure class="figure" id="[^"]+">(.*?)</figure>', page, re.DOTALL)
    assert len(shown) == figures
    assert all('class="mark"' in each and 'role="img"' in each for each in shown)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
