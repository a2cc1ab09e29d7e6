"""What a reference stands for: pronouns and bare nouns resolved by recency, agreement and kind."""

from dataclasses import dataclass, field

from extraction.clause import Clause
from extraction.items import Item
from extraction.mention import Mention
from extraction.model import Entity
from extraction.names import POSSESSIVES, Named
from extraction.offices import Offices
from extraction.schema import COLLECTIVE

# How many mentions a page is read with in mind: a reference or a shortened name looks no further back.
MEMORY = 300


@dataclass
class References(Offices):
    """The memory of a page: its names, the subjects of its sentences, the holders of its offices."""

    subjects: list[Named] = field(default_factory=list)
    holders: dict[Entity, Entity] = field(default_factory=dict)
    office_genders: set[str] = field(default_factory=set)
    uncertain: set[Entity] = field(default_factory=set)

    def resolve(self, item: Item, clause: Clause, kinds: frozenset[str], own: Entity | None = None) -> Entity | None:
        """The entity of an item, fitted to the kinds wanted; None when nothing fits. `own` may not be the answer."""
        mention = item.mention
        if mention is not None and mention.kind in "PBHCG":
            entity = self.post(mention, clause) if mention.kind == "P" else self.entity(mention)
            return self.fit(entity, kinds) if entity else None
        if mention is not None and mention.kind == "M":
            return self.fit(self.term_owner(mention, clause), kinds)
        target = (
            self.entity(clause.target.mention)
            if clause.target is not None and clause.target.mention is not None
            else None
        )
        for named in self.candidates(item, clause):
            if named.entity == target and item in clause.subjects:
                continue
            fitted = self.fit(named.entity, kinds)
            if fitted is not None and own not in (fitted, named.entity):
                return fitted
        return None

    def candidates(self, item: Item, clause: Clause) -> list[Named]:
        """What a reference may stand for, the likeliest first."""
        mention, page = item.mention, self.page()
        value = mention.value if mention else item.low
        if value in {"ce poste", "titulaire"}:
            demonstrative = mention is not None and mention.determiner in {"ce", "cette"}
            return [*(named for named in self.subjects[-1:] if demonstrative and named.entity.kind == "post"), *page]
        if value in {"ce dernier", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "en"}:
            pool = [*(named for named in reversed(self.recent) if named.start < item.start), *page]
        elif value in {"lui", "le", "la", "l'", "les", "leur"}:
            outer = [named for i in clause.outer for named in self.named(i)]
            pool = [*page, *outer, *reversed(self.subjects[-2:]), *reversed(self.recent[-4:])]
        else:
            pool = [*reversed(self.subjects[-1:]), *page, *reversed(self.subjects[-3:-1])]
        gender, plural = self.agreement(item)
        return [named for named in pool if self.agrees(named, gender, plural)]

    def page(self) -> list[Named]:
        """The page's office, and its holder."""
        post = self.focus.post
        return (
            [Named(post, "".join(sorted(self.office_genders)) if len(self.office_genders) == 1 else "", False)]
            if post
            else []
        )

    def named(self, item: Item) -> list[Named]:
        """A subject item as something to refer to."""
        if item.mention is not None and item.mention.kind in "PBHG":
            entity = self.entity(item.mention)
            return [Named(entity, item.mention.gender, item.mention.plural)] if entity else []
        return list(reversed(self.subjects[-1:]))

    def agreement(self, item: Item) -> tuple[str, bool | None]:
        """The gender and number that a reference demands."""
        if item.mention is not None:
            return item.mention.gender, item.mention.plural
        table: dict[str, tuple[str, bool | None]] = {
            "le": ("m", False),
            "la": ("f", False),
            "les": ("", True),
            "lui": ("", False),
            "leur": ("", True),
        }
        return table.get(item.low, ("", None))

    def agrees(self, named: Named, gender: str, plural: bool | None) -> bool:
        """Say whether something named can carry a gender and number."""
        known = named.gender
        if named.entity in self.holders:
            known = ""
        elif named.entity == self.focus.post:
            known = next(iter(self.office_genders)) if len(self.office_genders) == 1 else ""
        return (not gender or not known or gender == known) and (
            plural is None or named.plural == plural or (named.entity == self.focus.post and not plural)
        )

    def term_owner(self, mention: Mention, clause: Clause) -> Entity | None:
        """Whose term of office "son mandat", "ce mandat" is."""
        for item in clause.outer or clause.subjects:
            if (
                item.mention is not mention
                and item.kind in "PHR"
                and (found := self.resolve(item, clause, frozenset({"post", "person"})))
            ):
                return found
        last = [named.entity for named in self.subjects[-1:] if named.entity.kind in {"post", "person"}]
        return last[0] if last and mention.determiner in POSSESSIVES else self.focus.post

    def fit(self, entity: Entity | None, kinds: frozenset[str]) -> Entity | None:
        """The entity itself when of a kind wanted; else the office a person holds, or the holder of an office."""
        if entity is None or entity.kind in kinds:
            return entity
        if entity.kind == "person" and "post" in kinds:
            held = [post for post, holder in self.holders.items() if holder == entity]
            return self.focus.post if self.focus.post in held else next(iter(held), None)
        if entity.kind == "post" and "person" in kinds:
            return self.holders.get(entity)
        return None

    def note(self, mention: Mention, start: int) -> None:
        """Remember a mention and where it stands."""
        entity = self.entity(mention) if mention.kind in "PBHG" else None
        if entity is None:
            return
        if entity == self.focus.post and mention.gender:
            self.office_genders.add(mention.gender)
        if mention.kind == "P":
            (self.uncertain.discard if mention.safe else self.uncertain.add)(entity)
        self.recent.append(Named(entity, mention.gender, mention.plural, start))
        if len(self.recent) > 2 * MEMORY:
            del self.recent[:MEMORY]

    def keep(self, named: Named) -> None:
        """Remember the subject of a sentence; three suffice."""
        self.subjects = [*self.subjects[-3:], named]

    def note_subject(self, clause: Clause) -> None:
        """Remember the subject of a main clause."""
        if not clause.subjects:
            return
        item = clause.subjects[0]
        if item.mention is not None and item.mention.kind in "PBHG":
            entity = self.entity(item.mention)
            if entity:
                self.keep(Named(entity, item.mention.gender, item.mention.plural or clause.plural))
        elif item.mention is not None and item.mention.kind == "R":
            found = self.resolve(item, clause, frozenset({"post", "person", *COLLECTIVE, "group"}))
            if found:
                self.keep(Named(found, item.mention.gender if item.mention.gender else "", item.mention.plural))
