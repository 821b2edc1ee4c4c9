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
            return cls.UNKNOWN
        return cls.TRUE if value else cls.FALSE

    def and_(self, other: "Truth") -> "Truth":
        """True when both are true; false when either is false; otherwise unknown."""
        if self is Truth.FALSE or other is Truth.FALSE:
            return Truth.FALSE
        return Truth.TRUE if self is other is Truth.TRUE else Truth.UNKNOWN

    def or_(self, other: "Truth") -> "Truth":
        """True when either is true; false when both are false; otherwise unknown."""
        if self is Truth.TRUE or other is Truth.TRUE:
            return Truth.TRUE
        return Truth.FALSE if self is other is Truth.FALSE else Truth.UNKNOWN

    def not_(self) -> "Truth":
        """The opposite, where the opposite of unknown is unknown."""
        if self is Truth.UNKNOWN:
            return Truth.UNKNOWN
        return Truth.FALSE if self is Truth.TRUE else Truth.TRUE

    @property
    def known(self) -> bool:
        """Whether it is true or false."""
        return self is not Truth.UNKNOWN

    @property
    def holds(self) -> bool:
        """Whether it is certainly true."""
        return self is Truth.TRUE
