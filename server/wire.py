"""The messages between a worker and a query process: questions one way; the process's number, then replies, back."""

import json
import socket
import struct
from enum import IntEnum
from typing import NamedTuple

_LENGTH = struct.Struct(">I")
HELLO = struct.Struct(">I")
_HEADER = struct.Struct(">BBI")
CHUNK = 1 << 16


class Status(IntEnum):
    """How a query ended."""

    ANSWER = 0
    SYNTAX = 1
    EVALUATION = 2
    TOO_LARGE = 3
    UNWRITABLE = 4


class Question(NamedTuple):
    """A query for a query process: `format` is a format's name, the graphs are IRIs (None: the text's own dataset),
    and relative IRIs of the text are resolved against `base`.
    """

    query: str
    format: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    base: str | None = None

    def encode(self) -> bytes:
        """The question as one message."""
        text = json.dumps(self).encode()
        return _LENGTH.pack(len(text)) + text


class Reply(NamedTuple):
    """What came of a question: an answer's bytes or a message in UTF-8; `last` when the process ends with it."""

    status: Status
    body: bytes
    last: bool = False

    def encode(self) -> bytes:
        """The reply as one message."""
        return _HEADER.pack(self.status, self.last, len(self.body)) + self.body


def receive_question(connection: socket.socket) -> Question | None:
    """Wait for a question; None when the other side has closed."""
    message = finish(connection, connection.recv(CHUNK), _LENGTH)
    return Question(*json.loads(message[_LENGTH.size :])) if message else None


def finish_reply(connection: socket.socket, start: bytes) -> Reply | None:
    """Receive the rest of a reply; None when the process ended before its end."""
    message = finish(connection, start, _HEADER)
    if not message:
        return None
    status, last, _ = _HEADER.unpack_from(message)
    return Reply(Status(status), message[_HEADER.size :], bool(last))


def is_whole(start: bytes) -> bool:
    """Whether a reply's first bytes are all of it."""
    return size(start, _HEADER) == len(start)


def finish(connection: socket.socket, start: bytes, header: struct.Struct) -> bytes:
    """Receive the rest of a message, whose header ends with its length; nothing when it breaks off."""
    message = bytearray(start)
    while message and (missing := size(message, header) - len(message)):
        chunk = connection.recv(missing)
        if not chunk:
            return b""
        message += chunk
    return bytes(message)


def size(message: bytes | bytearray, header: struct.Struct) -> int:
    """The size of the whole message, or of its header until that has come."""
    return header.size + header.unpack_from(message)[-1] if len(message) >= header.size else header.size
