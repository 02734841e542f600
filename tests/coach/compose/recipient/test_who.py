import pytest

from bot.coach.compose.facts import Greeting
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.who import read_who


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
        ("Phạm Thị Lan", "Lan"),
        ("nguyễn an", "An"),
        ("陈伟", "陈伟"),
        ("김민준", "김민준"),
        ("Иван Петров", "Иван"),
        ("JP", "JP"),
        ("Kovács Bence", "Bence"),
        ("Li Na", "Li Na"),
        ("Minh Anh Nguyễn", "Minh Anh"),
        ("Szűcs Réka (Réka is the given name)", "Réka"),
        ("Robert 'Bobby' Hale", "Robert"),
        ("Robert “Rob” Hale", "Rob"),
        ("Hale, Robert", "Robert"),
        ("Lena something", "Lena"),
        ("Bo's your uncle films - Bo Tanner", "Bo"),
        ("Ada Brun MBBS FRCS", "Ada"),
        ("Ludwig van der Meer", "Ludwig"),
        ("Kofi Mensah - met him twice", "Kofi"),
        ("Abigail (everyone says Abby) Stone", "Abby"),
        ("my tailor's cousin Wanda, baker", "Wanda"),
        ("my ex-tutor Emeka", "Emeka"),
        ("a man named Rui", "Rui"),
        ("my sister Agata", "Agata"),
        ("McCabe, Nora", "Nora"),
        ("Lim Ha-neul", "Ha-neul"),
        ("Tanaka Ren", "Tanaka Ren"),
        ("Or Cohen", "Or"),
        ("Ola Berg Jr.", "Ola"),
        ("Moussa Kane the plumber", "Moussa"),
        ("Ines Duarte our physio", "Ines"),
        ("Lars Holm shift manager, cold store in Vejle", "Lars"),
        ("greta vinter off the parish council", "Greta"),
        ("NJOROGE Peter", "Peter"),
        ("Peter NJOROGE", "Peter"),
        ("An Nguyen", "An"),
        ("Tan Boon Keng", "Boon Keng"),
        ("Cho Mi-rae, family name is Cho", "Mi-rae"),
        ("Big Lou Ferrante, roofer", "Lou"),
        ("Nik (Nikolaos) Pappas", "Nik"),
        ("周杰 Zhou Jie", "Zhou Jie"),
        ("Abu Tarek", "Abu Tarek"),
        ("piotr. luthier", "Piotr"),
        ("so um his name is Gareth um Gareth Prosser", "Gareth"),
        ("okay so it's Moira comma Moira Lyle Hay and she's the verger", "Moira"),
        ("i'm a joiner in Oban and i'd like to add Effie Reid", "Effie"),
        ("Olga (my old manager, not Olga from sales)", "Olga"),
        ("María del Pilar Otero", "María del Pilar"),
        ("Juan de Dios", "Juan de Dios"),
        ("Maria do Carmo Pires", "Maria do Carmo"),
        ("María García del Valle", "María"),
        ("Traoré Adama Yacouba, agronome", "Adama Yacouba"),
        ("BERTHIER Anne Lise", "Anne"),
        ("Inocencio Rafael Bastos Teixeira dos Anjos de Lima", "Inocencio"),
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
        ("Pi Lek", "Pi Lek"),
        ("Mdm Koh", "Mdm Koh"),
        ("Tante Marie-Josée", "Tante Marie-Josée"),
        ("the famous chef Rui", "Chef Rui"),
        ("Prof. Dr. Dr. h.c. mult. Ada Brun", "Prof. Brun"),
        ("prof. nadzw. dr hab. Ewa Lis", "Prof. Lis"),
        ("Hon'ble Justice K. Rao (Retd)", "Hon. Justice Rao"),
        ("Dipl.-Ing. Jens Wolf", "Dipl.-Ing. Wolf"),
        ("Rev. Fr. Paul Okello", "Rev. Fr. Okello"),
        ("Sr. Margaret Awino", "Sr. Margaret"),
        ("Dato' Ahmad Zain", "Dato' Ahmad Zain"),
        ("Fekete Gábor úr", "Mr. Fekete"),
        ("Dr. Hana Te Rangi", "Dr. Te Rangi"),
        ("Ms Ruth Quaye-Lind KC", "Ms Quaye-Lind"),
        ("Dr Almaz Tesfaye (we go by first name)", "Dr. Almaz"),
        ("Yuki Mori-san", "Mori-san"),
        ("Maître Ba", "Maître Ba"),
        ("Dr D'Souza-Lobo", "Dr. D'Souza-Lobo"),
        ("Ms Achieng", "Ms Achieng"),
        ("mrs pam ayres", "Mrs. Ayres"),
        ("Mr. Wang Lei (Wang is the surname)", "Mr. Wang"),
        ("Prof. Dr. Ute Brandt", "Prof. Brandt"),
        ("Dr. Pieter van den Broek", "Dr. van den Broek"),
        ("Maître Claire Fontaine-Diop", "Maître Fontaine-Diop"),
        ("Dr. Trần Văn Minh", "Dr. Minh"),
        ("DR. HALVORSEN", "Dr. Halvorsen"),
        ("Sir Ronan Pike", "Sir Ronan"),
        ("Sir Pike", "Sir Pike"),
        ("Dr Lee Soo-ah", "Dr. Lee"),
        ("Ms. Kimura Aoi", "Ms Kimura Aoi"),
        ("Pastor Webb Sr.", "Pastor Webb"),
        ("Sister Agata", "Sister Agata"),
        ("R. Patel", "R. Patel"),
        ("M.A. Qureshi sahib, notary", "M.A. Qureshi Sahib"),
        ("Dr. Layla al-Amin dermatologist", "Dr. al-Amin"),
        ("Eng. Tariq water engineer", "Eng. Tariq"),
        ("Dr Nadia Karim Ma'am (district officer)", "Dr. Karim"),
        ("Prof. Omar bin Saleh", "Prof. Omar"),
        ("Capt. Omar bin Saleh al-Balushi", "Capt. al-Balushi"),
        ("Ms. Leila Karim-zadeh", "Ms Karim-zadeh"),
        ("Prof. Dr. med. Anna Schulz", "Prof. Schulz"),
        ("um professor what's her name greta holm-lie", "Prof. Holm-Lie"),
        ("Lic. Irene Campos Duarte", "Lic. Irene Campos Duarte"),
        ("Arq. Irene Campos, Cuenca", "Arq. Campos"),
        ("Prof.ssa Ada Fini", "Prof.ssa Fini"),
        ("Dr. Joan Ellen Price", "Dr. Price"),
        ("Prof. Elvira Mora de la Cueva", "Prof. Elvira Mora de la Cueva"),
        ("Me Aïssatou Badji Sané, avocate", "Maître Sané"),
        ("Mori-sensei, piano", "Mori-sensei"),
        ("山本 (Yamamoto Aya) さん", "Yamamoto-san"),
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


