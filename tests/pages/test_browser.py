"""The pages in a real browser: both languages, with and without scripts, on a phone and on a desk, on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from quipreside.paths import ROOT
from tests.conftest import require
from tests.pages.test_pages import PAGES
from tests.server.conftest import Server

pytestmark = pytest.mark.slow

SCREENSHOTS = ROOT / "build" / "screenshots"
AXE = ROOT / "assets" / "node_modules" / "axe-core" / "axe.min.js"
EDITOR = ROOT / "server" / "static" / "vendor" / "yasgui.min.js"
SERIOUS = """async () => {
  const found = await axe.run({ exclude: ["#yasgui"] });
  return found.violations.filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
}"""
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 100);
})"""
ASIDE = "scrollWidth > document.documentElement.clientWidth"


def visit(context: BrowserContext, server: Server, path: str) -> tuple[Page, list[str]]:
    """Open a page and gather what the browser complains of."""
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if server.url not in request.url else None)
    page.goto(server.url + path, wait_until="load")
    return page, complaints


def name_of(path: str) -> str:
    return path.strip("/").replace("/", "-").partition("?")[0].removesuffix(".html") or "landing"


def keep(page: Page, name: str) -> Path:
    """Keep a screenshot as an artefact of the build."""
    file = SCREENSHOTS / f"{name}.png"
    page.screenshot(path=file, full_page=True)
    return file


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("scripts", [True, False])
def test_pages_at_a_width_fit_and_raise_nothing(
    browser: Browser, real_server: Server, language: str, width: int, scripts: bool
) -> None:
    found = {}
    scheme = "light" if language == "fr" else "dark"
    size = {"width": width, "height": 900}
    with browser.new_context(
        locale=language, viewport=size, java_script_enabled=scripts, color_scheme=scheme
    ) as context:
        for path in PAGES:
            page, complaints = visit(context, real_server, path)
            if scripts and page.evaluate(f"document.documentElement.{ASIDE}"):
                complaints.append("the page is wider than the window")
            if scripts and "sparql" not in path and page.evaluate(SHIFT) > 0.01:
                complaints.append("the layout shifts")
            keep(page, f"{name_of(path)}-{language}-{width}-{'js' if scripts else 'plain'}")
            found |= {path: complaints} if complaints else {}
            page.close()
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_under_axe_have_no_serious_finding(
    browser: Browser, real_server: Server, language: str, scheme: str
) -> None:
    require("axe", AXE.is_file(), "axe-core is not here: `make assets` fetches it.")
    found = {}
    with browser.new_context(locale=language, color_scheme=scheme) as context:
        for path in PAGES:
            page, _ = visit(context, real_server, path)
            page.evaluate(AXE.read_text(encoding="utf-8"))
            findings = page.evaluate(SERIOUS)
            found |= {path: findings} if findings else {}
            page.close()
    assert found == {}


def test_text_page_with_a_fact_chosen_lights_its_words(browser: Browser, real_server: Server) -> None:
    with browser.new_context() as context:
        page, _ = visit(context, real_server, "/source/secretaire-general-otan/1.html#e1122-1152")
        lit = page.locator("mark.lit").all_inner_texts()
    assert "".join(lit) == "le Groupe des plans nucléaires"


def test_keyboard_alone_goes_from_the_landing_page_to_an_answer(browser: Browser, real_server: Server) -> None:
    with browser.new_context(locale="fr") as context:
        page, _ = visit(context, real_server, "/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("groupe des plans")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?*")
        page.locator("main ol a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/doc/groupe-des-plans-nucleaires*")
        assert "secrétaire général" in page.locator("main").inner_text()


def test_editor_asked_for_an_example_shows_its_rows(browser: Browser, real_server: Server) -> None:
    require("editor", EDITOR.is_file(), "the query editor is not built: `make assets` builds it.")
    with browser.new_context(locale="en") as context:
        page, complaints = visit(context, real_server, "/sparql")
        page.locator(".yasqe_queryButton").first.click()
        page.wait_for_selector(".yasr_results table tbody tr")
        rows = page.locator(".yasr_results table tbody tr").count()
    assert (rows, complaints) == (20, [])


def test_landing_page_on_paper_leaves_the_navigation_out(browser: Browser, real_server: Server) -> None:
    with browser.new_context(locale="fr") as context:
        page, _ = visit(context, real_server, "/")
        page.emulate_media(media="print")
        keep(page, "landing-fr-print")
        assert not page.locator(".top nav").first.is_visible()
        assert page.locator("svg.chart").is_visible()
