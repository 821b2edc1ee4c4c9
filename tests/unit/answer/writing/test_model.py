from isthmus.answer.writing import Brief, Draft, Drafted, Writer
from isthmus.terms import AudienceId


class Silent:
    """A writer that says nothing."""

    model = "silent"

    def write(self, brief: Brief) -> Draft:
        return Draft((Drafted(brief.statements[0], (1,)),))


def test_a_writer_has_a_name_and_hands_in_a_draft() -> None:
    writer: Writer = Silent()
    draft = writer.write(Brief("Why?", AudienceId("patient"), ("So.",)))
    assert (writer.model, draft.fault, draft.sentences) == ("silent", None, (Drafted("So.", (1,)),))
