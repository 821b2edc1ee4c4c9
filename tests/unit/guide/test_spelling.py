from tests.unit.guide.small import written

from isthmus.guide.spelling import check_spelling


def test_a_word_that_nobody_knows_is_told_at_its_first_place_and_once() -> None:
    texts = [written("The bne heals.", where="a.yaml:1"), written("A bne.", where="a.yaml:2")]
    faults = check_spelling(texts, ["heals"], {"the"}.__contains__)
    assert [str(fault) for fault in faults] == [
        "a.yaml:1: `bne` stands in no dictionary. Mend it, or add it to `known` in house_words.yaml."
    ]


def test_a_british_word_is_known_by_its_american_twin() -> None:
    pairs = [("tre", "ter"), ("our", "or")]
    faults = check_spelling(
        [written("The centre and the colour of the metrre.")],
        [],
        {"the", "and", "of", "center", "color"}.__contains__,
        pairs,
    )
    assert [fault.what.split("`")[1] for fault in faults] == ["metrre"]


def test_hyphens_possessives_names_and_abbreviations_are_understood() -> None:
    asked: list[str] = []

    def note(word: str) -> bool:
        asked.append(word)
        return True

    texts = [written("The athlete's follow-up at L5 and the surgeons' MRI of Meyerding, PD-064, a X, Ab-a-b.")]
    list(check_spelling(texts, [], note))
    assert sorted(asked) == ["ab", "and", "at", "athlete", "follow", "meyerding", "of", "surgeon", "the", "up"]
