"""Each rule reads its examples, and leaves its counter-examples alone."""

import pytest

from extraction.rules import Rule, load_rules
from extraction.schema import relations
from tests.extraction.reading import sentence

RULES = load_rules()
EXAMPLES = [(rule, words) for rule in RULES for words in rule.examples]
COUNTERS = [(rule, words) for rule in RULES for words in rule.counter]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(value)[:60]


@pytest.mark.parametrize(("rule", "words"), EXAMPLES, ids=name)
def test_rule_example_states_its_relation(rule: Rule, words: str) -> None:
    extraction = sentence(words)
    assert rule.id in {fact.rule for fact in extraction.facts}, [fact.rule for fact in extraction.facts]


@pytest.mark.parametrize(("rule", "words"), COUNTERS, ids=name)
def test_rule_counter_example_states_nothing(rule: Rule, words: str) -> None:
    assert rule.id not in {fact.rule for fact in sentence(words).facts}


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_rule_has_examples_and_a_known_relation(rule: Rule) -> None:
    assert rule.relation in relations()
    assert rule.examples and rule.counter
