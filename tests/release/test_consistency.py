"""The invented page before an independent reasoner: consistent, and no longer so when it contradicts itself."""

import page
import pytest
from hermit import consistent, require_hermit

from release.dataset import Dataset

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

CONTRADICTIONS = {
    "": True,
    "id:ada-ler a org:Post .": False,
    "id:tenure-ada-ler--secretaire-ligue a :PastTenure .": False,
    "id:ligue :chairPost id:ada-ler .": False,
    "id:presse :representative id:ada-ler .": False,
    ":Impossible a owl:Class ; rdfs:subClassOf org:Post , foaf:Person .": False,
}


@pytest.mark.parametrize(("more", "expected"), CONTRADICTIONS.items())
def test_facts_are_consistent_and_each_contradiction_is_not(more: str, expected: bool, dataset: Dataset) -> None:
    require_hermit()
    stated = dataset.stated() | dataset.top["inferred"] | dataset.top["ontology"]
    assert consistent([*stated, *page.turtle(more)]) is expected
