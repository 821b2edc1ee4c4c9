-- The rules of the pars-defect pathway as a careful analyst would write them for DuckDB, straight from the table: what the
-- exported SQL is measured against. It gives each patient's row, action and flags.
WITH named AS (
  SELECT
    *,
    age_years < 18 AS young,
    dyn_translation_mm >= 4 OR dyn_angle_deg >= 10 AS motion,
    defect_status = 'suspected' AS suspected,
    conservative_months >= 3 AND conservative_months < 6 AS second_line,
    CASE
      WHEN slip_percent <= 0 THEN 0
      WHEN slip_percent <= 25 THEN 1
      WHEN slip_percent <= 50 THEN 2
      WHEN slip_percent <= 75 THEN 3
      WHEN slip_percent <= 100 THEN 4
      WHEN slip_percent > 100 THEN 5
    END AS grade
  FROM patients
),
steady AS (
  SELECT *, coalesce(motion, instability_reported = 'present') AS unstable FROM named
),
fired AS (
  SELECT
    *,
    CASE
      WHEN rf_bladder_bowel OR rf_saddle_numb THEN 'R01'
      WHEN rf_leg_weakness_bilateral OR rf_progressive_deficit THEN 'R02'
      WHEN rf_fever_infection THEN 'R03'
      WHEN rf_major_trauma THEN 'R04'
      WHEN rf_postop_warning THEN 'R05'
      WHEN rf_bladder_bowel IS NULL OR rf_saddle_numb IS NULL OR rf_leg_weakness_bilateral IS NULL
        OR rf_progressive_deficit IS NULL OR rf_fever_infection IS NULL OR rf_major_trauma IS NULL
        OR (rf_postop_warning IS NULL AND weeks_after_surgery IS NOT NULL) THEN 'R06'
      WHEN rf_cancer_suspicion THEN 'R07'
      WHEN (age_years < 5 AND NOT incidental) OR (young AND rf_night_pain) THEN 'R08'
      WHEN radicular = 'motor_stable' THEN 'R09'
      WHEN conservative_months - symptom_months > 0.5
        OR slip_grade_reported <> grade
        OR (defect_status = 'excluded' AND (laterality IS NOT NULL OR stage IS NOT NULL))
        OR (course = 'resolved' AND pain_now >= 4)
        OR (skeletal_maturity = 'immature' AND age_years >= 25)
        OR (laterality = 'unilateral' AND slip_percent > 25)
        OR (instability_reported = 'absent' AND motion)
        OR (instability_reported = 'present' AND NOT motion) THEN 'R10'
      WHEN age_years IS NULL OR defect_status IS NULL THEN 'R11'
      WHEN weeks_after_surgery IS NOT NULL THEN 'R12'
      WHEN days_to_surgery IS NOT NULL THEN 'R13'
      WHEN defect_status = 'excluded' THEN 'R14'
      WHEN slip_percent > 50 THEN 'R15'
      WHEN slip_progress AND skeletal_maturity = 'immature' THEN 'R16'
      WHEN incidental THEN 'R17'
      WHEN pregnant THEN 'R18'
      WHEN suspected AND symptom_months IS NULL THEN 'R19a'
      WHEN suspected AND ((young AND symptom_months < 1) OR (age_years >= 18 AND symptom_months < 1.5)) THEN 'R19b'
      WHEN suspected AND imaging_done IS NULL THEN 'R19'
      WHEN suspected AND NOT list_contains(imaging_done, 'xray') THEN 'R19c'
      WHEN suspected AND NOT list_contains(imaging_done, 'mri') THEN 'R19d'
      WHEN suspected AND NOT list_contains(imaging_done, 'ct') THEN 'R19e'
      WHEN suspected THEN 'R19f'
      WHEN course IS NULL THEN 'R20'
      WHEN course = 'resolved' THEN 'R21'
      WHEN conservative_months IS NULL THEN 'R22'
      WHEN conservative_months = 0 OR NOT conservative_adequate THEN 'R23'
      WHEN conservative_adequate IS NULL THEN 'R24'
      WHEN course = 'improving' THEN 'R25'
      WHEN conservative_months < 6 AND course = 'worse' THEN 'R26'
      WHEN conservative_months < 3 THEN 'R27'
      WHEN second_line AND (young OR skeletal_maturity = 'immature') THEN 'R28'
      WHEN second_line AND injection IN ('relief', 'no_relief', 'contraindicated') THEN 'R29'
      WHEN second_line THEN 'R30'
      WHEN conservative_months >= 6 AND wants_surgery = 'no' THEN 'R31'
      WHEN conservative_months >= 6 AND (disc IS NULL OR unstable IS NULL OR slip_percent IS NULL) THEN 'R32'
      WHEN nerve_compression_imaging AND radicular IN ('pain_only', 'sensory') THEN 'R33'
      WHEN disc = 'significant' OR unstable OR slip_percent > 25 THEN 'R34'
      WHEN age_years < 30 AND slip_percent = 0 THEN 'R35'
      ELSE 'R36'
    END AS "row"
  FROM steady
),
led AS (
  SELECT
    *,
    CASE
      WHEN "row" IN ('R01', 'R02', 'R03', 'R04', 'R05') THEN 'emergency-now'
      WHEN "row" = 'R06' THEN 'ask-red-flags'
      WHEN "row" IN ('R07', 'R08', 'R09') THEN 'urgent-referral'
      WHEN "row" = 'R10' THEN 'resolve-contradiction'
      WHEN "row" IN ('R11', 'R19a', 'R19', 'R20', 'R22', 'R24') THEN 'ask-missing'
      WHEN "row" = 'R12' THEN 'recover-after-surgery'
      WHEN "row" = 'R13' THEN 'prepare-for-surgery'
      WHEN "row" = 'R14' THEN 'out-of-pathway'
      WHEN "row" IN ('R15', 'R16') THEN 'surgical-referral'
      WHEN "row" = 'R17' THEN 'reassure'
      WHEN "row" = 'R18' THEN 'defer-pregnancy'
      WHEN "row" = 'R19b' THEN 'no-imaging-yet'
      WHEN "row" = 'R19c' THEN 'image-xray'
      WHEN "row" = 'R19d' THEN 'image-mri'
      WHEN "row" = 'R19e' THEN 'image-ct-limited'
      WHEN "row" IN ('R19f', 'R28') THEN 'specialist-review'
      WHEN "row" = 'R21' THEN 'return-to-sport'
      WHEN "row" = 'R23' THEN 'start-conservative-care'
      WHEN "row" IN ('R25', 'R27', 'R29') THEN 'continue-conservative-care'
      WHEN "row" = 'R26' THEN 'reassess-and-reimage'
      WHEN "row" = 'R30' THEN 'consider-injection'
      WHEN "row" = 'R31' THEN 'self-manage'
      WHEN "row" = 'R32' THEN 'complete-workup'
      WHEN "row" = 'R33' THEN 'discuss-decompression'
      WHEN "row" = 'R34' THEN 'discuss-fusion'
      WHEN "row" = 'R35' THEN 'discuss-repair'
      WHEN "row" = 'R36' THEN 'discuss-surgery-individually'
    END AS action
  FROM fired
)
SELECT
  patient_id,
  "row",
  action,
  coalesce(rf_night_pain AND age_years >= 18, false) AS "night-pain-noted",
  coalesce(sport_level = 'professional' AND second_line, false) AS "earlier-opinion-possible",
  coalesce("row" IN ('R31', 'R32', 'R33', 'R34', 'R35', 'R36') AND age_years >= 18 AND injection = 'none', false)
    AS "second-line-not-tried",
  coalesce(action = 'discuss-repair' AND age_years > 25, false) AS "age-contested",
  coalesce(dyn_translation_mm BETWEEN 3 AND 4.5 OR dyn_angle_deg BETWEEN 10 AND 15, false)
    AS "instability-rule-contested",
  coalesce(action = 'discuss-decompression' AND (slip_percent > 0 OR unstable), false) AS "discuss-stabilisation",
  coalesce(action = 'reassure' AND skeletal_maturity = 'immature' AND laterality = 'bilateral', false)
    AS "growing-bilateral",
  coalesce(
    smoker AND action IN (
      'prepare-for-surgery', 'discuss-decompression', 'discuss-fusion', 'discuss-repair', 'discuss-surgery-individually'
    ),
    false
  ) AS "quit-smoking",
  action = 'prepare-for-surgery' AND smoker IS NULL AS "ask-smoking",
  coalesce(anticoagulant AND action IN ('prepare-for-surgery', 'consider-injection'), false) AS "ask-prescriber",
  action = 'prepare-for-surgery' AND anticoagulant IS NULL AS "ask-anticoagulant",
  coalesce(
    action = 'recover-after-surgery' AND weeks_after_surgery < 12 AND sport_level IN ('competitive', 'professional'),
    false
  ) AS "too-early-for-sport"
FROM led
