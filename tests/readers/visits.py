"""One visit of a browser to a page: what it complained of, asked for, weighed and shifted, and whom it shuts out."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.readers.programs import package

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"width": 360, "height": 780}

# Layout shifts as the browser counts them, from the beginning of the page.
WATCH = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) window.shifted += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""
WAITED_FOR = """performance.getEntriesByType("resource")
  .filter((one) => one.renderBlockingStatus === "blocking").length"""


@dataclass
class Visit:
    """What one visit gave. Weights are bytes as they came over the line, heads included."""

    address: str
    status: int
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)
    waited_for: int = 0
    shifted: float = 0.0
    barriers: list[str] = field(default_factory=list)


class Visitor:
    """A browser on a phone that looks at pages one after another, in the light scheme and in the dark."""

    def __init__(self, chromium, base: str):
        self.base, self.axe = base, package("axe-core/axe.min.js").read_text()
        context = chromium.new_context(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
        context.add_init_script(WATCH)
        self.page = context.new_page()
        self.page.on("console", lambda message: self.visit.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.visit.complaints.append(str(error)))
        self.page.on("request", self._asked)
        self.page.on("requestfinished", self._weighed)

    def look_at(self, address: str) -> Visit:
        self.visit = visit = Visit(address, 0)
        self.page.emulate_media(color_scheme="light")
        visit.status = self.page.goto(self.base + address, wait_until="load").status
        visit.waited_for = 1 + self.page.evaluate(WAITED_FOR)
        visit.shifted = self.page.evaluate("window.shifted")
        self.page.evaluate(self.axe)
        visit.barriers += self._barriers("light", {"runOnly": TAGS})
        self.page.emulate_media(color_scheme="dark")
        visit.barriers += self._barriers("dark", {"runOnly": ["color-contrast"]})
        return visit

    def _barriers(self, scheme: str, options: dict) -> list[str]:
        found = self.page.evaluate("options => axe.run(document, options)", options)["violations"]
        return [f"{scheme}: {one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"][:3]]

    def _asked(self, request):
        if urlsplit(request.url).netloc != urlsplit(self.base).netloc:
            self.visit.foreign.append(request.url)

    def _weighed(self, request):
        sizes = request.sizes()
        weight = sizes["responseBodySize"] + sizes["responseHeadersSize"]
        kind = request.resource_type
        self.visit.weights[kind] = self.visit.weights.get(kind, 0) + weight
