"""What a match states: subjects and objects as entities, the words that say so, or why it is not published."""

from collections.abc import Iterator
from dataclasses import dataclass

from extraction.focus import Focus
from extraction.guards import objection
from extraction.items import Item
from extraction.matching import Match, things
from extraction.model import Dismissal, Entity, Fact, Literal, Passage, ReviewItem, Span
from extraction.patterns import LITERAL_KINDS
from extraction.places import Places
from extraction.references import References
from extraction.rules import Rule
from extraction.schema import COLLECTIVE, Relation, relations

PLACE = frozenset({"place"})
Outcome = Fact | ReviewItem | Dismissal


@dataclass
class Statements(Places):
    """Turns matches into facts with evidence, on top of the page's references."""

    about: Focus
    references: References

    def state(self, found: Match, passage: Passage, sentence: str) -> Iterator[Outcome]:
        """The facts of a match, or what it leaves to review."""
        evidence = self.evidence(self.within(found.words, passage))
        if not self.inside(evidence, passage):
            return
        if any(quoted.covers(evidence) for quoted in self.quoted):
            yield ReviewItem("these are words of others", evidence, passage.key)
            return
        reason = objection(found.rule, found.row, found.linear, found.begin, found.end, sentence)
        if reason is None:
            yield from self.facts(found, passage, evidence)
        elif reason[1]:
            yield ReviewItem(reason[0], evidence, passage.key, self.candidate(found, evidence, passage))
        else:
            yield Dismissal(reason[0], evidence, passage.key)

    def facts(self, found: Match, passage: Passage, evidence: Span) -> Iterator[Outcome]:
        """The facts of a match that nothing speaks against, each with its own words when they are a list."""
        rule, words = found.rule, self.within(found.words, passage)
        pairs = list(self.pairs(found, relations()[rule.relation]))
        if not pairs:
            yield ReviewItem(f"no {rule.relation} fits the words", evidence, passage.key)
        listed = len(things(found.object)) > 1
        for n, (subject, target, item) in enumerate(pairs):
            span = self.member(words, item, n) if listed and item is not None else evidence
            fact = Fact(rule.relation, subject, target, span, passage.key, rule.id, rule.qualifiers)
            problem = self.problem(fact, found, item)
            if problem:
                yield ReviewItem(problem, span, passage.key, fact)
                continue
            if fact.relation == "heldBy" and isinstance(target, Entity):
                self.references.holders.setdefault(subject, target)
            yield fact

    def candidate(self, found: Match, evidence: Span, passage: Passage) -> Fact | None:
        """The one fact that a match would state if nothing objected; None when there is none, or several."""
        pairs = list(self.pairs(found, relations()[found.rule.relation]))
        if len(pairs) != 1:
            return None
        subject, target, _ = pairs[0]
        rule = found.rule
        return Fact(rule.relation, subject, target, evidence, passage.key, rule.id, rule.qualifiers)

    def pairs(self, found: Match, relation: Relation) -> Iterator[tuple[Entity, Entity | Literal, Item | None]]:
        """Subjects with objects, as far as both can be told."""
        rule = found.rule
        left = relation.subject & set(rule.subjects or relation.subject)
        right = relation.object & set(rule.objects or relation.object)
        if rule.swap:
            subjects = [(e, i) for i in things(found.object) for e in self.entity(i, found, left)]
            clause_side = self.about_entity(rule) or [e for e, _ in self.side(found, found.subject, right)]
            for subject, item in subjects:
                for target in clause_side:
                    yield subject, target, item if len(subjects) > 1 else None
            return
        owners = self.about_entity(rule) or [e for e, _ in self.side(found, found.subject, left)]
        for owner in owners:
            for value, mention in self.objects(found, right, owner):
                yield owner, value, mention

    def about_entity(self, rule: Rule) -> list[Entity]:
        """The entity that a rule is about, whatever the subject: the page's office, its holder, its organisation."""
        post = self.about.post
        last = self.references.subjects[-1].entity if self.references.subjects else None
        whole = last if last is not None and last.kind in COLLECTIVE else self.about.organisation
        table = {
            "page": post,
            "office": last if last is not None and last.kind == "post" else post,
            "whole": whole,
            "holder": self.references.holders.get(post) if post else None,
            "organisation": self.about.organisation,
        }
        entity = table.get(rule.about)
        return [entity] if entity else []

    def side(self, found: Match, captured: tuple[Item, ...], kinds: frozenset[str]) -> list[tuple[Entity, Item]]:
        """The entities of a captured group, else of the subject: all when coordinated, else the first that fits."""
        if things(captured):
            return [(e, i) for i in things(captured) for e in self.entity(i, found, kinds)]
        fitting = [(e, i) for i in found.clause.subjects for e in self.entity(i, found, kinds)]
        if not fitting and found.rule.relation in {"termLength", "renewable"}:
            fitting = [(e, i) for i in found.row[: found.end] if i.kind == "M" for e in self.entity(i, found, kinds)]
        return fitting if found.clause.plural else fitting[:1]

    def objects(
        self, found: Match, kinds: frozenset[str], owner: Entity
    ) -> Iterator[tuple[Entity | Literal, Item | None]]:
        """The objects of a match: a fixed value, a literal, entities, or the office stood in for."""
        rule = found.rule
        if rule.value:
            yield Literal("flag", rule.value), None
            return
        captured = things(found.object)
        if rule.other and not captured:
            other = self.other(found, kinds, owner)
            if other:
                yield other, None
            return
        if found.object and not kinds & {"post", "person", "body", "unit", "organization", "group", "place"}:
            yield self.literal(found), None
            return
        for item in captured:
            if kinds == PLACE and item.mention is not None:
                contracted = self.text.folded[max(item.start - 3, 0) : item.start] == "au "
                yield Entity("place", f"Le {item.mention.label}" if contracted else item.mention.label), item
                continue
            entities = self.entity(item, found, kinds, owner)
            for entity in entities:
                yield entity, item

    def literal(self, found: Match) -> Literal:
        """The value of a captured date, duration, number or text."""
        item = found.object[0]
        kind = LITERAL_KINDS.get(item.kind, "text")
        if kind != "text" and item.mention is not None:
            return Literal(kind, item.mention.value)
        if item.kind in "PQ" and len(found.object) == 1 and item.mention is not None:
            return Literal("text", item.mention.value)
        span = self.evidence(found.object)
        words = self.text.quote(span)
        return Literal("text", words)

    def other(self, found: Match, kinds: frozenset[str], owner: Entity) -> Entity | None:
        """The office that "en son absence" speaks of: the page's, unless it is the subject."""
        if self.about.post is not None and owner != self.about.post:
            return self.about.post
        named = next(
            (i for i in found.row[found.begin :] if i.kind == "R" and i.value in {"celui-ci", "celle-ci"}), None
        )
        return self.references.resolve(named, found.clause, kinds, owner) if named else None

    def entity(self, item: Item, found: Match, kinds: frozenset[str], own: Entity | None = None) -> list[Entity]:
        """The entity of an item, if any fits."""
        if own is None and item.kind == "R" and (item.value == "lui" or item.mention is None):
            own = self.subject(item, found, kinds)
        entity = self.references.resolve(item, found.clause, kinds, own)
        return [entity] if entity is not None else []

    def subject(self, item: Item, found: Match, kinds: frozenset[str]) -> Entity | None:
        """The named subject of the clause, which an object pronoun cannot stand for."""
        named = next((s for s in found.clause.subjects[:1] if s is not item and s.kind != "R"), None)
        return self.references.resolve(named, found.clause, kinds) if named is not None else None

    def problem(self, fact: Fact, found: Match, item: Item | None) -> str:
        """Why a fact that no guard stopped is still unsafe; empty when nothing is."""
        if fact.subject == fact.object:
            return "subject and object are the same"
        if fact.subject.kind == "post" and fact.subject.owner is None:
            return f"the organisation of the office {fact.subject.label!r} is not known"
        if found.rule.id == "chairs-president-de" and fact.object == fact.subject.owner:
            return "the words are the title of the office itself"
        named = [*things(found.object), *things(found.subject)] if item is None else [item]
        for captured in [*named, *found.clause.subjects[:1]]:
            mention = captured.mention
            if mention is None:
                continue
            if captured.kind in "PBG" and not mention.safe and not isinstance(fact.object, Literal):
                return f"the end of the name {mention.label!r} is not certain"
            if self.references.ambiguous(mention):
                return f"{mention.label!r} may be several bodies named before"
        uncertain = fact.subject != self.about.post and fact.subject in self.references.uncertain
        if uncertain or fact.subject.label.endswith(" sortant"):
            return f"{fact.subject.label!r} is not surely the name of an office"
        if fact.relation == "formerly" and found.clause.subjects and found.clause.subjects[0].kind == "P":
            return "the words speak of the office, not of its holder"
        if fact.relation == "heldBy" and fact.subject != self.about.post and not self.definite(found, fact):
            return "the office held may be another than the page's"
        return ""

    def definite(self, found: Match, fact: Fact) -> bool:
        """Say whether the office is named with an article or belongs to the page's organisation."""
        if any(i.kind == "R" and i.value in {"ce poste", "titulaire"} for i in found.row):
            return True
        chain = {self.about.organisation, self.about.post.owner if self.about.post else None}
        plain = fact.subject.owner in chain and not {"de", "du", "des", "d'"} & set(fact.subject.label.split())
        posts = [i.mention for i in found.row if i.kind == "P" and i.mention is not None]
        articles = [m for m in posts if m.determiner in {"le", "la", "l'"} or m.value[:1].isupper()]
        return any(m.whole is not None for m in posts) or (plain and bool(articles))
