from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from jinja2 import UndefinedError

from isthmus.condition import Condition, Handbook
from isthmus.guide import Element
from isthmus.present import AskPage, DrawingTold, IconArray, Told, draw_facts, draw_pathway
from isthmus.present.drawings import PanelTold
from isthmus.present.sources import Mark
from isthmus.present.teller import Drawn, FactTold
from isthmus.terms import AudienceId, StageId
from isthmus.web import render as module
from isthmus.web.errors import Problem
from isthmus.web.render import render
from isthmus.web.sessions import Sessions
from isthmus.web.visit import Visit


@pytest.fixture
def request_of(app: FastAPI, handbook: Handbook) -> Request:
    scope = {
        "type": "http",
        "app": app,
        "path": "/",
        "headers": [],
        "method": "GET",
        "query_string": b"q=1&reader=coach",
    }
    request = Request(scope)
    request.state.visit = Visit(handbook.book.audience("parent"), "dark", None, Sessions())
    return request


def test_values_are_text_and_never_markup(request_of: Request) -> None:
    page = render(request_of, "error.html", 404, problem=Problem(404, "<b>Odd</b>", ("A & B",)))
    assert page.status_code == 404
    assert b"&lt;b&gt;Odd&lt;/b&gt;" in page.body
    assert b"A &amp; B" in page.body


def test_a_name_that_was_not_given_is_an_error(request_of: Request) -> None:
    with pytest.raises(UndefinedError):
        render(request_of, "error.html")


def test_no_template_marks_anything_as_safe() -> None:
    folder = Path(str(module.__file__)).with_name("templates")
    templates = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    assert len(templates) > 5
    assert [
        name for name, text in templates.items() if "| safe" in text or "|safe" in text or "autoescape" in text
    ] == []


def test_choices_keep_the_rest_of_the_address(request_of: Request) -> None:
    page = bytes(
        render(request_of, "pages/ask.html", page=AskPage("Pars defect", "", None, ()), answer=None).body
    ).decode()
    assert 'href="?q=1&amp;reader=surgeon"' in page
    assert 'href="?q=1&amp;reader=coach&amp;theme=light"' in page
    assert 'data-theme="dark"' in page


def test_a_form_carries_a_token_once_there_is_something_to_protect(request_of: Request) -> None:
    def forms() -> int:
        page = render(request_of, "pages/ask.html", page=AskPage("Pars defect", "", None, ()), answer=None)
        return bytes(page.body).decode().count('<input type="hidden" name="token"')

    assert forms() == 0
    request_of.state.visit.begin()
    assert forms() > 0


def written(source: str, request_of: Request, **values: object) -> str:
    surroundings = module._surroundings(request_of, request_of.state.visit, request_of.url)
    return module._TEMPLATES.from_string(source).render(**surroundings, **values)


def test_a_drawing_is_written_shape_by_shape_with_every_value_escaped(request_of: Request) -> None:
    shapes = (Element("g", (("class", "d-bone"),), (Element("text", (("x", "1"),), (), "<b>pars</b>"),)),)
    panel = PanelTold("x-1", 'The "pars"', "Seen & told.", "0 0 9 9", shapes, labelled=True)
    source = '{% from "parts/figure.html" import figure with context %}{% call figure(fig) %}words{% endcall %}'
    page = written(source, request_of, fig=DrawingTold("x", (panel,), ()))
    assert '<g class="d-bone"><text x="1">&lt;b&gt;pars&lt;/b&gt;</text></g>' in page
    assert '<title id="x-1-t">The &#34;pars&#34;</title><desc id="x-1-d">Seen &amp; told.</desc>' in page
    assert 'aria-labelledby="x-1-t" aria-describedby="x-1-d"' in page
    assert "<figcaption>words</figcaption>" in page


def test_pictures_side_by_side_have_their_titles_below_them(request_of: Request) -> None:
    panels = tuple(PanelTold(f"x-{at}", f"Stage {at}", "Seen.", "0 0 9 9", (), labelled=False) for at in range(4))
    caption = (Told("From above.", (), (Mark(1, "Klein, 2009"),), None),)
    source = '{% from "parts/figure.html" import figure with context %}{{ figure(fig) }}'
    page = written(source, request_of, fig=DrawingTold("x", panels, caption))
    assert page.count('<strong id="x-3-t">Stage 3</strong>Seen.') == 1
    assert '<ul class="multiples four">' in page
    assert "<p>From above.</p>" in page
    assert "Klein, 2009" in page


def test_people_are_drawn_with_the_same_in_words(request_of: Request) -> None:
    told = Told("Most did well.", (), (), None)
    arrays = [
        IconArray(told, 84, 84, 665, "young people", 2009, interval=False),
        IconArray(told, 40, 66, 30, None, None, interval=True),
    ]
    source = '{% from "parts/icons.html" import icons with context %}{{ icons(arrays) }}{{ icons([]) }}'
    page = written(source, request_of, arrays=arrays)
    assert page.count('aria-hidden="true"') == 2
    assert '<p class="big">84 <small>of 100</small></p>' in page
    assert "665 people counted: young people, 2009." in page
    assert "40 to 66 <small>of 100</small>" in page
    assert "30 people counted. Half-filled: the 95% confidence interval." in page
    own = '{% from "parts/icons.html" import icons with context %}{% call(says) icons(arrays) %}[{{ says.text }}]{% endcall %}'
    assert written(own, request_of, arrays=arrays).count("[Most did well.]") == 2


def test_facts_on_an_axis_say_their_figures_in_the_last_column(request_of: Request) -> None:
    told = Told("Most <b>did</b> well.", (), (), None)
    figures = (
        Drawn("union", "%", 93, None, None, (86, 98), None, 2022, draw="range"),
        Drawn("union", "%", None, 40, None, None, 30, 2014, draw="range"),
    )
    plots = draw_facts([FactTold(told, figure) for figure in figures], "plain")
    source = '{% from "parts/ranges.html" import ranges with context %}{{ ranges(plots) }}'
    page = written(source, request_of, plots=plots)
    assert '<td class="val">93 <small>(86\N{EN DASH}98)</small></td>' in page
    assert '<td class="val">40 or more</td>' in page
    assert '<th scope="row">Most &lt;b&gt;did&lt;/b&gt; well.</th>' in page
    assert 'class="dot-open" cx="93.00%"' in page
    assert 'class="arrow"' in page
    assert "95% confidence interval" in page
    own = '{% from "parts/ranges.html" import ranges with context %}{% call(says) ranges(plots) %}[{{ says.about }}]{% endcall %}'
    assert written(own, request_of, plots=plots).count("[None]") == 2


def test_the_pathway_is_drawn_and_listed_with_the_place_in_words(request_of: Request, condition: Condition) -> None:
    drawn = [
        draw_pathway(condition.pathway, StageId(stage), AudienceId("parent"))
        for stage in ("first-line", "questions", "outside", "return")
    ]
    source = '{% from "parts/pathway.html" import pathway %}{% for it in drawn %}{{ pathway(it) }}<hr>{% endfor %}'
    here, pause, out, home, _ = written(source, request_of, drawn=drawn).split("<hr>")
    assert (
        '<li class="here" aria-current="step"><span>Care without surgery <small>You are here</small></span></li>'
        in here
    )
    assert here.count('<span class="vh">(on the way here)</span>') == 2
    assert "More to know first. The place on the path shows when that is known." in pause
    assert "aria-current" not in pause
    assert '<li class="here out" aria-current="step"><span>Outside this pathway' in out
    assert home.count("You are here") == 2
