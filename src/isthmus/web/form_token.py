"""A word that only our own forms can say, so that no other site can send one in a visitor's name."""

import hashlib
import hmac
import secrets

from isthmus.web.sessions import Session

__all__ = ["FIELD", "is_token", "new_token"]

FIELD = "token"
"""The hidden field of a form that carries it."""


def new_token(session: Session) -> str:
    """Make a token for a visit: another each time, so that a compressed page gives nothing away.

    Source:
        Gluck, Harris and Prado, BREACH: reviving the CRIME attack, 2013.
    """
    salt = secrets.token_hex(8)
    return f"{salt}.{_sealed(session, salt)}"


def is_token(session: Session, text: str) -> bool:
    """Whether a text is a token of this visit."""
    salt, _, seal = text.partition(".")
    return hmac.compare_digest(seal.encode(), _sealed(session, salt).encode())


def _sealed(session: Session, salt: str) -> str:
    return hmac.new(session.id.encode(), salt.encode(), hashlib.sha256).hexdigest()
