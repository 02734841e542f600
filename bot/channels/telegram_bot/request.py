"""The HTTP client under python-telegram-bot: aiohttp, with errors that tell "not sent" from "in doubt"."""

from typing import Any, Final, NamedTuple

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.channels.telegram_bot.wire import read_json

CONNECTIONS: Final = 256
_FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
_LEFT_TO_DEFAULT: Final = BaseRequest.DEFAULT_NONE


class Timeouts(NamedTuple):
    """Seconds to wait: for an answer, for writing (a file: `upload`), for a connection, for the pool."""

    read: float = 15.0
    write: float = 5.0
    connect: float = 5.0
    pool: float = 5.0
    upload: float = 20.0


_TIMEOUTS: Final = Timeouts()


class AiohttpRequest(BaseRequest):
    """Calls the Bot API over one pool of kept-alive connections.

    Raised errors keep aiohttp's error as their cause, unless its words hold the address, and with it the
    token: then the cause is one of the same meaning without the address.
    """

    __slots__ = ("_connections", "_session", "_timeouts")

    def __init__(self, timeouts: Timeouts = _TIMEOUTS, connections: int = CONNECTIONS) -> None:
        self._timeouts = timeouts
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """The seconds an answer may take, where a call does not say otherwise."""
        return self._timeouts.read

    async def initialize(self) -> None:
        """Open the pool on the running loop; again is harmless."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the pool; again is harmless."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = _LEFT_TO_DEFAULT,
        write_timeout: Any = _LEFT_TO_DEFAULT,
        connect_timeout: Any = _LEFT_TO_DEFAULT,
        pool_timeout: Any = _LEFT_TO_DEFAULT,
    ) -> tuple[int, bytes]:
        """Make one call, never repeated here.

        Returns the HTTP status and the body.

        Raises:
            TimedOut: by its cause, while connecting (not sent) or afterwards (in doubt).
            NetworkError: the same, for everything else that can go wrong on the way.
        """
        if self._session is None:
            raise RuntimeError("the request is not initialized")
        files = request_data is not None and request_data.contains_files
        seconds = self._chosen(files, read_timeout, write_timeout, connect_timeout, pool_timeout)
        try:
            body, headers = _body(request_data)
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=_timeout(seconds), allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except Exception as error:  # noqa: BLE001 - the library would put the words of any other into its own
            cause = _without_address(error)
        # Raised out here, so that the error with the address is not even its context.
        raise _as_telegram_error(cause) from cause

    def _chosen(self, files: bool, read: Any, write: Any, connect: Any, pool: Any) -> Timeouts:  # noqa: FBT001
        default = self._timeouts
        return Timeouts(
            read=default.read if read is _LEFT_TO_DEFAULT else read,
            write=(default.upload if files else default.write) if write is _LEFT_TO_DEFAULT else write,
            connect=default.connect if connect is _LEFT_TO_DEFAULT else connect,
            pool=default.pool if pool is _LEFT_TO_DEFAULT else pool,
        )

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; unlike the library's own, logs nothing of it.

        Raises:
            TelegramError: it is no JSON object.
        """
        try:
            answer = read_json(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("the answer is not what the Bot API speaks")
        return answer


def _body(request_data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, dict[str, str] | None]:
    # Forms, as the library's own client sends them: any server that knows the Bot API reads them.
    if request_data is None:
        return None, None
    fields = {
        name: value if isinstance(value, str) else msgspec.json.encode(value).decode()
        for name, value in request_data.parameters.items()
    }
    if not request_data.multipart_data:  # encoded here, twenty times as fast as by FormData
        return URL.build(query=fields).raw_query_string.encode(), _FORM
    form = aiohttp.FormData()
    for name, value in fields.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, None


def _timeout(seconds: Timeouts) -> aiohttp.ClientTimeout:
    parts = (seconds.pool, seconds.connect, seconds.write, seconds.read)
    return aiohttp.ClientTimeout(
        total=None if None in parts else sum(parts),
        connect=None if None in parts[:2] else seconds.pool + seconds.connect,
        sock_connect=seconds.connect,
        sock_read=seconds.read,
    )


def _without_address(error: Exception) -> Exception:
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return aiohttp.ConnectionTimeoutError("no connection in time")
    if isinstance(error, aiohttp.InvalidURL):
        return aiohttp.InvalidURL("the address of the Bot API")
    if isinstance(error, aiohttp.ClientConnectionError | aiohttp.ClientPayloadError | TimeoutError):
        return error
    return aiohttp.ClientError(type(error).__name__)


def _as_telegram_error(cause: Exception) -> NetworkError:
    if isinstance(cause, TimeoutError):
        return TimedOut(type(cause).__name__)
    return NetworkError(type(cause).__name__)
