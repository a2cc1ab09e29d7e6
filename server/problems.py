"""The one shape of errors: `application/problem+json` (RFC 9457), or a page for a browser."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from quipreside.errors import QuiPresideError

TITLES: dict[int, str] = {
    400: "Bad request",
    403: "Not allowed here",
    404: "Not found",
    405: "Method not allowed",
    406: "No acceptable format",
    410: "Withdrawn",
    411: "Length required",
    413: "Too large",
    414: "Address too long",
    415: "Unsupported media type",
    416: "Range not satisfiable",
    500: "Server error",
    503: "Not possible just now",
}

MEDIA_TYPE = "application/problem+json"


@dataclass
class HttpError(QuiPresideError):
    """An answer other than the one asked for: a status, and a sentence that says what would work.

    `headers` are sent with it; `extras` are further members of the JSON object, such as the position of an error.
    """

    status: int
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)
    extras: Mapping[str, str | int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(self.detail)

    @property
    def title(self) -> str:
        """The short name of the status."""
        return TITLES.get(self.status, "Error")

    def document(self) -> dict[str, str | int]:
        """The members of the problem document."""
        return {"type": "about:blank", "status": self.status, "title": self.title, "detail": self.detail, **self.extras}

    def to_json(self) -> bytes:
        """The problem document in JSON."""
        return json.dumps(self.document(), ensure_ascii=False).encode("utf-8", "replace")
