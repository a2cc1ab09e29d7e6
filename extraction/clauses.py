"""Sentences rewritten as plain main clauses: relatives, participles, appositions, clefts, fronting and coordination undone."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extraction.items import WORD, Item, is_finite, is_gerund, present
from extraction.lexicon import words
from extraction.verbs import INFINITIVE, by_form

CLITICS = frozenset({"le", "la", "l'", "les", "lui", "leur", "y", "en", "se", "s'"})
NEGATION = frozenset({"ne", "n'"})
RELATIVES = frozenset(
    {
        "qui",
        "que",
        "qu'",
        "dont",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
        "auquel",
        "auxquels",
        "auxquelles",
        "duquel",
        "desquels",
        "où",
    }
)
COORDINATORS = frozenset({",", "et", "mais", "ou", "puis", "car", "or"})
SUBORDINATORS = frozenset(
    {"lorsque", "lorsqu'", "quand", "si", "puisque", "puisqu'", "que", "qu'", "tandis", "comme", "quoique"}
)
NOMINAL = frozenset({"pouvoir", "devoir", "être", "avoir"})
SUBJECTS = frozenset(
    {
        "il",
        "elle",
        "ils",
        "elles",
        "celui-ci",
        "celle-ci",
        "ceux-ci",
        "celles-ci",
        "ce dernier",
        "ce poste",
        "titulaire",
    }
)
GOVERNING = words("prepositions") | {"que", "qu'", "ni", "comme"}
PREDECESSORS = frozenset({"prédécesseur", "prédécesseure", "prédécesseuse", "devancier", "devancière"})


@dataclass(eq=False)
class Clause:
    """A plain clause: who (alternatives, the nearest first), what is said, and what kind of clause it was."""

    kind: str
    subjects: list[Item]
    items: list[Item] = field(default_factory=list)
    outer: list[Item] = field(default_factory=list)
    plural: bool = False
    target: Item | None = None

    def text(self) -> str:
        """The clause as --explain prints it."""
        return " ".join(
            f"⟨{i.mention.label or i.mention.value}⟩" if i.mention else i.low for i in [*self.subjects[:1], *self.items]
        )


def clauses(row: list[Item]) -> list[Clause]:
    """Rewrite a sentence; the clauses come in the order of the text."""
    found: list[Clause] = []
    last: list[Item] = []
    row = [present(item) if terms_gerund(row, i) else item for i, item in enumerate(row)]
    for segment in segments(uncleft(row)):
        new = Rewriter(segment, last).clauses()
        found.extend(clause for clause in share_object(new) if clause.items)
        last = next((clause.subjects for clause in new if clause.subjects), last)
    return found


def share_object(found: list[Clause]) -> list[Clause]:
    """Give a bare verb the object of the verb coordinated to it: "préside et anime les travaux"."""
    for clause, following in itertools.pairwise(found):
        bare = len(clause.items) == 1 and is_finite(clause.items, 0)
        if bare and clause.subjects == following.subjects and following.items and is_finite(following.items, 0):
            clause.items = [*clause.items, *following.items[1:]]
    return found


def terms_gerund(row: Sequence[Item], i: int) -> bool:
    """Say whether a present participle stands for the verb of a term of office ("son mandat ne pouvant être…")."""
    before = i - 1
    while before >= 0 and row[before].low in NEGATION:
        before -= 1
    return is_gerund(row, i) and before >= 0 and row[before].kind == "M"


def uncleft(row: list[Item]) -> list[Item]:
    """Undo "c'est X qui …" and drop a final full stop."""
    if row and row[-1].low in {".", "!", "?", "…"}:
        row = row[:-1]
    if len(row) > 3 and row[0].low in {"c'", "ce"} and row[1].low in {"est", "sont"} and row[2].is_mention:
        at = next((i for i in range(3, min(len(row), 8)) if row[i].low in {"qui", "que", "qu'"}), None)
        if at is not None and row[at].low == "qui":
            rest = [
                item
                for k, item in enumerate(row)
                if k > at and not (item.low == "qui" and row[k - 1].low in {"et", "mais"})
            ]
            return [row[2], *rest]
    return row


def segments(row: list[Item]) -> Iterator[list[Item]]:
    """Cut at semicolons and before coordinated clauses with a subject of their own."""
    begin = 0
    for i, item in enumerate(row):
        if item.low == ";" or (
            item.low in COORDINATORS and i >= begin and opens_clause(row, i) and not subordinated(row, begin, i)
        ):
            yield row[begin:i]
            begin = i + 1
    yield row[begin:]


def subordinated(row: Sequence[Item], begin: int, i: int) -> bool:
    """Say whether the text before is only a fronted piece, so that the subject at `i` is still the first one."""
    return not any(is_finite(row, j) for j in range(begin, i)) or row[begin].low in SUBORDINATORS


def opens_clause(row: Sequence[Item], i: int) -> bool:
    """Say whether a subject with its verb follows the coordinator at `i`."""
    j = i + 1
    while j < len(row) and row[j].low in COORDINATORS:
        j += 1
    if j >= len(row) or not row[j].is_mention:
        return False
    if row[j].kind == "R" and row[j].value not in SUBJECTS:
        return False
    after = skip_clitics(row, j + 1)
    return is_finite(row, after)


def skip_clitics(row: Sequence[Item], i: int) -> int:
    """Step over negation and object pronouns before a verb."""
    while i < len(row) and row[i].kind == WORD and row[i].low in CLITICS | NEGATION:
        i += 1
    return i


class Rewriter:
    """Rewrites one segment of a sentence; `inherited` is the subject of the segment before it."""

    def __init__(self, row: list[Item], inherited: list[Item]) -> None:
        self.row = list(row)
        while self.row and self.row[0].low in COORDINATORS | {"que", "qu'"}:
            self.row.pop(0)
        self.inherited = inherited
        self.found: list[Clause] = []
        self.relative_end_at = -1
        self.antecedents: list[Item] = []

    def clauses(self) -> list[Clause]:
        """The main clause, those inside it, and those made of the pieces before its subject."""
        at = self.subject_at()
        if at is None:
            return self.without_subject()
        subjects, after = self.coordinated_subject(at)
        main = Clause("main", subjects, plural=after > at + 1 and len(subjects) > 1)
        front = self.front(self.row[:at], subjects)
        self.found.insert(0, main)
        self.body(after, main)
        main.items.extend(front)
        return [self.finish(clause) for clause in self.found]

    def without_subject(self) -> list[Clause]:
        """A segment with no subject: a verb of the subject before it, or a phrase read as it stands."""
        start = skip_clitics(self.row, 0)
        verbal = is_finite(self.row, start) or (self.row and self.row[0].participle)
        main = Clause("main", self.inherited if verbal else [])
        self.found.append(main)
        self.body(0, main)
        return [self.finish(clause) for clause in self.found]

    def subject_at(self) -> int | None:
        """Where the subject stands: the first mention that nothing governs, before any verb."""
        opaque = False
        for i, item in enumerate(self.row):
            previous = self.row[i - 1] if i else None
            if item.low in {",", ":"}:
                opaque = opaque and previous is not None and previous.low in PREDECESSORS
            if is_finite(self.row, i) and not self.in_subordinate(i):
                return None
            if item.kind == WORD and item.low in words("determiners") and not self.starts_clitic(i):
                opaque = True
            if item.kind == "G" and previous is not None and previous.kind == "N":
                if i == 1:
                    return None
                continue
            if item.kind not in "PHBGRM" or opaque or self.in_subordinate(i):
                continue
            if previous is not None and previous.low == ":":
                return None
            if (
                previous is None
                or previous.low == ","
                or (previous.kind == WORD and previous.low not in GOVERNING and not self.participial(i))
            ):
                if item.kind != "R" or item.value in SUBJECTS or i == 0:
                    return i
            elif previous.kind in "DTN" or (previous.kind in "BGCHP" and item.kind in "PHR"):
                return i
        return None

    def starts_clitic(self, i: int) -> bool:
        """Say whether a pronoun before an infinitive or a verb stands at `i`, not an article."""
        j = skip_clitics(self.row, i)
        return j > i and j < len(self.row) and (self.row[j].infinitive or is_finite(self.row, j))

    def participial(self, i: int) -> bool:
        """Say whether the mention at `i` hangs on the word before it (a noun without article)."""
        previous = self.row[i - 1]
        return previous.participle or previous.infinitive

    def in_subordinate(self, i: int) -> bool:
        """Say whether a subordinating word stands before `i` with no comma since."""
        for item in reversed(self.row[:i]):
            if item.low == ",":
                return False
            if item.kind == WORD and (item.low in SUBORDINATORS or item.low in RELATIVES):
                return True
        return False

    def coordinated_subject(self, at: int) -> tuple[list[Item], int]:
        """The subject, with what is coordinated to it before the verb."""
        subjects, after = [self.row[at]], at + 1
        while after + 1 < len(self.row) and self.row[after].low == "et" and self.row[after + 1].is_mention:
            subjects.append(self.row[after + 1])
            after += 2
        verbal = is_finite(self.row, skip_clitics(self.row, after))
        return (subjects, after) if verbal else (subjects[:1], at + 1)

    def front(self, row: list[Item], subjects: list[Item]) -> list[Item]:
        """Turn what stands before the subject into clauses about it; return the adverbials, to be put at the end."""
        adverbials: list[Item] = []
        open_clause: Clause | None = None
        for piece in pieces(row):
            if is_gerund(piece, 0):
                self.found.append(Clause("front", subjects, [present(piece[0]), *piece[1:]]))
            elif piece[0].participle or starts_apposition(piece):
                open_clause = Clause("front", subjects, [copula(piece[0]), *piece])
                self.found.append(open_clause)
            elif open_clause is not None and piece[0].kind == WORD and piece[0].low in words("prepositions"):
                open_clause.items.extend(piece)
            else:
                adverbials.extend([comma(piece[0]), *piece])
        return adverbials

    def body(self, i: int, main: Clause) -> None:
        """Walk what follows the subject, opening a clause at each boundary and closing it at the next."""
        current = main
        while i < len(self.row):
            step = self.boundary(i, current, main)
            if step is None:
                current.items.append(self.row[i])
                i += 1
            else:
                current, i = step

    def boundary(self, i: int, current: Clause, main: Clause) -> tuple[Clause, int] | None:
        """The clause that opens at `i` and where its words begin; None when none does."""
        for reader in (self.relative, self.infinitive, self.coordination, self.reduced):
            step = reader(i, current, main)
            if step is not None:
                if step[0] is not current and step[0] not in self.found:
                    self.found.append(step[0])
                return step
        return None

    def relative(self, i: int, current: Clause, main: Clause) -> tuple[Clause, int] | None:
        """A relative clause: "M, qui V", "M, dont …", "M, que S V", "M, auquel S V"."""
        j = i
        while j < len(self.row) and self.row[j].low in {",", "et", "mais"}:
            j += 1
        preposition = ""
        if (
            j + 1 < len(self.row)
            and self.row[j].low in {"devant", "par", "à", "pour", "auprès"}
            and self.row[j + 1].low in RELATIVES - {"que", "qu'"}
        ):
            preposition, j = self.row[j].low, j + 1
        if j >= len(self.row) or self.row[j].kind != WORD or self.row[j].low not in RELATIVES:
            return None
        word = self.row[j].low
        if word in {"que", "qu'"} and not self.relative_que(i, j, current):
            return None
        if (
            word == "dont"
            and j + 2 < len(self.row)
            and self.row[j + 1].low in {"l'", "un", "une"}
            and antecedent(current, main)
        ):
            skip = j + 2 + (self.row[j + 1].low == "l'")
            return Clause("relative", antecedent(current, main), outer=main.subjects), skip
        if word == "où":
            return Clause("place", []), j + 1
        again = (
            j > i
            and self.row[j - 1].low in {"et", "mais"}
            and (current.kind == "relative" or self.relative_end_at == i)
        )
        comma = self.row[i].low == ","
        antecedents = self.antecedents if again and self.antecedents else antecedent(current, main, comma)
        self.antecedents = antecedents
        if not antecedents:
            return Clause("opaque", []), j + 1
        if word in {"qui", "lequel", "laquelle", "lesquels", "lesquelles"} and not preposition:
            return Clause("relative", antecedents, outer=main.subjects), j + 1
        clause, self.relative_end_at = self.oblique(j, word, preposition, antecedents, main)
        self.found.append(clause)
        return current, self.relative_end_at

    def relative_que(self, i: int, j: int, current: Clause) -> bool:
        """Say whether "que" is a relative pronoun: right after a name, before a subject and verb or a verb."""
        before = self.row[j - 1] if j else None
        if before is not None and before.low == ",":
            before = self.row[j - 2] if j > 1 else None
        if before is None or not before.is_mention or before.kind in "R":
            return False
        return j + 1 < len(self.row) and (
            self.row[j + 1].is_mention or is_finite(self.row, j + 1) or self.row[j + 1].low == "lui"
        )

    def oblique(self, j: int, word: str, preposition: str, antecedents: list[Item], main: Clause) -> tuple[Clause, int]:
        """A relative clause whose antecedent is not its subject: put it back where it belongs."""
        end = self.relative_end(j + 1)
        inner = self.row[j + 1 : end]
        target = replace(antecedents[0], moved=True)
        subject: list[Item] = []
        if inner and inner[0].is_mention:
            subject, inner = [inner[0]], inner[1:]
        verb = next((k for k in range(len(inner)) if is_finite(inner, k)), None)
        link = {"dont": "de", "duquel": "de", "desquels": "de", "que": "", "qu'": ""}.get(word, preposition or "à")
        linked = [Item(WORD, link, target.start, target.start, moved=True), target] if link else [target]
        clause = Clause("relative", subject, outer=main.subjects, target=target)
        behind = verb + 1 + inner[verb + 1].participle if verb is not None and verb + 1 < len(inner) else len(inner)
        if not subject and behind < len(inner) and inner[behind].is_mention and link != "de":
            clause.subjects, inner = [inner[behind]], inner[:behind] + inner[behind + 1 :]
        if link == "" and verb is not None:
            at = verb + 1 + (verb + 1 < len(inner) and inner[verb + 1].low in {"pas", "plus"})
        elif link == "de" and not clause.subjects and verb is not None:
            at = next((k for k in range(verb) if inner[k].low in NEGATION | CLITICS - {"le", "la", "l'", "les"}), verb)
        else:
            at = next((k for k in range(len(inner)) if inner[k].low == ","), len(inner))
        clause.items = [*inner[:at], *linked, *inner[at:]]
        return clause, end

    def relative_end(self, i: int) -> int:
        """Where a relative clause ends: at a comma or "et" before a verb of the main clause or another relative."""
        for k in range(i, len(self.row)):
            if self.row[k].low == "," and (self.resumes(k) or k + 1 >= len(self.row)):
                return k
            if (
                k > i
                and self.row[k].low == "et"
                and k + 1 < len(self.row)
                and (self.row[k + 1].low in RELATIVES or self.nominal_resume(k))
            ):
                return k
            if (
                self.row[k].low == ","
                and k + 1 < len(self.row)
                and (self.row[k + 1].low in {"et", "ainsi"} or self.row[k + 1].is_mention)
            ):
                return k
        return len(self.row)

    def nominal_resume(self, k: int) -> bool:
        """Say whether "et à/au …" goes on with the main clause's complement after a relative."""
        return self.row[k + 1].low in {"à", "au", "aux"}

    def resumes(self, k: int) -> bool:
        """Say whether a finite verb without subject follows the comma at `k`."""
        j = k + 1
        while j < len(self.row) and self.row[j].low in {"et", "mais", "puis"}:
            j += 1
        return is_finite(self.row, skip_clitics(self.row, j))

    def infinitive(self, i: int, current: Clause, main: Clause) -> tuple[Clause, int] | None:
        """A duty: "est chargé de présider", "a pour mission de", "il incombe à X de", "doit présider"."""
        j = i
        if current.kind == "duty" and self.row[j].low in {",", "et", "ou"}:
            while j < len(self.row) and self.row[j].low in {",", "et", "ou"}:
                j += 1
        elif not any(item.low in words("infinitive_governors") for item in current.items):
            return None
        start = j
        if j < len(self.row) and self.row[j].low in {":", "de", "d'"}:
            while j < len(self.row) and self.row[j].low in {":", "de", "d'"}:
                j += 1
        elif not (current.items and current.items[-1].low in {"doit", "doivent"}):
            return None
        verb = skip_clitics(self.row, j)
        if (
            verb >= len(self.row)
            or not self.row[verb].infinitive
            or (start == j and verb != j and current.kind == "duty")
        ):
            return None
        if any(item.low in NEGATION or item.low in {"peut", "peuvent", "pouvoir"} for item in current.items):
            return None
        self.row[verb] = present(self.row[verb])
        clause = Clause("duty", duty_subject(current) or current.subjects, outer=current.outer or main.subjects)
        clause.items = self.row[j : verb + 1]
        return clause, verb + 1

    def coordination(self, i: int, current: Clause, main: Clause) -> tuple[Clause, int] | None:
        """Another verb of the same subject, or the end of a bracketed clause."""
        if self.row[i].low not in COORDINATORS:
            return None
        j = i
        while j < len(self.row) and self.row[j].low in COORDINATORS:
            j += 1
        verb = skip_clitics(self.row, j)
        if verb < len(self.row) and is_gerund(self.row, verb):
            self.row[verb] = present(self.row[verb])
        if is_finite(self.row, verb) and not (j < len(self.row) and self.row[j].low == "en" and verb == j):
            with_comma = any(item.low == "," for item in self.row[i:j])
            owner = main if with_comma or current.kind in {"apposition", "participle", "front"} else current
            if owner.kind == "relative" and not owner.subjects:
                owner = main
            if owner is main and not any(is_finite(main.items, k) for k in range(len(main.items))):
                return main, j
            return Clause("main" if owner is main else owner.kind, owner.subjects, outer=owner.outer), j
        if j < len(self.row) and self.row[j].participle and current.items and passive(current):
            return Clause(current.kind, current.subjects, [copula(self.row[j])], current.outer), j
        return None

    def reduced(self, i: int, current: Clause, main: Clause) -> tuple[Clause, int] | None:
        """A participle or an apposition after a name, or the comma that closes one."""
        row = self.row
        comma_here = row[i].low == ","
        j = i + 1 if comma_here else i
        if j >= len(row):
            return None
        following = row[j]
        if (
            following.participle
            and (comma_here or follows_name(row, j))
            and (comma_here or not auxiliary_before(current))
        ):
            nearest = antecedent(current, main)
            return Clause(
                "participle",
                [*nearest, *(s for s in main.subjects if s not in nearest)],
                [copula(following)],
                main.subjects,
            ), j
        if comma_here and starts_apposition(row[j:]):
            nearest = antecedent(current, main)
            adjacent = bool(current.items) and current.items[-1] in nearest
            return Clause(
                "apposition",
                nearest if adjacent else [*nearest, *(s for s in main.subjects if s not in nearest)],
                [copula(following)],
                main.subjects,
            ), j
        closes = current.kind == "apposition" or (current.kind == "participle" and not governed(following))
        if comma_here and closes and current is not main:
            return main, i
        return None

    def finish(self, clause: Clause) -> Clause:
        """Put object pronouns after their verb: "le remplace" becomes "remplace ⟨le⟩"."""
        clause.items = under_modal(unclitic(clause.items))
        return clause


