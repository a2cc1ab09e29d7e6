"""Offices made canonical: the page's own, those of the register, those of the page's bodies."""

from dataclasses import dataclass, field, replace

from extraction.bodies import DE, is_adjective
from extraction.clause import Clause
from extraction.lexicon import masculine, words
from extraction.mention import Mention
from extraction.model import Entity
from extraction.names import POSSESSIVES, Names, fold


@dataclass
class Offices(Names):
    """The offices of a page, on top of its names."""

    posts: dict[tuple[str, Entity | None], Entity] = field(default_factory=dict)

    def possessor(self, mention: Mention, clause: Clause | None) -> Entity | None:
        """The body that "son directeur" belongs to, when the clause's subject is one."""
        page = self.focus.post
        indefinite = (
            mention.determiner in {"un", "une"}
            and not foreign(mention.label)
            and not (page and self.same_title(fold(mention.label), fold(page.label)))
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
        owner = whole or self.possessor(mention, clause) or (None if foreign(label) else self.owner_of(label))
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

    def entity(self, mention: Mention) -> Entity | None:
        """The entity that a named mention stands for."""
        reader = {"P": self.post, "B": self.body, "H": self.person, "C": self.person, "G": self.group}.get(mention.kind)
        return reader(mention) if reader else None


def foreign(label: str) -> bool:
    """Say whether a title without organisation is a state's: "premier ministre", "président de la République"."""
    if any(label == title or label.startswith(f"{title} ") for title in words("state_titles")):
        return True
    if any(word[:1].isupper() for word in label.split()):
        return True
    last = label.rsplit(" ", 1)[-1]
    return (
        " " in label
        and last not in masculine("title_adjectives")
        and is_adjective(last)
        and not DE & set(label.split())
    )
