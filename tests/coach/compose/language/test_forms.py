import pytest

from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("your lecture on moss", Form.NOUN),
        ("reuse of old timber", Form.BARE),
        ("the way you fold a map", Form.NOUN),
        ("your quilt that looks like rain", Form.NOUN),
        ("your filter made of husk", Form.NOUN),
        ("your honesty about the failed dam", Form.NOUN),
        ("your wit and warmth", Form.NOUNS),
        ("patience with beginners", Form.BARE),
        ("quiet voice", Form.BARE),
        ("dedicated teacher", Form.BARE),
        ("explained rust with porridge", Form.VERB),
        ("always backs the juniors", Form.VERB),
        ("knits hats for owls", Form.VERB),
        ("never gives up", Form.VERB),
        ("talks to everyone", Form.VERB),
        ("you explained rust", Form.SENTENCE),
        ("you're kind", Form.SENTENCE),
        ("your comments have numbers", Form.SENTENCE),
        ("your posts on soil come with data", Form.SENTENCE),
        ("your patience helped me", Form.SENTENCE),
        ("her songs always name the drummer", Form.SENTENCE),
        ("now I work in Riga", Form.SENTENCE),
        ("after that I mended it", Form.SENTENCE),
        ("14 winters later", Form.BARE),
        ("14 years I sail and never saw that", Form.SENTENCE),
        ("half the choir started crying", Form.SENTENCE),
        ("our choir starts with a hum", Form.SENTENCE),
        ("my aunt asked how it floats", Form.SENTENCE),
        ("to this day I hum it", Form.SENTENCE),
        ("for 9 years we met there", Form.SENTENCE),
        ("rehearsal starts with a joke", Form.SENTENCE),
        ("Otto says you mend it best", Form.SENTENCE),
        ("designs footbridges", Form.VERB),
        ("designs, maps and models", Form.BARE),
        ("notes taken by candle", Form.BARE),
        ("gruff but fair", Form.ADJECTIVE),
        ("weaves", Form.VERB),
        ("how you fold a map", Form.CLAUSE),
        ("that you closed the pit", Form.CLAUSE),
        ("what you said on rust", Form.CLAUSE),
        ("calm and plain spoken", Form.ADJECTIVE),
        ("strict but you never shout", Form.ADJECTIVE),
        ("very kind to my son", Form.ADJECTIVE),
        ('"done is better"', Form.QUOTE),
        ("at the weir", Form.PREPOSITION),
        ("?", Form.OTHER),
    ],
)
def test_form_of_when_words_are_given_then_it_is_their_form(lexicon: Lexicon, text: str, form: Form) -> None:
    assert form_of(text, lexicon) is form
