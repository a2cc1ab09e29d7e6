"""Sentences rewritten as plain main clauses: their subjects, fronted pieces, then what lies inside."""

from itertools import pairwise

from extraction.boundaries import Boundaries
from extraction.clause import Clause, comma, copula, pieces, skip_clitics, starts_apposition
from extraction.clitics import unclitic, under_modal
from extraction.items import WORD, Item
from extraction.lexicon import words
from extraction.predicates import is_finite, is_gerund, present
from extraction.relatives import COORDINATORS, RELATIVES
from extraction.segments import SUBJECTS, SUBORDINATORS, segments, terms_gerund, uncleft

GOVERNING = words("prepositions") | {"que", "qu'", "ni", "comme"}
PREDECESSORS = words("predecessors")


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
    for clause, following in pairwise(found):
        bare = len(clause.items) == 1 and is_finite(clause.items, 0)
        if bare and clause.subjects == following.subjects and following.items and is_finite(following.items, 0):
            clause.items = [*clause.items, *following.items[1:]]
    return found


class Rewriter(Boundaries):
    """Rewrites one segment of a sentence; `inherited` is the subject of the segment before it."""

    def __init__(self, row: list[Item], inherited: list[Item]) -> None:
        begin = next((k for k, item in enumerate(row) if item.low not in COORDINATORS | {"que", "qu'"}), len(row))
        super().__init__(row[begin:])
        self.inherited = inherited

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
        for clause in self.found:
            clause.plural = main.plural and clause.subjects is subjects
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
                opaque = opaque and PREDECESSORS & {x.low for x in (*self.row[1:2], *self.row[i - 1 : i])} != set()
            if is_finite(self.row, i) and not self.in_subordinate(i):
                return None
            if item.kind == WORD and item.low in words("determiners") and not self.starts_clitic(i):
                opaque = True
            if item.kind == "G" and previous is not None and previous.kind == "N":
                if i == 1:
                    return None
                continue
            if item.kind == "P" and self.appositive(i):
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

    def appositive(self, i: int) -> bool:
        """Say whether the office at `i`, without article, only qualifies a subject that follows a comma."""
        mention, after = self.row[i].mention, self.row[i + 1 : i + 3]
        bare = mention is not None and not mention.determiner and len(after) == 2 and after[0].low == ","
        return bare and after[1].kind in "RHP" and (after[1].kind != "R" or after[1].value in SUBJECTS)

    def starts_clitic(self, i: int) -> bool:
        """Say whether a pronoun before an infinitive or a verb stands at `i`, not an article."""
        j = skip_clitics(self.row, i)
        return j > i and j < len(self.row) and (self.row[j].infinitive or is_finite(self.row, j))

    def participial(self, i: int) -> bool:
        """Say whether the mention at `i` hangs on the word before it (a noun without article)."""
        previous = self.row[i - 1]
        led = i > 1 and self.row[i - 2].low in {"de", "d'", "pour", "sans", "à", "afin"}
        return previous.participle or previous.infinitive or (led and previous.low.endswith(("er", "ir", "re")))

    def in_subordinate(self, i: int) -> bool:
        """Say whether a subordinating word stands before `i` with no comma since."""
        for item in reversed(self.row[:i]):
            if item.low == ",":
                return False
            if item.kind == WORD and (item.low in SUBORDINATORS or item.low in RELATIVES):
                return True
        return False

    def coordinated_subject(self, at: int) -> tuple[list[Item], int]:
        """The subject, with what is coordinated to it before the verb ("le président, le juge et les autres …")."""
        subjects, after = [self.row[at]], at + 1
        while after + 1 < len(self.row) and self.row[after].low in {",", "et"} and self.alike(at, after + 1):
            subjects.append(self.row[after + 1])
            after += 2
        if len(subjects) > 1 and after < len(self.row) and self.row[after].low == "et":
            others = next((k for k in range(after, min(after + 9, len(self.row))) if is_finite(self.row, k)), after)
            after = others if all(item.low != "," for item in self.row[after:others]) else after
        verbal = is_finite(self.row, skip_clitics(self.row, after)) and len(subjects) > 1
        return (subjects, after) if verbal else (subjects[:1], at + 1)

    def alike(self, at: int, other: int) -> bool:
        """Say whether a second name is of the first one's kind, so that the two may share a verb."""
        return self.row[other].kind == self.row[at].kind and self.row[at].kind in "PB"

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

    def finish(self, clause: Clause) -> Clause:
        """Put object pronouns after their verb: "le remplace" becomes "remplace ⟨le⟩"."""
        clause.items = under_modal(unclitic(clause.items))
        return clause
