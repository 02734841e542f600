import pytest

from bot.coach.compose.facts import Greeting
from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.hello import Hello
from bot.coach.compose.recipient.who import read_who


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("Sra. Campos", "Sra. Campos"),
        ("Ing. Dvořák", "Ing. Dvořák"),
        ("Hr. Lindqvist", "Hr. Lindqvist"),
        ("Herr Prof. Baum", "Herr Prof. Baum"),
        ("Bu Sari Dewi", "Bu Sari Dewi"),
        ("Sheikh Omar", "Sheikh Omar"),
        ("Barrister Eze", "Barrister Eze"),
        ("Tan Sri Halim", "Tan Sri Halim"),
        ("Selim bey", "Selim Bey"),
        ("Iqbal sir", "Iqbal Sir"),
        ("Arq. Molina", "Arq. Molina"),
        ("Xyz. Molina", "Xyz. Molina"),
        ("Alhaji Musa", "Alhaji Musa"),
        ("Oom Piet Botha", "Oom Piet"),
        ("prophetess Linda Asante", "Prophetess Asante"),
        ("Pst. Mrs. Joy Bassey", "Pastor Bassey"),
        ("hajiya Rabi Bala", "Hajiya Rabi Bala"),
        ("hello Dr Rossi", "Dr. Rossi"),
        ("Uncle Ray Kennedy-Moore", "Uncle Ray"),
        ("Ate Luz Santos po", "Ate Luz"),
        ("Puan Nur Aini binti Razak", "Puan Nur Aini"),
        ("Ibu Sri Mulyani", "Ibu Sri Mulyani"),
        ("deepa aunty from the ngo", "Deepa Aunty"),
        ("Mrs Kavitha Rao madam", "Mrs. Rao"),
    ],
)
def test_greeting_when_a_title_is_from_anywhere_then_it_is_kept(
    lexicon: Lexicon, answer: str, name: str
) -> None:
    assert read_who(answer, lexicon).greeting == Greeting(name, formal=True)


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("José Miguel Ortega", "José Miguel"),
        ("anne sophie", "Anne Sophie"),
        ("Abdul Rahman", "Abdul Rahman"),
        ("Md Karim", "Md Karim"),
        ("hey Olga", "Olga"),
        ("her name is Olga", "Olga"),
        ("it's Olga!", "Olga"),
        ("HR Anna", "Anna"),
        ("Justice", "Justice"),
        ("Dr.", ""),
        ("Professor", ""),
        ("Mrs", ""),
    ],
)
def test_greeting_when_there_is_no_title_with_a_name_then_it_is_warm(
    lexicon: Lexicon, answer: str, name: str
) -> None:
    assert read_who(answer, lexicon).greeting == Greeting(name)


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("🙂🙂", "nobody"),
        ("_*[", "nobody"),
        ("https://pages.example/in/olga", "nobody"),
        ("olga@mail.example", "nobody"),
        ("hello", "nobody"),
        ("", "nobody"),
        ("Olga and Piotr", "two"),
        ("all my colleagues", "many"),
        ("Olga", None),
        ("the librarian", "nobody"),
        ("陈伟", None),
    ],
)
def test_problem_when_no_single_person_is_named_then_it_is_the_id_of_a_question(
    grammar: Grammar, who: str, problem: str | None
) -> None:
    assert Hello(grammar).problem(who) == problem
    assert problem is None or grammar.sentences.question[problem].endswith(("?", "."))
