"""Every error this project raises on purpose; the docstring says when, the argument says what."""


class CoachError(Exception):
    """The root: something the coach knows how to explain."""


class ConfigError(CoachError):
    """A setting is missing or wrong; the sentence names the setting. Exit code 2."""


class ContentError(CoachError):
    """A file under prompts/ is not what it should be; the sentence names the file. Exit code 2."""


class StoreError(CoachError):
    """The database cannot be used; the sentence says why and what to do."""


class StaleError(CoachError):
    """A turn was decided on what is not stored any more: somebody else's turn came between. Decide anew."""


class UsageError(CoachError):
    """A command was called with something it cannot work with. Exit code 2."""


class UnknownZoneError(CoachError):
    """There is no time zone of that name, or the database of time zones dropped it."""


class SendError(CoachError):
    """A message could not be sent. Raised by senders; the sub-class says what is known of it."""


class NotSentError(SendError):
    """Certainly not delivered: trying again cannot make a second copy."""


class InDoubtError(SendError):
    """Perhaps delivered, perhaps not: the answer was lost. Trying again may make a second copy."""


class FloodError(SendError):
    """Refused for now: the whole bot has to wait.

    Attributes:
        seconds: how long, as the server says.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"told to wait {seconds:g} s")
        self.seconds = seconds


class GoneError(SendError):
    """The person blocked the bot, or the chat does not exist any more: leave them alone."""


class MovedError(SendError):
    """The chat has a new address.

    Attributes:
        new_id: the address to use from now on.
    """

    def __init__(self, new_id: str) -> None:
        super().__init__("the chat has moved")
        self.new_id = new_id


class RefusedError(SendError):
    """The server does not accept this very message: our bug, and trying again would not help."""


class UnauthorizedError(SendError):
    """The token is not (or no longer) valid: stop sending, change nothing."""
