"""The query page: a form with the release's questions as examples, and the answer to what was sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quipreside.namespaces import Iris
from server.formats import GRAPHS, RESULTS
from server.pages import STATIC, render
from server.site.addresses import Addresses
from server.site.asking import term
from server.site.frame import framed
from server.site.language import Reader
from server.site.questions import Question

EDITOR = "vendor/yasgui.min.js"
START = "SELECT ?s ?p ?o WHERE {\n  ?s ?p ?o .\n}\nLIMIT 20\n"


@dataclass(frozen=True)
class QueryPage:
    """The page at `/sparql`; `prefix` is the path that the server is mounted at."""

    iris: Iris
    prefix: str = ""
    examples: Mapping[str, Question] = field(default_factory=dict)
    static: Path = STATIC

    def show(self, reader: Reader, query: str, answer: bytes | None = None, graph: bool = False) -> bytes:
        """The page with a query, and its answer: Turtle for a graph, SPARQL results in JSON otherwise."""
        result = None if answer is None else {"graph": answer.decode()} if graph else table(answer)
        return render(
            "query.html",
            **framed(reader, self.prefix, "sparql", {"query": query} if query else {}),
            to=Addresses(self.iris, self.prefix, reader).of,
            query=query,
            start="\n".join(f"PREFIX {name}: <{iri}>" for name, iri in self.common().items()) + "\n\n" + START,
            result=result,
            results=RESULTS,
            graphs=GRAPHS,
            examples=[one for one in self.examples.values() if not one.target],
            editor=(self.static / EDITOR).exists(),
        )

    def common(self) -> dict[str, str]:
        """The prefixes that most queries need."""
        known = self.iris.prefixes()
        return {name: known[name] for name in ("", "id", "org", "foaf", "skos", "rdfs")}


def table(answer: bytes) -> dict[str, object]:
    """SPARQL results in JSON as the template shows them."""
    found = json.loads(answer)
    if "boolean" in found:
        return {"boolean": found["boolean"]}
    rows = [{name: term(cell) for name, cell in row.items()} for row in found["results"]["bindings"]]
    return {"columns": found["head"]["vars"], "rows": rows}
