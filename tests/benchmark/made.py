"""Sentences made up for the verifier, since claims speak seldom of sides, levels and grades; none states a finding."""

__all__ = ["MADE"]

MADE = (
    "The left pars of L5 is broken and the right pars of L4 is whole.",
    "A grade II slip at L5-S1 was seen on the left, a grade I slip at L4-L5 on the right.",
    "The defect is bilateral at L5 and unilateral at L4.",
    "She had a one-sided defect at L4 and later a two-sided one at L5.",
    "His slip went from grade I to grade III between the third and fifth lumbar vertebrae.",
    "The fifth lumbar vertebra slipped by 8 mm on the first sacral one, a Meyerding grade 2.",
    "A stage 2 fracture on the left side heals more often than a stage 3 fracture on the right side.",
    "Screws at L4 and L5 were placed on both sides; at S1 only the right side was used.",
    "The right leg was weaker than the left, and reflexes were lower on the left.",
    "Pain was worse before surgery and better after it in the left leg.",
    "High-grade slips at L5 were operated on earlier than low-grade slips at L4.",
    "The disc at L5-S1 was healthy, whereas the disc at L4-L5 was not.",
    "No slip was found at L3, and a grade I slip was found at L4.",
    "The gap on the left measured 3 mm, that on the right 5 mm, and neither grew within 6 months.",
    "Type 1 lesions heal in 8 weeks and type 2 lesions in 12 weeks at most.",
    "Children with a unilateral defect at L5 returned sooner than adults with a bilateral one.",
    "A cage at L4/5 was 10 mm high and a cage at L5/S1 was 12 mm high.",
    "In phase 1 both legs are trained equally, and in phase 2 the right leg more than the left.",
    "Without a brace the left side healed in 40% and the right side in 45% of 120 patients.",
    "The slip at L5 must be measured on a standing film; that at L4 may be measured lying down.",
    "Grade IV slips are rare in adults and should not be braced.",
    "The left nerve root at L5 was free, but the right root at S1 was not.",
    "At least two of the five lumbar levels were degenerated, most often L4-L5.",
    "A bone scan was positive on the left at L5 and negative on both sides at L4.",
)
