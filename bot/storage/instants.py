"""Instants as they are stored: whole seconds of Unix time, one way only."""

from datetime import UTC, datetime


def to_epoch(instant: datetime) -> int:
    """An aware instant as stored; parts of a second are dropped."""
    return int(instant.timestamp())


def from_epoch(seconds: int) -> datetime:
    """A stored instant, in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def to_iso(seconds: int | None) -> str | None:
    """A stored instant as people and other programs read it."""
    return None if seconds is None else from_epoch(seconds).isoformat().replace("+00:00", "Z")
