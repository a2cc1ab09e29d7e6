"""More than a hundred queries made to hang, crash, bloat or escape a SPARQL endpoint."""

from collections.abc import Iterator

LENGTH = 16_000
P = "<https://w3id.org/qui-preside/ontology#chairs>"


def hostile() -> dict[str, str]:
    """The queries by name."""
    return dict([*nested(), *repeated(), *bombs(), *products(), *paths(), *escapes(), *oversized()])


def fill(start: str, opening: str, middle: str, closing: str, end: str) -> str:
    """Nest brackets as deep as the length allows."""
    depth = (LENGTH - len(start) - len(middle) - len(end)) // (len(opening) + len(closing))
    return start + opening * depth + middle + closing * depth + end


NESTINGS = {
    "groups": ("SELECT * {", "{", "", "}", "}"),
    "unclosed groups": ("SELECT * ", "{", "", "", ""),
    "optionals": ("SELECT * {", "OPTIONAL{", "", "}", "}"),
    "minuses": ("SELECT * {", "MINUS{", "", "}", "}"),
    "exists": ("SELECT * {", "FILTER EXISTS{", "", "}", "}"),
    "not exists": ("SELECT * {", "FILTER NOT EXISTS{", "", "}", "}"),
    "graphs": ("SELECT * {", "GRAPH ?g{", "", "}", "}"),
    "subqueries": ("SELECT * {", "{SELECT * {", "", "}}", "}"),
    "parentheses": ("SELECT (", "(", "1", ")", " AS ?x) {}"),
    "unclosed parentheses": ("SELECT (", "(", "1", "", ""),
    "calls": ("SELECT (", "STR(", "1", ")", " AS ?x) {}"),
    "ifs": ("SELECT (", "IF(1,1,", "1", ")", " AS ?x) {}"),
    "coalesces": ("SELECT (", "COALESCE(", "1", ")", " AS ?x) {}"),
    "ins": ("SELECT (", "1 IN(", "1", ")", " AS ?x) {}"),
    "concats": ("SELECT (", "CONCAT(", "'a'", ")", " AS ?x) {}"),
    "negations": ("SELECT (", "!", "1", "", " AS ?x) {}"),
    "minus signs": ("SELECT (", "-", "1", "", " AS ?x) {}"),
    "collections": ("SELECT * {?s ?p ", "(", "1", ")", "}"),
    "blank nodes": ("SELECT * {?s ?p ", "[?p ", "1", "]", "}"),
    "path stars": ("SELECT * {?s ", "(", P, ")*", " ?o}"),
    "path pluses": ("SELECT * {?s ", "(", P, ")+", " ?o}"),
    "path options": ("SELECT * {?s ", "(", P, ")?", " ?o}"),
    "path inverses": ("SELECT * {?s ", "^(", P, ")", " ?o}"),
    "quoted triples": ("SELECT * {BIND(", "<<(?s ?p ", "1", ")>>", " AS ?x)}"),
    "construct groups": ("CONSTRUCT {} WHERE {", "{", "", "}", "}"),
    "ask groups": ("ASK {", "{", "", "}", "}"),
}


def nested() -> Iterator[tuple[str, str]]:
    for name, parts in NESTINGS.items():
        yield f"nested {name}", fill(*parts)


REPETITIONS = {
    "sums": ("SELECT (1", "+1", " AS ?x) {}"),
    "products": ("SELECT (1", "*1", " AS ?x) {}"),
    "ands": ("SELECT (1", "&&1", " AS ?x) {}"),
    "ors": ("SELECT (1", "||1", " AS ?x) {}"),
    "unions": ("SELECT * {{}", "UNION{}", "}"),
    "filters": ("SELECT * {", "FILTER(1)", "}"),
    "objects": ("SELECT * {?s ?p 1", ",1", "}"),
    "variables": ("SELECT * {?s ?p ?a", ",?a", "}"),
    "triples": ("SELECT * {", "?a ?b ?c.", "}"),
    "optional triples": ("SELECT * {", "OPTIONAL{?a ?b ?c}", "}"),
    "sequence": ("SELECT * {?s ?p ?o. ?s " + P, "/" + P, " ?o}"),
    "alternatives": ("SELECT * {?s " + P, "|" + P, " ?o}"),
    "star sequence": ("SELECT * {?s " + P + "*", "/" + P + "*", " ?o}"),
    "order keys": ("SELECT * {?s ?p ?o} ORDER BY ?s", " ?s", ""),
    "group keys": ("SELECT (COUNT(*) AS ?n) {?s ?p ?o} GROUP BY ?s", " ?p", ""),
    "prefixes": ("", "PREFIX a:<a:>\n", "ASK {}"),
    "comments": ("", "#\n", "ASK {}"),
    "spaces": ("", " ", "ASK {}"),
    "values": ("SELECT * {VALUES ?x {", "1 ", "} ?s ?p ?o. ?a ?b ?c. ?d ?e ?f. ?g ?h ?i. ?j ?k ?l}"),
    "strings": ("SELECT ('", "a", "' AS ?x) {?a ?b ?c. ?d ?e ?f. ?g ?h ?i. ?j ?k ?l}"),
    "from": ("SELECT * ", "FROM <a:b> ", "{?s ?p ?o}"),
    "from named": ("SELECT * ", "FROM NAMED <a:b> ", "{GRAPH ?g {?s ?p ?o}}"),
    "exists filters": ("SELECT * {?s ?p ?o ", "FILTER EXISTS{?a ?b ?c}", "}"),
    "minus groups": ("SELECT * {?s ?p ?o ", "MINUS{?a ?b ?c}", "}"),
}


