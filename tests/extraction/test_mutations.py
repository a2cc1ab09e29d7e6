"""Changes of the first page, each with exactly the facts it adds and removes."""

from functools import cache
from pathlib import Path

import pytest

from extraction.register import Register, load_register
from tests.extraction.reading import Triple, folded, read

SHARED = Path("/work/shared/corpus")
PAGE = Path(__file__).parents[2] / "data/sources/secretaire-general-otan/1.txt"
SG, DSG = "secrétaire général@otan", "secrétaire général délégué@otan"
GEORGIA = "Il préside également la Commission OTAN-Géorgie."
CHAIRS = ("chairs", SG, "commission otan-géorgie")
HELD, SINCE = ("heldBy", SG, "mark rutte"), ("heldSince", SG, "2024-10-01")
FORMERLY = ("formerly", "mark rutte", "premier ministre des pays-bas")
TERM, RENEWABLE = ("termLength", SG, "p4y"), ("renewable", SG, "true")
SUBSTITUTE, ASSIST = ("substitutesFor", DSG, SG), ("assists", DSG, SG)
NAC, NPG = ("chairs", SG, "conseil de l'atlantique nord"), ("chairs", SG, "groupe des plans nucléaires")
NUC, NRC, EAPC = (
    ("chairs", SG, body)
    for body in ("conseil otan-ukraine", "conseil otan-russie", "conseil de partenariat euro-atlantique")
)
OFFICE = "ce poste est occupé par Mark Rutte, ancien premier ministre des Pays-Bas"
LIST = "le Conseil OTAN-Russie et le Conseil de partenariat euro-atlantique"
BUDGETS = ("chairs", SG, "comité des budgets")
DEPUTY = "qui l’épaule et qui le remplace en son absence"
EXTENDED = ", qui peut être prorogée de commun accord"

