"""The register and the curated statements: names in both languages, quotes that stand once, patterns and no code."""

import re
import tomllib

import pytest
from rdflib import RDF, SKOS, Graph, URIRef

from quipreside.namespaces import Iris
from quipreside.paths import DATA, ROOT

IRIS = Iris()
NOTES = URIRef(IRIS.term("notLinkedBecause"))
CURATED = DATA / "curated" / "secretaire-general-otan.toml"
TEXT = DATA / "sources" / "secretaire-general-otan" / "1.txt"
LINKS = ROOT.parent / "shared" / "links" / "verified-links.tsv"
STATEMENTS = tomllib.loads(CURATED.read_text(encoding="utf-8"))["statement"]
FOLDS = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
CONFIRMED_IN_ENGLISH = {
    "Secretary General",
    "Deputy Secretary General",
    "Private Office",
    "International Staff",
    "North Atlantic Council",
    "Nuclear Planning Group",
    "NATO-Russia Council",
    "Euro-Atlantic Partnership Council",
    "NATO-Ukraine Council",
    "NATO-Georgia Commission",
}
# Names of countries, of people and of NATO itself, which no list of the project has to confirm.
COMMON_NAMES = {"NATO", "NATO headquarters", "Netherlands", "Prime Minister of the Netherlands", "Mark Rutte"}


@pytest.fixture(scope="module")
def register() -> Graph:
    return Graph().parse(DATA / "register.ttl")


def pattern(statement: dict[str, str]) -> Graph:
    """A curated statement's graph."""
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in IRIS.prefixes().items())
    return Graph().parse(data=prefixes + statement["graph"], format="turtle")


def test_register_every_thing_named_in_both_languages(register: Graph) -> None:
    for thing in set(register.subjects(SKOS.prefLabel)) - {URIRef(IRIS.thing("mark-rutte"))}:
        assert sorted(str(name.language) for name in register.objects(thing, SKOS.prefLabel)) == ["en", "fr"], thing


def test_register_names_no_one_twice(register: Graph) -> None:
    names: dict[str, set[object]] = {}
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        for thing, name in register.subject_objects(predicate):
            names.setdefault(f"{name}@{name.language}", set()).add(thing)
    assert {name: things for name, things in names.items() if len(things) > 1} == {}


def test_register_posts_titled_in_both_genders(register: Graph) -> None:
    for post in register.subjects(RDF.type, URIRef("http://www.w3.org/ns/org#Post")):
        names = {*register.objects(post, SKOS.prefLabel), *register.objects(post, SKOS.altLabel)}
        titles = [register.value(post, URIRef(IRIS.term(f"{gender}Title"))) for gender in ("masculine", "feminine")]
        assert set(titles) <= names, post
        assert len(set(titles)) == 2, post


def test_register_proper_names_in_english_confirmed(register: Graph) -> None:
    english = {str(name) for name in register.objects(None, SKOS.prefLabel) if name.language == "en"}
    proper = {name for name in english if re.match(r"[A-Z]", name)}
    assert proper == CONFIRMED_IN_ENGLISH | COMMON_NAMES


def test_register_never_spells_out_what_the_text_does_not(register: Graph) -> None:
    names = {str(name) for name in register.objects(URIRef(IRIS.thing("otan"))) if not isinstance(name, URIRef)}
    assert names == {"OTAN", "NATO", "Alliance", "Organisation"}


def test_register_unlinked_exactly_those_without_a_link(register: Graph) -> None:
    if not LINKS.exists():
        pytest.skip("The list of verified links is not on this machine, so it cannot be compared.")
    linked = {line.split("\t")[0] for line in LINKS.read_text(encoding="utf-8").splitlines()[1:]}
    posts_and_bodies = {str(thing).rpartition("/")[2] for thing in register.subjects(NOTES)}
    assert not posts_and_bodies & linked
    assert len(posts_and_bodies) == 8
    assert (DATA / "links.tsv").read_text(encoding="utf-8") == LINKS.read_text(encoding="utf-8")


def test_curated_every_thing_described(register: Graph) -> None:
    things = {term for one in STATEMENTS for triple in pattern(one) for term in triple[::2] if "/id/" in str(term)}
    typed = {subject for one in STATEMENTS for subject in pattern(one).subjects(RDF.type)}
    by_rules = {"appointment-rule", "extension", "selection-procedure", "chairship", "headship", "representation"}
    named = set(register.subjects(SKOS.prefLabel))
    for thing in things - named - typed:
        assert any(str(thing).startswith(IRIS.thing(f"{prefix}-")) for prefix in (*by_rules, "substitution")), thing


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one["id"])
def test_curated_quote_stands_once(statement: dict[str, str]) -> None:
    anchor = statement.get("before", "") + statement["quote"] + statement.get("after", "")
    text = TEXT.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").translate(FOLDS)
    assert text.count(anchor.translate(FOLDS)) == 1


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one["id"])
def test_curated_statement_quote_and_pattern_only(statement: dict[str, str]) -> None:
    assert set(statement) <= {"id", "quote", "before", "after", "graph"}
    assert re.fullmatch(r"s\d\d[a-z]?-\d(-[a-z]+)?", statement["id"])
    assert len(pattern(statement)) > 0
    assert all(isinstance(subject, URIRef) for subject in pattern(statement).subjects())


def test_curated_patterns_state_no_triple_twice_on_one_phrase() -> None:
    seen = set()
    for one in STATEMENTS:
        for triple in pattern(one):
            place = (one.get("before", ""), one["quote"], triple)
            assert place not in seen or triple[1] == RDF.type, place
            seen.add(place)
