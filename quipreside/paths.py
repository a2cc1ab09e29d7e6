"""Where the rooms' files lie: the product is an application that runs from its checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
SOURCES = DATA / "sources"
ONTOLOGY = ROOT / "ontology"
SHAPES = ROOT / "shapes"
QUERIES = ROOT / "queries"
DIST = ROOT / "dist"
RELEASES = ROOT / "releases"
