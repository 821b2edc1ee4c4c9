import pytest

from isthmus.answer.medicine import directs_medicine, heads_stopping


@pytest.mark.parametrize(
    "text",
    [
        "Take a second paracetamol tablet after four hours.",
        "A tablet of naproxen twice a day is enough.",
        "Apply a lidocaine patch for 12 hours a day.",
        "Adults can take two ibuprofen tablets with food.",
        "Naproxen b.d. for a week settles the pain.",
        "Ibuprofen 400 tds with food.",
        "Codeine prn is allowed.",
        "1-2 tds as the pain needs.",
        "½ tablet of diazepam in the evening.",
        "Two puffs of the inhaler before training.",
        "Ten drops of vitamin D in the morning.",
        "Adults need 2,000 units of vitamin D.",
        "Vitamin D 1000 is enough for most athletes.",
        "A teaspoon of turmeric eases the ache.",
        "No more than six ibuprofen should be swallowed in a day.",
        "Do not exceed 3 grams of paracetamol.",
        "Change the patch every 72 hours.",
        "Leave at least four hours between two doses of paracetamol.",
        "Wait six hours before the next dose.",
        "Diclofenac gel is rubbed in four times a day.",
        "Magnesium at bedtime relaxes the back.",
        "The usual dose of naproxen is 500 to begin with.",
        "Fifteen milligrams per kilo of paracetamol is right for a child.",
        "Paracetamol every four to six hours is safe.",
        "Ibuprofen may be used for no more than ten days.",
        "Amitriptyline is taken at night in a low dose.",
        "One white tablet is taken before the match.",
        "Calcium, three a day, is good for the bones.",
        "You may take one or two every four hours.",
        "Not more than four in 24 hours.",
        "Five hundred milligrams does for most.",
        "Two naproxen help most athletes.",
        "Ten grams of collagen a day help a bone to mend.",
        "People need 20 to 30 grams per day.",
        "Steroid injections may be given three times a year.",
        "Alendronate once a week is given to older people.",
        "An analgesic round the clock is better.",
        "A quarter of a tablet is enough for a child.",
        "One and a half tablets suit a tall teenager.",
        "Lidocaine 5% patch over the sore spot.",
        "A capful of the syrup settles it.",
        "Paracetamol 1 g works better than codeine.",
        "The largest amount is 4 g of paracetamol.",
        "Enalapril twice a day.",
        "Mefenamic\nacid every six hours helps.",
        "Naproxen is swallowed daily\nExercise is done too.",
    ],
)
def test_how_much_or_how_often_is_heard_in_words_figures_and_shorthand(text: str) -> None:
    assert directs_medicine(text)


