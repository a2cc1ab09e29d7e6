"""Programs that ask a question of this server: they run as shown."""

from dataclasses import dataclass

CURL = """curl --fail --silent --header 'Accept: text/csv' \\
  --data-urlencode "query@-" '{endpoint}' <<'SPARQL'
{query}
SPARQL
"""
PYTHON = '''import csv, io, urllib.parse, urllib.request

query = """
{query}
"""
data = urllib.parse.urlencode({{"query": query}}).encode()
request = urllib.request.Request("{endpoint}", data, {{"Accept": "text/csv"}})
with urllib.request.urlopen(request) as answer:
    for row in csv.DictReader(io.TextIOWrapper(answer, "utf-8")):
        print(row)
'''
R = """query <- r"---(
{query}
)---"
address <- paste0("{endpoint}?format=csv&query=", URLencode(query, reserved = TRUE))
answer <- read.csv(url(address), encoding = "UTF-8")
print(answer)
"""


@dataclass(frozen=True)
class Snippet:
    """A program by the name of its language."""

    label: str
    text: str


def snippets(query: str, endpoint: str) -> tuple[Snippet, ...]:
    """Programs that send a query to an endpoint."""
    return tuple(
        Snippet(label, template.format(query=query.strip(), endpoint=endpoint))
        for label, template in (("curl", CURL), ("Python", PYTHON), ("R", R))
    )
