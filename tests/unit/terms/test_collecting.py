import gc

from isthmus.terms import collected_later


def test_cycles_are_not_looked_for_inside_and_are_again_afterwards() -> None:
    with collected_later():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_whoever_does_not_look_for_cycles_goes_on_not_looking() -> None:
    gc.disable()
    try:
        with collected_later():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
