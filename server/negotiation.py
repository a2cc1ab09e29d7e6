"""Content negotiation (RFC 9110, section 12.5): pure functions from header values to a choice."""

import re
from collections.abc import Sequence
from functools import lru_cache

from server.formats import Format
from server.problems import HttpError

_WEIGHT = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\Z")


@lru_cache(maxsize=1024)
def weights(header: str) -> tuple[tuple[str, float], ...]:
    """Read a weighted header as (value, q) pairs, in the order sent; parameters other than `q` are ignored."""
    pairs = []
    for element in header.lower().split(","):
        value, *parameters = (part.strip() for part in element.split(";"))
        if value:
            pairs.append((value, next((quality(p) for p in parameters if p.replace(" ", "").startswith("q=")), 1.0)))
    return tuple(pairs)


def quality(parameter: str) -> float:
    """Read `q=0.5`; a malformed weight counts as 0."""
    number = parameter.partition("=")[2].strip()
    return float(number) if _WEIGHT.match(number) else 0.0


@lru_cache(maxsize=4096)
def choose(accept: str | None, offers: tuple[Format, ...]) -> Format | None:
    """Choose the offer the header likes best, the first of `offers` among equals; None when none is acceptable."""
    ranges = weights(accept) if accept and accept.strip() else (("*/*", 1.0),)
    ranked = [(liking(ranges, offer), -rank, offer) for rank, offer in enumerate(offers)]
    q, _, best = max(ranked, key=lambda choice: choice[:2])
    return best if q > 0 else None


def liking(ranges: Sequence[tuple[str, float]], offer: Format) -> float:
    """The weight of an offer: that of its most specific range, its own type or an alias before wildcards."""
    for names in ((offer.media_type,), offer.aliases):
        exact = [q for value, q in ranges if value in names]
        if exact:
            return max(exact)
    family = offer.media_type.partition("/")[0] + "/*"
    for wildcard in (family, "*/*"):
        loose = [q for value, q in ranges if value == wildcard]
        if loose:
            return max(loose)
    return 0.0


def require(accept: str | None, offers: tuple[Format, ...]) -> Format:
    """Choose an offer or raise the 406 that lists what exists."""
    chosen = choose(accept, offers)
    if chosen is None:
        raise not_acceptable(offers)
    return chosen


def not_acceptable(
    offers: Sequence[Format], reason: str = "No format asked for in Accept is available here"
) -> HttpError:
    """The 406 that lists what exists."""
    return HttpError(406, f"{reason}; ask for one of: {', '.join(offer.media_type for offer in offers)}.")


@lru_cache(maxsize=256)
def wants_gzip(accept_encoding: str | None) -> bool:
    """Whether a gzip coding is welcome."""
    ranges = dict(weights(accept_encoding or ""))
    return ranges.get("gzip", ranges.get("x-gzip", ranges.get("*", 0.0))) > 0
