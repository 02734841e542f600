"""An event loop whose clock is reckoned, with processes on it that can be frozen and killed."""

import asyncio
from collections.abc import Callable
from contextvars import Context, ContextVar, copy_context
from typing import Any

Span = tuple[float, float]


class Process:
    """What runs in its context dies with it, and stands still while it is frozen."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.died_at: float | None = None
        self.freezes: list[Span] = []
        self.held: list[Callable[[], None]] = []

    def is_frozen(self, now: float) -> bool:
        """Whether it stands still."""
        return bool(self.freezes) and now < self.freezes[-1][1]


_process: ContextVar[Process | None] = ContextVar("process", default=None)


class VirtualLoop(asyncio.BaseEventLoop):
    """When nothing is left to do now, it is later at once."""

    def __init__(self) -> None:
        super().__init__()
        self._seconds = 0.0
        self._clock_resolution = 1e-6
        self._selector = self
        self.set_exception_handler(lambda _loop, _context: None)  # killed tasks stay pending: that is meant

    def time(self) -> float:
        """The virtual time, in seconds."""
        return self._seconds

    def jump(self, seconds: float) -> None:
        """Let time pass in which nothing runs."""
        self._seconds += seconds

    def select(self, timeout: float | None) -> list[Any]:
        """In place of waiting for sockets."""
        if timeout is None:
            raise RuntimeError("nothing will ever happen again")
        self._seconds += timeout
        return []

    def _process_events(self, event_list: list[Any]) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """There are no threads."""

    def call_soon(  # type: ignore[override]
        self, callback: Any, *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        context = copy_context() if context is None else context
        return super().call_soon(self._guarded(callback, context), *args, context=context)

    def call_at(  # type: ignore[override]
        self, when: float, callback: Any, *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        context = copy_context() if context is None else context
        return super().call_at(when, self._guarded(callback, context), *args, context=context)

    def _guarded(self, callback: Any, context: Context) -> Any:
        process = context.get(_process)
        if process is None:
            return callback

        def guarded(*args: Any) -> None:
            if process.died_at is not None:
                return
            if process.is_frozen(self._seconds):
                process.held.append(lambda: guarded(*args))
            else:
                callback(*args)

        return guarded

    def spawn(self, process: Process, coroutine: Any) -> asyncio.Task[Any]:
        """Start something in a process."""
        context = Context()
        context.run(_process.set, process)
        return self.create_task(coroutine, context=context)

    def outside(self, seconds: float, callback: Callable[[], object]) -> None:
        """Have something happen in the world, whatever becomes of the process that caused it."""
        self.call_at(self._seconds + seconds, callback, context=Context())

    def freeze(self, process: Process, seconds: float) -> None:
        """Let a process stand still."""
        if process.died_at is None and not process.is_frozen(self._seconds):
            process.freezes.append((self._seconds, self._seconds + seconds))
            self.outside(seconds, lambda: self._thaw(process))

    def _thaw(self, process: Process) -> None:
        held, process.held = process.held, []
        context = Context()
        context.run(_process.set, process)
        for one in held:
            super().call_soon(one, context=context)

    def kill(self, process: Process) -> None:
        """End a process in the middle of whatever it does."""
        process.died_at = self._seconds


def this_process() -> Process:
    """The process that asks."""
    process = _process.get()
    assert process is not None
    return process
