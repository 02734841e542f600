"""A dictated answer from its sound to the facts of a note."""

from bot.coach.compose.dictated.clauses import Cutter
from bot.coach.compose.dictated.dictation import cleared, is_dictated, marked
from bot.coach.compose.dictated.story import Story
from bot.coach.compose.dictated.whose import Teller
from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.intake.pieces import sentences
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.who import Who
from bot.coach.compose.tidying.tidy import LINK, typed
from bot.coach.compose.viewpoint.pov import Turner
from bot.coach.model import Slot


def read_spoken(
    slot: Slot, answer: str, who: Who, turner: Turner, lexicon: Lexicon
) -> tuple[list[Fact], list[Omission]]:
    """The facts of an answer that runs on, and what is left out of it; no facts for all other answers."""
    if not is_dictated(answer):
        return [], []
    text = marked(cleared(typed(LINK.sub(" ", answer), lexicon), lexicon), who, lexicon)
    clauses = [
        clause for part in sentences(text, lexicon) for clause in Cutter(part.rstrip(".?!"), lexicon).cut()
    ]
    story = Story(slot, Teller(lexicon, turner.pronoun, turner).tell(clauses), lexicon)
    facts = story.facts()
    return facts, story.omissions() if facts else []
