"""Parameters of requests, read strictly: once, of the right kind, or a 400 that says what works."""

import json

from flask import request

from server.problems import HttpError


def sent(name: str) -> str | None:
    """A parameter of the address or the form, sent at most once."""
    found = request.values.getlist(name)
    if len(found) > 1:
        raise HttpError(400, f"Send `{name}` once, not {len(found)} times.")
    return found[0] if found else None


def number(name: str) -> int:
    """A parameter that counts something; 0 when it is not sent."""
    text = sent(name) or "0"
    if not text.isdecimal() or len(text) > 9:
        raise HttpError(400, f"`{name}` is a whole number, not '{text[:20]}'.")
    return int(text)


def read_json(name: str, text: str) -> object:
    """Parse a parameter in JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise HttpError(400, f"`{name}` is not JSON: {error}.") from None
