from isthmus.errors import Fault, InvalidCase, IsthmusError, UnknownName, nearest


def test_a_message_is_where_what_and_remedy_on_one_line() -> None:
    error = UnknownName("There is no audience `patent`.", where="audience", remedy="Did you mean `patient`?")
    assert str(error) == "audience: There is no audience `patent`. Did you mean `patient`?"


def test_several_faults_stand_in_their_order_one_a_line() -> None:
    faults = [Fault("a.yaml:1", "One.", "Mend it."), Fault("a.yaml:7", "Two.", "Mend it.")]
    error = InvalidCase.of(faults)
    assert error.faults == tuple(faults)
    assert str(error) == "a.yaml:1: One. Mend it.\na.yaml:7: Two. Mend it."
    assert isinstance(error, IsthmusError)


def test_the_nearest_name_is_offered_only_when_one_is_near() -> None:
    assert nearest("age_yaers", ["age_years", "stage"], otherwise="Leave it out.") == "Did you mean `age_years`?"
    assert nearest("weight", ["age_years"], otherwise="Leave it out.") == "Leave it out."
