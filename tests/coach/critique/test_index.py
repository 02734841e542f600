import pytest
from msgspec import msgpack

from bot.coach.critique.index import Index, Landmarked


def test_worth_trying_when_a_text_has_a_word_of_every_set_then_that_pattern_is() -> None:
    index = Index()
    tea = index.add([frozenset({"tea", "matcha"}), frozenset({"my"})])
    anything = index.add([])
    eight = index.add([frozenset({letter}) for letter in "abcdefgh"])

    def tried(text: str) -> list[int]:
        return [number for number in (tea, anything, eight) if index.worth_trying(text)[number]]

    assert tried("my cup of matcha") == [tea, anything]
    assert tried("my cup") == [anything]
    assert tried("a tea") == [anything]
    assert tried("hgfedcba") == [anything, eight]
    assert tried("hgfedcb") == [anything]
    assert tried("") == [anything]


def test_worth_trying_when_there_is_no_pattern_then_nothing() -> None:
    assert Index().worth_trying("my tea") == b""


@pytest.mark.parametrize(
    ("landmark", "text", "there"),
    [
        (" tea ", "My tea.", True),
        (" tea ", "my 'tea'", True),
        (" tea ", "my tea's", True),
        (" tea ", "my teas", False),
        (" tea ", "a steak", False),
        (" tea", "my teas", True),
        (" tea", "a steak", False),
        ("tea ", "green-tea", True),
        ("tea ", "a steak", False),
        ("tea", "a steak", True),
        (" i'm ", "'i'm here'", True),
        ("'d ", "i'd", True),
        ("'d ", "id", False),
    ],
)
def test_worth_trying_when_a_landmark_has_an_edge_then_a_word_begins_or_ends_there(
    landmark: str, text: str, *, there: bool
) -> None:
    index = Index()
    index.add([frozenset({landmark})])
    assert index.worth_trying(text) == bytes([there])


def test_worth_trying_when_a_pattern_is_added_later_then_words_seen_before_are_looked_at_anew() -> None:
    index = Index()
    index.add([frozenset({"tea"})])
    assert index.worth_trying("tea") == b"\1"
    index.add([frozenset({"te"})])
    assert index.worth_trying("tea") == b"\1\1"


def test_recall_then_all_is_as_it_was_and_more_can_be_added() -> None:
    index, other = Index(), Index()
    index.add([frozenset({"tea", "matcha"}), frozenset({" my "})])
    index.add([])
    other.recall(msgpack.decode(msgpack.encode(index.known()), type=Landmarked))
    for one in (index, other):
        assert one.add([frozenset({"coffee"})]) == 2
    for text in ("my tea", "tea", "coffee", "my matcha and coffee", ""):
        assert other.worth_trying(text) == index.worth_trying(text)
