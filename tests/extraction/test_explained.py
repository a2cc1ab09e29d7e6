"""The explanation of a reading names the mentions, the plain clauses, the rules and the reasons."""

from extraction.explained import explained
from tests.extraction.reading import sentence


def test_explanation_shows_each_stage() -> None:
    text = "\n".join(
        explained(sentence("Le Comité des budgets, qu’il préside, siège à Oslo. Il ne dirige pas le Bureau."))
    )
    for words in (
        "office: secrétaire général@ODP",
        "mention   body Comité des budgets",
        "clause    relative: ⟨il⟩ préside ⟨Comité des budgets⟩",
        "fact      chairs: secrétaire général@ODP → Comité des budgets  [chairs-preside]",
        "nothing   the clause is negative",
    ):
        assert words in text


def test_explanation_of_a_stage_says_why_review() -> None:
    text = "\n".join(explained(sentence("Il peut présider le Comité des budgets.")))
    assert "review    the clause states a power" in text
