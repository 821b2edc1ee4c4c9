import pytest
from lxml import etree

from isthmus.corpus.page_signs import CROSS, crosses_out_its_items, is_drawn, sign_named, sign_told

TICK = "\N{CHECK MARK}"


def element(html: str) -> etree._Element:
    body = etree.fromstring(f"<body>{html}</body>", etree.HTMLParser()).find("body")
    assert body is not None
    return body[0]


@pytest.mark.parametrize(
    ("html", "sign"),
    [
        ("<i class='fa fa-times-circle'></i>", CROSS),
        ("<i class='fa-solid fa-circle-xmark'></i>", CROSS),
        ("<i class='glyphicon glyphicon-remove'></i>", CROSS),
        ("<i class='bi bi-hand-thumbs-down-fill'></i>", CROSS),
        ("<i data-lucide='x'></i>", CROSS),
        ("<ion-icon name='close-circle-outline'></ion-icon>", CROSS),
        ("<span class='iconify' data-icon='mdi:cancel'></span>", CROSS),
        ("<svg><use xlink:href='#cross'></use></svg>", CROSS),
        ("<span class='dashicons dashicons-yes-alt'></span>", TICK),
        ("<i class='far fa-thumbs-up'></i>", TICK),
        ("<i class='fa fa-user-times'></i>", ""),
        ("<i class='fa fa-list-check'></i>", ""),
        ("<i class='mx-2 fa-2x clear block no'></i>", ""),
        ("<i class='fa fa-times'>10</i>", ""),
        ("<i class='fa fa-times' data-dismiss='modal'></i>", ""),
        ("<div class='fa fa-times'></div>", ""),
    ],
)
def test_an_icon_is_a_tick_or_a_cross_by_its_name(html: str, sign: str) -> None:
    assert sign_named(element(html)) == sign


@pytest.mark.parametrize(
    ("words", "sign"), [("Cross", CROSS), ("No", CROSS), ("green tick", TICK), ("Yes", TICK), ("Do not", ""), ("", "")]
)
def test_words_for_a_picture_tell_of_a_tick_or_a_cross(words: str, sign: str) -> None:
    assert sign_told(words) == sign


@pytest.mark.parametrize(
    ("html", "drawn"),
    [
        ("<i class='material-icons md-18'>do_not_touch</i>", True),
        ("<mat-icon>close</mat-icon>", True),
        ("<p class='material-icons-list'>rest</p>", False),
        ("<p class='material-icons'>Rest from sport.</p>", False),
    ],
)
def test_letters_of_an_icon_are_no_words(html: str, *, drawn: bool) -> None:
    assert is_drawn(element(html)) is drawn


@pytest.mark.parametrize(
    ("names", "crossed"),
    [
        ("cross-list", True),
        ("is-style-cross-list", True),
        ("donts", True),
        ("x_mark_list", True),
        ("crossfit-list", False),
        ("", False),
    ],
)
def test_a_list_is_crossed_out_by_its_name(names: str, *, crossed: bool) -> None:
    assert crosses_out_its_items(element(f"<ul class='{names}'></ul>")) is crossed