def under_modal(row: list[Item]) -> list[Item]:
    """Put the infinitive that hangs on a modal verb in the present; the modal stays, for the guards to see."""
    at = next((k for k, item in enumerate(row) if item.kind == WORD and item.low in words("modals")), len(row))
    return [present(i) if k > at and i.infinitive and i.low not in NOMINAL else i for k, i in enumerate(row)]


def follows_name(row: Sequence[Item], j: int) -> bool:
    """Say whether a name stands right before `j`, or a plain noun that may carry a participle."""
    return j > 0 and (row[j - 1].kind in "BPGHTDC")


def auxiliary_before(clause: Clause) -> bool:
    """Say whether the clause has just had its auxiliary, so that a participle belongs to it."""
    return (
        bool(clause.items)
        and clause.items[-1].low in by_form("present", "past", "future")
        and not clause.items[-1].is_mention
    )


def passive(clause: Clause) -> bool:
    """Say whether the clause is in the passive, so that "et nommé" goes on with it."""
    lows = [item.low for item in clause.items]
    return any(
        low in {"est", "sont", "été"} and nxt.participle for low, nxt in zip(lows, clause.items[1:], strict=False)
    )


def governed(item: Item) -> bool:
    """Say whether the item begins a complement of what came before."""
    return item.kind == WORD and (
        item.low in words("prepositions") or item.low in {"renouvelable", "reconductible", "et", "non", "ainsi"}
    )


