"""Three-valued truth: what is not known is neither true nor false."""

from enum import Enum

__all__ = ["Truth"]


class Truth(Enum):
    """True, false or unknown, after Kleene's strong logic of indeterminacy.

    Source:
        Kleene, Introduction to Metamathematics, 1952, section 64; CQL 1.5, appendix B, logical operators.

    >>> Truth.TRUE.and_(Truth.UNKNOWN), Truth.FALSE.and_(Truth.UNKNOWN)
    (<Truth.UNKNOWN: 'unknown'>, <Truth.FALSE: 'false'>)
    """

    FALSE = "false"
    UNKNOWN = "unknown"
    TRUE = "true"

    @classmethod
    def of(cls, value: bool | None) -> "Truth":  # noqa: FBT001 - the value is the subject, not a switch
        """Read a plain value, where None is not known."""
        if value is None:
            return _UNKNOWN
        return _TRUE if value else _FALSE

    def and_(self, other: "Truth") -> "Truth":
        """True when both are true; false when either is false; otherwise unknown."""
        if self is _FALSE or other is _FALSE:
            return _FALSE
        return _TRUE if self is other is _TRUE else _UNKNOWN

    def or_(self, other: "Truth") -> "Truth":
        """True when either is true; false when both are false; otherwise unknown."""
        if self is _TRUE or other is _TRUE:
            return _TRUE
        return _FALSE if self is other is _FALSE else _UNKNOWN

    def not_(self) -> "Truth":
        """The opposite, where the opposite of unknown is unknown."""
        if self is _UNKNOWN:
            return _UNKNOWN
        return _FALSE if self is _TRUE else _TRUE

    @property
    def known(self) -> bool:
        """Whether it is true or false."""
        return self is not _UNKNOWN

    @property
    def holds(self) -> bool:
        """Whether it is certainly true."""
        return self is _TRUE


_FALSE, _UNKNOWN, _TRUE = Truth  # to reach a member by its name takes longer than to reason with it
