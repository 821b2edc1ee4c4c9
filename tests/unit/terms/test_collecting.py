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


def test_what_is_kept_to_the_end_is_never_looked_through() -> None:
    before = gc.get_freeze_count()
    try:
        with collected_later(kept=True):
            made: list[list[int]] = [[] for _ in range(1_000)]
        assert gc.get_freeze_count() >= before + len(made)
    finally:
        gc.unfreeze()