def repeated() -> Iterator[tuple[str, str]]:
    for name, (start, unit, end) in REPETITIONS.items():
        yield f"repeated {name}", start + unit * ((LENGTH - len(start) - len(end)) // len(unit)) + end


def numbers(count: int, name: str) -> str:
    return f"VALUES ?{name} {{ {' '.join(map(str, range(count)))} }}"


def product(count: int, names: str) -> str:
    return " ".join(numbers(count, name) for name in names)


def bombs() -> Iterator[tuple[str, str]]:
    binds = " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(60))
    yield "concat", f"SELECT ?x60 {{ BIND('0123456789' AS ?x0) {binds} }}"
    yield "concat length", f"SELECT (STRLEN(?x60) AS ?n) {{ BIND('0123456789' AS ?x0) {binds} }}"
    replaces = " ".join(f"BIND(REPLACE(?x{i}, 'a', ?x{i}) AS ?x{i + 1})" for i in range(30))
    yield "replace", f"SELECT ?x30 {{ BIND('aaaaaaaa' AS ?x0) {replaces} }}"
    squares = " ".join(f"BIND(?x{i} * ?x{i} AS ?x{i + 1})" for i in range(60))
    yield "squares", f"SELECT ?x60 {{ BIND(99 AS ?x0) {squares} }}"
    encodes = " ".join(f"BIND(ENCODE_FOR_URI(?x{i}) AS ?x{i + 1})" for i in range(200))
    yield "encode", f"SELECT ?x200 {{ BIND('%%%%%%' AS ?x0) {encodes} }}"
    for separator in ("", "; SEPARATOR='" + "x" * 5000 + "'"):
        yield (
            f"group_concat {len(separator)}",
            f"SELECT (GROUP_CONCAT(?a{separator}) AS ?x) {{ {product(60, 'abcd')} }}",
        )
    yield "group by", f"SELECT ?a ?b ?c ?d (COUNT(*) AS ?n) {{ {product(60, 'abcd')} }} GROUP BY ?a ?b ?c ?d"
    yield "distinct", f"SELECT DISTINCT * {{ {product(60, 'abcd')} }}"
    yield (
        "distinct concat",
        f"SELECT DISTINCT (CONCAT(STR(?a), STR(?b), STR(?c), STR(?d)) AS ?x) {{ {product(60, 'abcd')} }}",
    )
    yield "order", f"SELECT * {{ {product(60, 'abcd')} }} ORDER BY ?a ?d"
    yield "order limit", f"SELECT * {{ {product(60, 'abcd')} }} ORDER BY DESC(?d) ?c LIMIT 1"
    yield "sample", f"SELECT (SAMPLE(?a) AS ?x) {{ {product(200, 'abcd')} }}"
    yield "sum", f"SELECT (SUM(?a * ?b * ?c) AS ?x) {{ {product(200, 'abcd')} }}"
    yield "regex", f"SELECT * {{ {product(60, 'abcd')} FILTER REGEX(CONCAT(STR(?a), STR(?b)), '(a+)+$') }}"
    yield "regex size", "SELECT (REGEX('a', '((a{1,1000}){1,1000}){1,1000}') AS ?x) {}"
    yield "hash", f"SELECT (MAX(SHA512(CONCAT(STR(?a), STR(?b)))) AS ?x) {{ {product(200, 'abcd')} }}"
    yield "construct", f"CONSTRUCT {{ ?a ?b ?c }} WHERE {{ ?a ?b ?c . {product(60, 'defg')} }}"
    yield "construct nodes", f"CONSTRUCT {{ [] <a:b> ?d, ?e, ?f }} WHERE {{ {product(60, 'defg')} }}"
    yield "describe", f"DESCRIBE * {{ ?a ?b ?c . {product(60, 'defg')} }}"
    yield "huge limit", f"SELECT * {{ {product(60, 'abcd')} }} LIMIT 99999999999999999999"
    yield "huge offset", f"SELECT * {{ {product(60, 'abcd')} }} OFFSET 18446744073709551615"
    yield "rand", f"SELECT (SUM(RAND()) AS ?x) {{ {product(200, 'abcd')} }}"
    yield "bnodes", f"SELECT (BNODE() AS ?x) {{ {product(60, 'abcd')} }}"
    yield "uuids", f"SELECT (STRUUID() AS ?x) {{ {product(60, 'abcd')} }}"


def products() -> Iterator[tuple[str, str]]:
    for count in (3, 4, 5, 6, 8, 12):
        triples = " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(count * 3))
        yield f"cross join of {count * 3}", f"SELECT * {{ {triples} }}"
        yield f"count of a cross join of {count * 3}", f"SELECT (COUNT(*) AS ?n) {{ {triples} }}"
        yield f"ask of a cross join of {count * 3}", f"ASK {{ {triples} FILTER(?s0 = 'never') }}"
        optional = " ".join(f"OPTIONAL {{ ?s{i} ?p{i} ?o{i} }}" for i in range(count * 3))
        yield f"optional cross join of {count * 3}", f"SELECT * {{ {optional} }}"
    graphs = " ".join(f"GRAPH ?g{i} {{ ?s{i} ?p{i} ?o{i} }}" for i in range(20))
    yield "cross join of graphs", f"SELECT * {{ {graphs} }}"
    unions = " ".join("{ ?a ?b ?c } UNION { ?c ?b ?a } UNION { ?a ?c ?b }" for _ in range(40))
    yield "product of unions", f"SELECT * {{ {unions} }}"
    minus = f"MINUS {{ {product(200, 'xyz')} }}"
    yield "minus of a product", f"SELECT * {{ {product(200, 'xyw')} {minus} }}"
    yield (
        "exists of a product",
        f"SELECT * {{ {numbers(200, 'a')} FILTER NOT EXISTS {{ {product(200, 'bcde')} FILTER(?a = -1) }} }}",
    )


def paths() -> Iterator[tuple[str, str]]:
    anything = "(!<a:b>|!^<a:b>)*"
    walks = f"?x {anything} ?y . ?z {anything} ?w . {product(100, 'abc')}"
    for start, end in (("?s", "?o"), ("?s", "?s"), ("<a:b>", "?o")):
        name = f"path from {start} to {end}"
        yield f"{name}, stars of stars", f"SELECT * {{ {start} ((((!<a:b>)*)*)*)* {end} }}"
        yield f"{name}, both ways", f"SELECT * {{ {start} {anything}/{anything}/{anything} {end} }}"
        yield f"{name}, product", f"SELECT (COUNT(*) AS ?n) {{ {start} {anything} {end} . {walks} }}"


def escapes() -> Iterator[tuple[str, str]]:
    target = "<http://127.0.0.1:{port}/>"
    for name, text in SERVICES.items():
        yield f"service {name}", text.replace("TARGET", target)


SERVICES = {
    "plain": "SELECT * { SERVICE TARGET { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT TARGET { ?s ?p ?o } }",
    "lower case": "select * { service TARGET { ?s ?p ?o } }",
    "mixed case": "SELECT * { sErViCe TARGET { ?s ?p ?o } }",
    "no space": "SELECT * {SERVICETARGET{?s ?p ?o}}",
    "comment": "SELECT * { SERVICE#>\nTARGET { ?s ?p ?o } }",
    "after a number": "SELECT * { ?s ?p 1SERVICETARGET{?s ?p ?o}}",
    "after a boolean": "SELECT * { ?s ?p trueSERVICETARGET{?s ?p ?o}}",
    "after a comparison": "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE#>\nTARGET{?s ?p ?o}}",
    "after a named comparison": "SELECT * { ?a ?b ?c FILTER(?a<b:c)SERVICE#>\nTARGET{?s ?p ?o}}",
    "after a string": "SELECT * { ?s ?p 'SERVICE' . SERVICE TARGET { ?s ?p ?o } }",
    "after a long string": "SELECT * { ?s ?p '''a'b''' . SERVICE TARGET { ?s ?p ?o } }",
    "prefixed": "PREFIX a: <http://127.0.0.1:{port}/> SELECT * { SERVICE a:b { ?s ?p ?o } }",
    "bound variable": "SELECT * { BIND(TARGET AS ?g) SERVICE ?g { ?s ?p ?o } }",
    "bound variable, no space": "SELECT * { VALUES ?g {TARGET} SERVICE?g{?s ?p ?o}}",
    "in exists": "ASK { FILTER EXISTS { SERVICE TARGET { ?s ?p ?o } } }",
    "in a subquery": "SELECT * { { SELECT * { SERVICE TARGET { ?s ?p ?o } } } }",
    "in minus": "SELECT * { ?s ?p ?o MINUS { SERVICE TARGET { ?s ?p ?o } } }",
    "in construct": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE TARGET { ?s ?p ?o } }",
    "in describe": "DESCRIBE ?s WHERE { SERVICE TARGET { ?s ?p ?o } }",
    "relative": "BASE <http://127.0.0.1:{port}/> SELECT * { SERVICE <x> { ?s ?p ?o } }",
    "load": "LOAD TARGET",
    "from": "SELECT * FROM TARGET { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED TARGET { GRAPH ?g { ?s ?p ?o } }",
}


def oversized() -> Iterator[tuple[str, str]]:
    for size in (20_000, 200_000, 1_000_000, 10_000_000):
        yield f"{size} bytes of groups", "SELECT * " + "{" * size
        yield f"{size} bytes of values", "SELECT * { VALUES ?x { " + "1 " * (size // 2) + "} }"
