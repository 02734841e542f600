"""How to greet somebody, without a note around it."""

from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.who import read_who


def hello(who: str, grammar: Grammar) -> str:
    """The greeting for an answer to "who": "Hi Lena,", "Dear Dr. Haddad,", or one without a name."""
    greetings = grammar.notes.greetings
    found = read_who(who, Lexicon(grammar.words)).greeting
    if not found.name:
        return greetings.nameless
    template = greetings.formal if found.formal else greetings.warm
    return template.replace("{{name}}", found.name)
