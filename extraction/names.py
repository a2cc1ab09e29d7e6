"""Names made canonical: each office, body, person and group of a page is one entity, however it is called."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from extraction.bodies import is_head_word
from extraction.clause import Clause
from extraction.focus import Focus
from extraction.folding import FOLDS
from extraction.lexicon import words
from extraction.mention import Mention
from extraction.model import Entity
from extraction.register import Register
from extraction.schema import COLLECTIVE

POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs"})


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
class Names:
    """The names of a page in the order of the text, on top of those of the register."""

    register: Register
    focus: Focus
    names: dict[str, Entity] = field(default_factory=dict)
    genitives: list[tuple[Entity, Entity, Mention]] = field(default_factory=list)
    recent: list[Named] = field(default_factory=list)
    posts: dict[tuple[str, Entity | None], Entity] = field(default_factory=dict)
    splits: dict[str, tuple[str, Entity | None]] = field(default_factory=dict)

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
        if whole and any(word[0].isupper() and is_head_word(word) for word in base.split()[1:]):
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
        """Say whether the mention is "l'Organisation": a bare head of a name of the page's organisation."""
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
        if label not in self.splits:
            folded = label.translate(FOLDS)
            found = next(((e, s) for s, e in self.endings if folded.casefold().endswith(s)), None)
            self.splits[label] = (folded[: -len(found[1])], found[0]) if found else (folded, None)
        return self.splits[label]

    @cached_property
    def endings(self) -> list[tuple[str, Entity]]:
        """What a name ends with when it belongs to a known organisation or to the page's own body."""
        own = self.focus.post.owner if self.focus.post else None
        wholes = [entity for entity in self.register.names if entity.kind == "organization" or entity is own]
        links = (" de la ", " de l'", " du ", " des ", " de ", " d'")
        return [(f"{k}{name}".casefold(), e) for e in wholes for name in self.register.names[e] for k in links]

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
        indefinite = mention.determiner in {"un", "une"} and not (
            page and self.same_title(fold(mention.label), fold(page.label))
        )
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
            and (whole in {None, page.owner, self.focus.organisation} or self.inside_name(whole, page.owner))
        ):
            return page
        owner = whole or self.possessor(mention, clause) or self.owner_of(label)
        if self.possessor(mention, clause):
            self.rename(Entity("post", label, self.owner_of(label)), Entity("post", label, owner))
        for known in self.register.posts:
            if fold(known.label) == fold(label) and known.owner == owner:
                return known
        return self.posts.setdefault((fold(label), owner), Entity("post", label, owner))

    def inside_name(self, whole: Entity | None, owner: Entity | None) -> bool:
        """Say whether a name is part of a longer name of the page's body ("des Nations Unies pour les réfugiés")."""
        if whole is None or owner is None:
            return False
        parts = [fold(name) for name in self.register.names.get(whole, ())]
        return any(part in fold(name) for name in self.register.names.get(owner, ()) for part in parts if " " in part)

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
        return self.elsewhere(label) or (page.owner if page else None)

    def elsewhere(self, label: str) -> Entity | None:
        """The one organisation, named on the page, to which the register gives such an office."""
        named = {named.entity for named in self.recent}
        owners = {known.owner for known in self.register.posts if fold(known.label) == fold(label)} & named
        return next(iter(owners)) if len(owners) == 1 else None
