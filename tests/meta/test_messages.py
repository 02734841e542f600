"""Every message the code asks for is written, and every one that is written is asked for."""

from bot.cli import asked
from bot.content import Content


def test_messages_and_code_agree(content: Content) -> None:
    written = set(content.messages.ids())
    meant = {one: asked.matching(one, written) for one in asked.ids(written)}
    assert not {one for one, found in meant.items() if not found}
    assert not written.difference(*meant.values())


def test_variables_and_code_agree_where_the_code_says_them_in_one_place(content: Content) -> None:
    filled = asked.variables()
    assert len(filled) > len(set(content.messages.ids())) / 2
    assert filled == {one: content.messages.variables(one) for one in filled}


def test_messages_have_no_exclamation_marks_in_rows(content: Content) -> None:
    assert not [one for one in content.messages.ids() if "!!" in content.messages.template(one)]
