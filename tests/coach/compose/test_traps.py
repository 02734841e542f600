"""What stands in good answers and belongs in no note, and what only looks like it."""

import pytest

from bot.coach.compose.composer import Composer
from tests.coach.compose.yardstick import tools


@pytest.fixture(scope="module")
def composer() -> Composer:
    return tools()[0]


def note(composer: Composer, **answers: str) -> str:
    answers = {"who": "Marta Ruiz", "how_met": "seed fair in Braga", **answers}
    return composer.compose(answers, 300).notes[0].text


@pytest.mark.parametrize(
    ("told", "kept", "left"),
    [
        ("her seed wall. make it funny please", "your seed wall", "funny"),
        ("she grafts pears. not too formal", "graft pears", "formal"),
        ("she grafts pears, she's pregnant again", "graft pears", "pregnant"),
        ("she grafts pears and had a nervous breakdown", "graft pears", "breakdown"),
        ("she grafts pears. her husband left her", "graft pears", "husband"),
        ("she grafts pears, between us she was quite rude", "graft pears", "rude"),
        ("she grafts pears. follow her at @pears", "graft pears", "follow"),
        ("she grafts pears, i want to sell her my pots", "graft pears", "pots"),
        ("she grafts pears. maybe she has a job for me", "graft pears", "job"),
        ("she grafts pears i think", "graft pears", "think"),
        ("she grafts pears. i need to ask her which wax", "graft pears", "wax"),
        ("she grafts pears. she pays no tax but thats a secret", "graft pears", "secret"),
        ("she grafts pears, poor woman with her back", "graft pears", "poor"),
        ("she grafts pears. sir kindly arrange some wax for me", "graft pears", "wax"),
        ("she grafts pears. would love to shadow her for a week", "graft pears", "shadow"),
        ("she grafts pears. i am begging for a place", "graft pears", "begging"),
        ("she grafts pears, hope she can put in a word", "graft pears", "hope"),
        ("she grafts pears and we dated for a bit", "graft pears", "dated"),
        ("she grafts pears. our pots from 9 a month", "graft pears", "month"),
        ("she grafts pears and the crane man laughed (leave the crane bit out)", "graft pears", "crane"),
        ("we met at AA (dont put that), and she grafts pears", "graft pears", "aa ("),
        ("she grafts pears (she cried a lot, don't say that) and sings", "sing", "cried"),
        ("i guess her pears? they keep till may", "your pears", "guess"),
        ("read her piece at www.example.org on wax", "i read your piece on wax", "you read"),
    ],
)
def test_compose_when_a_good_answer_has_a_trap_then_the_rest_is_said(
    composer: Composer, told: str, kept: str, left: str
) -> None:
    text = note(composer, standout=told)
    assert kept in text.lower()
    assert left not in text.lower()


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("she told us to keep it simple", "keep it simple"),
        ("she gave me my first job", "You gave me my first job"),
        ("she let me shadow her for a week", "shadow you for a week"),
        ("she gives 10% of the pears to the school", "10% of the pears"),
        ("her talk on divorce mediation", "divorce"),
        ("she works with pregnant women in prison", "pregnant women"),
        ("she coaches people going through a divorce", "divorce"),
        ("she owes her start to a librarian", "librarian"),
        ("her sales pitch about compost", "your sales pitch"),
        ("she carried my bag when i had a stroke", "stroke"),
        ("she was patient with us", "You were patient"),
        ("her back garden is a seed bank", "Your back garden"),
        ("she's a baker and runs a stall", "You're a baker and run a stall"),
        ("her wall. want to learn how she grafts", "I'd love to learn how you graft"),
        ("she never used slides, full proofs on the board", "You never used slides, just full proofs"),
        ("her pears have names, not numbers", "Your pears have names, not numbers, and I"),
        ("her hand folded maps of every bench", "Your hand folded maps of every bench"),
        ("she waits for the last pear. always.", "you always wait for the last pear"),
        ("her labels. short and never smug", "Your labels were short and never smug"),
        ("no slides, just bark and twigs", "There were no slides, just bark and twigs"),
        ("the bit where she bit the pear", "the bit where you bit the pear"),
    ],
)
def test_compose_when_words_only_look_like_a_trap_then_they_are_said(
    composer: Composer, told: str, kept: str
) -> None:
    assert kept in note(composer, standout=told)


@pytest.mark.parametrize(
    ("met", "kept", "left"),
    [
        ("walk along the Minho", "walk along the Minho", "I walk"),
        ("seed fair at the mill, actually it was the town hall", "at the town hall", "mill"),
        ("bake sale", "met at the bake sale", "I bake"),
        ("seed fair in Braga. Actually it was Porto", "Porto", "Braga"),
        ("seed fair. Or was it a plant fair? plant fair", "plant fair", "seed"),
        ("seed fair in Braga, i think it was May?", "Braga", "think"),
    ],
)
def test_compose_when_the_place_is_put_right_then_the_right_one_is_said(
    composer: Composer, met: str, kept: str, left: str
) -> None:
    text = note(composer, how_met=met, standout="she grafts pears")
    assert kept in text
    assert left not in text


@pytest.mark.parametrize(
    ("who", "told", "said"),
    [
        ("Dr Katrin Wessel", "Dr Wessel said that moss is patient", "you said that moss is patient"),
        ("Sister Agnes Wanjiru", "Sister Agnes counts bees", "you count bees"),
        ("Marta Ruiz", "our guide Marta waited for the slow ones", "you waited for the slow ones"),
    ],
)
def test_compose_when_the_name_has_a_title_then_all_of_it_is_the_recipient(
    composer: Composer, who: str, told: str, said: str
) -> None:
    assert said in note(composer, who=who, standout=told).lower()
