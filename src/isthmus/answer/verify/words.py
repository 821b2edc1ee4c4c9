"""The plain English words by which a sentence says how much, which side, not, before or after, must or may.

These are forms of the language, such as the number words of the guide: no fact about any illness stands here.
"""

from collections.abc import Mapping
from decimal import Decimal

__all__ = [
    "AXES",
    "CERTAIN",
    "EXTENTS",
    "JOINING",
    "LIMITERS",
    "MODALS",
    "NEGATORS",
    "NUMERALS",
    "OPENING",
    "PEOPLE",
    "PLAIN_WORDS",
    "TURNING",
    "UNITS",
    "WEAK_NEGATORS",
]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(text: str) -> dict[str, str]:
    """Read rows of `name: word word ...` as a table from each word to its name."""
    rows = (row.partition(":") for row in text.strip().splitlines())
    return {word: name.strip() for name, _, words in rows for word in words.split()}


def _sets(text: str) -> dict[str, frozenset[str]]:
    rows = [row.partition(":") for row in text.strip().splitlines()]
    words = {word for _, _, words in rows for word in words.split()}
    return {word: frozenset(name.strip() for name, _, own in rows if word in own.split()) for word in words}


_SIZES = """
    millisecond time 0.001: ms millisecond milliseconds
    second time 1: second seconds sec secs
    minute time 60: minute minutes min mins
    hour time 3600: hour hours hr hrs h
    day time 86400: day days d daily
    week time 604800: week weeks wk wks weekly
    fortnight time 1209600: fortnight fortnights
    month calendar 1: month months mo monthly
    year calendar 12: year years yr yrs yearly
    decade calendar 120: decade decades
    percent share 1: % percent percentage
    millimetre length 1: mm millimetre millimetres millimeter millimeters
    centimetre length 10: cm centimetre centimetres centimeter centimeters
    inch length 25.4: inch inches
    foot length 304.8: feet foot ft
    metre length 1000: m metre metres meter meters
    kilometre length 1000000: km kilometre kilometres kilometer kilometers
    mile length 1609344: mile miles
    microgram mass 0.001: mcg ug \u03bcg microgram micrograms
    milligram mass 1: mg milligram milligrams
    gram mass 1000: g gram grams
    kilogram mass 1000000: kg kilogram kilograms
    pound mass 453592.37: lb lbs pound pounds
    millilitre volume 1: ml millilitre millilitres milliliter milliliters
    decilitre volume 100: dl
    litre volume 1000: l litre litres liter liters
    degree angle 1: degree degrees \u00b0 deg
    point points 1: point points
    fold fold 1: fold times x
    grade grade 1: grade grades meyerding
    stage stage 1: stage stages
    type type 1: type types
    phase phase 1: phase phases
    class class 1: class classes
    level rank 1: level levels
"""


def _units() -> dict[str, tuple[str, Decimal]]:
    rows = (row.partition(":") for row in _SIZES.strip().splitlines())
    return {word: (name.split()[1], Decimal(name.split()[2])) for name, _, words in rows for word in words.split()}


UNITS: Mapping[str, tuple[str, Decimal]] = _units()
"""Each unit as it is written: what it measures, and how many of the smallest it is. Weeks and months never compare."""

NEGATORS = _set(
    "not no never  without none nor neither nobody nothing nowhere rarely seldom hardly scarcely barely fail "
    "fails failed failing lack lacks lacked lacking absence absent unable refuse refuses denied deny denies"
)
"""Words that deny what follows; so do those that end in n't."""

LIMITERS = _set(
    "often usually mostly generally sometimes occasionally rarely only some few partly mainly likely "
    "probably possibly perhaps less more least most without"
)
"""Words that narrow what is said, so that a sentence without them says more than it did."""

_COUNTS = "one two three four five six seven eight nine ten eleven twelve"

NUMERALS: Mapping[str, str] = {word: str(at) for at, word in enumerate(_COUNTS.split(), start=1)} | {
    "a": "1",
    "an": "1",
    "vs": "versus",
    "against": "versus",
    "backward": "back",
    "backwards": "back",
}
"""Ways to write one and the same word."""

WEAK_NEGATORS = _set(
    "free avoid avoids avoided exclude excludes excluded gone differ differs disagree unclear uncertain unsettled "
    "instead rather stop stops stopped against unlikely uncommon rare asymptomatic painless unable negative other"
)
"""Words that come near to a denial: they bear one out, and deny nothing by themselves."""

