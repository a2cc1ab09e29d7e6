"""A word of the text changes, and exactly the right facts change."""

from collections.abc import Callable

import pytest
from pyoxigraph import NamedNode, Store

from quipreside.namespaces import Iris

IRIS = Iris()
Build = Callable[..., Store]

pytestmark = pytest.mark.slow


def pairs(store: Store, predicate: str) -> set[tuple[str, str]]:
    """The subjects and objects of a property of ours, as slugs or values."""
    quads = store.quads_for_pattern(None, NamedNode(IRIS.term(predicate)), None)
    return {(slug(quad.subject), slug(quad.object)) for quad in quads}


def slug(term: object) -> str:
    return getattr(term, "value", "").rpartition("/")[2]


WATCHED = (
    "chairs",
    "heads",
    "heldBy",
    "presides",
    "startDate",
    "appointedBy",
    "termLength",
    "substitutedPost",
    "partOf",
)


def changed(before: Store, after: Store) -> dict[str, tuple[set[tuple[str, str]], set[tuple[str, str]]]]:
    """What is gone and what is new, by property, of the watched ones."""
    found = {
        name: (pairs(before, name) - pairs(after, name), pairs(after, name) - pairs(before, name)) for name in WATCHED
    }
    return {name: pair for name, pair in found.items() if any(pair)}


def test_another_holder_takes_over_the_chairs_and_nothing_else(rebuilt: Build, real_store: Store) -> None:
    after = rebuilt(("Mark Rutte", "Jeanne Martin"))
    change = changed(real_store, after)
    assert set(change) == {"heldBy", "presides", "startDate"}
    assert change["heldBy"] == (
        {("secretaire-general-otan", "mark-rutte")},
        {("secretaire-general-otan", "jeanne-martin")},
    )
    bodies = {body for _, body in pairs(real_store, "chairs")}
    assert change["presides"] == (
        {("mark-rutte", body) for body in bodies},
        {("jeanne-martin", body) for body in bodies},
    )


def test_one_more_body_is_one_more_chair(rebuilt: Build, real_store: Store) -> None:
    after = rebuilt(("la Commission OTAN-Géorgie", "la Commission OTAN-Géorgie et le Comité des archives"))
    post, body = "secretaire-general-otan", "comite-des-archives"
    assert changed(real_store, after) == {
        "chairs": (set(), {(post, body)}),
        "presides": (set(), {("mark-rutte", body)}),
    }


def test_no_longer_chairing_takes_the_chair_away(rebuilt: Build, real_store: Store) -> None:
    after = rebuilt(("Il préside également la Commission", "Il ne préside plus la Commission"))
    post, body = "secretaire-general-otan", "commission-otan-georgie"
    assert changed(real_store, after) == {
        "chairs": ({(post, body)}, set()),
        "presides": ({("mark-rutte", body)}, set()),
    }


def test_another_date_and_term_change_only_themselves(rebuilt: Build, real_store: Store) -> None:
    after = rebuilt(
        ("1er octobre 2024", "2 novembre 2025"), ("initiale de quatre ans", "initiale de cinq ans"),
        ("mandat de quatre ans", "mandat de cinq ans"),
    )  # fmt: skip
    change = changed(real_store, after)
    assert set(change) == {"startDate", "termLength"}
    assert {value for _, value in change["startDate"][1]} == {"2025-11-02"}
    assert {value for _, value in change["termLength"][1]} == {"P5Y"}


def test_appointer_and_term_said_apart_still_make_one_rule(rebuilt: Build, real_store: Store) -> None:
    after = rebuilt(("Il est désigné par les pays membres", "Il est désigné par acclamation"))
    assert changed(real_store, after) == {}