@pytest.mark.parametrize(
    ("answer", "greeting"),
    [
        ("Rosa Lind.. no wait its Rosa Lund, Lind is her sister", Greeting("Rosa")),
        ("Emeka... no wait thats his cousin. Obinna Eze", Greeting("Obinna")),
        ("shorty i mean brian colley", Greeting("Brian")),
        ("Prof Weber. no wait just Wagner, Weber is the physicist", Greeting("Prof. Wagner", formal=True)),
        ("Dr. Meier Lang. Correct: Maier, not Meier", Greeting("Dr. Lang", formal=True)),
        ("Hilde or Greta? ok just Greta. Greta Moe", Greeting("Greta")),
    ],
)
def test_greeting_when_a_slip_is_put_right_then_what_was_meant_counts(
    lexicon: Lexicon, answer: str, greeting: Greeting
) -> None:
    assert read_who(answer, lexicon).greeting == greeting


@pytest.mark.parametrize(
    ("answer", "greeting"),
    [
        ("Trần Thị Thu Hà, please call her Ms. Hà", Greeting("Ms Hà", formal=True)),
        (
            "Mr. Choi (Jae-min is the first name, but I should say Mr. Choi)",
            Greeting("Mr. Choi", formal=True),
        ),
        ("Goh Mei Fen, tea stall auntie (just call Mei Fen)", Greeting("Mei Fen")),
        ("S. Ilango (S is initial only. Call as Ilango)", Greeting("Ilango")),
        ("Wu Jing. her English name is Cindy but she doesn't like it, use Jing", Greeting("Jing")),
        ('Engr. Carlo "Boy" Reyes - everybody calls him Boy', Greeting("Boy")),
        ("Salma, we all call her Khala Salma", Greeting("Khala Salma", formal=True)),
        ("Lakshmi Rao, everyone calls Lakshmi akka", Greeting("Lakshmi Akka", formal=True)),
        ("Khun Lek (real name Malee Saetang but everybody say Lek)", Greeting("Khun Lek", formal=True)),
        ("Prof Ivor Penrose, no wait he's retired & says just Ivor", Greeting("Ivor")),
        ("Theodora Nkemelu but its Teddy", Greeting("Teddy")),
        ("Rabbi Stern, everyone calls him exactly that", Greeting("Rabbi Stern", formal=True)),
        ("everyone calls him jun", Greeting("Jun")),
        ("Robert Hale, hates being called Bob", Greeting("Robert")),
    ],
)
def test_greeting_when_the_answer_says_how_to_address_then_it_does_so(
    lexicon: Lexicon, answer: str, greeting: Greeting
) -> None:
    assert read_who(answer, lexicon).greeting == greeting


@pytest.mark.parametrize(
    "answer",
    [
        "the librarian",
        "the HR of that firm in phase 3, name not knowing",
        "Head of Logistics, Osterby steel works",
        "whoever runs the evening classes at Dean & Co, dunno the name",
        "the umpire from saturdays game, never caught the name",
        "my old foreman from the quarry in Tain",
    ],
)
def test_read_who_when_a_role_has_no_name_then_nobody_is_known(lexicon: Lexicon, answer: str) -> None:
    assert read_who(answer, lexicon).nobody


@pytest.mark.parametrize(
    "answer",
    [
        "Hana and Tomás",
        "Bea & Finn Holm",
        "karl + otto",
        "Rosa or Vera",
        "i want to invite Ustad Nabil and also his son Hadi they both translate",
        "so there's two of them wiremu and his sister ngaio",
        "my two examiners, Prof. Ada Brun and Dr. Leo Falk",
        "the two who edit the zine, Pip and Jude",
    ],
)
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
