"""Pages of the real release: each in both languages, light enough, safe, and saying what the graph says."""

import re
from html import unescape
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from tests.server.conftest import Server

PAGES = (
    "/",
    "/search?q=conseil+de+l'atlantique",
    "/chart",
    "/questions",
    "/questions/who-holds-the-post",
    "/sources",
    "/dumps",
    "/model",
    "/quality",
    "/changes",
    "/limits",
    "/persistence",
    "/sparql",
    "/doc/secretaire-general-otan.html",
    "/doc/mark-rutte.html",
    "/source/secretaire-general-otan/1.html",
)
LARGEST = 100_000
BROWSER = {"Accept": "text/html"}


def page(server: Server, path: str, language: str = "fr") -> str:
    reply = server.get(path, BROWSER | {"Accept-Language": language})
    assert reply.status == 200, (path, reply.body[:300])
    return reply.body.decode()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_page_in_a_language_is_whole_and_light(real_server: Server, path: str, language: str) -> None:
    reply = real_server.get(path, BROWSER | {"Accept-Language": language})
    text = reply.body.decode()
    assert reply.status == 200
    assert f'<html lang="{language}">' in text
    assert len(re.findall("<h1", text)) == 1
    assert len(reply.body) <= LARGEST
    assert "Accept-Language" in reply.headers["vary"]
    assert "default-src 'self'" in reply.headers["content-security-policy"]
    assert "unsafe" not in reply.headers["content-security-policy"]
    assert not re.search(r'(?:src|<link rel="stylesheet" href)="https?:', text)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("conseil de l'atlantique nord", "conseil-de-l-atlantique-nord"),
        ("CONSEIL DE L’ATLANTIQUE", "conseil-de-l-atlantique-nord"),
        ("secretaire general delegue", "secretaire-general-delegue-otan"),
        ("Nuclear Planning", "groupe-des-plans-nucleaires"),
        ("rutte", "mark-rutte"),
        ("alliance", "otan"),
    ],
)
def test_search_for_a_name_finds_the_thing_first(real_server: Server, asked: str, first: str) -> None:
    found = re.search(r'<ol>\s*<li><a href="/doc/([^"?]+)', page(real_server, f"/search?q={quote(asked)}"))
    assert found is not None
    assert found[1] == first


def test_search_with_markup_is_escaped(real_server: Server) -> None:
    text = page(real_server, "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/", "Mark Rutte"),
        ("/doc/secretaire-general-otan.html", "Groupe des plans nucléaires"),
        ("/doc/secretaire-general-otan.html", "hasChairship ∘ chairedBody"),
        ("/doc/mark-rutte.html", "Le texte ne dit pas quand ce mandat s’achève"),
        ("/doc/otan.html", "http://www.wikidata.org/entity/Q7184"),
        ("/questions/when-does-the-term-end", "non dit"),
        ("/chart", "Secrétariat international"),
    ],
)
def test_page_about_a_thing_says(real_server: Server, path: str, said: str) -> None:
    assert said in page(real_server, path)


def test_text_page_without_its_markup_is_the_text(real_server: Server) -> None:
    text = page(real_server, "/source/secretaire-general-otan/1.html")
    words = [
        re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", one.partition("</a>")[2]))).strip()
        for one in re.findall(r'<p class="words" lang="fr">(.*?)</p>', text, re.DOTALL)
    ]
    source = real_server.get("/source/secretaire-general-otan/1.txt").body.decode("utf-8-sig")
    lines = re.sub(r"\s+", " ", source)
    assert len(words) == 33
    for one in words:
        assert one in lines
    assert sum(len(re.sub(r"\s", "", one)) for one in words) == len(re.sub(r"\s", "", source))


def test_links_inside_the_site_lead_somewhere(real_server: Server) -> None:
    found = {
        href.partition("#")[0].replace("&amp;", "&")
        for path in PAGES
        for href in re.findall(r'(?:href|src)="(/[^"]*)"', page(real_server, path))
    }
    broken = [href for href in sorted(found) if real_server.get(href, BROWSER).status not in (200, 303)]
    assert not broken


def test_chart_as_a_file_is_well_formed_and_names_the_things(real_server: Server) -> None:
    reply = real_server.get("/chart.svg")
    root = ElementTree.fromstring(reply.body)  # noqa: S314
    links = {one.get("href") for one in root.iter("{http://www.w3.org/2000/svg}a")}
    assert reply.headers["content-type"].startswith("image/svg+xml")
    assert "https://w3id.org/qui-preside/id/groupe-des-plans-nucleaires" in links


def test_question_that_does_not_exist_is_a_404_page(real_server: Server) -> None:
    reply = real_server.get("/questions/nothing", BROWSER)
    assert (reply.status, "/questions lists them" in reply.body.decode()) == (404, True)


def test_query_with_a_fault_is_offered_again_with_its_position(real_server: Server) -> None:
    reply = real_server.get("/sparql?query=SELECT%20*%20WHERE%20%7B%20%3Fs%20%7D", BROWSER)
    assert reply.status == 400
    assert "line 1" in reply.body.decode()
    assert "<textarea" in reply.body.decode()
