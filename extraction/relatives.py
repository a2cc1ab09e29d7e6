"""Relative clauses, their antecedent put back: "M, qui V", "M, dont …", "M, que S V", "M, auquel S V"."""

from dataclasses import replace

from extraction.clause import (
    CLITICS,
    NEGATION,
    Clause,
    antecedent,
    skip_clitics,
)
from extraction.items import WORD, Item
from extraction.lexicon import words
from extraction.predicates import is_finite

COORDINATORS = words("coordinators")
RELATIVES = words("relatives")
Step = tuple[Clause, int] | None


class Relatives:
    """Reads the relative clauses of one segment of a sentence; `found` collects the clauses as they open."""

    def __init__(self, row: list[Item]) -> None:
        self.row = row
        self.found: list[Clause] = []
        self.relative_end_at = -1
        self.antecedents: list[Item] = []

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
