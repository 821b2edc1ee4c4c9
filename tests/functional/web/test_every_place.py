"""Every page and state, looked at with what a machine can measure.

Each place is seen in one look here, all looks taking turns; `make browser` sees every place in every look.
"""

import os
from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page
from tests.functional.web.measure import CONTROL, FLOOR, measure, violations, weights
from tests.functional.web.places import PLACES, Place
from tests.functional.web.serving import LOOKS, Look, visiting

EVERY_LOOK = "ISTHMUS_EVERY_LOOK" in os.environ
SEEN = [
    (place, look) for at, place in enumerate(PLACES) for look in (LOOKS if EVERY_LOOK else [LOOKS[at % len(LOOKS)]])
]
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p, li, dd, dt { margin-block-end: 2em !important }"""
"""The four spacings of WCAG 1.4.12."""

ON_SCREEN_ONLY = ".skip, nav, .cannot-wait, .reader .menu, .askbox, .followups, button:not(.mark, .term)"
WHITE = {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
MOST_REQUESTS, MOST_KILOBYTES, MOST_SCRIPT_KILOBYTES = 6, 60, 10


class Visited:
    """A page that is open, with what it asked for and what the browser complained of on the way."""

    def __init__(self, page: Page, place: Place, look: Look) -> None:
        self.page, self.place, self.look = page, place, look
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        place.open(page)

    def _note(self, message: ConsoleMessage) -> None:
        # The browser logs a page that is answered with an error; where we expect one that is no complaint.
        if message.type == "error" and f"status of {self.place.status} " not in message.text:
            self.complaints.append(message.text)


@pytest.fixture(scope="module", params=SEEN, ids=lambda seen: f"{seen[0]}-{seen[1]}")
def visited(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visited]:
    place, look = request.param
    with visiting(browser, address, look) as page:
        yield Visited(page, place, look)


def none_of(faults: Sequence[str]) -> None:
    """See that there are no faults, and show all of them otherwise."""
    assert not faults, "\n" + "\n".join(faults)


def test_axe_finds_nothing(visited: Visited) -> None:
    none_of(violations(visited.page))


def test_what_is_pressed_is_large_enough(visited: Visited) -> None:
    none_of(measure(visited.page, "small", [CONTROL, FLOOR]))


@pytest.mark.parametrize("width", [320, 640])
def test_it_fits_a_narrow_window(width: int, visited: Visited) -> None:
    # A window of 1280 pixels is 640 wide at 200 % and 320 wide at 400 %.
    visited.page.set_viewport_size({"width": width, "height": 512})
    found = measure(visited.page, "sideways")
    visited.page.set_viewport_size({"width": visited.look.width, "height": visited.look.height})
    none_of(found)


def test_wider_spacing_of_text_cuts_nothing_off(visited: Visited) -> None:
    none_of(cut_off(visited, SPACED, visited.look.width))


def test_letters_twice_as_large_are_not_cut_off(visited: Visited) -> None:
    none_of(cut_off(visited, ":root { font-size: 200% }", 1280))


def cut_off(visited: Visited, rules: str, width: int) -> list[str]:
    """Tell what does not fit with other rules of style, in a window of a width in pixels."""
    visited.page.set_viewport_size({"width": width, "height": visited.look.height})
    measure(visited.page, "wear", rules)
    found = [fault for what in ("sideways", "clipped", "outOfDrawing") for fault in measure(visited.page, what)]
    measure(visited.page, "wear", "")
    visited.page.set_viewport_size({"width": visited.look.width, "height": visited.look.height})
    return found


def test_there_is_no_sound_no_film_and_no_picture_of_text(visited: Visited) -> None:
    assert visited.page.locator("audio, video, img, picture, canvas, object, embed, iframe").count() == 0


def test_a_spoken_name_holds_the_words_that_are_seen(visited: Visited) -> None:
    none_of(measure(visited.page, "misnamed"))


def test_it_weighs_little(visited: Visited) -> None:
    page, sheets, script, rest = (weights(visited.page)[kind] for kind in ("page", "css", "script", "rest"))
    print(f"{visited.place}: page {page[0] / 1000:.1f} kB, css {sum(sheets) / 1000:.1f} kB")  # noqa: T201 - shown by pytest -rP
    assert page[0] + sum(sheets) <= 1000 * visited.place.kilobytes
    assert sum(page + sheets + script + rest) <= 1000 * MOST_KILOBYTES
    assert len(page + sheets + script + rest) <= MOST_REQUESTS
    assert sum(script) <= 1000 * MOST_SCRIPT_KILOBYTES


def test_the_browser_has_nothing_to_complain_of(visited: Visited) -> None:
    none_of(visited.complaints)


def test_nothing_is_asked_of_anybody_else(visited: Visited, address: str) -> None:
    none_of([url for url in visited.asked if not url.startswith(f"{address}/")])


def test_nothing_moves_for_who_wants_less_motion(visited: Visited) -> None:
    visited.page.emulate_media(reduced_motion="reduce")
    none_of(measure(visited.page, "moving"))


def test_what_can_be_pressed_keeps_an_edge_in_forced_colours(visited: Visited) -> None:
    visited.page.emulate_media(forced_colors="active")
    none_of(measure(visited.page, "edgeless"))
    visited.page.emulate_media(forced_colors="none")


def test_paper_has_the_text_and_its_notes_and_no_navigation(visited: Visited) -> None:
    page = visited.page
    page.emulate_media(media="print")
    assert page.get_by_role("heading", level=1).is_visible()
    none_of([f"printed: {name}" for name in measure(page, "drawn", ON_SCREEN_ONLY)])
    none_of([f"not printed: {note.inner_text()[:40]}" for note in page.locator(".note").all() if not note.is_visible()])
    none_of([fault for what in ("sideways", "clipped") for fault in measure(page, what)])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in WHITE
    page.emulate_media(media="screen")
