"""The reading of a page, stage after stage: text to facts with evidence, items for the curator, and dismissals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extraction.clause import Clause
from extraction.clauses import clauses
from extraction.coverage import uncovered
from extraction.focus import Focus, focus
from extraction.folding import Text
from extraction.items import WORD, Item, items
from extraction.lexicon import words
from extraction.matching import by_trigger, matches
from extraction.mention import Mention
from extraction.mentions import Spotter
from extraction.model import Dismissal, Entity, Fact, Passage, ReviewItem, Span
from extraction.passages import passages
from extraction.predicates import is_finite, present
from extraction.references import References
from extraction.register import Register
from extraction.rules import Rule, load_rules
from extraction.statements import Outcome, Statements
from extraction.tokens import Token, tokens
from extraction.verdict import settle

# No sentence of this genre is longer; what is, is a table or lost its signs, and is left to the curator.
LONGEST = 2_500


@dataclass(frozen=True)
class Extraction:
    """What the reading of a page yields; `trace` holds, by passage, the clauses as they were rewritten."""

    text: Text
    focus: Focus
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    reviews: tuple[ReviewItem, ...]
    dismissals: tuple[Dismissal, ...]
    trace: tuple[tuple[str, tuple[Clause, ...], tuple[Mention, ...]], ...] = ()


def extract(text: Text, register: Register, rules: tuple[Rule, ...] | None = None) -> Extraction:
    """Read a page about an office of the register; one about none yields one item that says what to add."""
    about = focus(text.folded, register)
    reading = Reading(text, register, about, rules or load_rules())
    cut = passages(text)
    for passage in cut:
        reading.read(passage)
    answered: dict[str, list[Span]] = {}
    for entry in reading.found:
        answered.setdefault(entry.passage, []).append(entry.evidence)
    for passage in cut:
        spans = answered.get(passage.key, [])
        reading.found.extend(uncovered(text, text.folded_span(passage.span), passage, reading.rules, spans))
    verdict = settle(text, about, cut, reading.found)
    return Extraction(text, about, cut, verdict.facts, verdict.reviews, verdict.dismissals, tuple(reading.trace))


@dataclass
class Reading:
    """The state of one reading."""

    text: Text
    register: Register
    about: Focus
    rules: tuple[Rule, ...]
    found: list[Outcome] = field(default_factory=list)
    trace: list[tuple[str, tuple[Clause, ...], tuple[Mention, ...]]] = field(default_factory=list)
    stem: tuple[list[Item], str] = field(default_factory=lambda: ([], ""))

    def __post_init__(self) -> None:
        self.holding = tuple(rule for rule in self.rules if rule.relation == "heldBy")
        self.spotter = Spotter(self.register, self.text.folded)
        self.references = References(self.register, self.about)
        self.statements = Statements(self.text, self.about, self.references)

    def read(self, passage: Passage) -> None:
        """Read one passage: mentions, clauses, rules, facts."""
        start, end = self.text.folded_span(passage.span)
        if end - start > LONGEST:
            self.found.append(
                ReviewItem(f"longer than a sentence ({end - start} characters)", passage.span, passage.key)
            )
            return
        row_tokens = tokens(self.text.folded, start, end)
        mentions = self.spotter.mentions(row_tokens)
        row = items(row_tokens, mentions)
        if passage.kind == "item" and self.stem[0]:
            row = under_stem(self.stem[0], row)
        elif row and row[-1].low == ":":
            self.stem = (row, passage.key)
        verbal = passage.kind != "heading" or keyed(row) or any(is_finite(row, i) for i in range(len(row)))
        rewritten = clauses(list(row)) if verbal else []
        sentence = self.text.folded[start:end].lower()
        for mention in mentions if verbal else (m for m in mentions if m.kind != "B" and m.whole is None):
            for named in (mention, mention.whole):
                if named is not None:
                    self.references.note(named, row_tokens[named.core].start)
        for clause in rewritten:
            self.anticipate(clause, passage, sentence)
        for clause in rewritten:
            for found in matches(clause, *by_trigger(self.rules)):
                self.found.extend(self.statements.state(found, passage, sentence))
            self.remember(clause)
        self.trace.append((passage.key, tuple(rewritten), tuple(mentions)))
        self.found.extend(self.genitives(passage, row_tokens, mentions if verbal else self.known(mentions)))

    def known(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions of a heading that the register knows: a heading gives no other body its name."""
        named = [
            named
            for mention in mentions
            for named in (mention, mention.whole)
            if named is not None and named.kind == "B"
        ]
        return [mention for mention in named if self.references.registered(mention.label.casefold())]

    def anticipate(self, clause: Clause, passage: Passage, sentence: str) -> None:
        """Learn who holds an office from any clause of the sentence before its facts are stated."""
        for found in matches(clause, *by_trigger(self.holding)):
            for _ in self.statements.state(found, passage, sentence):
                continue

    def remember(self, clause: Clause) -> None:
        """Note the subject of a main clause."""
        if clause.kind == "main":
            self.references.note_subject(clause)

    def genitives(self, passage: Passage, row: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Fact]:
        """The part-whole facts that names themselves state ("Secrétariat de l'OTAN")."""
        for mention in mentions:
            if mention.kind == "B":
                self.references.body(mention)
            if mention.whole is not None:
                self.references.body(mention.whole)
        pending, self.references.genitives = self.references.genitives, []
        seen: set[tuple[Entity, Entity]] = set()
        for mention in mentions:
            for named in (mention, mention.whole):
                for part, whole, source in pending:
                    predicate = mention.first > 0 and row[mention.first - 1].low in {"est", "sont"}
                    if source is named and part != whole and not predicate and (part, whole) not in seen:
                        seen.add((part, whole))
                        core = row[source.core].start
                        yield Fact(
                            "partOf",
                            part,
                            whole,
                            self.text.span(core, row[source.last - 1].end),
                            passage.key,
                            "part-of-name",
                        )


def keyed(row: Sequence[Item]) -> bool:
    """Say whether a line is a key with its value ("Durée du mandat : quatre ans")."""
    colon = next((i for i, item in enumerate(row) if item.low == ":"), len(row))
    return 0 < colon <= 4 and colon + 1 < len(row)


def under_stem(stem: list[Item], row: list[Item]) -> list[Item]:
    """Read a list item under the sentence that introduces it: alone, with its subject, or with all of it."""
    if not row:
        return row
    if row[0].kind == "R" and row[0].value in {"il", "elle", "ils", "elles"}:
        return row
    if is_finite(row, 0) or (
        row[0].low in {"se", "s'", "en", "la", "le", "l'", "lui", "ne", "n'"} and len(row) > 1 and is_finite(row, 1)
    ):
        subject = next((item for item in stem if item.kind in "PHBR"), None)
        return [subject, *row] if subject else row
    if row[0].infinitive and any(item.low in words("duties") for item in stem):
        return duty(stem, row)
    bare = stem[:-1] if row[0].kind == WORD and (row[0].low in {"de", "d'"} or row[0].infinitive) else stem
    return [*bare, *row]


def duty(stem: list[Item], row: list[Item]) -> list[Item]:
    """Read "présider le Comité" under "Ses attributions sont :" as what the office does."""
    office = Mention("R", 0, 0, 0, value="il")
    subject = next((item for item in stem if item.kind == "P"), Item("R", "", row[0].start, row[0].start, office))
    return [subject, present(row[0]), *row[1:]]
