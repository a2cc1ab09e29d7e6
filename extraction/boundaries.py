"""Where a clause opens or closes inside a sentence: duties, coordinated verbs, participles, appositions."""

from extraction.clause import (
    NEGATION,
    Clause,
    antecedent,
    auxiliary_before,
    copula,
    duty_subject,
    follows_name,
    governed,
    passive,
    skip_clitics,
    starts_apposition,
)
from extraction.lexicon import words
from extraction.predicates import is_finite, is_gerund, present
from extraction.relatives import COORDINATORS, Relatives, Step


class Boundaries(Relatives):
    """Reads every boundary of one segment of a sentence."""

    def boundary(self, i: int, current: Clause, main: Clause) -> Step:
        """The clause that opens at `i` and where its words begin; None when none does."""
        for reader in (self.relative, self.infinitive, self.coordination, self.reduced):
            step = reader(i, current, main)
            if step is not None:
                if step[0] is not current and step[0] not in self.found:
                    self.found.append(step[0])
                return step
        return None

    def infinitive(self, i: int, current: Clause, main: Clause) -> Step:
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
        elif not (current.kind == "duty" and j > i) and not (
            current.items and current.items[-1].low in {"doit", "doivent"}
        ):
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

    def coordination(self, i: int, current: Clause, main: Clause) -> Step:
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

    def reduced(self, i: int, current: Clause, main: Clause) -> Step:
        """A participle or an apposition after a name, or the comma that closes one."""
        row = self.row
        comma_here = row[i].low == ","
        j = i + 1 if comma_here else i
        if comma_here and j + 1 < len(row) and row[j].low in {"lui-même", "elle-même"} and row[j + 1].participle:
            j += 1
        if j >= len(row):
            return None
        following = row[j]
        if (
            following.participle
            and (comma_here or follows_name(row, j))
            and (comma_here or not auxiliary_before(current))
        ):
            nearest = antecedent(current, main)
            others = not comma_here and nearest and nearest[0].kind == "G"
            return Clause(
                "participle",
                nearest if others else [*nearest, *(s for s in main.subjects if s not in nearest)],
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


def obliged(clause: Clause) -> bool:
    """Say whether the clause has just said "doit"."""
    return bool(clause.items) and clause.items[-1].low in {"doit", "doivent"}
