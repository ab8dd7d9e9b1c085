"""The outcome for the child and the kind of harm."""

from __future__ import annotations

import pytest

from cpraudit.testing import review_of

HEAD = (
    "# Child Practice Review Report\n\nFour Valleys Safeguarding Board\n\n## Circumstances resulting in the review\n\n"
)
EVENTS = [
    (
        "told 1",
        "Child T was found unresponsive in his cot. The cause of death was given as unascertained.",
        "death",
        "sudi",
    ),
    (
        "told 2",
        "Child T, aged nine, died from complications of asthma. He had missed eleven appointments.",
        "death",
        "natural-causes-or-medical",
    ),
    (
        "told 3",
        "Child T, aged four, died in hospital. The cause of death was bronchopneumonia.",
        "death",
        "natural-causes-or-medical",
    ),
    (
        "told 4",
        "The inquest has yet to be heard, and this report gives no finding as to cause. Child T, aged 6, was taken to hospital in May 2020 with a serious head injury and died two days later. His mother's partner has been charged with murder.",
        "death",
        "fatal-physical-abuse",
    ),
    (
        "told 5",
        "Child T was admitted with severe malnutrition and pressure sores. He lost most of the sight in both eyes, which is permanent. It was thought that he had been medically neglected.",
        "serious-impairment",
        "non-fatal-neglect",
    ),
    (
        "told 6",
        "The criteria for the review were that the child had sustained potentially life-threatening injury. Child T was shaken and has recovered.",
        "life-threatening-injury",
        "non-fatal-physical-abuse",
    ),
    (
        "told 7",
        "Child T died of sepsis following an untreated chest infection. The medical cause of death was sepsis.",
        "death",
        "natural-causes-or-medical",
    ),
    (
        "told 8",
        "Child T died at 10 weeks while sleeping beside her father on a settee. No cause for the death was found.",
        "death",
        "sudi",
    ),
    (
        "told 9",
        "Child T was 15 when she was found hanging in her bedroom. She died the next day.",
        "death",
        "suicide",
    ),
    (
        "told 10",
        "Child T died after taking ecstasy at a party. The coroner recorded a drug-related death.",
        "death",
        "other",
    ),
    (
        "told 11",
        "Child T, 17, was stabbed to death by another young person.",
        "death",
        "fatal-physical-abuse",
    ),
    (
        "told 12",
        "Child T drowned in the bath aged 11 months, having been left alone with a sibling.",
        "death",
        "fatal-neglect",
    ),
    (
        "told 13",
        "Child T died in a fire at the family home. The fire began with a cigarette.",
        "death",
        "other",
    ),
    (
        "told 14",
        "Child T died of diabetic ketoacidosis.",
        "death",
        "natural-causes-or-medical",
    ),
    (
        "told 15",
        "The post-mortem gave the cause of death as acute pneumonia, with neglect as a contributory factor recorded by the coroner. Child T was three when he died.",
        "death",
        "natural-causes-or-medical",
    ),
    (
        "told 16",
        "Child T was starved and dehydrated, and died at the age of two. His parents were convicted of causing his death by neglect.",
        "death",
        "fatal-neglect",
    ),
    (
        "death sudden",
        "Baby L died suddenly and unexpectedly in his sleep while sharing a bed with his parents. The coroner recorded an unascertained death.",
        "death",
        "sudi",
    ),
    ("suicide", "Carys, 16, took her own life in April 2020.", "death", "suicide"),
    ("hanging", "Child T was found hanging in his bedroom and was pronounced dead at hospital.", "death", "suicide"),
    (
        "shaken",
        "Baby J was admitted with bleeding on the brain, retinal haemorrhages and rib fractures. He survived but is left with a life-long disability.",
        "serious-impairment",
        "non-fatal-physical-abuse",
    ),
    (
        "neglect",
        "The three siblings suffered severe neglect over many years, with serious and permanent impairment of their health and development.",
        "serious-impairment",
        "non-fatal-neglect",
    ),
    ("fatal abuse", "Child A was murdered by his stepfather, who was convicted.", "death", "fatal-physical-abuse"),
    (
        "overdose",
        "Child E took an intentional overdose and was in intensive care with potentially life threatening injury. She recovered.",
        "life-threatening-injury",
        None,
    ),
    (
        "hurt by his mother, and died",
        "Child T, three, was given salt by his mother and died. She was convicted of murder.",
        "death",
        "fatal-physical-abuse",
    ),
    (
        "a court's word outweighs the illness",
        "Child T died after an infection that nobody treated. Her parents were convicted of child cruelty.",
        "death",
        "fatal-neglect",
    ),
    (
        "manslaughter by neglect",
        "Child T, three, starved to death. His parents were convicted of gross negligence manslaughter.",
        "death",
        "fatal-neglect",
    ),
    ("made to sell", "Child T, a girl of 15, collapsed at a station. A gang had made her carry drugs, for which dealers had groomed her.", None, "other"),
    ("exploited by men", "Child T, a girl of 15, was badly beaten. She had been exploited by two men whom she met online.", None, "cse-extrafamilial"),
    ("by a relative", "Child T, twelve, has been lastingly harmed: she was raped many times by her uncle.", None, "csa-intrafamilial"),
    ("intent", "Child T, 16, died when he stepped in front of a train. He had intended to die.", "death", "suicide"),
    ("open water", "Child T, 13, drowned in a reservoir while swimming with friends.", "death", "other"),
    ("drink", "Child T, 15, died after drinking a bottle of vodka at a party.", "death", "other"),
    ("killed, and the mother's own death", "Child T and her brother were killed by their mother, who then took her own life.", "death", "fatal-physical-abuse"),
    ("a note", "Child T, 14, died having swallowed tablets; the inquest heard of a note that she had left.", "death", "suicide"),
    ("out at night", "Child T, a toddler, was found dead outside in January. She had let herself out while her parents were drunk.", "death", "fatal-neglect"),
    ("hot water", "Child T, three, died from burns after being held in hot water by his mother's boyfriend.", "death", "fatal-physical-abuse"),
    ("gas", "Child T, one, died of carbon monoxide poisoning in a caravan.", "death", "other"),
    ("found in a cot", "Baby T, five months, was found dead in his cot. No cause of death has been found.", "death", "sudi"),
    ("an attempt survived", "Child T, 14, tied a ligature and was left with a severe brain injury.", "serious-impairment", "other"),
    (
        "the mother killed, the child hurt",
        "Mother, who was killed in her kitchen, had called for help. Child T, five, was stabbed in the arm and had a life-threatening injury. Adult P was convicted of the murder of Adult R and the attempted murder of Child T. An inquest into the death of Adult R was opened.",
        "life-threatening-injury",
        "non-fatal-physical-abuse",
    ),
    (
        "both killed",
        "Adult R and Child T were stabbed. Child T, five, died; Adult R died too. Adult P was convicted of the murder of Child T and the murder of Adult R.",
        "death",
        "fatal-physical-abuse",
    ),
    ("killed by the father", "Child T, five, lived with his mother. The father fatally stabbed him and was convicted of the murder.", "death", "fatal-physical-abuse"),
    ("the death of both", "The death of Adult R and Child T followed years of assaults. Both had been stabbed.", "death", "fatal-physical-abuse"),
    ("not non-", "Child T, six, died. Her injuries were thought to be non-accidental.", "death", "fatal-physical-abuse"),
    (
        "the coroner's conclusion",
        "Non was 14 when she was found hanging in May 2020. The coroner has since recorded a conclusion of suicide.",
        "death", "suicide",
    ),
    (
        "a baby beside a sleeping father",
        "The baby, a boy of eight weeks, was found lifeless beside his father on the sofa. The post-mortem examination gave no cause.",
        "death", "sudi",
    ),
]