_AXES = """
    amount +: more higher greater increase increases increased increasing rise rises rose rising raise raises raised
    amount +: larger bigger above over exceed exceeds exceeded gain gains gained most up upward grow grows grew growing growth
    amount +: elevated maximum highest largest greatest doubled doubles double twice high large big many
    amount -: less lower fewer decrease decreases decreased decreasing reduce reduces reduced reducing reduction fall falls
    amount -: fell falling drop drops dropped smaller below under decline declines declined least down downward shrink shrinks
    amount -: shrank lowered lowers loss lose loses lost minimum lowest smallest fewest cut cuts halved low small few
    time -: before prior earlier earliest preoperative preoperatively pretreatment until previous previously sooner early
    time +: after following later latest postoperative postoperatively since afterwards late
    order -: first begin begins began start starts started starting onset initial
    order +: last end ends ended stop stops stopped stopping final
    quality +: better improve improves improved improving improvement best good superior success successful succeed succeeds
    quality +: relieve relieves relieved ease eases eased benefit benefits beneficial effective helpful safe safer healthy
    quality -: worse worsen worsens worsened worsening worst poor poorer inferior failure unsuccessful aggravate aggravates
    quality -: aggravated harm harms harmful ineffective unhelpful unsafe unhealthy deteriorate deteriorates deteriorated
    span +: longer long longest prolonged slow slower slows slowed slowing lengthen lengthens lengthened
    span -: shorter short shortest brief fast faster quick quicker quickly shorten shortens shortened speed speeds sped
    often +: often frequent frequently common commonly usual usually likely likelier likeliest always
    often -: rare uncommon infrequent infrequently unusual unlikely occasional occasionally unusually sometimes
    reach -: backward backwards back behind
    reach +: forward forwards
    height +: upper top above
    height -: lower bottom below
    sign +: positive active stable acute open present included inclusion
    sign -: negative inactive unstable chronic closed absent excluded exclusion
    amount +: most
    part +: all every everyone everybody entirely completely always whole full
    part -: some most many few several often usually mostly sometimes partly partially half
    age +: older oldest old elderly
    age -: younger youngest young
    strength +: strong stronger strongly severe major
    strength -: weak weaker weakly mild minor
    sort +: internal inside inner proximal anterior medial
    sort -: external outside outer distal posterior lateral
    motion +: flexion
    motion -: extension
    advice +: recommend recommends recommended advise advises advised support supports supported
    advice -: discourage discourages discouraged oppose opposes opposed against
"""
AXES: Mapping[str, frozenset[str]] = _sets(_AXES)
"""Words with an opposite: the axes they lie on, each with the way they point."""

EXTENTS: Mapping[str, str] = _table("""
    one: one single unilateral unilaterally onesided
    both: both bilateral bilaterally twosided
""")
"""Whether one of a pair is meant, or both."""

MODALS: Mapping[str, str] = _table("""
    must: must shall required requires require mandatory necessary needs need always
    should: should ought recommended advised
    may: may might can could possible possibly perhaps sometimes optional
""")
"""How firmly something is said."""

CERTAIN = _set("proves proven prove guarantee guarantees guaranteed cures cured certainly definitely undoubtedly")
"""Words that promise: nothing may promise where its source does not."""

_WHO = """
    children: child children childhood kid kids paediatric pediatric boy boys girl girls juvenile infant infants newborn
    children: toddler toddlers baby babies preschool
    adolescents: adolescent adolescents adolescence teen teens teenage teenager teenagers youth youths
    adults: adult adults adulthood
    old: elderly senior seniors
    men: man men male males boy boys father fathers
    women: woman women female females girl girls mother mothers
    athletes: athlete athletes athletic player players gymnast gymnasts
    pregnant: pregnant pregnancy
    smokers: smoker smokers
    animals: animal animals mouse mice rat rats
"""


PEOPLE: Mapping[str, frozenset[str]] = _sets(_WHO)
"""Words for who is meant."""

PLAIN_WORDS = _set(
    "a about all also am an and any are as at be because been being both but by can could did do does doing done each "
    "either for from get gets go goes had has have having he her here him his how i if in into is it its itself just may "
    "me might must my of off on one only or other our out own per she should so some such than that the their them then "
    "there these they this those through to too very was we were what when where which while who whom whose why will with "
    "would you your s t"
)
"""Words that carry no matter of their own."""

JOINING = _set("and also is are was were be been being it they this that these those which who")
"""Plain words that only join others: with or without them a clause that says something says the same."""

OPENING = _set("if when after before while because since although though unless until where")
"""Words that open a clause which may stand before what it hangs on, or behind it."""

TURNING = _set("only except but whether than with under during within otherwise however yet both either")
"""Words that tie what is said to a condition, as do those that open a clause, deny or narrow."""