def pieces(row: list[Item]) -> list[list[Item]]:
    """Cut at commas."""
    found: list[list[Item]] = [[]]
    for item in row:
        if item.low == ",":
            found.append([])
        else:
            found[-1].append(item)
    return [piece for piece in found if piece]


def starts_apposition(row: Sequence[Item]) -> bool:
    """Say whether a bare noun phrase begins here ("ancien ministre …", "instance de …", "porte-parole de …")."""
    first = row[0]
    if first.kind == "Q" and first.mention is not None:
        return True
    if first.kind == "P" and first.mention is not None and not first.mention.determiner:
        return True
    if first.low in {"en"} and len(row) > 1 and row[1].low in {"fonction", "fonctions", "poste", "exercice"}:
        return True
    if first.low in {"le", "la", "l'"} and len(row) > 1 and row[1].low in {"plus"}:
        return True
    return first.kind == WORD and first.low in words("appositives") and (first.low != "en" or len(row) > 1)


def antecedent(current: Clause, main: Clause, from_comma: bool = False) -> list[Item]:
    """The name just before the boundary, else the subject."""
    if current.kind == "apposition" and current.subjects and from_comma:
        return current.subjects[:1]
    for item in reversed(current.items):
        if item.kind in "PHBGMC" and not item.moved:
            whole = item.mention.whole if item.mention else None
            return [item, Item("B", "", item.start, item.end, whole, moved=True)] if whole else [item]
    return list(current.subjects or main.subjects)


