from bot.coach.critique.index import Index


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
