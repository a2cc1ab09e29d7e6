"""The organisation chart as SVG: a layered layout by grandalf, turned to read from left to right."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from textwrap import wrap

from grandalf.graphs import Edge, Graph, Vertex  # type: ignore[import-untyped, unused-ignore]
from grandalf.layouts import SugiyamaLayout  # type: ignore[import-untyped, unused-ignore]

from server.site.chart import VERBS, Chart
from server.site.language import Reader

WIDTH = 128
ACROSS = 24
BETWEEN = 12
LINE = 15
PADDING = 8
LETTERS = 18
MARGIN = 4


@dataclass(frozen=True)
class Box:
    """A box: its corner and size, the thing it stands for, its small line (verbs), its lines, and the people in it."""

    x: float
    y: float
    height: float
    iri: str
    verbs: str
    lines: tuple[str, ...]
    people: tuple[str, ...]
    post: bool

    @property
    def middle(self) -> float:
        """The height at which ties touch the box."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Drawing:
    """Boxes and curves on a sheet of this size."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    curves: tuple[str, ...]


class View:
    """The size of a vertex as the layout wants it, width and height exchanged."""

    def __init__(self, height: float) -> None:
        self.w, self.h, self.xy = height, WIDTH, (0.0, 0.0)


def draw(chart: Chart, name: Callable[[str], str], reader: Reader) -> Drawing:
    """Lay a chart out."""
    verbs = verbs_of(chart, reader)
    lines = {end: tuple(wrap(name(end), LETTERS)) for end in chart.ends}
    people = {
        end: tuple(line for one in chart.holders.get(end, ()) for line in wrap(name(one), LETTERS))
        for end in chart.ends
    }
    heights = {
        end: LINE * (len(lines[end]) + len(people[end]) + bool(verbs.get(end))) + 2 * PADDING for end in chart.ends
    }
    corners = place(chart, heights)
    left, top = min(x for x, _ in corners.values()), min(y for _, y in corners.values())
    boxes = {
        end: Box(x - left + MARGIN, y - top + MARGIN, heights[end], end, verbs.get(end, ""), lines[end], people[end],
                 end in chart.posts)
        for end, (x, y) in corners.items()
    }  # fmt: skip
    return Drawing(
        max(box.x for box in boxes.values()) + WIDTH + MARGIN,
        max(box.y + box.height for box in boxes.values()) + MARGIN,
        tuple(boxes.values()),
        tuple(curve(boxes[tie.left], boxes[tie.right]) for tie in chart.ties),
    )


def verbs_of(chart: Chart, reader: Reader) -> dict[str, str]:
    """The words over each box: how the post beside it chairs or heads it, or how it supports that post."""
    found: dict[str, dict[str, None]] = {}
    for tie in chart.ties:
        for name in tie.verbs:
            end = tie.right if tie.left in chart.posts and VERBS[tie.verbs[0]].down else tie.left
            found.setdefault(end, {})[reader.say(VERBS[name].noun_fr, VERBS[name].noun_en)] = None
    return {end: ", ".join(words) for end, words in found.items()}


def place(chart: Chart, heights: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """The corner of each box: a layered layout of each connected part, one part under the other."""
    vertices = {end: Vertex(end) for end in chart.ends}
    for end, vertex in vertices.items():
        vertex.view = View(heights[end])
    edges = [Edge(vertices[tie.left], vertices[tie.right]) for tie in chart.ties]
    corners, bottom = {}, 0.0
    for part in Graph(list(vertices.values()), edges).C:
        arrange(part)
        middles = {one.data: (one.view.xy[1], one.view.xy[0]) for one in part.sV}
        top = min(y - heights[end] / 2 for end, (_, y) in middles.items())
        for end, (x, y) in middles.items():
            corners[end] = x - WIDTH / 2, y - heights[end] / 2 - top + bottom
        bottom = max(corners[end][1] + heights[end] for end in middles) + 3 * BETWEEN
    return corners


def arrange(part: object) -> None:
    """Run the layered layout on a connected part."""
    layout = SugiyamaLayout(part)
    layout.xspace, layout.yspace = BETWEEN, ACROSS
    layout.init_all()
    layout.draw()


def curve(left: Box, right: Box) -> str:
    """The path of a tie, from the right side of one box to the left side of the other."""
    begin, end = left.x + WIDTH, right.x
    bend = (begin + end) / 2
    return f"M{begin:g} {left.middle:g}C{bend:g} {left.middle:g} {bend:g} {right.middle:g} {end:g} {right.middle:g}"


def baselines(box: Box) -> Iterable[tuple[str, str, float]]:
    """The lines of a box from top to bottom, as kind, words and height of the baseline."""
    rows = [("verb", box.verbs)] if box.verbs else []
    rows += [("name", line) for line in box.lines] + [("person", line) for line in box.people]
    for number, (kind, words) in enumerate(rows):
        yield kind, words, box.y + PADDING + LINE * number + LINE * 0.75
