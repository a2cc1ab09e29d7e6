"""From a document and a format to an HTTP answer: the bytes, and the headers that tie them to the other formats."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime

from pyoxigraph import RdfFormat, parse, serialize

from quipreside.namespaces import EXTERNAL_PREFIXES, Iris
from server.answers import Answer, entity
from server.cache import Cache
from server.dataset import Release
from server.describe import Lines
from server.documents import TEXT, Document
from server.dumps import IMMUTABLE
from server.formats import GRAPHS, PAGE, Format
from server.tombstones import missing, read_tombstones

FRESH = "public, max-age=60"
OF_CODING, OF_LANGUAGE = "Accept-Encoding", "Accept-Encoding, Accept-Language"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
QUOTE = f"<{EXTERNAL_PREFIXES['oa']}exact>".encode()
TYPE = f"<{EXTERNAL_PREFIXES['rdf']}type>"
ABOUT_PAGE = f"{EXTERNAL_PREFIXES['schema']}AboutPage"

Page = Callable[[Document, bytes], bytes]


class Representations:
    """Answer with documents of one release; `page` makes the HTML of a document from its Turtle."""

    def __init__(self, release: Release, budget: int, page: Page) -> None:
        self.release, self.iris, self.page = release, Iris(release.base_iri), page
        self.tombstones = read_tombstones(release)
        self.modified = format_datetime(datetime.fromtimestamp(int(release.served.stat().st_mtime), UTC), usegmt=True)
        self.known: Cache[Lines] = Cache(budget)

    def answer(self, document: Document, chosen: Format, negotiated: bool) -> Answer:
        """The document in a format; raise an HttpError when nothing is known of it."""
        lines = self.lines(document)
        headers = {
            "Cache-Control": IMMUTABLE if document.immutable and chosen is not PAGE else FRESH,
            "Last-Modified": self.modified,
            "Link": ", ".join((*links(document, chosen, lines, self.iris), *self.items(document))),
            "Vary": OF_LANGUAGE if chosen is PAGE else OF_CODING,
        }
        if negotiated:
            headers |= {"Vary": f"Accept, {OF_LANGUAGE}", "Content-Location": document.file(chosen)}
        return entity(chosen.content_type, self.body(document, chosen, lines), headers)

    def items(self, document: Document) -> list[str]:
        """The files of the dataset, as values of the Link header of its description."""
        files = self.release.files if document.kind == "dataset" else ()
        whole = (one for one in files if one.name.startswith(("all.", "facts.")) and not one.name.endswith(".gz"))
        folder = f"{self.iris.base}dumps/{self.release.version}"
        return [f'<{folder}/{one.name}>; rel="item"; type="{one.media_type}"' for one in whole]

    def lines(self, document: Document) -> Lines:
        """What describes the document, from the cache when it was asked for before."""
        lines = self.known.get(document.iri)
        if lines is None:
            lines = document.describe()
            if not lines:
                raise missing(document.iri, self.tombstones)
            self.known.put(document.iri, lines, sum(map(len, lines)))
        return lines

    def body(self, document: Document, chosen: Format, lines: Lines) -> bytes:
        """The bytes of the document in a format."""
        if chosen is TEXT and document.text:
            return document.text.read_bytes()
        if chosen is PAGE:
            return self.page(document, write(lines, GRAPHS[0], self.iris))
        return write(lines, chosen, self.iris)


def write(lines: Lines, chosen: Format, iris: Iris) -> bytes:
    """Serialise triples in the order of their lines, with the project's prefixes where the format has some."""
    content = b"\n".join(sorted(lines)) + b"\n"
    if chosen.name in {"ntriples", "nquads"}:
        return content
    triples = parse(content, format=RdfFormat.N_TRIPLES)
    prefixes = iris.prefixes() if chosen.name in {"turtle", "trig", "rdfxml"} else None
    return (
        serialize((quad.triple for quad in triples), format=getattr(RdfFormat, chosen.engine), prefixes=prefixes) or b""
    )


def links(document: Document, chosen: Format, lines: Lines, iris: Iris) -> list[str]:
    """The values of the Link header: the other formats, the name to cite, the types, the licence where one applies."""
    found = [
        f'<{document.file(one)}>; rel="alternate"; type="{one.media_type}"' for one in document.offers if one != chosen
    ]
    found += [
        f'<{document.iri}>; rel="cite-as"',
        f'<{document.file(GRAPHS[0])}>; rel="describedby"; type="{GRAPHS[0].media_type}"',
        f'<{iris.dataset}>; rel="collection"',
    ]
    found += [f'<{iri}>; rel="type"' for iri in types(document, lines) + ([ABOUT_PAGE] if chosen is PAGE else [])]
    if document.licensed and not any(line.split(b" ", 2)[1] == QUOTE for line in lines):
        found.append(f'<{LICENCE}>; rel="license"')
    return found


def types(document: Document, lines: Lines) -> list[str]:
    """The classes of what the document is about."""
    start = f"<{document.iri}> {TYPE} <".encode()
    return sorted(line[len(start) : -3].decode() for line in lines if line.startswith(start))