def duty_subject(clause: Clause) -> list[Item]:
    """Who the duty falls to in "il incombe à X de"."""
    lows = [item.low for item in clause.items]
    for k, low in enumerate(lows):
        if low in {"incombe", "appartient", "revient"}:
            return [item for item in clause.items[k + 1 :] if item.kind in "PHR"][:1]
    return []


def copula(item: Item) -> Item:
    """A silent "est" before a reduced clause."""
    return Item(WORD, "est", item.start, item.start, moved=True)


def comma(item: Item) -> Item:
    """A silent comma."""
    return Item(WORD, ",", item.start, item.start, moved=True)


def unclitic(row: list[Item]) -> list[Item]:
    """Move the object pronouns after their verb (or its participle); drop "y"."""
    result: list[Item] = []
    i = 0
    while i < len(row):
        verb = skip_clitics(row, i)
        if verb == i or not (is_finite(row, verb) or is_infinitive(row, i, verb)):
            result.append(row[i])
            i += 1
            continue
        result.extend(item for item in row[i:verb] if item.low in NEGATION | {"se", "s'"})
        moved = [item for item in row[i:verb] if item.low in {"le", "la", "l'", "les", "lui", "leur", "en"}]
        result.append(row[verb])
        i = verb + 1
        if i < len(row) and row[i].low in {"pas", "plus", "jamais"}:
            result.append(row[i])
            i += 1
        if i < len(row) and row[i].participle and row[verb].low in {"a", "ont", "avait", "avaient"}:
            result.append(row[i])
            i += 1
        for item in moved:
            result.extend(pronoun(item))
    return late(result)


def is_infinitive(row: Sequence[Item], i: int, verb: int) -> bool:
    """Say whether the clitics from `i` belong to an infinitive ("de le soutenir"), not to a noun ("le pouvoir")."""
    return verb < len(row) and row[verb].infinitive and row[verb].low not in NOMINAL


def pronoun(item: Item) -> list[Item]:
    """An object pronoun as a reference, with its preposition."""
    link = {"lui": "à", "leur": "à", "en": "de"}.get(item.low)
    reference = Item("R", item.low, item.start, item.end)
    return [Item(WORD, link, item.start, item.start, moved=True), reference] if link else [reference]


def late(row: list[Item]) -> list[Item]:
    """Move "à ⟨lui⟩" and "de ⟨en⟩" behind the verb's own complement, before the first comma."""
    for k in range(len(row) - 1):
        if row[k + 1].kind == "R" and row[k + 1].low in {"lui", "leur", "en"} and row[k].moved:
            end = next((j for j in range(k + 2, len(row)) if row[j].low == ","), len(row))
            return [*row[:k], *row[k + 2 : end], row[k], row[k + 1], *row[end:]]
    return row


def infinitives() -> frozenset[str]:
    """The infinitives of the lexicon."""
    return frozenset(by_form(INFINITIVE))
