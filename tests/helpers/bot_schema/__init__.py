"""The Bot API as python-telegram-bot speaks it, read off its own signatures.

`made` reads them, `kept` is what was read last and lies beside it as JSON, `check` holds a call against that.
`python -m tests.helpers.bot_schema` writes the file anew; with `--against FILE`, a machine-readable
specification of the Bot API, it lists where the two differ.
"""
