import random
import time

import pytest
from justext import core
from justext.paragraph import Paragraph
from lxml import etree

from isthmus.corpus import main_text
from isthmus.corpus.main_text import boilerplate
from isthmus.corpus.page_text import write_text

MAIN = (
    "<h2>Care at home</h2><p>Most of the people who come to us with this kind of pain are asked to rest from their "
    "sport for a while, and it is then the muscles of the trunk that are made strong before they go back to it.</p>"
    "<p>The following may help:</p><ul><li>Ice</li><li>Heat</li></ul>"
)
MENU = (
    "<div>" + "".join(f"<div><a href='/{word}'>{word}</a></div>" for word in ("News", "Giving", "Visitors")) + "</div>"
)
TEASER = "<div><h4><a href='/t'>Ten stretches</a></h4><p><a href='/t'>Read how she went back to the life that she loves and to her sport.</a></p></div>"


def left_out(page: str) -> list[str]:
    text, blocks = write_text(etree.fromstring(page, etree.HTMLParser()))
    return [text[start:end].strip() for start, end in boilerplate(text, blocks)]


def test_menus_and_teasers_are_left_out_and_short_items_of_the_main_text_are_not() -> None:
    assert left_out(MENU + MAIN + TEASER) == [
        "News",
        "Giving",
        "Visitors",
        "Ten stretches",
        "Read how she went back to the life that she loves and to her sport.",
    ]


def test_a_page_of_short_lines_alone_is_judged_by_its_links() -> None:
    assert left_out(MENU + "<ul><li>Ice</li><li>Heat</li></ul>") == ["News", "Giving", "Visitors"]


def test_a_page_of_very_many_blocks_is_judged_by_its_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isthmus.corpus.main_text._MOST_BLOCKS", 3)
    assert left_out(MENU + MAIN) == ["News", "Giving", "Visitors"]


def test_a_sentence_with_a_link_in_it_is_main_text() -> None:
    assert left_out(MAIN + "<p>Read about <a href='/b'>braces</a>, which some wear.</p>") == []


LONG = MAIN.replace(
    "</p>", " Those in whom it does not get better are seen again after three months by the same therapist.</p>", 1
)


def answers(sentence: str) -> str:
    question = "<h2>How long is corset {0} worn?</h2><p>{1}</p><p><a href='/{0}'>More about corset {0} and how it is made</a></p>"
    return "".join(question.format(number, sentence) for number in range(8))


def test_a_short_answer_between_links_is_main_text() -> None:
    left = left_out(answers("It is worn for ten weeks.") + LONG)
    assert left == [f"More about corset {number} and how it is made" for number in range(8)]


@pytest.mark.parametrize("sentence", ["Ten weeks", "<a href='/c'>It</a> is worn for ten weeks."])
def test_what_is_no_sentence_or_has_a_link_is_no_answer(sentence: str) -> None:
    assert "How long is corset 0 worn?" in left_out(answers(sentence) + LONG)


def test_behind_the_main_text_a_sentence_below_a_heading_may_be_a_teaser() -> None:
    assert "It is fine." in left_out(LONG + MENU + answers("It is fine."))


@pytest.mark.parametrize("link", ["#m", "/myths"])
def test_a_heading_goes_with_what_it_heads_though_it_is_a_link(link: str) -> None:
    heading = f"<h2><a href='{link}'>Myths</a></h2>"
    assert left_out(MAIN + heading + MAIN.partition("</h2>")[2]) == []
    assert left_out("<p>Ice.</p>" + heading + "<p>Heat.</p>") == []


def test_a_linked_heading_above_links_goes_with_them() -> None:
    assert "Myths" in left_out(MAIN + MENU + "<h2><a href='/myths'>Myths</a></h2>" + MENU)


def test_what_stands_right_below_the_word_advertisement_is_left_out() -> None:
    sold = "<p>ADVERTISEMENT</p><p>This gel is what all the best of the players rub into their backs.</p>"
    assert "This gel is what all the best of the players rub into their backs." in left_out(MAIN + sold + MAIN)
    assert "This gel is what all the best of the players rub into their backs." in left_out(sold)
    assert left_out(MAIN.replace("<h2>", "<p>Advertisement</p><h2>")) == left_out(MAIN)


def revised_by_justext(kinds: list[str], heads: list[bool], lengths: list[int]) -> list[bool]:
    paragraphs = []
    for kind, head, length in zip(kinds, heads, lengths, strict=True):
        paragraph = Paragraph(core.PathInfo().append("p"))
        paragraph.append_text("x" * length)
        paragraph.cf_class, paragraph.heading = kind, head
        paragraphs.append(paragraph)
    core.revise_paragraph_classification(paragraphs)
    return [not paragraph.is_boilerplate for paragraph in paragraphs]


@pytest.mark.parametrize("seed", range(40))
def test_blocks_are_judged_by_those_around_them_as_justext_judges_them(seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311 - nothing secret
    for number in range(60):
        kinds = drawn.choices(["short", "neargood", "good", "bad"], [6, drawn.choice([1, 4]), 1, 2], k=number)
        heads = [drawn.random() < 0.3 for _ in kinds]
        lengths = [drawn.choice([1, 30, 150, 400]) for _ in kinds]
        assert main_text._revised(kinds, heads, lengths) == revised_by_justext(kinds, heads, lengths)


def test_thousands_of_short_blocks_are_judged_at_once() -> None:
    number = 9_000
    began = time.process_time()
    assert not any(main_text._revised(["short"] * number, [True] * number, [30] * number))
    assert time.process_time() - began < 2
