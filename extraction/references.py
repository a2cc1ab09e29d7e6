"""What a mention stands for: names made canonical, pronouns and bare nouns resolved by recency, agreement and kind."""

from dataclasses import dataclass, field, replace

from extraction.bodies import is_head_word as is_head
from extraction.clauses import Clause
from extraction.focus import Focus
from extraction.folding import FOLDS
from extraction.items import Item
from extraction.lexicon import words
from extraction.mentions import Mention
from extraction.model import Entity
from extraction.register import Register

POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs"})
COLLECTIVE = frozenset({"body", "unit", "organization"})


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as it was last mentioned, for agreement: gender "m", "f" or "", and number."""

    entity: Entity
    gender: str
    plural: bool
    start: int = 0


def fold(label: str) -> str:
    """A label's key: one apostrophe, lower case."""
    return label.translate(FOLDS).casefold()


@dataclass
class References:
    """The memory of a page: names in order, subjects of the sentences, holders of the offices."""

    register: Register
    focus: Focus
    names: dict[str, Entity] = field(default_factory=dict)
    genitives: list[tuple[Entity, Entity, Mention]] = field(default_factory=list)
    recent: list[Named] = field(default_factory=list)
    subjects: list[Named] = field(default_factory=list)
    holders: dict[Entity, Entity] = field(default_factory=dict)
    office_genders: set[str] = field(default_factory=set)
    posts: dict[tuple[str, Entity | None], Entity] = field(default_factory=dict)

    # ---- names -------------------------------------------------------------------------------------------------

    def entity(self, mention: Mention) -> Entity | None:
        """The entity that a named mention stands for."""
        reader = {"P": self.post, "B": self.body, "H": self.person, "C": self.person, "G": self.group}.get(mention.kind)
        return reader(mention) if reader else None

    def person(self, mention: Mention) -> Entity:
        """A person by the full name."""
        return self.names.setdefault(f"person {fold(mention.label)}", Entity("person", mention.label))

    def group(self, mention: Mention) -> Entity:
        """A group by its name; "les Alliés" are the members that the page has named before."""
        label = mention.label
        if fold(label) in words("groups", "alias_of_members"):
            members = [
                e
                for e in self.names.values()
                if e.kind == "group" and fold(e.label).startswith(("pays membres", "états membres"))
            ]
            if members and fold(label) == "alliés":
                return members[0]
        return self.names.setdefault(f"group {fold(label)}", Entity("group", label))

    def body(self, mention: Mention) -> Entity | None:
        """A body: of the register, named before (in full or shortened), the page's own organisation, or a new one."""
        key = fold(mention.label)
        known = self.registered(key)
        if known:
            self.note_genitive(known, mention)
            return known
        if self.own_organisation(mention, key):
            return self.focus.organisation
        if mention.determiner in POSSESSIVES and " " not in key:
            return self.names.setdefault(f"own {key}", Entity("unit", mention.label, self.focus.post))
        base, whole = self.split_genitive(mention.label)
        if whole and any(word[0].isupper() and is_head(word) for word in base.split()[1:]):
            whole = None
        existing = self.names.get(key) or (self.names.get(fold(base)) if whole else None) or self.shortened(key)
        if existing is None:
            kind = "unit" if key.split()[0] in words("bodies", "units") else "body"
            existing = Entity(kind, mention.label, whole)
        self.names[key] = existing
        if whole:
            self.genitives.append((existing, whole, mention))
        return existing

    def note_genitive(self, known: Entity, mention: Mention) -> None:
        """Keep the whole that ends the name of a registered unit ("Commission de l'Union africaine")."""
        whole = self.split_genitive(mention.label)[1] if known.owner else None
        if whole is not None and whole == known.owner:
            self.genitives.append((known, whole, mention))

    def registered(self, key: str) -> Entity | None:
        """The register's entity of this very name."""
        tokens = key.replace("'", "' ").split()
        for lows, entity in self.register.aliases.get(tokens[0], ()):
            if " ".join(lows) == " ".join(tokens):
                return entity
        return None

    def own_organisation(self, mention: Mention, key: str) -> bool:
        """Say whether the mention is "l'Organisation", "l'Alliance": a bare head of a name of the page's organisation."""
        organisation = self.focus.organisation
        if (
            organisation is None
            or " " in key
            or mention.plural
            or mention.determiner not in {"le", "la", "l'", "cette", ""}
        ):
            return False
        if key in words("anaphora", "organisation"):
            return True
        heads = {fold(name).split()[0] for name in self.register.names.get(organisation, ()) if " " in name}
        return key in heads and (
            key in words("bodies", "organizations")
            or (
                organisation is (self.focus.post.owner if self.focus.post else None)
                and key not in {"conseil", "comité", "conférence", "commission"}
            )
        )

    def split_genitive(self, label: str) -> tuple[str, Entity | None]:
        """Split "Secrétariat de l'OTAN" into its base and the known organisation that ends it."""
        folded = label.translate(FOLDS)
        for entity, names in self.register.names.items():
            for name in names if entity.kind == "organization" else ():
                for link in (" de la ", " de l'", " du ", " des ", " de ", " d'"):
                    if folded.casefold().endswith(f"{link}{name}".casefold()):
                        return folded[: -len(link) - len(name)], entity
        last = folded.rsplit(" ", 1)[-1].removeprefix("l'").removeprefix("d'")
        if last.isupper() and len(last) > 2 and fold(last) in self.names:
            return folded, None
        return folded, None

    def shortened(self, key: str) -> Entity | None:
        """The body named before whose name begins with this one; the page's own first, then the most recent."""
        owner = self.focus.post.owner if self.focus.post else None
        if owner is not None and fold(owner.label).startswith(f"{key} ") and owner is not self.focus.organisation:
            return owner
        matching = [
            named.entity
            for named in reversed(self.recent)
            if named.entity.kind in COLLECTIVE and fold(named.entity.label).startswith(f"{key} ")
        ]
        return matching[0] if matching else None

    def ambiguous(self, mention: Mention) -> bool:
        """Say whether a bare noun could be several bodies of the page."""
        key = fold(mention.label)
        if " " in key or mention.kind != "B" or self.registered(key) or self.own_organisation(mention, key):
            return False
        owner = self.focus.post.owner if self.focus.post else None
        if owner is not None and fold(owner.label).startswith(f"{key} "):
            return False
        return (
            len(
                {
                    named.entity
                    for named in self.recent
                    if named.entity.kind in COLLECTIVE and fold(named.entity.label).startswith(f"{key} ")
                }
            )
            > 1
        )

    def possessor(self, mention: Mention, clause: Clause | None) -> Entity | None:
        """The body that "son directeur" belongs to, when the clause's subject is one."""
        page = self.focus.post
        indefinite = mention.determiner in {"un", "une"} and not (page and self.same_title(fold(mention.label), fold(page.label)))
        if clause is None or mention.whole or not (mention.determiner in POSSESSIVES or indefinite):
            return None
        item = next((i for i in clause.subjects if i.kind == "B" and i.mention is not None), None)
        return self.body(item.mention) if item and item.mention else None

    def post(self, mention: Mention, clause: Clause | None = None) -> Entity | None:
        """An office: the page's, one named before, one of the register, or a new one of the page's organisation."""
        page, label = self.focus.post, mention.label
        whole = self.body(mention.whole) if mention.whole else None
        if (
            page is not None
            and not self.possessor(mention, clause)
            and self.same_title(fold(label), fold(page.label))
            and whole in {None, page.owner, self.focus.organisation}
        ):
            return page
        owner = whole or self.possessor(mention, clause) or self.owner_of(label)
        if self.possessor(mention, clause):
            self.rename(Entity("post", label, self.owner_of(label)), Entity("post", label, owner))
        for known in self.register.posts:
            if fold(known.label) == fold(label) and known.owner == owner:
                return known
        return self.posts.setdefault((fold(label), owner), Entity("post", label, owner))

    def rename(self, old: Entity, new: Entity) -> None:
        """Let an office mentioned before its body was known be that body's."""
        self.recent = [replace(named, entity=new) if named.entity == old else named for named in self.recent]

    def same_title(self, label: str, page: str) -> bool:
        """Say whether a title is the page's, alone or with its function."""
        rest = label.removeprefix(page) if label.startswith(page) else None
        return rest is not None and (not rest or rest.split()[0] in {"aux", "à", "pour"})

    def owner_of(self, label: str) -> Entity | None:
        """The organisation of an office named without one."""
        earlier = [owner for (name, owner) in self.posts if name == fold(label)]
        if earlier:
            return earlier[-1]
        page = self.focus.post
        chain = page.owner if page else None
        while chain is not None:
            if any(fold(known.label) == fold(label) and known.owner == chain for known in self.register.posts):
                return chain
            chain = chain.owner
        return page.owner if page else None

    # ---- references --------------------------------------------------------------------------------------------

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
            pool = [*outer, *reversed(self.subjects[-2:]), *page, *reversed(self.recent[-4:])]
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
            plural is None or named.plural == plural or (named.entity.kind == "post" and not plural)
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

    # ---- memory ------------------------------------------------------------------------------------------------

    def note(self, mention: Mention, start: int) -> None:
        """Remember a mention and where it stands."""
        entity = self.entity(mention) if mention.kind in "PBHG" else None
        if entity is None:
            return
        if entity == self.focus.post and mention.gender:
            self.office_genders.add(mention.gender)
        self.recent.append(Named(entity, mention.gender, mention.plural, start))
        self.recent.sort(key=lambda named: named.start)

    def note_subject(self, clause: Clause) -> None:
        """Remember the subject of a main clause."""
        if not clause.subjects:
            return
        item = clause.subjects[0]
        if item.mention is not None and item.mention.kind in "PBHG":
            entity = self.entity(item.mention)
            if entity:
                self.subjects.append(Named(entity, item.mention.gender, item.mention.plural or clause.plural))
        elif item.mention is not None and item.mention.kind == "R":
            found = self.resolve(item, clause, frozenset({"post", "person", *COLLECTIVE, "group"}))
            if found:
                self.subjects.append(
                    Named(found, item.mention.gender if item.mention.gender else "", item.mention.plural)
                )
