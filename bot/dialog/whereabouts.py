"""Whose clock it is: by a town, a shared location, coordinates, or what the clock shows now."""

import re
from collections.abc import Sequence
from typing import Final

from bot.coach.clock import parse_clock, zones_at
from bot.coach.schedule import zone_info
from bot.conversation import DATE_LINE, POLE, Choice, Location
from bot.dialog import dates
from bot.dialog.turn import Row, Turn
from bot.errors import UnknownZoneError

_DEGREES: Final = r"(-?\d{1,3}(?:\.\d+)?)\s?°?\s?"
_COORDINATES: Final = re.compile(rf"{_DEGREES}([NnSs]?)\s?[,;]\s?{_DEGREES}([EeWw]?)")


def ask(turn: Turn, minute: int) -> None:
    """Ask where somebody is."""
    turn.say("subscribe.ask-zone", *_rows(turn), time=dates.clock(minute))


def search(turn: Turn, text: str) -> str | None:
    """The zone that was meant; where it may be several or none, asks and returns None."""
    if location := _coordinates(text):
        return at(turn, location)
    if "/" in text and _is_zone(text.strip()):
        return text.strip()
    places = turn.tools.places.find(text)
    minute = parse_clock(text)
    known = () if minute is None else zones_at(turn.tools.now(), *divmod(minute, 60), turn.tools.zones)
    zones = [place.zone for place in places] or [place.zone for place in known]
    if len(zones) == 1:
        return zones[0]
    if places:
        labels = [{"name": place.name, "country": place.country} for place in places]
        turn.say("subscribe.which-place", *_offer(turn, zones, "button.place", labels))
    elif known:
        labels = [{"city": place.city} for place in known]
        turn.say("subscribe.which-clock", *_offer(turn, zones, "button.city", labels))
    else:
        unknown(turn)
    return None


def at(turn: Turn, location: Location) -> str | None:
    """The zone of a place; where there is none, asks again and returns None."""
    zone = turn.tools.places.zone_at(location)
    if zone is None or not _is_zone(zone):
        turn.say("subscribe.no-zone-there", *_rows(turn))
        return None
    return zone


def unknown(turn: Turn) -> None:
    """Ask again, since nothing was found."""
    turn.say("subscribe.zone-unknown", *_rows(turn))


def _coordinates(text: str) -> Location | None:
    """A place as maps write it: "60.17, 24.94", "33.9 S, 151.2 E"."""
    found = _COORDINATES.fullmatch(text.strip())
    if found is None:
        return None
    latitude = float(found[1]) * (-1 if found[2] in {"S", "s"} else 1)
    longitude = float(found[3]) * (-1 if found[4] in {"W", "w"} else 1)
    if abs(latitude) > POLE or abs(longitude) > DATE_LINE:
        return None
    return Location(latitude, longitude)


def _is_zone(name: str) -> bool:
    """Whether there is a zone of that name; some people know theirs: Europe/Berlin."""
    try:
        zone_info(name)
    except UnknownZoneError:
        return False
    return True


def _rows(turn: Turn, rows: Sequence[Row] = ()) -> tuple[Row, ...]:
    """The rows with a way back under them, and the ways that need no typing."""
    if not rows:
        share = turn.text("button.share-location")
        rows = ((Choice("subscribe:where", share, asks_location=True),),)
        if turn.known.subscription is not None:
            zone = turn.known.subscription.zone
            rows = (*rows, (turn.button(f"subscribe:zone:{zone}", "button.same-zone", zone=zone),))
    return (*rows, (turn.button("subscribe:back", "button.back"),))


def _offer(turn: Turn, zones: list[str], label_id: str, labels: list[dict[str, str]]) -> tuple[Row, ...]:
    offered = zip(zones, labels, strict=True)
    rows = [(turn.button(f"subscribe:zone:{zone}", label_id, **label),) for zone, label in offered]
    return _rows(turn, rows)