# what is replaced, by what, the facts added, the facts removed
MUTATIONS: list[tuple[str, str, set[Triple], set[Triple]]] = [
    ("Mark Rutte", "Anna Lindqvist", {("heldBy", SG, "anna lindqvist"), ("formerly", "anna lindqvist", FORMERLY[2])}, {HELD, FORMERLY}),
    ("Mark Rutte", "Mme Anna van der Berg", {("heldBy", SG, "anna van der berg"), ("formerly", "anna van der berg", FORMERLY[2])}, {HELD, FORMERLY}),
    ("Mark Rutte", "l’amiral Jean d’Ormont", {("heldBy", SG, "jean d'ormont"), ("formerly", "jean d'ormont", FORMERLY[2])}, {HELD, FORMERLY}),
    ("Mark Rutte", "la Norvégienne Kari Lie", {("heldBy", SG, "kari lie"), ("formerly", "kari lie", FORMERLY[2])}, {HELD, FORMERLY}),
    ("1er octobre 2024", "15 mars 2027", {("heldSince", SG, "2027-03-15")}, {SINCE}),
    ("le 1er octobre 2024", "octobre 2024", {("heldSince", SG, "2024-10")}, {SINCE}),
    ("Depuis le 1er octobre 2024, ce", "Ce", set(), {SINCE}),
    (OFFICE, "ce poste est vacant", set(), {HELD, SINCE, FORMERLY}),
    (OFFICE, "ce poste n’est plus occupé par Mark Rutte", set(), {HELD, SINCE, FORMERLY}),
    (OFFICE, "ce poste était occupé par Mark Rutte", set(), {HELD, SINCE, FORMERLY}),
    (OFFICE, "ce poste sera occupé par Mark Rutte", set(), {HELD, SINCE, FORMERLY}),
    (OFFICE, "ce poste devrait être occupé par Mark Rutte", set(), {HELD, SINCE, FORMERLY}),
    (OFFICE, "ce poste est occupé à titre provisoire par Mark Rutte", set(), {HELD, SINCE, FORMERLY}),
    (OFFICE, "Mark Rutte, ancien premier ministre des Pays-Bas, occupe ce poste", set(), set()),
    (OFFICE, "Mark Rutte, ancien premier ministre des Pays-Bas, est le titulaire du poste", set(), set()),
    (OFFICE, "la fonction est exercée par M. Mark Rutte, anciennement premier ministre des Pays-Bas", set(), set()),
    ("ancien premier ministre", "actuel premier ministre", set(), {FORMERLY}),
    (", ancien premier ministre des Pays-Bas", "", set(), {FORMERLY}),
    ("ancien premier ministre des Pays-Bas", "ancienne ministre de la Défense", {("formerly", "mark rutte", "ministre de la défense")}, {FORMERLY}),
    (GEORGIA, "", set(), {CHAIRS}),
    (GEORGIA, "Il préside également la Commission OTAN-Géorgie et le Comité des budgets.", {BUDGETS}, set()),
    (GEORGIA, "Il préside le Comité des budgets ainsi que la Commission OTAN-Géorgie.", {BUDGETS}, set()),
    (GEORGIA, "Il préside la Commission OTAN-Géorgie, le Comité des budgets et le Conseil des ports.", {BUDGETS, ("chairs", SG, "conseil des ports")}, set()),
    (GEORGIA, "Il ne préside plus la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il ne préside pas la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il n’a jamais présidé la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il ne préside ni la Commission OTAN-Géorgie ni le Comité des budgets.", set(), {CHAIRS}),
    (GEORGIA, "Il préside la Commission OTAN-Géorgie, mais non le Comité des budgets.", set(), set()),
    (GEORGIA, "Il peut présider la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il peut être appelé à présider la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il devrait présider la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il présidera la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il présiderait la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il présidait la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il a présidé la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il préside la Commission OTAN-Géorgie, à moins que le Conseil n’en décide autrement.", set(), {CHAIRS}),
    (GEORGIA, "Si les pays membres le demandent, il préside la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "En l’absence du président, il préside la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Selon un quotidien, il préside la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "« Il préside également la Commission OTAN-Géorgie », affirme un diplomate.", set(), {CHAIRS}),
    (GEORGIA, "Un diplomate affirme qu’il préside la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "Il préside tous les comités sauf la Commission OTAN-Géorgie.", set(), {CHAIRS}),
    (GEORGIA, "La présidence de la Commission OTAN-Géorgie est vacante.", set(), {CHAIRS}),
    (GEORGIA, "La Commission OTAN-Géorgie est présidée par un représentant des pays membres.", set(), {CHAIRS}),
    (GEORGIA, "Le secrétaire général délégué préside la Commission OTAN-Géorgie.", {("chairs", DSG, CHAIRS[2])}, {CHAIRS}),
    (GEORGIA, "La Commission OTAN-Géorgie est présidée par le secrétaire général.", set(), set()),
    (GEORGIA, "La Commission OTAN-Géorgie, présidée par le secrétaire général, siège chaque mois.", set(), set()),
    (GEORGIA, "La présidence de la Commission OTAN-Géorgie est assurée par le secrétaire général.", set(), set()),
    (GEORGIA, "Il assure également la présidence de la Commission OTAN-Géorgie.", set(), set()),
    (GEORGIA, "C’est lui qui préside la Commission OTAN-Géorgie.", set(), set()),
    (GEORGIA, "Mark Rutte préside la Commission OTAN-Géorgie.", set(), set()),
    (GEORGIA, "Il est aussi président de la Commission OTAN-Géorgie.", set(), set()),
    (GEORGIA, "Il est chargé de présider la Commission OTAN-Géorgie.", set(), set()),
    (GEORGIA, "Il préside toutes les réunions de la Commission OTAN-Géorgie.", set(), set()),
    (GEORGIA, "La Commission OTAN-Géorgie, qu’il préside, siège chaque mois.", set(), set()),
    (LIST, "le Conseil OTAN-Russie, le Conseil de partenariat euro-atlantique et le Comité des budgets", {BUDGETS}, set()),
    (LIST, "le Conseil de partenariat euro-atlantique", set(), {NRC}),
    ("est avant tout le président du", "n’est plus le président du", set(), {NAC, NPG, NUC, NRC, EAPC}),
    ("est avant tout le président du", "était le président du", set(), {NAC, NPG, NUC, NRC, EAPC}),
    ("ainsi que d’autres organes", "mais non d’autres organes", set(), {NPG, NUC, NRC, EAPC}),
    (EXTENDED, ", renouvelable une fois", {("renewable", SG, "once")}, {RENEWABLE}),
    (EXTENDED, ", qui ne peut être prorogée", set(), {RENEWABLE}),
    ("de quatre ans", "de cinq ans", {("termLength", SG, "p5y")}, {TERM}),
    ("de quatre ans", "de trente mois", {("termLength", SG, "p30m")}, {TERM}),
    ("pour un mandat de quatre ans", "pour un mandat de cinq ans", set(), {TERM}),
    (DEPUTY, "qui l’épaule", set(), {SUBSTITUTE}),
    (DEPUTY, "qui l’épaule mais ne le remplace pas", set(), {SUBSTITUTE}),
    (DEPUTY, "qui le supplée en cas d’empêchement", set(), set()),
    ("désigné par les pays membres", "désigné par le Conseil des ports", {("appointedBy", SG, "conseil des ports")}, set()),
    ("proposés par les pays membres", "proposés par le Conseil des ports", {("candidatesProposedBy", SG, "conseil des ports")}, {("candidatesProposedBy", SG, "pays membres")}),
    ("plusieurs comités, groupes", "le Comité des budgets et plusieurs groupes", {("chairs", DSG, "comité des budgets")}, set()),
    ("son Cabinet ainsi", "son Bureau ainsi", {("assists", "bureau", SG)}, {("assists", "cabinet", SG)}),
]  # fmt: skip


@cache
def known() -> Register:
    path = SHARED / "register.ttl"
    if not path.exists():
        pytest.skip("the shared register is not here, so the page's office is not known")
    return load_register(path)


@cache
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@cache
def original() -> set[Triple]:
    return folded(read(page(), known()))


def test_mutations_number_at_least_sixty() -> None:
    assert len(MUTATIONS) >= 60


@pytest.mark.parametrize(
    ("words", "change", "added", "removed"), MUTATIONS, ids=[f"{i}-{m[1][:50]}" for i, m in enumerate(MUTATIONS)]
)
def test_mutation_changes_exactly_these_facts(
    words: str, change: str, added: set[Triple], removed: set[Triple]
) -> None:
    assert words in page()
    now = folded(read(page().replace(words, change), known()))
    assert (now - original(), original() - now) == (added, removed)
