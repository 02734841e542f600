"""Our bot, as people run it, against emulators of Telegram that others wrote: `make peers`.

What an emulator does otherwise than Telegram is put right on the way by a `Shim`, field by field, so that it
can be read what that is. A peer that cannot be started is reported, and the run fails.
"""
