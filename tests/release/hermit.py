"""HermiT, an OWL reasoner that shares nothing with owlrl, asked whether triples are consistent."""

import importlib.util
import io
import shutil
from collections.abc import Iterable

from pyoxigraph import Literal, RdfFormat, Triple, serialize

from tests.conftest import require


def require_hermit() -> None:
    """Skip with a sentence where HermiT cannot run."""
    require("java", shutil.which("java") is not None, "HermiT needs Java, which this machine lacks.")
    present = importlib.util.find_spec("owlready2") is not None
    require("owlready2", present, "HermiT comes with owlready2, which is not installed.")


def consistent(triples: Iterable[Triple]) -> bool:
    """Tell whether the relations among things are consistent and every class may have an instance.

    Literals are left out: dates and durations lie outside the datatypes of OWL 2.
    """
    import owlready2

    world = owlready2.World()
    relations = [triple for triple in triples if not isinstance(triple.object, Literal)]
    content = serialize(relations, format=RdfFormat.N_TRIPLES)
    world.get_ontology("https://example.org/asked").load(fileobj=io.BytesIO(content))
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return set(world.inconsistent_classes()) <= {owlready2.Nothing}
