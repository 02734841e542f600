"""The commands: `outreach-coach` or `python -m bot`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from bot import config
from bot.cli import streams
from bot.errors import CoachError, ConfigError, ContentError, UsageError

OK: Final = 0
SOMETHING_TO_FIX: Final = 1
UNUSABLE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 2 when the call or the set-up cannot be worked with."""
    streams.speak_utf8()
    options = _parser().parse_args(arguments)
    if options.zones:
        config.use_pinned_zones()
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        code = command(options)
        sys.stdout.flush()
    except CoachError as error:
        return _said(str(error), isinstance(error, ConfigError | ContentError | UsageError))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        streams.give_up_output()
        return OK
    except OSError as error:
        if not streams.is_of_output(error):
            raise
        streams.give_up_output()
        return _said(f"the output cannot be written: {error.strerror}", unusable=True)
    return code


def _said(sentence: str, unusable: bool) -> int:  # noqa: FBT001 - a private helper
    print(f"outreach-coach: {sentence}", file=sys.stderr)
    return UNUSABLE if unusable else SOMETHING_TO_FIX


def _settings(options: argparse.Namespace) -> config.Settings:
    written = config.environment()
    if getattr(options, "data", None):
        written["COACH_DATA_DIR"] = options.data
        written.pop("COACH_DATABASE_URL", None)
    return config.load(written)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="outreach-coach", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog=parser.prog)

    def add(name: str, command: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=text, description=text)
        one.set_defaults(command=command, zones=True)
        one.add_argument("--data", metavar="DIR", help="the data folder (COACH_DATA_DIR)")
        return one

    chat = add("chat", _chat, "Talk to the coach in the terminal.")
    chat.add_argument("--user", default="me", help="whose conversation it is (default: me)")
    critique = add("critique", _critique, "Read a draft: exit 0 nothing to fix, 1 something, 2 unusable.")
    critique.set_defaults(zones=False)  # it waits for nothing that it does not need
    critique.add_argument("file", nargs="?", default="-", help="the draft's file, - for standard input")
    critique.add_argument("--limit", type=_limit, help="how many characters a note may have")
    critique.add_argument("--json", action="store_true", help="print the report as JSON")
    critique.add_argument("--jsonl", action="store_true", help="JSON Lines in, one report a line out")
    compose = add("compose", _compose, "Write notes from answers.")
    compose.add_argument("--jsonl", action="store_true", help="JSON Lines in, one composition a line out")
    week = add("challenge", _challenge, "Print the challenge of a week.")
    week.add_argument("week", type=int, metavar="N")
    why = add("why", _why, "Explain a criterion, with a good and a bad example.")
    why.add_argument("criterion", metavar="CRITERION")
    deliver = add("deliver", _deliver, "Say who would get which challenge.")
    deliver.add_argument("--dry-run", action="store_true", required=True, help="only say it")
    deliver.add_argument("--at", metavar="TIME", help="ISO time, UTC when it names no zone (default: now)")
    add("run", _run, "Run the Telegram bot.")
    add("doctor", _doctor, "Check that everything is in place.")
    database = add("db", _db, "Look after the database.")
    database.add_argument("action", choices=["upgrade", "check", "backup", "restore"])
    database.add_argument("file", nargs="?", type=Path, help="of the backup")
    database.add_argument("--quick", action="store_true", help="check: only whether it opens")
    for name, command, text in (
        ("export", _export, "Print everything stored of a person as JSON."),
        ("forget", _forget, "Delete everything stored of a person."),
    ):
        add(name, command, text).add_argument("user", help="<channel>:<id>, or the name used with chat")
    training = add("train", _train, "Make the evidence model out of the labelled notes.")
    training.add_argument("--check", action="store_true", help="only say whether it would come out the same")
    content = add("check-content", _check_content, "Check every file under prompts/.")
    content.add_argument(
        "--against",
        type=Path,
        nargs="+",
        default=(),
        metavar="PATH",
        help="texts, or folders of texts, of which six words in a row are too many",
    )
    return parser


def _limit(written: str) -> int:
    limit = int(written) if written.isdecimal() else 0
    if limit < 1:
        raise argparse.ArgumentTypeError("a limit is a whole number above 0")
    return limit


def _chat(options: argparse.Namespace) -> int:
    import asyncio

    from bot import app, log

    settings = _settings(options)
    log.set_up("ERROR")
    asyncio.run(app.chat(settings, options.user))
    return OK


def _critique(options: argparse.Namespace) -> int:
    from bot.cli import batch

    settings = _settings(options)
    if options.jsonl:
        return batch.critique_lines(settings, options.file, options.limit)
    return batch.critique_one(settings, options.file, options.limit, as_json=options.json)


def _compose(options: argparse.Namespace) -> int:
    from bot.cli import batch

    settings = _settings(options)
    return batch.compose_lines(settings) if options.jsonl else batch.compose_asking(settings)


def _challenge(options: argparse.Namespace) -> int:
    from bot.cli import batch

    return batch.print_challenge(_settings(options), options.week)


def _why(options: argparse.Namespace) -> int:
    from bot.cli import batch

    return batch.explain(_settings(options), options.criterion)


def _deliver(options: argparse.Namespace) -> int:
    import asyncio

    from bot.cli import admin

    return asyncio.run(admin.deliveries_at(_settings(options), options.at))


def _run(options: argparse.Namespace) -> int:
    import asyncio

    from bot import app, log

    settings = _settings(options)
    log.set_up(settings.log_level)
    asyncio.run(app.run(settings))
    return OK


def _doctor(options: argparse.Namespace) -> int:
    import asyncio

    from bot.cli import doctor

    data: str | None = options.data
    return asyncio.run(doctor.examine(config.environment(), data))


def _db(options: argparse.Namespace) -> int:
    import asyncio

    from bot.cli import admin

    settings = _settings(options)
    return asyncio.run(admin.database(settings, options.action, options.file, quick=options.quick))


def _export(options: argparse.Namespace) -> int:
    import asyncio

    from bot.cli import admin

    return asyncio.run(admin.export(_settings(options), options.user))


def _forget(options: argparse.Namespace) -> int:
    import asyncio

    from bot.cli import admin

    return asyncio.run(admin.forget(_settings(options), options.user))


def _check_content(options: argparse.Namespace) -> int:
    from bot.cli import check_content

    return check_content.check(_settings(options), options.against)


def _train(options: argparse.Namespace) -> int:
    from bot.cli import train

    check: bool = options.check
    return train.train(_settings(options), check=check)
