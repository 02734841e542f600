import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.who import read_who
from bot.coach.compose.viewpoint.called import with_full_name
from bot.coach.compose.viewpoint.persons import pronoun_of


@pytest.mark.parametrize(
    ("who", "about", "pronoun"),
    [
        ("Mrs Lund", "he says she is fair", "she"),
        ("Noor (they/them)", "she said they were kind", "they"),
        ("Robin Vane, dont know if he or she", "told me when the man would come", "they"),
        ("it's Wren Cole he's the porter", "she liked him", "he"),
        ("Tomoko Ide", "the judge he waited and Tomoko she sang", "she"),
        ("Philippa Grove", "her old boss says nobody edits like her, he kept her pen, he is right", "she"),
        ("Wren Cole", "she sold me a kite and she was kind", "she"),
    ],
)
def test_pronoun_of_when_there_is_a_surer_sign_than_counting_then_it_decides(
    lexicon: Lexicon, who: str, about: str, pronoun: str
) -> None:
    assert pronoun_of(read_who(who, lexicon), who, [about], lexicon) == pronoun


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("so Wren took over", "so Wrenna took over"),
        ("my brother Wren says she took over", None),
        ("I met Wren Cole", None),
    ],
)
def test_with_full_name_when_it_is_short_then_it_is_the_recipients_unless_somebody_else_has_it(
    lexicon: Lexicon, told: str, said: str | None
) -> None:
    assert with_full_name({"how_met": told}, ("how_met",), ["Wrenna"], lexicon) == {"how_met": said or told}
