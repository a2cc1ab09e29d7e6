"""Where a clause opens or closes inside a sentence: relatives, duties, coordinated verbs, participles, appositions."""

from dataclasses import replace

from extraction.clause import (
    CLITICS,
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
from extraction.items import WORD, Item
from extraction.lexicon import words
from extraction.predicates import is_finite, is_gerund, present

COORDINATORS = words("coordinators")
RELATIVES = words("relatives")
Step = tuple[Clause, int] | None


class Boundaries:
    """Reads the boundaries of one segment of a sentence; `found` collects the clauses as they open."""

    def __init__(self, row: list[Item]) -> None:
        self.row = row
        self.found: list[Clause] = []
        self.relative_end_at = -1
        self.antecedents: list[Item] = []

    def boundary(self, i: int, current: Clause, main: Clause) -> Step:
        """The clause that opens at `i` and where its words begin; None when none does."""
        for reader in (self.relative, self.infinitive, self.coordination, self.reduced):
            step = reader(i, current, main)
            if step is not None:
                if step[0] is not current and step[0] not in self.found:
                    self.found.append(step[0])
                return step
        return None

    def relative(self, i: int, current: Clause, main: Clause) -> Step:
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
            return Clause("place", antecedent(current, main)[:1]), j + 1
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
        elif not (current.kind == "duty" and j > i) and not (current.items and current.items[-1].low in {"doit", "doivent"}):
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
