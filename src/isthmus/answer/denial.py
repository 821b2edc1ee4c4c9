"""Whether words are denied, and whether a denial is narrowed, asked or taken back, so that nothing is sure."""

from collections.abc import Sequence
from itertools import takewhile

from isthmus.answer.said import Sentence
from isthmus.answer.stance import Telling
from isthmus.claims import Span, Stance

__all__ = ["ends_clause", "is_denied", "is_excepted", "is_listed", "is_refuted", "is_unsure"]

_LONGEST_ITEM = 3


def is_denied(start: int, sentence: Sentence, stance: Stance) -> bool | None:
    """Say whether words are denied, as in `no fever or weakness`; None where that cannot be told.

    Over a comma a denial reaches only with an `or`, and never surely over an `and`. Of what follows the words, `ends_clause`
    and `is_excepted` judge.
    """
    tokens = sentence.tokens
    if start and tokens[start].word in stance.denials and tokens[start].phrase != tokens[start - 1].phrase:
        return False  # `no fever, no weakness`
    crossed: list[str] = []
    at = start - 1
    while at >= 0 and tokens[at].word in stance.between and tokens[at].word not in stance.denials:
        crossed.append(tokens[at].word)
        at -= 1
        if crossed[-1] in stance.anew and at >= 0 and tokens[at].phrase != tokens[at + 1].phrase:
            return False  # `No fever, has numb feet`
    if at < 0 or tokens[at].word not in stance.denials or _answers(at, sentence, stance):
        return False
    over_comma = tokens[start].phrase != tokens[at].phrase and stance.either.isdisjoint(crossed)
    return None if over_comma or not stance.unclear.isdisjoint(crossed) else True


def is_listed(start: int, here: Telling, stance: Stance) -> bool | None:
    """Say whether words end a list of whatever else that is denied, as in `no vomiting or fever`; None where they may.

    Surely they do only where the denial names things, no item is longer than three words, and an `or` stands between.
    """
    tokens = here.sentence.tokens
    people = {mention.start for mention in here.mentions if mention.who in {"ward", "other", "opening"}}
    at = start - 1
    while at >= 0 and tokens[at].word not in stance.denials:
        joined = at > 0 and tokens[at - 1].word in {*stance.either, *stance.denials}
        if at in people or (tokens[at].word in stance.afresh and not joined):
            return False
        at -= 1
    if at < 0 or _answers(at, here.sentence, stance):
        return False
    crossed = {token.word for token in tokens[at + 1 : start]}
    either = not stance.either.isdisjoint(crossed)
    names = tokens[at].word in stance.naming
    over_comma = tokens[at].phrase != tokens[start].phrase
    if over_comma and not (either or names or _goes_on_with_or(start, here.sentence, stance)):
        return False  # `My son is not well, fever since Monday`
    idle = any(begin == at for begin, _ in stance.idle.spans_in(here.sentence.words))
    sure = either and names and not idle and stance.unclear.isdisjoint(crossed)
    return True if sure and _longest_item(at, start, here.sentence, stance) <= _LONGEST_ITEM else None


def is_refuted(at: int, sentence: Sentence, stance: Stance) -> bool:
    """Whether what was named is denied behind it, as in `fever was ruled out`."""
    tokens = sentence.tokens
    goes_on = at < len(tokens) and tokens[at].phrase == tokens[at - 1].phrase
    return goes_on and bool(stance.refuting.ends(sentence.words, at) - {at})


def ends_clause(at: int, sentence: Sentence, stance: Stance) -> bool:
    """Whether nothing follows a denial that could narrow it, as `in my brother` does; `at all` does not."""
    tokens = sentence.tokens
    while (end := max(stance.after.ends(sentence.words, at), default=at)) > at:
        at = end
    if at == len(tokens) or tokens[at].phrase != tokens[at - 1].phrase:
        return True
    return tokens[at].word in {*stance.joins, *stance.either, *stance.unclear}


def is_excepted(at: int, sentence: Sentence, stance: Stance) -> bool:
    """Whether an exception follows a denial, as in `no fever until yesterday`."""
    return any(start >= at for start, _ in stance.excepting.spans_in(sentence.words))


def is_unsure(span: Span, here: Telling, following: Sequence[Telling], stance: Stance) -> bool:
    """Whether a denial of danger is not to be relied on.

    It may be asked, denied itself, narrowed by what follows it, or taken back by how a later clause or the next sentence
    opens.
    """
    asked = here.sentence.asks and all(here.plain[span[0] :])
    return (
        asked
        or not ends_clause(span[1], here.sentence, stance)
        or _is_narrowed(span[1], here.sentence, stance)
        or _is_denied_itself(span[0], here.sentence, stance)
        or any(
            _takes_back(0, after.sentence, stance) and not _denies_on(after.sentence, stance) for after in following[:1]
        )
    )


def _answers(at: int, sentence: Sentence, stance: Stance) -> bool:
    """Whether a denial is an answer by itself, as in `No, fever since Monday` and `no he is 13`."""
    tokens = sentence.tokens
    following = tokens[at + 1]
    return following.phrase != tokens[at].phrase or (
        tokens[at].word in stance.replies and following.word in stance.subjects
    )


def _goes_on_with_or(start: int, sentence: Sentence, stance: Stance) -> bool:
    """Whether an `or` stands in the rest of a list."""
    rest = takewhile(lambda token: token.word not in stance.afresh, sentence.tokens[start:])
    return any(token.word in stance.either for token in rest)


def _longest_item(at: int, start: int, sentence: Sentence, stance: Stance) -> int:
    longest, length = 0, 0
    for before, token in zip(sentence.tokens[at:start], sentence.tokens[at + 1 : start], strict=False):
        if token.word in stance.either:
            length = 0
            continue
        length = length + 1 if token.phrase == before.phrase else 1
        longest = max(longest, length)
    return longest


def _is_narrowed(at: int, sentence: Sentence, stance: Stance) -> bool:
    """Whether something follows that may be what is denied; the pain in the back, which everybody has, is not."""
    words, tokens = sentence.words, sentence.tokens
    harmless = {start for start, end in stance.beside.spans_in(words) if ends_clause(end, sentence, stance)}
    narrowing = {start for start, _ in stance.narrowing.spans_in(words)}
    clauses = {here for here in range(1, len(tokens)) if tokens[here].phrase != tokens[here - 1].phrase}
    narrowing |= {clause for clause in clauses if _takes_back(clause, sentence, stance)}
    return any(start >= at for start in narrowing - harmless)


def _takes_back(at: int, sentence: Sentence, stance: Stance) -> bool:
    return bool(stance.taking_back.ends(sentence.words, at) - {at})


def _denies_on(sentence: Sentence, stance: Stance) -> bool:
    """Whether a sentence denies something else, and nothing is excepted from it."""
    return bool(stance.denying_on.ends(sentence.words, 0) - {0}) and not is_excepted(0, sentence, stance)


def _is_denied_itself(start: int, sentence: Sentence, stance: Stance) -> bool:
    """Whether two denials stand in one clause, as in `I cannot say he has no fever`, but not in `no pain no fever`."""
    tokens = sentence.tokens
    ends = {*stance.joins, *stance.either, *stance.unclear}
    clause = takewhile(lambda token: token.phrase == tokens[start].phrase and token.word not in ends, tokens[start::-1])
    words = [token.word for token in clause]
    naming = any(word in stance.naming for word in words)
    others = sum(word in stance.doubling or (word in stance.denials and word not in stance.naming) for word in words)
    return naming + others > 1