@pytest.mark.parametrize(
    "text",
    [
        "Leave your warfarin out on the day of the injection.",
        "Leave out the blood thinner for three days.",
        "No aspirin for seven days before the fusion.",
        "The last dose of rivaroxaban is two days before the injection.",
        "Hold your apixaban on the morning of surgery.",
        "Clopidogrel should be held for a week.",
        "Anti-inflammatories should not be taken for two weeks before fusion.",
        "Drop the steroid tablets slowly.",
        "Start taking your blood thinner the day after.",
        "Begin a course of steroids when the leg hurts.",
        "Go back on your warfarin once the wound is dry.",
        "Have a break from your blood thinner.",
        "Stay off aspirin until the wound has healed.",
        "Give up your tablets once the pain has gone.",
        "Suspend methotrexate around the operation.",
        "Aspirin: seven days before surgery.",
        "Before the injection you must not take anticoagulants.",
        "Switch from warfarin to heparin.",
        "Keep taking your anticoagulant until the day of the injection.",
        "Go without your painkillers on the test day.",
    ],
)
def test_stopping_leaving_out_and_beginning_are_heard(text: str) -> None:
    assert directs_medicine(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do three sets of ten twice a day.",
        "Stretch the hamstrings twice a day for ten minutes.",
        "The brace is worn 23 hours a day for 12 weeks.",
        "Children aged 12 to 15 heal more often.",
        "A CT of the lumbar spine has a dose of 6 mSv.",
        "The radiation dose of one CT is that of 100 X-rays a year.",
        "A slip of 30 per cent is grade 2.",
        "The gap measured 3 mm.",
        "Of 20 patients who took ibuprofen 15 had less pain.",
        "Ibuprofen relieved pain in 40% of patients.",
        "Vitamin D levels were below 20 ng/ml in two of three.",
        "Pain at night that aspirin relieves points to an osteoid osteoma.",
        "Paracetamol helps some people with back pain.",
        "NSAIDs relieve pain and stiffness in the morning.",
        "Two trials of ibuprofen found no difference.",
        "Two NSAIDs were compared in one trial.",
        "Treatment usually starts with rest and anti-inflammatory drugs.",
        "Ice for 20 minutes every two hours.",
        "A bone stimulator is used for 20 minutes daily.",
        "Children under 16 should not take aspirin.",
        "Do not take ibuprofen if you have had a stomach ulcer.",
        "Painkillers make daily activities easier.",
        "Opioids are rarely needed for more than a short time.",
        "Steroid injections eased pain for six weeks in most of them.",
        "Most people have one to three injections.",
        "One tablet computer was used per ward.",
        "Athletes returned to sport after three to six months.",
        "Take a break every two hours.",
        "Take one rest day every week.",
        "Walk two or three times a day.",
        "Type 1 collagen is the main protein of bone.",
        "Hold the stretch for 30 seconds and repeat it ten times.",
        "Stop sport when the pain comes back.",
        "Start running again after twelve weeks.",
        "Do not lift for six weeks after surgery.",
        "Smoking should be stopped six weeks before surgery.",
        "Miss no session of physiotherapy.",
        "Vitamin D and calcium are needed for healthy bones.",
        "Low vitamin D was found in 4 of 10 athletes.",
        "The fusion used 10 ml of bone graft.",
        "About 200 ml of blood is lost.",
        "Patients took painkillers for 3 weeks on average.",
        "Four weeks after the start of the brace the pain was gone.",
        "Up to 80% of patients treated with NSAIDs improve.",
        "Healthy food and lifestyle changes and medicines help.",
        "Diazepam did harm at doses more than 20 times higher than is usual.",
        "Before starting these medicines a doctor listens to the heart.",
        "Sports medicine weekly prints reviews of the pars.",
        "A low-dose CT of L5 shows the crack in 9 of 10 people.",
        "The dose of X-rays is 20 times that of a film of the chest.",
    ],
)
def test_exercise_ages_weeks_radiation_and_what_was_found_are_no_dose(text: str) -> None:
    assert not directs_medicine(text)


@pytest.mark.parametrize(
    ("above", "text", "told"),
    [
        ("Painkillers", "Up to four times a day.", True),
        ("Paracetamol is tried first.", "One every six hours is usual.", True),
        ("Exercises", "Up to four times a day.", False),
        ("Painkillers", "Stretch the hamstrings twice a day.", False),
        ("Do you take blood thinners?", "Miss them for five days before an injection.", True),
        ("Do you swim?", "Miss them for five days before an injection.", False),
        ("Naproxen", "It relieves pain in most people.", False),
        ("Naproxen", "Start with a gel.", False),
    ],
)
def test_a_medicine_named_before_or_above_is_meant(above: str, text: str, told: bool) -> None:
    assert directs_medicine(text, [above]) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Medicines to stop before surgery", True),
        ("When can I start my tablets again?", True),
        ("Painkillers", False),
        ("Starting to run", False),
    ],
)
def test_a_heading_about_stopping_or_beginning_a_medicine_is_known(line: str, told: bool) -> None:
    assert heads_stopping(line) is told