@pytest.mark.parametrize(("text", "outcome", "harm"), [row[1:] for row in EVENTS], ids=[row[0] for row in EVENTS])
def test_event(text: str, outcome: str | None, harm: str | None) -> None:
    event = review_of(HEAD + text + "\n").event
    assert outcome is None or (event.outcome is not None and event.outcome.value == outcome)
    assert harm is None or (event.harm is not None and event.harm.value == harm)


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        ('death', 'In the early hours of 4 June 2020 paramedics were called to the flat, where Baby L was in cardiac arrest. He could not be revived.'),
        ('death', 'Child K lost her life on 9 March 2021.'),
        ('death', 'This review was held following the death of a fifteen-year-old girl.'),
        ('death', "The twins' bodies were recovered from the river on 2 May 2019."),
        ('death', 'Jac was pronounced dead at hospital on 3 May 2018.'),
        ('death', 'Child R passed away in hospital three days later.'),
        ('death', "Life support was withdrawn on 5 May and she died in her father's arms."),
        ('life-threatening-injury', 'Baby M, aged seven weeks, was taken to hospital with bleeding on the brain and eleven rib fractures. He spent nine days in intensive care and is now well.'),
        ('life-threatening-injury', "She took an overdose of her mother's tablets and was in a coma for four days. She has since recovered."),
        ('life-threatening-injury', 'Child P was stabbed twice in the chest and underwent emergency surgery; he survived.'),
        ('life-threatening-injury', 'Doctors said that she had come close to death.'),
        ('life-threatening-injury', 'He was admitted in a critical condition with a ruptured liver.'),
        ('life-threatening-injury', 'Consultants described the injuries as capable of ending his life.'),
        ('life-threatening-injury', 'She was found hanging but was cut down in time and, after a week on a ventilator, went home.'),
        ('serious-impairment', 'Child S is now blind and will need care for the rest of his life.'),
        ('serious-impairment', 'He has been left with brain damage from which he will not recover.'),
        ('serious-impairment', 'The harm to her development is expected to be lifelong.'),
        ('serious-impairment', "As a result of years of neglect her growth and speech are severely affected, and the paediatrician's opinion is that this will not be made good."),
        ('serious-impairment', 'He has lost the use of his legs for good.'),
        ('serious-impairment', 'Over nine years both girls were sexually abused by their uncle; the effects on their mental health are serious and enduring.'),
        ('life-threatening-injury', 'Tegan nearly died. She would have died that night if her aunt had not called.'),
        ('life-threatening-injury', 'Her parents thought he had died; three days later he woke, in intensive care.'),
        ('serious-impairment', 'He nearly died. He is almost blind now, and nobody can say whether he will walk.'),
        ('serious-impairment', 'The test for an extended review is that a child has died, been in danger of his life or been left impaired. His injuries are permanent.'),
        (None, "The mother's own father had died the year before. The health visitor saw the child at clinic."),
        (None, 'The review considers the care given to Child V between 2018 and 2019.'),
        ("life-threatening-injury", "A review was commissioned. The criteria are met under section 6.1, namely that the child has sustained a potentially life threatening injury. On 3 May 2020 she was found to have a broken arm."),
    ],
)  # fmt: skip
def test_outcomes_told_in_many_ways(outcome: str | None, text: str) -> None:
    told = review_of(
        HEAD + text + "\n\n## Practice and organisational learning\n\nServices did not share what they knew.\n"
    ).event.outcome
    assert (told.value if told else None) == outcome
