"""How to greet somebody, without a note around it."""

from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.who import read_who, who_problem


class Hello:
    """Greets by the grammar of the notes."""

    def __init__(self, grammar: Grammar) -> None:
        self._greetings = grammar.notes.greetings
        self._questions = grammar.sentences.question
        self._lexicon = Lexicon(grammar.words, grammar.towns)

    def __call__(self, who: str) -> str:
        """The greeting for an answer to "who": "Hi Lena,", "Dear Dr. Haddad,", or one without a name."""
        found = read_who(who, self._lexicon).greeting
        if not found.name:
            return self._greetings.nameless
        template = self._greetings.formal if found.formal else self._greetings.warm
        return template.replace("{{name}}", found.name)

    def name(self, who: str) -> str:
        """What to call the person: "Lena", "Dr. Haddad"; empty when no name is known."""
        return read_who(who, self._lexicon).greeting.name

    def problem(self, who: str) -> str | None:
        """Whether an answer to "who" is no one person a note can be written to.

        Returns:
            The id of the question to ask first, of prompts/compose/sentences.yaml: "nobody", "two" or "many";
            None when the answer will do.
        """
        return who_problem(read_who(who, self._lexicon))

    def question(self, who: str) -> str | None:
        """What has to be asked before anybody can be greeted, as a sentence; None when all is clear."""
        problem = self.problem(who)
        return None if problem is None else self._questions[problem]
