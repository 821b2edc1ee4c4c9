"""How people ask, as the built-in knowledge says it, loaded once."""

from tests.unit.knowledge import FOLDER

from isthmus.claims.load_asking import load_asking

ASKING = load_asking(FOLDER)
