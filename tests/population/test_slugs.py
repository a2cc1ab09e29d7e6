import pytest

from extraction.slugs import SLUG, entity_slug, node_slug


@pytest.mark.parametrize(
    ("kind", "label", "owner", "slug"),
    [
        ("post", "secrétaire général", "otan", "secretaire-general-otan"),
        ("post", "secrétaire général de l’OTAN", "otan", "secretaire-general-de-l-otan"),
        ("unit", "Cabinet", "secretaire-general-otan", "cabinet-secretaire-general-otan"),
        ("unit", "Secrétariat international", "otan", "secretariat-international-otan"),
        ("body", "Conseil de l’Atlantique Nord", "otan", "conseil-de-l-atlantique-nord"),
        ("body", "Conseil OTAN-Ukraine", "otan", "conseil-otan-ukraine"),
        ("body", "Groupe des plans nucléaires", "otan", "groupe-des-plans-nucleaires"),
        ("group", "pays membres", "otan", "pays-membres-otan"),
        ("person", "Marija Pejčinović Burić", "conseil-de-l-europe", "marija-pejcinovic-buric"),
        ("place", "Addis-Abeba", "union-africaine", "addis-abeba"),
        ("unit", "Cabinet", None, "cabinet"),
    ],
)
def test_entity_slug_names_what_the_label_leaves_open(kind: str, label: str, owner: str | None, slug: str) -> None:
    assert entity_slug(kind, label, owner) == slug
    assert SLUG.fullmatch(slug)


def test_entity_slug_ignores_the_spelling_of_apostrophes_and_accents() -> None:
    assert entity_slug("body", "Conseil de l'Atlantique Nord", "otan") == entity_slug(
        "body", "CONSEIL DE L’ATLANTIQUE NORD", "otan"
    )


def test_node_slug_joins_the_key_in_its_order() -> None:
    assert (
        node_slug("tenure", ["mark-rutte", "secretaire-general-otan"]) == "tenure-mark-rutte--secretaire-general-otan"
    )
