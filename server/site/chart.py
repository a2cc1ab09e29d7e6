"""The organisation chart as data: posts, who holds them, what they chair or head, who supports them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quipreside.namespaces import Iris
from server.site.evidence import Triple

QUERY = """
CONSTRUCT {
  ?post :chairs ?body ; :heads ?unit ; :heldBy ?person .
  ?helper :assists ?post .
  ?deputy :substitutedPost ?post .
}
WHERE {
  { ?post :chairs ?body } UNION { ?post :heads ?unit } UNION { ?helper :assists ?post . ?post a org:Post }
  UNION { ?node :substitute ?deputy ; :substitutedPost ?post }
  UNION { ?post :heldBy ?person FILTER EXISTS { { ?post :chairs|:heads ?any } UNION { ?any :assists ?post } } }
}
"""


@dataclass(frozen=True)
class Verb:
    """How a tie is named: by a noun in a box, by a verb in the list; `down` when it leads on from the post."""

    noun_fr: str
    noun_en: str
    fr: str
    en: str
    down: bool


VERBS: dict[str, Verb] = {
    "chairs": Verb("présidence", "chairship", "préside", "chairs", True),
    "heads": Verb("direction", "headship", "dirige", "heads", True),
    "assists": Verb("soutien", "support", "assistée par", "assisted by", False),
    "substitutedPost": Verb("suppléance", "substitution", "suppléée par", "replaced in absence by", False),
}


@dataclass(frozen=True)
class Tie:
    """All that ties two ends: from the one on the left to the one on the right, by the names of the properties."""

    left: str
    right: str
    verbs: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """The ends (IRIs) and the ties between them; `holders` are the people in office, by post."""

    posts: frozenset[str]
    ties: tuple[Tie, ...]
    holders: Mapping[str, tuple[str, ...]]

    @property
    def ends(self) -> tuple[str, ...]:
        """Everything on the chart."""
        return tuple(sorted({end for tie in self.ties for end in (tie.left, tie.right)}))

    def iris(self) -> set[str]:
        """Every IRI whose name the chart shows."""
        return {*self.ends, *(person for people in self.holders.values() for person in people)}

    def around(self, post: str) -> list[tuple[Verb, list[str]]]:
        """What a post does, and what is done for it, with the other ends."""
        near = [
            (tie, tie.right if tie.left == post else tie.left) for tie in self.ties if post in (tie.left, tie.right)
        ]
        found = [(verb, [end for tie, end in near if name in tie.verbs]) for name, verb in VERBS.items()]
        return [(verb, ends) for verb, ends in found if ends]


def chart_of(triples: Iterable[Triple], iris: Iris) -> Chart:
    """Arrange the triples of the query; what a post heads stays on its right even when it also assists the post."""
    said: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    holders: defaultdict[str, set[str]] = defaultdict(set)
    posts: set[str] = set()
    for subject, predicate, value in triples:
        name = predicate.removeprefix(iris.term(""))
        if name == "heldBy":
            holders[subject].add(value.value)
        elif name in VERBS:
            said[subject, value.value].add(name)
            posts.add(subject if VERBS[name].down else value.value)
    down = {pair for pair, names in said.items() if any(VERBS[name].down for name in names)}
    ties: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for pair, names in said.items():
        ties[pair[::-1] if pair[::-1] in down else pair] |= names
    found = tuple(Tie(*pair, tuple(name for name in VERBS if name in names)) for pair, names in sorted(ties.items()))
    return Chart(frozenset(posts), found, {post: tuple(sorted(people)) for post, people in holders.items()})
