"""What is published: repetitions merged, unique values compared, weak readings left behind, the rest to the curator."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.focus import Focus
from extraction.folding import Text
from extraction.model import Dismissal, Entity, Fact, Literal, Passage, ReviewItem, Span
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
    reviews = unanswered(list(dict.fromkeys(reviews)), facts)
    return Verdict(
        tuple(sorted(facts, key=lambda fact: fact.evidence)),
        tuple(sorted(reviews, key=lambda item: item.evidence)),
        tuple(sorted(dict.fromkeys(dismissals), key=lambda item: item.evidence)),
    )


def unanswered(reviews: list[ReviewItem], facts: list[Fact]) -> list[ReviewItem]:
    """Drop the items whose words a published fact of the same passage covers."""
    published: dict[str, list[Span]] = {}
    for fact in facts:
        published.setdefault(fact.passage, []).append(fact.evidence)
    return [r for r in reviews if not any(span.covers(r.evidence) for span in published.get(r.passage, ()))]


def distinct(facts: list[Fact]) -> list[Fact]:
    """Keep one fact for each triple and overlapping evidence: the first found."""
    kept: list[Fact] = []
    known: dict[object, list[Span]] = {}
    for fact in facts:
        spans = known.setdefault((fact.triple, fact.passage), [])
        if not any(span.overlaps(fact.evidence) for span in spans):
            kept.append(fact)
            spans.append(fact.evidence)
    return kept


def unique(facts: list[Fact], rules: dict[str, Rule]) -> tuple[list[Fact], list[ReviewItem]]:
    """Leave to review the values that contradict each other; a weak reading yields to a strong one."""
    reviews: list[ReviewItem] = []
    kept: list[Fact] = []
    facts = refined(facts)
    values: dict[object, dict[bool, set[Entity | Literal]]] = {}
    for fact in facts:
        values.setdefault((fact.relation, fact.subject), {True: set(), False: set()})[is_weak(fact, rules)].add(
            fact.object
        )
    for fact in facts:
        weak, strong = values[fact.relation, fact.subject][True], values[fact.relation, fact.subject][False]
        rivals = (strong or weak) - {fact.object}
        if not relations()[fact.relation].unique or not rivals:
            kept.append(fact)
        else:
            reason = f"the text gives {fact.relation} more than one value"
            reviews.append(ReviewItem(reason, fact.evidence, fact.passage, fact))
    return kept, reviews


def is_weak(fact: Fact, rules: dict[str, Rule]) -> bool:
    """Say whether a fact was read by a rule that yields to others."""
    return fact.rule in rules and rules[fact.rule].weak


def refined(facts: list[Fact]) -> list[Fact]:
    """Let "renewable once" stand for the less precise "renewable" of the same office."""
    once = {fact.subject for fact in facts if fact.object == Literal("flag", "once")}
    return [fact for fact in facts if not (fact.subject in once and fact.object == Literal("flag", "true"))]


def unknown_office(text: Text, passages: Sequence[Passage]) -> ReviewItem:
    """Say which register entry would let the page be read."""
    first = passages[0] if passages else Passage("s01", "sentence", Span(0, len(text.raw)))
    entry = (
        "<secretaire-general-organisation> a org:Post ; "
        'skos:prefLabel "secrétaire général"@fr ; org:postIn <organisation> . '
        '<organisation> a org:FormalOrganization ; skos:prefLabel "Organisation"@fr .'
    )
    return ReviewItem(
        f"no office of the register is named with its organisation; add it: {entry}", first.span, first.key
    )
