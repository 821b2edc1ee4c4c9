import pytest

from isthmus.corpus.mail import mail_in

HEAD = "From: A. Smith <a@example.org>\nTo: All of us\nDate: Mon, 4 Mar 2024 10:00:00 +0000\nSubject: Re: Fwd: Rest\n  and braces\n"


def own_words(text: str) -> str:
    mail = mail_in(text)
    assert mail is not None
    for start, end in reversed(mail.furniture):
        text = text[:start] + text[end:]
    return " ".join(text.split())


def test_the_head_of_a_mail_is_furniture_and_tells_its_subject() -> None:
    mail = mail_in(f"\n{HEAD}\nRest helps.\n")
    assert mail is not None
    assert mail.subject == "Rest and braces"
    assert own_words(f"{HEAD}\nRest helps.\n") == "Rest helps."


@pytest.mark.parametrize(
    "beside",
    [
        "> A brace must be worn\n> for life.\n",
        "On Monday, B. Jones wrote:\n> A brace.\n>\n> For life.\n",
        "-- \nA. Smith\nA clinic",
        "-----Original Message-----\nA brace must be worn for life.\n\nFor all of it.",
        "From: B. Jones\nSent: Sunday\nTo: A. Smith\nSubject: Rest\n\nA brace must be worn for life.",
    ],
)
def test_what_its_writer_quotes_of_others_is_furniture(beside: str) -> None:
    assert own_words(f"{HEAD}\nRest helps.\n\n{beside}") == "Rest helps."


def test_paragraphs_that_the_packing_of_a_mail_cut_are_furniture() -> None:
    body = "\nIt is to be re=\nsumed.\n\nRest =E2=80=93 helps.\n\nSleep helps.\n"
    packed = f"{HEAD}Content-Transfer-Encoding: quoted-printable\n"
    assert own_words(packed + body) == "Sleep helps."
    assert "sumed" in own_words(HEAD + body)


@pytest.mark.parametrize(
    "text", ["", "Rest helps.\n", "Subject: Rest\nDate: 2024\n\nRest helps.", f"Rest helps.\n\n{HEAD}"]
)
def test_any_other_text_is_no_mail(text: str) -> None:
    assert mail_in(text) is None
