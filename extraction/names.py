"""Names made canonical: each body, person and group of a page is one entity, however it is called."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from extraction.bodies import is_head_word
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


@lru_cache(8192)
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
    splits: dict[str, tuple[str, Entity | None]] = field(default_factory=dict)

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
