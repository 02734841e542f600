import pytest

from bot.coach.compose.facts import Greeting
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.who import read_who


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("lucía", "Lucía"),
        ("amir hosseini", "Amir"),
        ("CHIARA FERRI", "Chiara"),
        ("CFO at Halden Rail – Ingrid", "Ingrid"),
        ("Boris Novak, Head of Audit at a bank", "Boris"),
        ("my old boss Petra Lang", "Petra"),
        ("Guy Fontaine", "Guy"),
        ("that guy Tom", "Tom"),
        ("Sibusiso (Sbu) Dube", "Sbu"),
        ("Sinéad O'Neil", "Sinéad"),
        ("o'neil", "O'Neil"),
        ("jean-luc martin", "Jean-Luc"),
        ("ana maria lópez", "Ana Maria"),
        ("Fatou she works at the port", "Fatou"),
        ("Phạm Thị Lan", "Phạm Thị Lan"),
        ("nguyễn an", "Nguyễn An"),
        ("陈伟", "陈伟"),
        ("김민준", "김민준"),
        ("Иван Петров", "Иван"),
        ("JP", "JP"),
        ("Ludwig van der Meer", "Ludwig"),
        ("Kofi Mensah - met him twice", "Kofi"),
        ("Abigail (everyone says Abby) Stone", "Abby"),
        ("my tailor's cousin Wanda, baker", "Wanda"),
        ("my ex-tutor Emeka", "Emeka"),
        ("a man named Rui", "Rui"),
        ("my sister Agata", "Agata"),
        ("McCabe, Nora", "Nora"),
        ("Lim Ha-neul", "Lim Ha-neul"),
        ("Tanaka Ren", "Tanaka Ren"),
        ("Or Cohen", "Or"),
        ("Ola Berg Jr.", "Ola"),
    ],
)
def test_greeting_when_there_is_a_given_name_then_it_is_warm(
    lexicon: Lexicon, answer: str, name: str
) -> None:
    assert read_who(answer, lexicon).greeting == Greeting(name)


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("Dr. Ben-Ami", "Dr. Ben-Ami"),
        ("prof rossi", "Prof. Rossi"),
        ("Dr D'Souza-Lobo", "Dr. D'Souza-Lobo"),
        ("Ms Achieng", "Ms Achieng"),
        ("mrs pam ayres", "Mrs. Ayres"),
        ("Mr. Wang Lei (Wang is the surname)", "Mr. Wang"),
        ("Prof. Dr. Ute Brandt", "Prof. Brandt"),
        ("Dr. Pieter van den Broek", "Dr. van den Broek"),
        ("Maître Claire Fontaine-Diop", "Maître Fontaine-Diop"),
        ("Dr. Trần Văn Minh", "Dr. Trần Văn Minh"),
        ("DR. HALVORSEN", "Dr. Halvorsen"),
        ("Sir Ronan Pike", "Sir Ronan"),
        ("Sir Pike", "Sir Pike"),
        ("Dr Lee Soo-ah", "Dr. Lee Soo-ah"),
        ("Ms. Kimura Aoi", "Ms Kimura Aoi"),
        ("Pastor Webb Sr.", "Pastor Webb"),
        ("Sister Agata", "Sister Agata"),
    ],
)
def test_greeting_when_there_is_a_title_then_it_is_formal(lexicon: Lexicon, answer: str, name: str) -> None:
    assert read_who(answer, lexicon).greeting == Greeting(name, formal=True)


@pytest.mark.parametrize(
    "answer",
    [
        "van der Velde",
        "the librarian",
        "head of product at some bank",
        "R. Patel",
        "J",
        "someone from HR",
        "agent 47",
        "me@mail.example",
        "ex-tutor",
        "St. Clair Webb",
    ],
)
def test_greeting_when_no_name_is_safe_then_there_is_none(lexicon: Lexicon, answer: str) -> None:
    assert read_who(answer, lexicon).greeting.name == ""


@pytest.mark.parametrize("answer", ["Hana and Tomás", "Bea & Finn Holm", "karl + otto", "Rosa or Vera"])
def test_read_who_when_two_are_named_then_it_says_so(lexicon: Lexicon, answer: str) -> None:
    assert read_who(answer, lexicon).two


@pytest.mark.parametrize(
    ("answer", "many"),
    [
        ("founders in fintech", True),
        ("all the recruiters", True),
        ("Head of People at a clinic", False),
        ("Ira", False),
    ],
)
def test_read_who_when_a_group_is_named_then_it_says_so(lexicon: Lexicon, answer: str, *, many: bool) -> None:
    assert read_who(answer, lexicon).many is many


@pytest.mark.parametrize(
    ("answer", "pronoun"), [("Mr. Bo", "he"), ("Mrs Bo", "she"), ("Dr. Bo", None), ("Bo", None)]
)
def test_read_who_when_a_title_tells_the_pronoun_then_it_is_known(
    lexicon: Lexicon, answer: str, pronoun: str | None
) -> None:
    assert read_who(answer, lexicon).pronoun == pronoun
