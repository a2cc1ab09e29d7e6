"""What is published: repetitions merged, unique values compared, weak readings left behind, the rest to the curator."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.focus import Focus
from extraction.folding import Text
from extraction.model import Dismissal, Fact, Literal, Passage, ReviewItem, Span
from extraction.rules import Rule, load_rules
from extraction.schema import relations


@dataclass(frozen=True)
class Verdict:
    """Facts to publish, items to review, and what was dismissed, each in the order of the text."""

    facts: tuple[Fact, ...]
    reviews: tuple[ReviewItem, ...]
    dismissals: tuple[Dismissal, ...]


def settle(
    text: Text, about: Focus, passages: Sequence[Passage], found: Sequence[Fact | ReviewItem | Dismissal]
) -> Verdict:
    """Decide what is published."""
    facts = [entry for entry in found if isinstance(entry, Fact)]
    reviews = [entry for entry in found if isinstance(entry, ReviewItem)]
    dismissals = [entry for entry in found if isinstance(entry, Dismissal)]
    if about.post is None:
        return Verdict((), (unknown_office(text, passages),), ())
    rules = {rule.id: rule for rule in load_rules()}
    facts = distinct(facts)
    facts, conflicting = unique(facts, rules)
    reviews += conflicting
    published = {(fact.passage, fact.evidence) for fact in facts}
    reviews = [
        item
        for item in dict.fromkeys(reviews)
        if not any(passage == item.passage and span.covers(item.evidence) for passage, span in published)
    ]
    return Verdict(
        tuple(sorted(facts, key=lambda fact: fact.evidence)),
        tuple(sorted(reviews, key=lambda item: item.evidence)),
        tuple(sorted(dict.fromkeys(dismissals), key=lambda item: item.evidence)),
    )


def distinct(facts: list[Fact]) -> list[Fact]:
    """Keep one fact for each triple and overlapping evidence: the first found."""
    kept: list[Fact] = []
    for fact in facts:
        if not any(other.triple == fact.triple and other.evidence.overlaps(fact.evidence) for other in kept):
            kept.append(fact)
    return kept


def unique(facts: list[Fact], rules: dict[str, Rule]) -> tuple[list[Fact], list[ReviewItem]]:
    """Leave to review the values that contradict each other; a weak reading yields to a strong one."""
    reviews: list[ReviewItem] = []
    kept: list[Fact] = []
    facts = refined(facts)
    for fact in facts:
        rivals = [
            f for f in facts if f.relation == fact.relation and f.subject == fact.subject and f.object != fact.object
        ]
        strong = [f for f in rivals if f.rule not in rules or not rules[f.rule].weak]
        weak = fact.rule in rules and rules[fact.rule].weak
        if not relations()[fact.relation].unique or not rivals or (not weak and not strong):
            kept.append(fact)
        else:
            reviews.append(
                ReviewItem(f"the text gives {fact.relation} more than one value", fact.evidence, fact.passage, fact)
            )
    return kept, reviews


def refined(facts: list[Fact]) -> list[Fact]:
    """Let "renewable once" stand for the less precise "renewable" of the same office."""
    once = {fact.subject for fact in facts if fact.object == Literal("flag", "once")}
    return [fact for fact in facts if not (fact.subject in once and fact.object == Literal("flag", "true"))]


def unknown_office(text: Text, passages: Sequence[Passage]) -> ReviewItem:
    """Say which register entry would let the page be read."""
    first = passages[0] if passages else Passage("s01", "sentence", Span(0, len(text.raw)))
    entry = (
        '<secretaire-general-organisation> a org:Post ; skos:prefLabel "secrétaire général"@fr ; org:postIn <organisation> . '
        '<organisation> a org:FormalOrganization ; skos:prefLabel "Organisation"@fr .'
    )
    return ReviewItem(
        f"no office of the register is named with its organisation; add it: {entry}", first.span, first.key
    )
