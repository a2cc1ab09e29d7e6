"""Where links lead: our IRIs to this server's pages, other web addresses as they are, anything else nowhere."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from quipreside.namespaces import Iris
from server.site.language import Reader

FOLLOWED = ("http://", "https://", "mailto:")
PAGES = {"id/": "doc/"}


@dataclass(frozen=True)
class Addresses:
    """Turn IRIs and paths into links; `prefix` is the path that the server is mounted at, without its last slash."""

    iris: Iris
    prefix: str
    reader: Reader

    def page(self, path: str, **parameters: str) -> str:
        """The address of one of our pages, in the language that the reader chose."""
        path, hash_, fragment = path.partition("#")
        chosen = {"lang": self.reader.language} if self.reader.chosen else {}
        query = urlencode({**parameters, **chosen})
        return f"{self.prefix}/{path}{'?' if query else ''}{query}{hash_}{fragment}"

    def file(self, path: str) -> str:
        """The address of something that is the same in every language."""
        return f"{self.prefix}/{path}"

    def of(self, iri: str) -> str:
        """Where an IRI leads, empty when it should not be followed."""
        if iri.startswith(self.iris.base):
            path = iri.removeprefix(self.iris.base)
            for ours, page in PAGES.items():
                if path.startswith(ours):
                    path = page + path.removeprefix(ours)
            return self.page(quote(path, safe="/#:@-._~!$&'()*+,;="))
        return iri if iri.startswith(FOLLOWED) else ""
