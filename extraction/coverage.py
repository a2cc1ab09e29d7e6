"""No word that touches a trigger is lost: what no fact, review item or dismissal covers becomes one."""

from collections.abc import Iterator, Sequence
from functools import cache

from extraction.clause import NEGATION
from extraction.folding import Text
from extraction.lexicon import words
from extraction.model import Dismissal, Passage, ReviewItem, Span
from extraction.rules import Rule
from extraction.tokens import Token, tokens
from extraction.verbs import FINITE, GERUND, INFINITIVE, PARTICIPLE, by_form

AUXILIARIES = frozenset({"être", "avoir"})
ARTICLES = words("determiners") | words("contractions") | {"de", "d'"}
PLAIN = frozenset(
    {
        "avoir",
        "faire",
        "pouvoir",
        "devoir",
        "tenir",
        "réunir",
        "placer",
        "travailler",
        "agir",
        "figurer",
        "disposer",
        "reposer",
        "situer",
        "trouver",
    }
)


@cache
def trigger_verbs(rules: tuple[Rule, ...]) -> frozenset[str]:
    """The infinitives of the verbs that open a rule, auxiliaries and verbs of many uses left out."""
    forms = by_form(*FINITE, PARTICIPLE, GERUND, INFINITIVE)
    found = {forms[word].infinitive for rule in rules for word in rule.triggers if word in forms}
    return frozenset(found) - AUXILIARIES - PLAIN


@cache
def trigger_forms(rules: tuple[Rule, ...]) -> frozenset[str]:
    """Every form of a trigger verb, in any tense."""
    forms = by_form(*FINITE, PARTICIPLE, GERUND, INFINITIVE)
    wanted = trigger_verbs(rules)
    return frozenset(form for form, verb in forms.items() if verb.infinitive in wanted)


def uncovered(
    text: Text, folded: tuple[int, int], passage: Passage, rules: tuple[Rule, ...], covered: Sequence[Span]
) -> Iterator[ReviewItem | Dismissal]:
    """An item or a dismissal for each trigger of a passage that nothing covers yet."""
    row = [] if covered and covered[0].covers(passage.span) else tokens(text.folded, *folded)
    sentence = text.span(row[0].start, row[-1].end) if row else passage.span
    for i, token in enumerate(row):
        if token.low not in trigger_forms(rules):
            continue
        span = text.span(token.start, token.end)
        if any(known.covers(span) for known in covered):
            continue
        reason = dismissal(row, i, passage)
        yield (
            Dismissal(reason, span, passage.key)
            if reason
            else ReviewItem("no rule reads these words", sentence, passage.key)
        )


def dismissal(row: Sequence[Token], i: int, passage: Passage) -> str:
    """The written reason why a trigger states nothing here; empty when a curator should look."""
    if passage.kind == "heading":
        return "a heading states nothing"
    if row[-1].text == "?":
        return "a question states nothing"
    if i and row[i - 1].low in ARTICLES and row[i].low in words("nounish") | {"président", "présidents"}:
        return "the word is a noun here"
    if row[i].capital and i:
        return "the word is part of a name"
    if any(token.low in NEGATION for token in row[max(i - 3, 0) : i]):
        return "the clause is negative"
    return ""
