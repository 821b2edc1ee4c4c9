from isthmus.search import BACKENDS


def test_a_backend_is_found_by_its_name() -> None:
    assert sorted(BACKENDS) == ["bm25"]


def test_every_backend_can_build_rank_save_and_load() -> None:
    needed = {"build", "rank", "save", "load"}
    assert {name: needed - set(vars(backend)) for name, backend in BACKENDS.items()} == {
        name: set() for name in BACKENDS
    }
