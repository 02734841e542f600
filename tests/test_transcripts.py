"""Every transcript, replayed over every channel it is for."""

from pathlib import Path

import pytest

from tests.helpers import chatfile
from tests.helpers.transcript import play

FILES = sorted((Path(__file__).parent / "transcripts").glob("*.chat"))
CASES = [
    pytest.param(path, channel, id=f"{path.stem}-{channel}")
    for path in FILES
    for channel in chatfile.read(path).channels
]


def test_transcripts_are_enough() -> None:
    assert len(FILES) >= 25


@pytest.mark.parametrize(("path", "channel"), CASES)
async def test_transcript(path: Path, channel: str, tmp_path: Path) -> None:
    chat = chatfile.read(path)
    played = await play(chat, channel, tmp_path)
    for expected, came in zip(chat.steps, played.steps, strict=True):
        said = "\n".join(came.replies)
        wanted = "\n".join(expected.replies)
        assert said == wanted, (
            f"after {expected.kind}: {expected.text}\n--- came\n{said}\n--- wanted\n{wanted}"
        )
