"""What a Bot API server keeps of how a bot shows itself: set once, asked for at every start."""

import json
from typing import Any

_FIELDS = {"Commands": "commands", "Description": "description", "ShortDescription": "short_description"}


class Profile:
    """Menus and descriptions by language and scope."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Any] = {}

    def answer(self, method: str, parameters: dict[str, Any]) -> Any:
        """The result of `getMy...` and `setMy...`; None for any other method."""
        kind = method[len("getMy") :]
        if not method.startswith(("getMy", "setMy")) or kind not in _FIELDS:
            return None
        field = _FIELDS[kind]
        where = (field, json.dumps([parameters.get("scope"), parameters.get("language_code")]))
        if method.startswith("set"):
            self.kept[where] = parameters.get(field, "")
            return True
        if field == "commands":
            return self.kept.get(where, [])
        return {field: self.kept.get(where, "")}
