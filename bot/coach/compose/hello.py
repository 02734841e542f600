"""How to greet somebody, without a note around it."""

from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.who import read_who


class Hello:
    """Greets by the grammar of the notes."""

    def __init__(self, grammar: Grammar) -> None:
        self._greetings = grammar.notes.greetings
        self._lexicon = Lexicon(grammar.words)

    def __call__(self, who: str) -> str:
        """The greeting for an answer to "who": "Hi Lena,", "Dear Dr. Haddad,", or one without a name."""
        found = read_who(who, self._lexicon).greeting
        if not found.name:
            return self._greetings.nameless
        template = self._greetings.formal if found.formal else self._greetings.warm
        return template.replace("{{name}}", found.name)
